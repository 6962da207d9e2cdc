"""Metrics: which attribute a claim is about (`metrics/*.yaml`), and what others call it (`imports.yaml`)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated

import msgspec

from reconcile.model.mention import Kind
from reconcile.model.tokens import PhraseTable, phrase_keys
from reconcile.rules.examples import Example
from reconcile.rules.lexicon import Lexicon, empty, says

# Dimensions of rules that are kinds of mentions, where the mention itself has no dimension.
KINDS = {"number": Kind.NUMBER, "duration": Kind.DURATION, "age": Kind.AGE, "points": Kind.POINTS}


class Nature(StrEnum):
    """How a metric behaves in time; decides when two periods can be compared.

    An instant drifts from day to day (market value); a flow belongs to its period (sales of a year); a cumulative
    count only grows (killed so far); a constant does not move (height); an event happens once.
    """

    INSTANT = "instant"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    CONSTANT = "constant"
    EVENT = "event"


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The values a metric can plausibly take, ends included.

    `unit`: for measures, the unit of the ends; a value in another unit is converted first, and not judged where it
        cannot be
    """

    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None


class MetricRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One metric: what a value must look like, and which words must stand with it, to be of this metric.

    `id`: the name in reports and in other rules; a metric of a later pack with the same id replaces this one
    `label`: what a reader calls it
    `dimension`: what its values measure, as `reconcile mentions` shows it: currency, count, ratio, length, energy ...;
        number, duration, age and points ask for values of that kind, event for dates
    `nature`: how it behaves in time, which decides what can be compared: an instant drifts from day to day (market
        value), a flow belongs to its period (sales of a year), a cumulative count only grows (killed so far), a
        constant does not move, an event happens once
    `triggers`: phrases, one of which must stand in the clause of the value; the rule whose phrase stands nearest wins
    `nouns`: for counts, the nouns that may be counted, in the singular; all when empty
    `per`: the denominator its values must have, one of these, in the singular (share, barrel, hour); without the key
        a value has none
    `bare`: whether a number without its counted noun, or without its denominator, counts right beside the trigger
        ("the death toll rose to 41", "a dividend of $2")
    `verbs`: for events, the verbs in the base form that may govern the time
    `setting`: words, one of which must stand somewhere in the article; without the key any article will do
    `exclude`: phrases that switch the rule off when one stands in the sentence
    `tolerance`: relative; 0.05 lets values within five per cent agree
    `plausible`: the values it can take; one outside is still read, and reported as implausible
    `parties`: for events, whether two of them are told apart by who takes part
    `once`: for events told by a verb of the triggers, which happen to a thing with a name once: of an active verb its
        object is that thing
    `examples`: sentences it must read, and sentences it must leave alone
    """

    id: str
    label: str
    dimension: str
    nature: Nature
    triggers: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    bare: bool = False
    per: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tolerance: Decimal = Decimal(0)
    plausible: Range | None = None
    parties: bool = False
    once: bool = False
    examples: tuple[Example, ...] = ()


class Metrics(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `metrics/*.yaml`; a metric of a later file replaces one with the same id."""

    metrics: Annotated[tuple[MetricRule, ...], says("Which attribute a number states, one rule a metric.")] = ()

    def nature(self, metric: str) -> Nature:
        """How a metric behaves in time; one without a rule belongs to its period."""
        rule = self.by_id.get(metric)
        return rule.nature if rule is not None else Nature.FLOW

    @cached_property
    def by_id(self) -> dict[str, MetricRule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.metrics}

    @cached_property
    def gauges(self) -> dict[str, str]:
        """The units of plausible ranges by the id of their metric."""
        ranges = {rule.id: rule.plausible for rule in self.by_id.values()}
        return {id_: plausible.unit for id_, plausible in ranges.items() if plausible and plausible.unit}

    @cached_property
    def triggers(self) -> PhraseTable[tuple[MetricRule, ...]]:
        """The rules that a phrase may name, by id."""
        by_phrase: dict[str, tuple[MetricRule, ...]] = {}
        for rule in self.by_id.values():
            for phrase in rule.triggers:
                by_phrase[phrase.lower()] = (*by_phrase.get(phrase.lower(), ()), rule)
        return PhraseTable(by_phrase.items())

    @cached_property
    def exclusions(self) -> PhraseTable[frozenset[str]]:
        """The metrics that a phrase, or one that it begins with, switches off: the longest alone is found."""
        pairs = [(phrase.lower(), rule.id) for rule in self.by_id.values() for phrase in rule.exclude]
        off: dict[tuple[str, ...], set[str]] = {}
        for phrase, metric in pairs:
            off.setdefault(tuple(phrase_keys(phrase)), set()).add(metric)

        def switched_off(keys: list[str]) -> frozenset[str]:
            return frozenset().union(*(off.get(tuple(keys[:n]), ()) for n in range(1, len(keys) + 1)))

        return PhraseTable((phrase, switched_off(phrase_keys(phrase))) for phrase, _ in pairs)


class Imports(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `imports.yaml`: keys are the other side's own; values are metrics by id, or in words."""

    wikidata: Annotated[dict[str, str], says("Properties of Wikidata (P1082) to metrics, by id or in words.")] = empty(
        dict
    )
    units: Annotated[
        dict[str, str], says("Units of Wikidata (Q828224) to names that the unit and currency lexicons read.")
    ] = empty(dict)
    sec: Annotated[
        dict[str, str], says("Concepts of company reports (us-gaap, ifrs-full, dei; “Revenues”) to metrics.")
    ] = empty(dict)
