"""Chances: whose they are and of what: "gave *the Blues* a two-in-five chance *of holding the town*"."""

from __future__ import annotations

from reconcile.extractors.claims.claim_builder import Binding
from reconcile.extractors.claims.labels import predicate_label
from reconcile.extractors.entities.clause_subjects import find_subject
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.subjects import resolve_reference
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind
from reconcile.text.parse import (
    AnchoredMention,
    NounPhrase,
    SentenceParse,
    governing_group_after,
    governing_group_before,
)
from reconcile.text.word_classes import QUOTES, Tag

CHANCES = frozenset({Kind.PERCENT, Kind.RATIO})
# The most tokens of what a chance is of.
LONGEST = 9
STEP = (Step("bind.chance", "a share before “chance” says how likely something is"),)


def chance_end(parse: SentenceParse, anchored: AnchoredMention) -> int | None:
    """The token after the noun that makes a chance of a share: "a 40 percent *chance*"; None where none does."""
    i = anchored.last
    while parse.key(i) in QUOTES:
        i += 1
    likely = anchored.mention.kind in CHANCES and parse.key(i) in parse.pack.language.chances
    return i + 1 if likely else None


def chance(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """A chance is of what "of", "to" or a clause after it says, and of who would do that."""
    end = chance_end(parse, anchored)
    if end is None:
        return None
    noun = parse.text(end - 1, end)
    while parse.key(end) in QUOTES or parse.tag(min(end, parse.last - 1)) is Tag.SUBORDINATOR:
        end += 1
    group = governing_group_after(parse, end)
    arc = find_subject(parse, group) if group is not None else None
    if group is not None and arc is not None and arc.head.first <= end < arc.head.last:
        # "a 40 percent chance *that we win*"
        subject = resolve_reference(parse, discourse, NounPhrase(end, arc.head.last))
        return Binding(subject, f"{noun} {predicate_label(parse, group)}", STEP)
    rest = _rest(parse, end)
    label = f"{noun} {parse.text(end, rest)}" if rest > end else noun
    return Binding(_owner(parse, discourse, anchored, end), label, STEP)


def _rest(parse: SentenceParse, i: int) -> int:
    """The end of what "of" or "to" at token `i` says a chance is of."""
    end = i
    stops = (Tag.PUNCTUATION, Tag.TIME, Tag.NUMBER, Tag.CONJUNCTION, Tag.SUBORDINATOR)
    while end < min(parse.last, i + LONGEST) and parse.tag(end) not in stops:
        end += 1
    while end > i and parse.tag(end - 1) is Tag.PREPOSITION:
        end -= 1
    return end


def _owner(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention, end: int) -> Subject | None:
    """Who is given a chance, else who has it, else what may come: "gave *the Reds*", "*the Reds* have", "of *rain*"."""
    group = governing_group_before(parse, anchored.first)
    given = parse.phrase_at(group.last) if group is not None and group.last < anchored.first else None
    if (
        given is not None
        and given.last < anchored.first
        and parse.tag(given.last - 1) in (Tag.NAME, Tag.NOUN, Tag.PRONOUN)
    ):
        return resolve_reference(parse, discourse, given)
    done = parse.key(end + 1).endswith("ing") and parse.key(end + 1) in parse.pack.language.lemmas
    thing = parse.phrase_at(end + 1) if parse.key(end) == "of" and not done else None
    arc = find_subject(parse, group) if group is not None else None
    if (
        arc is not None
        and group is not None
        and (thing is None or parse.key(group.main) in parse.pack.language.auxiliaries)
    ):
        found = resolve_reference(parse, discourse, arc.head)
        if found is not None:
            return found
    return resolve_reference(parse, discourse, thing) if thing is not None else None
