"""Ellipsis: counted nouns that are said once and meant again ("12 dead", "wounding 22 others")."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.model.mention import Kind
from reconcile.text.parse import AnchoredMention, SentenceParse
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
    prior = next((m.mention for m in reversed(discourse.measurements) if m.mention.kind is Kind.COUNT), None)
    if prior is not None and prior.unit not in language.anaphoric_nouns:
        return prior.unit
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
    further = {before, parse.key(anchored.first)} & language.further
    whose = before in language.relatives and parse.key(anchored.first - 2) == "of"
    prior = discourse.measurements[-1].mention if discourse.measurements else None
    return prior.unit if prior is not None and prior.kind is Kind.COUNT and (further or whose) else None
