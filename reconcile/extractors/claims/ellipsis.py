"""Ellipsis: verbs, counted nouns and measures that are said once and meant again.

- change: "costs were $5 million, *up 4 percent*"       - base: "$5 million, *compared with $4 million* in May"
- other words: "a loss of $5 million, *or $2 a share*"  - more: "takes 30 percent, and Borex *another 20 percent*"
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from reconcile.extractors.claims.claim_builder import Binding
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.measurements import PriorMeasurement
from reconcile.extractors.entities.owners import owner_after
from reconcile.extractors.entities.subjects import find_subject
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind
from reconcile.text.parse import AnchoredMention, SentenceParse, governing_group_before, is_participle
from reconcile.text.word_classes import Tag

PEOPLE = "people"


def restore_head_noun(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> AnchoredMention:
    """A bare number with the unit it counts, where the words beside it or the count before tell it; else as it is."""
    unit = (
        _unit(parse, discourse, anchored)
        if anchored.mention.kind is Kind.NUMBER
        else _unit_of_others(parse, discourse, anchored)
    )
    if unit is None:
        return anchored
    return replace(
        anchored, mention=replace(anchored.mention, kind=Kind.COUNT, unit=unit, noun=None, dimension="count")
    )


def _unit_of_others(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> str | None:
    """What "3 others" and "two other ones" count: what the count before in the sentence did, or those harmed."""
    language = parse.pack.language
    if anchored.mention.kind is not Kind.COUNT or anchored.mention.unit not in language.anaphoric_nouns:
        return None
    prior = next((t for t in reversed(discourse.measurements) if t.anchored.mention.kind is Kind.COUNT), None)
    if prior is not None and prior.anchored.mention.unit not in language.anaphoric_nouns:
        return prior.anchored.mention.unit
    before = parse.key(anchored.first - 1)
    harmed = language.lemmas.get(before) in language.harming
    return PEOPLE if harmed or parse.key(anchored.last + 1) in language.victims else None


def _unit(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> str | None:
    value, language = anchored.mention.value, parse.pack.language
    whole = value is not None and all(x is None or x == x.to_integral_value() for x in (value.low, value.high))
    follows = anchored.last < parse.last and parse.tag(anchored.last) in (Tag.NOUN, Tag.NAME)
    if not whole or anchored.mention.per is not None:
        return None
    if parse.key(anchored.last) in language.victims:
        return PEOPLE
    if follows:
        return None
    before = parse.key(anchored.first - 1)
    if parse.tag(anchored.first - 1) is Tag.VERB and language.lemmas.get(before) in language.harming:
        return PEOPLE
    prior = discourse.latest_measurement
    further = {before, parse.key(anchored.first)} & language.further
    whose = before in language.relatives and parse.key(anchored.first - 2) == "of"
    if prior is None or prior.sentence != parse.index or prior.anchored.mention.kind is not Kind.COUNT:
        return None
    return prior.anchored.mention.unit if further or whose else None


CHANGED = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.COUNT, Kind.NUMBER})
GAP_OPENERS = (",", "(", "-", "–", "—", "and")
# Between a value and its base or other words, in tokens.
REACH = 12


class Continuation(StrEnum):
    """How a value goes on from the one before it."""

    BASE = "base"
    CHANGE = "change"
    OTHER_WORDS = "other-words"


def continue_measure(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """What a value is of that goes on from the one before; None where it stands by itself."""
    again = _pointed_at(parse, discourse, anchored)
    if again is not None:
        step = Step("bind.continued-pronoun", f"“it” is what “{again.label}” was")
        return Binding(again.subject, again.label, (step,), again.rule)
    before = _before(parse, discourse, anchored)
    how = _continuation(parse, before, anchored) if before is not None and before.label else None
    if before is None or how is None:
        return None
    step = Step(f"bind.continued-{how}", f"goes on from “{before.anchored.mention.quote}” and is of the same")
    if how is not Continuation.BASE:
        return Binding(before.subject, before.label, (step,), period=before.period)
    named = owner_after(parse, discourse, anchored.last, parse.last)
    subject = named if named is not None and _is_name(parse, named) else before.subject
    return Binding(subject, before.label, (step,), before.rule)


def _pointed_at(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> PriorMeasurement | None:
    """The value told last, where "it" is or was a like value: "The rate was 5 percent. Now it is 4 percent."."""
    prior, group = discourse.latest_measurement, governing_group_before(parse, anchored.first)
    if prior is None or group is None or not prior.label or parse.index - prior.sentence not in (0, 1):
        return None
    arc = find_subject(parse, group) if group.last == anchored.first else None
    points = arc is not None and parse.key(arc.head.first) == "it" and arc.head.last == arc.head.first + 1
    copula = parse.key(group.main) in parse.pack.language.auxiliaries
    plain = prior.anchored.mention.noun is None and anchored.mention.noun is None
    return prior if points and copula and plain and _measures_same(prior.anchored, anchored) else None


def _before(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> PriorMeasurement | None:
    """The value told last, where it stands near before this one with no verb of another clause between."""
    before = next(
        (t for t in reversed(discourse.measurements) if _measures_same(t.anchored, anchored)),
        discourse.latest_measurement,
    )
    if before is None or before.sentence != parse.index or not 0 <= anchored.first - before.anchored.last <= REACH:
        return None
    between = (g for g in parse.groups if before.anchored.last <= g.first < anchored.first)
    return before if all(is_participle(parse, g) for g in between) else None


def _continuation(parse: SentenceParse, before: PriorMeasurement, anchored: AnchoredMention) -> Continuation | None:
    language = parse.pack.language
    i = anchored.first - 1
    i -= parse.key(i) == "by"
    if parse.key(i) in language.directions and parse.key(i - 1) in GAP_OPENERS and anchored.mention.kind in CHANGED:
        return Continuation.CHANGE
    like = _measures_same(before.anchored, anchored)
    if like and (parse.key(i) in language.bases or parse.key(i - 1) in language.bases):
        return Continuation.BASE if i >= before.anchored.last else None
    if parse.key(i) == "or" and parse.key(i - 1) in (*GAP_OPENERS, parse.key(before.anchored.last - 1)):
        return Continuation.OTHER_WORDS
    return None


def repeat_measure(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> str:
    """What the value before was of, for one more of the same in a clause of its own ("took another 20 percent")."""
    before = discourse.latest_measurement
    if before is None or before.sentence != parse.index or before.anchored.mention.kind is not anchored.mention.kind:
        return ""
    cues = {parse.key(anchored.first), parse.key(anchored.first - 1)}
    bare = anchored.mention.noun is None and parse.key(anchored.last) != "of"
    return before.label if bare and cues & parse.pack.language.further else ""


def _measures_same(before: AnchoredMention, anchored: AnchoredMention) -> bool:
    a, b = before.mention, anchored.mention
    return a.dimension == b.dimension and a.per == b.per and (a.kind is b.kind or b.kind is Kind.NUMBER)


def _is_name(parse: SentenceParse, subject: Subject) -> bool:
    return any(name.id == subject.id for name in parse.names)
