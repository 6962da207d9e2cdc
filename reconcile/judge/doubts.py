"""What makes it likelier that two values are of two things than that one of them is wrong, where no rule binds them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reconcile.judge.slips import slip, telling
from reconcile.judge.values import Judged, relate_values
from reconcile.model.claim import Claim, in_one_slot
from reconcile.model.finding import Relation
from reconcile.model.mention import Kind
from reconcile.model.value import Value
from reconcile.model.words import stems
from reconcile.rules.policy import Policy

# Sources that disagree on one thing are seldom farther apart than this, unless one made a slip.
FACTOR = Decimal(3)


def doubts(a: Claim, b: Claim, policy: Policy) -> str | None:
    """The doubt in words, or None; symmetric."""
    if a.source == b.source and not _slipped(a, b):
        return "one text gives both, more likely of two things"
    if a.kind is Kind.ROLE:
        return None
    if _two_nouns(a, b, policy.kin):
        return "other things are counted"
    if one_rule(a, b):
        return None
    if a.kind is Kind.AGE and not _one_person(a, b):
        return "ages, and not of one person by name"
    if telling(a, b):
        return None
    if _two_metrics(a, b, policy.akin):
        return "rules name two metrics"
    if a.names and b.names and not a.names & b.names:
        return "the sentences share no name"
    if _two_subjects(a, b, policy.kin):
        return "said of two subjects"
    return distant(a, b)


def _two_nouns(a: Claim, b: Claim, kin: Mapping[str, str]) -> bool:
    """Whether both are counts of something, and not of one noun or its kin."""
    if a.kind is not Kind.COUNT or b.kind is not Kind.COUNT or a.unit is None or b.unit is None:
        return False
    one, other = (_words(c.unit or "", kin) for c in (a, b))
    return not one & other


def _one_person(a: Claim, b: Claim) -> bool:
    """Whether both are said of somebody, and some word of the two names or descriptions is the same."""
    if a.subject is None or b.subject is None:
        return False
    return bool(set(a.subject.id.split()) & set(b.subject.id.split()))


def _two_subjects(a: Claim, b: Claim, kin: Mapping[str, str]) -> bool:
    """Whether both are said of something with a name, and the two names share no word.

    "The couple" may well be the Archers; a description is no name.
    """
    if a.subject is None or b.subject is None or a.subject.id == b.subject.id:
        return False
    if not (_is_name(a.subject.label) and _is_name(b.subject.label)):
        return False
    one, other = (_words(s.label, kin) for s in (a.subject, b.subject))
    return bool(one and other) and not one & other


def _is_name(label: str) -> bool:
    return any(word[:1].isupper() for word in label.split())


def _words(text: str, kin: Mapping[str, str]) -> frozenset[str]:
    return frozenset(kin.get(word, word) for word in stems(text))


def distant(a: Claim, b: Claim) -> str | None:
    """The doubt about two values, bounds or not, that lie far apart: a bound far off admits all and tells nothing."""
    return "too far apart for two reports of one thing, and no slip explains it" if far_apart(a, b) else None


def one_rule(a: Claim, b: Claim) -> bool:
    """Whether a rule's metric and one subject bind both."""
    same = a.subject is not None and b.subject is not None and a.subject.id == b.subject.id
    return same and not _is_open(a) and not _is_open(b)


def _slipped(a: Claim, b: Claim) -> bool:
    """Whether a slip makes two values of one rule and subject fit: then one text may well contradict itself."""
    x, y = a.norm or a.value, b.norm or b.value
    return one_rule(a, b) and x is not None and y is not None and slip(x, y, a.dimension) is not None


def _two_metrics(a: Claim, b: Claim, akin: Mapping[str, str]) -> bool:
    if a.metric is None or b.metric is None or a.metric.is_open or b.metric.is_open:
        return False
    return akin.get(a.metric.id, a.metric.id) != akin.get(b.metric.id, b.metric.id)


def _is_open(claim: Claim) -> bool:
    return claim.metric is None or claim.metric.is_open


def far_apart(a: Claim, b: Claim) -> bool:
    """Whether one value is several times the other and no slip makes them fit."""
    x, y = a.norm or a.value, b.norm or b.value
    if x is None or y is None or slip(x, y, a.dimension) is not None:
        return False
    low, high = sorted(abs((v.low if v.low is not None else v.high) or Decimal(0)) for v in (x, y))
    return high > low * FACTOR


def strict(a: Claim, b: Claim) -> Judged | None:
    """Said in nearly the same words, a bound is meant: "more than 130" leaves out 130 itself."""
    x, y = a.norm or a.value, b.norm or b.value
    if x is not None and y is not None and in_one_slot(a, b) and _rounded_at_most(x, y):
        return Judged(Relation.CONFLICT, "the same sentence, once with another figure")
    if x is None or y is None or x.is_point == y.is_point or x.bounds.overlaps(y.bounds):
        return None
    bound = y if x.is_point else x
    if None not in (bound.low, bound.high) or not (bound.bounds.low_open or bound.bounds.high_open):
        return None
    return Judged(Relation.CONFLICT, "the same words, once with a bound that leaves the other out")


def _rounded_at_most(x: Value, y: Value) -> bool:
    """Whether two plain numbers fit only if the zeros of one are rounding: who copies a sentence does not round."""
    plain = x.is_point and y.is_point and x.soft is None and y.soft is None
    return plain and relate_values(x, y).relation is Relation.COMPATIBLE
