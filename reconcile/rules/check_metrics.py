"""Metrics that can never fire, words of theirs that can never match, and metrics that stand in each other's way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.errors import Diagnostic, Severity
from reconcile.model.tokens import PhraseTable, Tokens, phrase_keys
from reconcile.model.words import singular
from reconcile.rules.entries import Check, Scope
from reconcile.rules.metrics import KINDS, MetricRule, Nature
from reconcile.rules.source import Loaded, nearest
from reconcile.rules.tree import Path
from reconcile.rules.units import UnitEntry

# Dimensions that no unit has: those of money and of counted things.
_OWN = frozenset({"currency", "count"})
# Dimensions whose values are compared as they are written.
_UNITLESS = _OWN | {"ratio", *KINDS}


def _metrics(scope: Scope) -> Iterator[tuple[Loaded, Path, MetricRule]]:
    """The metrics of the files in question."""
    for loaded, path, entry in scope.all():
        if isinstance(entry, MetricRule):
            yield loaded, path, entry


def triggers_are_not_excluded(scope: Scope) -> Iterator[Diagnostic]:
    """A phrase that stands in a trigger must not switch the metric off."""
    for loaded, path, rule in _metrics(scope):
        for i, phrase in enumerate(rule.exclude):
            table = PhraseTable([(phrase, phrase)])
            for trigger in rule.triggers:
                tokens = Tokens(trigger)
                if any(table.match(tokens, j) for j in range(len(tokens))):
                    inside = (
                        "is a trigger and an exclusion" if phrase == trigger else f"stands in {trigger!r}, a trigger"
                    )
                    message = f"{phrase!r} {inside}: the rule cannot fire on it"
                    yield scope.found(loaded, (*path, "exclude", i), "dead-trigger", message)


def triggers_are_there(scope: Scope) -> Iterator[Diagnostic]:
    """A metric without a trigger never fires."""
    for loaded, path, rule in _metrics(scope):
        if not rule.triggers:
            yield scope.found(loaded, (*path, "triggers"), "dead-rule", "no trigger: the rule cannot fire")


def dimensions_are_known(scope: Scope) -> Iterator[Diagnostic]:
    """What a metric measures is something that a recogniser gives."""
    units = (entry for _, _, entry in scope.entries if isinstance(entry, UnitEntry))
    known = {unit.dimension for unit in units} | _OWN | set(KINDS) | {"event"}
    for loaded, path, rule in _metrics(scope):
        at = (*path, "dimension")
        if rule.dimension not in known:
            near = nearest(rule.dimension, known)
            hint = f"did you mean {near!r}?" if near else f"there are {', '.join(sorted(known))}"
            yield scope.found(loaded, at, "unknown-dimension", f"nothing measures {rule.dimension!r}; {hint}")
        elif rule.dimension == "event" and rule.nature is not Nature.EVENT:
            message = f"the dimension `event` needs the nature `event`, not `{rule.nature}`: the rule cannot fire"
            yield scope.found(loaded, at, "dead-rule", message)


def nouns_can_be_counted(scope: Scope) -> Iterator[Diagnostic]:
    """A noun is one word in lower case, in the singular, and only what is counted has any."""
    for loaded, path, rule in _metrics(scope):
        if rule.nouns and rule.dimension != "count":
            message = f"only a count has nouns; the dimension is {rule.dimension}: the rule cannot fire"
            yield scope.found(loaded, (*path, "nouns"), "dead-rule", message)
            continue
        for name in ("nouns", "per"):
            for i, noun in enumerate(getattr(rule, name)):
                fault = _noun_fault(noun, getattr(rule, name), words=name == "nouns")
                if fault:
                    yield scope.found(loaded, (*path, name, i), "dead-word", fault, Severity.WARNING)


def _noun_fault(noun: str, all_of_them: Sequence[str], *, words: bool) -> str | None:
    if words and (noun != noun.lower() or len(noun.split()) != 1):
        return f"{noun!r} never matches: a noun is one word in small letters"
    one = singular(noun)
    return None if one == noun or one in all_of_them else f"{noun!r} is a plural; nouns stand in the singular: {one!r}"


def verbs_are_in_the_base_form(scope: Scope) -> Iterator[Diagnostic]:
    """Verbs are compared in their base form, and only events have any."""
    lemmas = scope.pack.language.lemmas
    for loaded, path, rule in _metrics(scope):
        if rule.verbs and rule.nature is not Nature.EVENT:
            message = f"verbs are asked of events only; the nature is {rule.nature}"
            yield scope.found(loaded, (*path, "verbs"), "dead-word", message, Severity.WARNING)
            continue
        for i, verb in enumerate(rule.verbs):
            base = lemmas.get(verb, verb)
            if base != verb:
                message = f"{verb!r} never matches: verbs stand in the base form, {base!r}"
                yield scope.found(loaded, (*path, "verbs", i), "dead-word", message, Severity.WARNING)


def examples_prove_the_metric(scope: Scope) -> Iterator[Diagnostic]:
    """An example that does not ask for the metric passes although the rule never fires."""
    for loaded, path, rule in _metrics(scope):
        wants = [want for example in rule.examples for want in example.get]
        if wants and not any(want.metric in (rule.id, rule.label) for want in wants):
            message = f"no example asks for `metric: {rule.id}`; all of them pass although the rule never fires"
            yield scope.found(loaded, (*path, "examples"), "unproved", message, Severity.WARNING)


def ranges_say_their_unit(scope: Scope) -> Iterator[Diagnostic]:
    """The ends of a range of measures are in a known unit; without one no value could be held against them."""
    for loaded, path, rule in _metrics(scope):
        if rule.plausible is None:
            continue
        at = (*path, "plausible")
        if rule.plausible.unit is not None:
            unit = rule.plausible.unit
            if not (scope.is_unit(unit) or scope.is_unit(unit.split(" per ")[0])):
                yield scope.found(loaded, (*at, "unit"), "unknown-unit", f"no unit is called {unit!r}")
        elif rule.dimension not in _UNITLESS | {"event"}:
            message = f"a range of {rule.dimension} needs its unit: plausible: {{low: ..., high: ..., unit: ...}}"
            yield scope.found(loaded, at, "bad-bounds", message)


def triggers_name_one_metric(scope: Scope) -> Iterator[Diagnostic]:
    """Two metrics with one trigger for the same values are told apart by an exclusion, or the first id wins."""
    table: dict[tuple[str, ...], list[tuple[Loaded, Path, MetricRule]]] = {}
    live = scope.pack.metrics.by_id
    for loaded, path, rule in scope.entries:
        if isinstance(rule, MetricRule) and live.get(rule.id) is rule:
            for i, phrase in enumerate(rule.triggers):
                same_phrase = table.setdefault(tuple(phrase_keys(phrase)), [])
                here = (loaded, (*path, "triggers", i), rule)
                for other in same_phrase:
                    if scope.holds(loaded) or scope.holds(other[0]):
                        yield from _rivalry(scope, phrase, other, here)
                same_phrase.append(here)


def _rivalry(
    scope: Scope,
    phrase: str,
    one: tuple[Loaded, Path, MetricRule],
    other: tuple[Loaded, Path, MetricRule],
) -> Iterator[Diagnostic]:
    first, second = sorted((one, other), key=lambda place: place[2].id)
    if first[2] is second[2] or not _meet(first[2], second[2]) or _excluded_by_either(first[2], second[2]):
        return
    # the message stands at the metric that loses, or else at the one in question
    here, there = (second, first) if scope.holds(second[0]) else (first, second)
    where = scope.places.where(there[0], there[1])
    if _covers(first[2], second[2]):
        code, message = (
            "shadowed-trigger",
            f"{phrase!r} never names {second[2].id!r}: {first[2].id!r} takes every value",
        )
    else:
        code, message = "overlap", f"{phrase!r} names {first[2].id!r} and {second[2].id!r}, and the first wins"
    yield scope.found(
        here[0], here[1], code, f"{message} (see {where}); tell them apart with `exclude`", Severity.WARNING
    )


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


def _excluded_by_either(a: MetricRule, b: MetricRule) -> bool:
    """Whether an exclusion of one stands in what the other is proved by: its words or its own examples."""
    return _excludes(a, b) or _excludes(b, a)


def _excludes(a: MetricRule, b: MetricRule) -> bool:
    table = PhraseTable((phrase, phrase) for phrase in a.exclude)
    texts = (b.label, *b.triggers, *b.nouns, *(e.say for e in b.examples if e.get))
    return any(table.match(tokens, i) for tokens in map(Tokens, texts) for i in range(len(tokens)))


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
