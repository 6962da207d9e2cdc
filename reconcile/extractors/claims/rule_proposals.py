"""Rules for a value that none takes: the smallest changes of a rule that refuses it, or a new one with its first
example.

Whether a change does is for the caller to find out, by reading the text again with the changed rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import msgspec

from reconcile.extractors.claims.metric_matching import Condition
from reconcile.extractors.claims.metric_refusals import Failure, Refusal, phrases_near
from reconcile.model.claim import Claim
from reconcile.model.mention import Kind, Mention
from reconcile.model.words import singular
from reconcile.rules.examples import Example, Want
from reconcile.rules.metrics import KINDS, MetricRule, Nature
from reconcile.text.parse import AnchoredMention, SentenceParse, governing_verb

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
    changed = _reworded(refusal)
    if changed is None:
        return
    rule, keys = changed
    if not _WANT_A_TRIGGER & {failure.condition for failure in refusal.failures}:
        if keys:
            yield _remedy(rule, keys)
        return
    fresh = (phrase for phrase in phrases if phrase not in rule.triggers)
    for phrase in islice(fresh, _MOST):
        if phrase not in rule.exclude:
            yield _remedy(msgspec.structs.replace(rule, triggers=(*rule.triggers, phrase)), keys | {"triggers"})


def _reworded(refusal: Refusal) -> tuple[MetricRule, frozenset[str]] | None:
    """The rule without the failures that other words settle, and the keys that changed; None where one stays."""
    rule, keys = refusal.rule, frozenset[str]()
    for failure in refusal.failures:
        if failure.condition not in _WANT_A_TRIGGER:
            change = _CHANGES.get(failure.condition)
            changed = change(rule, failure) if change is not None else None
            if changed is None:
                return None
            rule, keys = changed, keys | {_KEYS[failure.condition]}
    return rule, keys


def _remedy(rule: MetricRule, keys: frozenset[str]) -> Remedy:
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


# Numbers and times that no metric measures.
_NO_METRIC = frozenset({Kind.RANK, Kind.ROLE, Kind.NAME})


def measurable(mention: Mention) -> bool:
    """Whether a metric can be of this value."""
    return mention.kind not in _NO_METRIC


def proposed(parse: SentenceParse, anchored: AnchoredMention, claim: Claim | None) -> MetricRule:
    """A metric that asks for what this value is; its label is that of the open claim, empty where there is none."""
    mention = anchored.mention
    verb = _verb(parse, anchored)
    event = mention.kind is Kind.DATE
    phrases = phrases_near(parse, anchored)
    if event and verb:
        phrases = tuple(p for p in phrases if parse.pack.language.lemmas.get(p) != verb) or phrases
    label = claim.metric.label if claim is not None and claim.metric is not None and not event else ""
    return MetricRule(
        id=slug(label),
        label=label.lower(),
        dimension=_dimension(mention),
        nature=Nature.EVENT if event else Nature.FLOW,
        triggers=phrases[:1],
        nouns=_nouns(mention),
        per=(mention.per,) if mention.per else (),
        bare=mention.kind is Kind.NUMBER,
        verbs=(verb,) if event and verb else (),
    )


def slug(label: str) -> str:
    """A label as an id: "Trees planted (net)" gives "trees-planted-net"."""
    return "-".join(re.findall(r"[a-z0-9]+", label.lower()))


def example_of(say: str, rule: MetricRule, claim: Claim) -> Example:
    """A sentence as an example that asserts what a claim says: value, unit, subject, metric and period."""
    value = claim.value
    point = value is not None and value.is_point
    unit = claim.to_dict()["unit"]
    want = Want(
        quote=claim.quote,
        kind=str(claim.kind),
        value=value.low if value is not None and point else None,
        low=value.low if value is not None and not point else None,
        high=value.high if value is not None and not point else None,
        unit=unit if isinstance(unit, str) else None,
        subject=claim.subject.label if claim.subject is not None else None,
        metric=rule.id,
        period=claim.period.edtf if claim.period is not None and claim.period.is_resolved else None,
    )
    return Example(say, get=(want,))


def _dimension(mention: Mention) -> str:
    if mention.kind is Kind.DATE:
        return "event"
    own = next((name for name, kind in KINDS.items() if kind is mention.kind), None)
    return "count" if mention.kind is Kind.NUMBER else own or mention.dimension or "count"


def _nouns(mention: Mention) -> tuple[str, ...]:
    if mention.kind is not Kind.COUNT or not mention.unit:
        return ()
    return (singular(mention.unit.lower().split()[-1]),)


def _verb(parse: SentenceParse, anchored: AnchoredMention) -> str:
    group = governing_verb(parse, anchored)
    return "" if group is None else parse.pack.language.lemmas.get(parse.key(group.main), "")
