"""Counted nouns that are left out: "killing 12" counts people, "and another 40" what was counted before."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extract.frame import Bound, Frame
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.mention import Kind
from reconcile.model.words import singular

PEOPLE = "people"
# Nouns that stand for what was counted before: "wounding 22 others".
OTHERS = frozenset({"other", "others", "one", "ones"})


def with_noun(frame: Frame, topics: Topics, bound: Bound) -> Bound:
    """A bare number with the unit it counts, where the words beside it or the count before tell it; else as it is."""
    unit = _unit(frame, topics, bound) if bound.mention.kind is Kind.NUMBER else _of_others(frame, topics, bound)
    if unit is None:
        return bound
    return replace(bound, mention=replace(bound.mention, kind=Kind.COUNT, unit=unit, noun=None, dimension="count"))


def _of_others(frame: Frame, topics: Topics, bound: Bound) -> str | None:
    """What "3 others" and "two other ones" count: what the count before in the sentence did, or those harmed."""
    if bound.mention.kind is not Kind.COUNT or bound.mention.unit not in OTHERS:
        return None
    told = next((t for t in reversed(topics.tellings) if t.bound.mention.kind is Kind.COUNT), None)
    if told is not None and told.bound.mention.unit not in OTHERS:
        return told.bound.mention.unit
    before = frame.key(bound.first - 1)
    harmed = frame.pack.language.lemmas.get(before) in frame.pack.language.harming
    return PEOPLE if harmed or frame.key(bound.last + 1) in frame.pack.language.victims else None


def _unit(frame: Frame, topics: Topics, bound: Bound) -> str | None:
    value, language = bound.mention.value, frame.pack.language
    whole = value is not None and all(x is None or x == x.to_integral_value() for x in (value.low, value.high))
    follows = bound.last < frame.last and frame.tag(bound.last) in (Tag.NOUN, Tag.NAME)
    if not whole or bound.mention.per is not None:
        return None
    if frame.key(bound.last) in language.victims:
        return PEOPLE
    if follows:
        return None
    before = frame.key(bound.first - 1)
    if frame.tag(bound.first - 1) is Tag.VERB and language.lemmas.get(before) in language.harming:
        return PEOPLE
    if frame.key(bound.last) == "of" and bound.last + 1 < frame.last:
        return _part(frame, bound.last + 1)
    told = topics.latest
    further = {before, frame.key(bound.first)} & language.further
    whose = before in ("whom", "which") and frame.key(bound.first - 2) == "of"
    if told is None or told.sentence != frame.index or told.bound.mention.kind is not Kind.COUNT:
        return None
    return told.bound.mention.unit if further or whose else None


def _part(frame: Frame, i: int) -> str | None:
    """The noun that a number is a part of: "two of the *barges*"; None where no plural follows."""
    if frame.tag(i) not in (Tag.DETERMINER, Tag.POSSESSIVE):
        return None
    phrase = frame.phrase_at(i)
    if phrase is None or frame.tag(phrase.last - 1) is not Tag.NOUN:
        return None
    noun = frame.key(phrase.last - 1)
    if noun in frame.pack.language.victims:
        return PEOPLE
    return noun if noun != singular(noun) else None
