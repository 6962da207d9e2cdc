"""Counted nouns that are left out: "killing 12" counts people, "and another 40" counts what was counted before."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extract.frame import Bound, Frame
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.mention import Kind

PEOPLE = "people"


def with_noun(frame: Frame, topics: Topics, bound: Bound) -> Bound:
    """A bare number with the unit it counts, where the words beside it or the count before tell it; else as it is."""
    unit = _unit(frame, topics, bound) if bound.mention.kind is Kind.NUMBER else None
    if unit is None:
        return bound
    return replace(bound, mention=replace(bound.mention, kind=Kind.COUNT, unit=unit, dimension="count"))


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
    told = topics.latest
    further = {before, frame.key(bound.first)} & language.further
    if told is None or told.sentence != frame.index or told.bound.mention.kind is not Kind.COUNT or not further:
        return None
    return told.bound.mention.unit
