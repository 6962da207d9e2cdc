"""The smallest changes of a rule that could make it take a value it refuses.

Whether a change does is for the caller to find out, by reading the text again with the changed rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import msgspec

from reconcile.extract.refusals import Condition, Failure, Refusal
from reconcile.rules.metrics import MetricRule

# As many phrases of a sentence are proposed as triggers.
_MOST = 12
_WANT_A_TRIGGER = frozenset({Condition.TRIGGERS, Condition.CLAUSE, Condition.NEARER})
# The key of the rule that each condition is settled by.
_KEYS = {
    Condition.PER: "per",
    Condition.NOUNS: "nouns",
    Condition.SETTING: "setting",
    Condition.EXCLUDE: "exclude",
    Condition.VERBS: "verbs",
    Condition.BARE: "bare",
}


@dataclass(frozen=True, slots=True)
class Remedy:
    """A changed rule, and the keys that changed, in the order of the file."""

    rule: MetricRule
    keys: tuple[str, ...]


def remedies(refusal: Refusal, phrases: tuple[str, ...]) -> Iterator[Remedy]:
    """Changed rules, the likeliest first; none where no change of words can help. `phrases` may become triggers."""
    rule = refusal.rule
    keys: set[str] = set()
    for failure in refusal.failures:
        if failure.condition in _WANT_A_TRIGGER:
            continue
        change = _CHANGES.get(failure.condition)
        if change is None:
            return
        changed = change(rule, failure)
        if changed is None:
            return
        rule = changed
        keys.add(_KEYS[failure.condition])
    if not _WANT_A_TRIGGER & {failure.condition for failure in refusal.failures}:
        if keys:
            yield _remedy(rule, keys)
        return
    for phrase in islice((p for p in phrases if p not in rule.triggers), _MOST):
        if phrase not in rule.exclude:
            yield _remedy(msgspec.structs.replace(rule, triggers=(*rule.triggers, phrase)), keys | {"triggers"})


def _remedy(rule: MetricRule, keys: set[str]) -> Remedy:
    return Remedy(rule, tuple(key for key in MetricRule.__struct_fields__ if key in keys))


def _more(key: str) -> Callable[[MetricRule, Failure], MetricRule | None]:
    """Adds the words of a failure to a list of the rule."""

    def change(rule: MetricRule, failure: Failure) -> MetricRule | None:
        if not failure.words:
            return None
        return msgspec.structs.replace(rule, **{key: (*getattr(rule, key), *failure.words)})

    return change


def _fewer(rule: MetricRule, failure: Failure) -> MetricRule:
    """Takes the words of a failure out of the exclusions."""
    return msgspec.structs.replace(rule, exclude=tuple(word for word in rule.exclude if word not in failure.words))


def _anywhere(rule: MetricRule, _failure: Failure) -> MetricRule:
    """Lets the rule read any article."""
    return msgspec.structs.replace(rule, setting=())


def _bare(rule: MetricRule, _failure: Failure) -> MetricRule | None:
    return None if rule.bare else msgspec.structs.replace(rule, bare=True)


_CHANGES: dict[Condition, Callable[[MetricRule, Failure], MetricRule | None]] = {
    Condition.PER: _more("per"),
    Condition.NOUNS: _more("nouns"),
    Condition.VERBS: _more("verbs"),
    Condition.SETTING: _anywhere,
    Condition.EXCLUDE: _fewer,
    Condition.BARE: _bare,
}
