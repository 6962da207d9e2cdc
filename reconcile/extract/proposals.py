"""What a rule for a value would say, as far as its sentence shows: a metric to begin with, and its first example."""

from __future__ import annotations

import re

from reconcile.extract.frame import Bound, Frame
from reconcile.extract.refusals import phrases_near
from reconcile.extract.tenses import governing
from reconcile.model.claim import Claim
from reconcile.model.mention import Kind, Mention
from reconcile.model.words import singular
from reconcile.rules.examples import Example, Want
from reconcile.rules.metrics import KINDS, MetricRule, Nature

# Numbers and times that no metric measures.
_NO_METRIC = frozenset({Kind.RANK, Kind.ROLE, Kind.NAME})


def measurable(mention: Mention) -> bool:
    """Whether a metric can be of this value."""
    return mention.kind not in _NO_METRIC


def proposed(frame: Frame, bound: Bound, claim: Claim | None) -> MetricRule:
    """A metric that asks for what this value is; its label is that of the open claim, empty where there is none."""
    mention = bound.mention
    verb = _verb(frame, bound)
    event = mention.kind is Kind.DATE
    phrases = phrases_near(frame, bound)
    if event and verb:
        phrases = tuple(p for p in phrases if frame.pack.language.lemmas.get(p) != verb) or phrases
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


def _verb(frame: Frame, bound: Bound) -> str:
    group = governing(frame, bound)
    return "" if group is None else frame.pack.language.lemmas.get(frame.key(group.main), "")
