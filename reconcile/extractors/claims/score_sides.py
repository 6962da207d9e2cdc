"""Whose each number of a score is: the first the subject's, the second the other side's; of a lost one the larger."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.claims.claim_builder import Binding
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.owners import possessor
from reconcile.extractors.entities.subjects import resolve_reference
from reconcile.extractors.quantities.scores import GAME, RECORD
from reconcile.extractors.quantities.scores import RULE as SCORE
from reconcile.model.claim import Step, Subject
from reconcile.text.parse import AnchoredMention, NounPhrase, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

# How far after a score the other side may be named, in tokens.
REACH = 8


def with_side(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention, binding: Binding) -> Binding:
    """The binding of a value, that of a score with the side whose number it is."""
    if anchored.mention.rule != SCORE or _of_three(parse, anchored):
        return binding
    first = is_first(parse, anchored)
    start = anchored.first if first else anchored.first - 2
    if anchored.mention.unit == GAME:
        return _record(parse, discourse, binding, start, first=first)
    ballots = parse.pack.numerals.ballots
    if anchored.mention.unit in ballots or first != _is_lost(parse, start):
        return binding
    other = _other_side(parse, discourse, start)
    return replace(binding, subject=other, steps=(*binding.steps, Step("score.other", "the number of the other side")))


def _of_three(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a score has three sides: "voted 7-2-1", whose numbers are no two sides'."""
    starts = {b.first for b in parse.mentions if b.mention.rule == SCORE}
    joined = {i for i in starts if i + 2 in starts and parse.key(i + 1) != ","}
    return any({i, i + 2} <= joined for i in range(anchored.first - 4, anchored.first + 1, 2))


def is_first(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether the other number of a score follows this one."""
    return any(b.first == anchored.last + 1 and b.mention.rule == SCORE for b in parse.mentions)


def _record(parse: SentenceParse, discourse: DiscourseState, binding: Binding, start: int, *, first: bool) -> Binding:
    """Games won and lost are both of one side: of the name right before a bracket, the record's owner, the subject."""
    name = next((n for n in parse.names if n.last == start - 1 and parse.key(start - 1) == "("), None)
    won, lost = parse.pack.numerals.record_labels
    label = won if first else lost
    if name is not None:
        return replace(binding, subject=Subject(name.id, name.label), label=label)
    words = (k for k in range(start - RECORD, start) if parse.key(k) in parse.pack.numerals.records)
    phrase = next((parse.phrase_at(k) for k in words), None)
    owner = possessor(parse, discourse, phrase)[0] if phrase is not None else None
    return replace(binding, subject=owner or binding.subject, label=f"{label} {binding.label}".strip())


def _is_lost(parse: SentenceParse, start: int) -> bool:
    """Whether the verb before a falling score at token `start` or the noun after it says that its subject lost."""
    if int(parse.key(start)) <= int(parse.key(start + 2)):
        return False
    language, losing = parse.pack.language, parse.pack.numerals.losing
    group = governing_group_before(parse, start)
    verb = parse.key(group.main) if group is not None else ""
    return parse.key(start + 3) in losing or language.lemmas.get(verb, verb) in losing


def _other_side(parse: SentenceParse, discourse: DiscourseState, start: int) -> Subject | None:
    """Whom the verb before a score or the words after it name as the other side: "beat *Borex* 2-1", "over *Borex*"."""
    group = governing_group_before(parse, start)
    phrases = ((parse.phrase_at(n.first), n.last) for n in parse.names)
    named = (NounPhrase(p.first, last) for p, last in phrases if p is not None and last in (p.last, start))
    found = next((phrase for phrase in named if _is_opposed(parse, phrase, group, start)), None)
    return None if found is None else resolve_reference(parse, discourse, found)


def _is_opposed(parse: SentenceParse, phrase: NounPhrase, group: VerbGroup | None, start: int) -> bool:
    """Whether a phrase is the object of the verb before a score, or stands after it or a word that opposes."""
    end, before = start + 3, parse.key(phrase.first - 1)
    opposed = before in parse.pack.numerals.opponents
    if phrase.last <= start:
        return group is not None and phrase.first >= group.last and (opposed or phrase.first == group.last)
    between = range(end, phrase.first)
    if phrase.first < end or len(between) > REACH or any(parse.tag(k) in (Tag.VERB, Tag.AUXILIARY) for k in between):
        return False
    return opposed or not between
