"""Metrics that can never fire, words of theirs that can never match, and metrics that stand in each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reconcile.errors import Diagnostic
from reconcile.model.tokens import PhraseTable, Tokens, phrase_keys
from reconcile.model.words import singular
from reconcile.rules.entries import Check, Placed, Scope
from reconcile.rules.metrics import KINDS, MetricRule, Nature
from reconcile.rules.source import did_you_mean
from reconcile.rules.units import Constant, UnitEntry

# Dimensions that no unit has: those of money and of counted things.
_OWN = frozenset({"currency", "count"})
_EVENT = "event"
# Dimensions whose values are compared as they are written.
_UNITLESS = _OWN | {"ratio", _EVENT, *KINDS}


def triggers_are_there(scope: Scope) -> Iterator[Diagnostic]:
    """A metric without a trigger never fires."""
    for placed in scope.entries(MetricRule):
        if not placed.entry.triggers:
            yield placed.error("dead-rule", "no trigger: the rule cannot fire", "triggers")


def triggers_are_not_excluded(scope: Scope) -> Iterator[Diagnostic]:
    """A phrase that stands in a trigger must not switch the metric off."""
    for placed in scope.entries(MetricRule):
        for i, phrase in enumerate(placed.entry.exclude):
            for trigger in placed.entry.triggers:
                if _stand_in([phrase], [trigger]):
                    inside = (
                        "is a trigger and an exclusion" if phrase == trigger else f"stands in {trigger!r}, a trigger"
                    )
                    yield placed.error("dead-trigger", f"{phrase!r} {inside}: the rule cannot fire on it", "exclude", i)


def _stand_in(phrases: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether one of the phrases stands in one of the texts."""
    table = PhraseTable((phrase, phrase) for phrase in phrases)
    return any(table.match(tokens, i) for tokens in map(Tokens, texts) for i in range(len(tokens)))


def dimensions_are_known(scope: Scope) -> Iterator[Diagnostic]:
    """What a metric measures is something that a recogniser gives."""
    units = (placed.entry for placed in scope.everything if isinstance(placed.entry, UnitEntry | Constant))
    known = {unit.dimension for unit in units} | _OWN | set(KINDS) | {_EVENT}
    for placed in scope.entries(MetricRule):
        rule = placed.entry
        if rule.dimension not in known:
            hint = did_you_mean(rule.dimension, known) or f"; there are {', '.join(sorted(known))}"
            yield placed.error("unknown-dimension", f"nothing measures {rule.dimension!r}{hint}", "dimension")
        elif rule.dimension == _EVENT and rule.nature is not Nature.EVENT:
            message = f"the dimension `event` needs the nature `event`, not `{rule.nature}`: the rule cannot fire"
            yield placed.error("dead-rule", message, "dimension")


def nouns_can_be_counted(scope: Scope) -> Iterator[Diagnostic]:
    """A noun is one word in lower case, in the singular, and only what is counted has any."""
    for placed in scope.entries(MetricRule):
        rule = placed.entry
        if rule.nouns and rule.dimension != "count":
            message = f"only a count has nouns; the dimension is {rule.dimension}: the rule cannot fire"
            yield placed.error("dead-rule", message, "nouns")
            continue
        for key, nouns in (("nouns", rule.nouns), ("per", rule.per)):
            for i, noun in enumerate(nouns):
                fault = _noun_fault(noun, nouns, words=key == "nouns")
                if fault:
                    yield placed.warning("dead-word", fault, key, i)


def _noun_fault(noun: str, all_of_them: Sequence[str], *, words: bool) -> str | None:
    if words and (noun != noun.lower() or len(noun.split()) != 1):
        return f"{noun!r} never matches: a noun is one word in small letters"
    one = singular(noun)
    return None if one == noun or one in all_of_them else f"{noun!r} is a plural; nouns stand in the singular: {one!r}"


def verbs_are_in_the_base_form(scope: Scope) -> Iterator[Diagnostic]:
    """Verbs are compared in their base form, and only events have any."""
    lemmas = scope.pack.language.lemmas
    for placed in scope.entries(MetricRule):
        rule = placed.entry
        if rule.verbs and rule.nature is not Nature.EVENT:
            yield placed.warning("dead-word", f"verbs are asked of events only; the nature is {rule.nature}", "verbs")
            continue
        for i, verb in enumerate(rule.verbs):
            base = lemmas.get(verb, verb)
            if base != verb:
                message = f"{verb!r} never matches: verbs stand in the base form, {base!r}"
                yield placed.warning("dead-word", message, "verbs", i)


def examples_prove_the_metric(scope: Scope) -> Iterator[Diagnostic]:
    """An example that does not ask for the metric passes although the rule never fires."""
    for placed in scope.entries(MetricRule):
        rule = placed.entry
        wants = [want for example in rule.examples for want in example.get]
        if wants and not any(want.metric in (rule.id, rule.label) for want in wants):
            message = f"no example asks for `metric: {rule.id}`; all of them pass although the rule never fires"
            yield placed.warning("unproved", message, "examples")


def ranges_say_their_unit(scope: Scope) -> Iterator[Diagnostic]:
    """The ends of a range of measures are in a known unit; without one no value could be held against them."""
    for placed in scope.entries(MetricRule):
        rule = placed.entry
        if rule.plausible is None:
            continue
        unit = rule.plausible.unit
        if unit is None and rule.dimension not in _UNITLESS:
            message = f"a range of {rule.dimension} needs its unit: plausible: {{low: ..., high: ..., unit: ...}}"
            yield placed.error("bad-bounds", message, "plausible")
        elif unit is not None and not (scope.is_unit(unit) or scope.is_unit(unit.split(" per ")[0])):
            yield placed.error("unknown-unit", f"no unit is called {unit!r}", "plausible", "unit")


def triggers_name_one_metric(scope: Scope) -> Iterator[Diagnostic]:
    """Two metrics with one trigger for the same values are told apart by an exclusion, or the first id wins."""
    table: dict[tuple[str, ...], list[tuple[Placed[MetricRule], int]]] = {}
    for placed in scope.live(MetricRule):
        for i, phrase in enumerate(placed.entry.triggers):
            others = table.setdefault(tuple(phrase_keys(phrase)), [])
            for other in others:
                if scope.holds(placed) or scope.holds(other[0]):
                    yield from _rivalry(scope, phrase, other, (placed, i))
            others.append((placed, i))


def _rivalry(
    scope: Scope, phrase: str, one: tuple[Placed[MetricRule], int], other: tuple[Placed[MetricRule], int]
) -> Iterator[Diagnostic]:
    """What to say of two metrics with one trigger, each with the number of the trigger, the first id first."""
    winner, loser = sorted((one, other), key=lambda place: place[0].entry.id)
    first, second = winner[0].entry, loser[0].entry
    if first is second or not _meet(first, second) or _excludes(first, second) or _excludes(second, first):
        return
    # the message stands at the metric that loses, or else at the one in question
    (here, i), (there, j) = (loser, winner) if scope.holds(loser[0]) else (winner, loser)
    if _covers(first, second):
        code, message = "shadowed-trigger", f"{phrase!r} never names {second.id!r}: {first.id!r} takes every value"
    else:
        code, message = "overlap", f"{phrase!r} names {first.id!r} and {second.id!r}, and the first wins"
    see = f"see {there.where('triggers', j)}"
    yield here.warning(code, f"{message} ({see}); tell them apart with `exclude`", "triggers", i)


def _meet(a: MetricRule, b: MetricRule) -> bool:
    """Whether one value can be of both metrics."""
    if a.dimension != b.dimension or ((a.per or b.per) and not set(a.per) & set(b.per)):
        return False
    if a.nature is Nature.EVENT and a.verbs and b.verbs:
        return bool(set(a.verbs) & set(b.verbs))
    return not (a.nouns and b.nouns) or bool(set(a.nouns) & set(b.nouns))


def _covers(a: MetricRule, b: MetricRule) -> bool:
    """Whether every value of `b` is one that `a` takes: its nouns are all among `a`'s, and nothing switches `a` off."""
    nouns = not a.nouns or (bool(b.nouns) and set(b.nouns) <= set(a.nouns))
    return nouns and set(a.exclude) <= set(b.exclude) and set(b.per) <= set(a.per) and (a.bare or not b.bare)


def _excludes(a: MetricRule, b: MetricRule) -> bool:
    """Whether an exclusion of one stands in what the other is proved by: its words or its own examples."""
    return _stand_in(a.exclude, (b.label, *b.triggers, *b.nouns, *(e.say for e in b.examples if e.get)))


METRIC_CHECKS: tuple[Check, ...] = (
    triggers_are_there,
    triggers_are_not_excluded,
    dimensions_are_known,
    nouns_can_be_counted,
    verbs_are_in_the_base_form,
    examples_prove_the_metric,
    ranges_say_their_unit,
    triggers_name_one_metric,
)
