"""What tells two values apart, however alike their words: unit, rate, time, scope, metric, and who it is said of.

What the values of two claims say of their being one: a tie among likely matches, or a distance no report spans.

Two values are never put together because they are equal; but of several matches alike in words the equal one is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reconcile.model.claim import CLASS, DIFFERENCE, Claim, rates_differ
from reconcile.model.mention import WHEN, Kind
from reconcile.model.period import Period
from reconcile.model.value import significant_digits
from reconcile.reconciler.matching.clock_times import is_clock_against_day, same_clock_time
from reconcile.rules.policy import Policy

# Two reports of one thing are seldom farther apart than this.
FACTOR = Decimal(4)
# A text may give two reports of one thing that differ by this part; what differs by more is of two.
NEAR = Decimal("0.15")


def values_fit(a: Claim, b: Claim) -> bool:
    """Whether some number, or time, would be written as both are; of two as precise, only the same number."""
    x, y = a.scaled_value, b.scaled_value
    if x is not None and y is not None:
        if x.is_point and y.is_point:
            return x.low == y.low if x.ulp == y.ulp else x.rounds_with(y)
        return x.written().overlaps(y.written())
    same = same_clock_time(a, b)
    if same is not None:
        return same
    if x is not y or a.period is None or b.period is None or a.period.edtf != b.period.edtf:
        return False
    return a.period.says_something or a.quote.casefold() == b.quote.casefold()


def values_far_apart(a: Claim, b: Claim) -> bool:
    """Whether one value is several times the other, and no slip of the pen makes the one of the other."""
    x, y = a.scaled_value, b.scaled_value
    if x is None or y is None:
        return False
    low, high = sorted((x.magnitude, y.magnitude))
    return high > low * FACTOR and not _may_be_slip(low, high)


def values_differ(a: Claim, b: Claim) -> bool:
    """Whether two values of one text differ by more than how they are rounded or a slip of the pen."""
    x, y = a.scaled_value, b.scaled_value
    if x is None or y is None:
        return a.period != b.period
    low, high = sorted((x.magnitude, y.magnitude))
    return high - low > NEAR * high and not x.bounds.overlaps(y.bounds) and not _may_be_slip(low, high)


def _may_be_slip(x: Decimal, y: Decimal) -> bool:
    """Whether two numbers have the same digits in any order, as with the scale or the digits mistaken."""
    return sorted(significant_digits(x)) == sorted(significant_digits(y))


# Kinds that one thing may be given in: "515 injured" and "515 people injured".
SAME_SORT = {Kind.NUMBER: Kind.COUNT, Kind.RATIO: Kind.PERCENT, Kind.TIME: Kind.DATE}
# Kinds that are compared in one unit only.
MEASURED = frozenset({Kind.MEASURE, Kind.DURATION})
# The dimension of what is won, lost or scored: no count of anything else.
SCORE = "score"
# Days for which a count of one event goes on.
GOING_ON = 7


def block_key(claim: Claim) -> tuple[str, str]:
    """The block a claim is compared in: its kind, and what it is measured in where units do not meet."""
    kind = SAME_SORT.get(claim.kind, claim.kind)
    if claim.dimension == "currency":
        return str(kind), claim.unit or ""
    measured = (claim.norm_unit or claim.unit or "") if claim.kind in MEASURED else ""
    return str(kind), measured


def differ_in_structure(a: Claim, b: Claim, growing: frozenset[str] = frozenset()) -> bool:
    """Whether structure says that two claims of one sort are of two things; symmetric.

    One text gives one thing one value; where it gives two, they are of two things (within a text, the checks of
    `reconciler.checks` look for slips). `growing` are the metrics that only grow: what is told of one on two days of a
    week is one count going on.
    """
    return (
        (a.source == b.source and _differ(a, b))
        or rates_differ(a, b)
        or _scores_differ(a, b)
        or scopes_differ(a, b)
        or (a.kind not in WHEN and _times_differ(a, b, growing))
        or is_clock_against_day(a, b)
        or _two_persons(a, b)
    )


def _scores_differ(a: Claim, b: Claim) -> bool:
    """Whether one counts what is won or scored and the other something else, or what another wins or scores."""
    if SCORE not in (a.dimension, b.dimension):
        return False
    one, other = a.subject, b.subject
    return a.dimension != b.dimension or one is None or other is None or one.id != other.id


def scopes_differ(a: Claim, b: Claim) -> bool:
    """Whether one alone has an essential qualifier, or some qualifier that both state differs."""
    if any(a.qualifiers.get(k) != b.qualifiers.get(k) for k in (CLASS, DIFFERENCE)):
        return True
    return any(a.qualifiers[k] != b.qualifiers[k] for k in a.qualifiers.keys() & b.qualifiers.keys())


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two claims of one text cannot be one value said twice; of one rule's metric a slip may part them."""
    if has_rule(a) and has_rule(b):
        return values_differ(a, b)
    if a.sentence == b.sentence:
        return True
    if a.value is None or b.value is None:
        return a.period != b.period
    return not a.value.written(loose=True).overlaps(b.value.written(loose=True))


def same_metric_rule(a: Claim, b: Claim) -> bool:
    """Whether a rule names the metric of both, and both are said of one subject."""
    if a.metric is None or b.metric is None or a.subject is None or b.subject is None:
        return False
    return not a.metric.is_open and a.metric.id == b.metric.id and a.subject.id == b.subject.id


def has_rule(claim: Claim) -> bool:
    """Whether a rule names the metric of a claim."""
    return claim.metric is not None and not claim.metric.is_open


def has_name(claim: Claim) -> bool:
    """Whether the subject of a claim begins with a capital: "Acme", and not "people" or "the fire"."""
    return claim.subject is not None and claim.subject.label[:1].isupper()


def two_nouns(a: Claim, b: Claim, policy: Policy) -> bool:
    """Whether both count something, and not one thing: what is counted is of no common synonym."""
    if a.kind is not Kind.COUNT or b.kind is not Kind.COUNT or a.unit is None or b.unit is None:
        return False
    return not policy.nouns(a.unit) & policy.nouns(b.unit)


def place_and_area(a: Claim, b: Claim, areas: frozenset[str]) -> bool:
    """Whether the one is of a place and the other of the area named after it: "Orle" and "Orle County"; symmetric."""
    if a.subject is None or b.subject is None or a.subject.id == b.subject.id:
        return False
    short, long = sorted((a.subject.id.split(), b.subject.id.split()), key=len)
    return long[:-1] == short and long[-1] in areas


def two_metrics(a: Claim, b: Claim, metric_synonyms: Mapping[str, str]) -> bool:
    """Whether rules name two metrics; `metric_synonyms` maps one that texts use for another to the first of
    their set.
    """
    if a.metric is None or b.metric is None or a.metric.is_open or b.metric.is_open:
        return False
    return metric_synonyms.get(a.metric.id, a.metric.id) != metric_synonyms.get(b.metric.id, b.metric.id)


def _times_differ(a: Claim, b: Claim, growing: frozenset[str]) -> bool:
    """A time taken from the publication parts two claims only where both have such a one, of one grain.

    It parts none of a rule's metric: a count of victims is told again weeks after.
    """
    if a.period is None or b.period is None or a.says_when != b.says_when:
        return False
    if not a.says_when and has_rule(a) and has_rule(b):
        return False
    if a.metric is not None and b.metric is not None and a.metric.id == b.metric.id and a.metric.id in growing:
        return a.period.gap(b.period) > GOING_ON
    return (a.says_when or a.period.grain is b.period.grain) and no_moment_shared(a.period, b.period)


def no_moment_shared(a: Period, b: Period) -> bool:
    """Whether both times are known and share no moment."""
    return a.is_resolved and b.is_resolved and not a.overlaps(b)


def _two_persons(a: Claim, b: Claim) -> bool:
    """Ages belong to persons: two of different named subjects are two persons; who is only spoken of is not named."""
    if a.kind is not Kind.AGE or a.subject is None or b.subject is None or a.subject.weak or b.subject.weak:
        return False
    one, other = set(a.subject.id.split()), set(b.subject.id.split())
    return not one & other
