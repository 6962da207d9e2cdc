"""What tells two values apart, however alike their words: unit, rate, time, scope, metric, and who it is said of.

What the values of two claims say of their being one: a tie among likely matches, or a distance no report spans.

Two values are never put together because they are equal; but of several matches alike in words the equal one is taken.
"""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from reconcile.model.claim import CLASS, DIFFERENCE, Claim, rates_differ
from reconcile.model.mention import WHEN, Kind
from reconcile.model.period import Period
from reconcile.model.value import significant_digits
from reconcile.model.words import stems
from reconcile.reconciler.matching.clock_times import is_clock_against_day, same_clock_time
from reconcile.rules.policy import Policy

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


def cannot_link(a: Claim, b: Claim, growing: Container[str] = ()) -> bool:
    """Whether structure says that two claims of one sort are of two things; symmetric.

    `growing` are the metrics that only grow: what is told of one on two days of a week is one count going on.
    """
    return (
        rates_differ(a, b)
        or _scores_differ(a, b)
        or scopes_differ(a, b)
        or is_clock_against_day(a, b)
        or _are_at_two_times(a, b, growing)
        or _two_persons(a, b)
    )


def differ_within_text(a: Claim, b: Claim) -> bool:
    """Whether one text gives both and they differ: it gives one thing one value (slips are for `reconciler.checks`)."""
    return a.source == b.source and _differ(a, b)


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
    ruled = has_rule(a) and has_rule(b)
    if a.sentence == b.sentence and not ruled:
        return True
    if a.value is None or b.value is None:
        return a.period != b.period
    x, y = a.stated_value, b.stated_value
    return not x.written(loose=True).overlaps(y.written(loose=True)) and not (
        ruled and _may_be_slip(x.magnitude, y.magnitude)
    )


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


def two_slots(a: Claim, b: Claim, policy: Policy) -> bool:
    """Whether rules name two metrics, and what is counted is of no common synonym: employees and printers sold."""
    if a.metric is None or b.metric is None or not (has_rule(a) and has_rule(b)):
        return False
    one, other = (policy.metric_synonyms.get(c.metric.id, c.metric.id) for c in (a, b) if c.metric is not None)
    return one != other and two_nouns(a, b, policy)


def place_and_area(a: Claim, b: Claim, areas: frozenset[str]) -> bool:
    """Whether the one is of a place and the other of the area named after it: "Orle" and "Orle County"; symmetric."""
    if a.subject is None or b.subject is None or a.subject.id == b.subject.id:
        return False
    short, long = sorted((a.subject.id.split(), b.subject.id.split()), key=len)
    return long[:-1] == short and long[-1] in areas


def _are_at_two_times(a: Claim, b: Claim, growing: Container[str]) -> bool:
    """Whether two values are of two times that the texts themselves give; a count of one event goes on for a week."""
    if a.kind in WHEN or not (a.says_when and b.says_when) or a.period is None or b.period is None:
        return False
    if a.metric is not None and b.metric is not None and a.metric.id == b.metric.id and a.metric.id in growing:
        return a.period.gap(b.period) > GOING_ON
    return no_moment_shared(a.period, b.period)


def no_moment_shared(a: Period, b: Period) -> bool:
    """Whether both times are known and share no moment."""
    return a.is_resolved and b.is_resolved and not a.overlaps(b)


def _two_persons(a: Claim, b: Claim) -> bool:
    """Ages belong to persons: two of different named subjects are two persons; who is only spoken of is not named."""
    if a.kind is not Kind.AGE or a.subject is None or b.subject is None or a.subject.weak or b.subject.weak:
        return False
    one, other = set(a.subject.id.split()), set(b.subject.id.split())
    return not one & other


def is_one_statement(a: Claim, b: Claim) -> bool:
    """Whether both say the same, in their own words, of one subject by name and of one stated time."""
    if a.subject is None or b.subject is None or a.metric is None or b.metric is None:
        return False
    same = a.subject.id == b.subject.id and a.metric.content == b.metric.content and a.period == b.period
    return same and has_own_name(a) and has_own_name(b) and a.says_when and b.says_when


def has_own_name(claim: Claim) -> bool:
    """Whether the subject has a name: a capital, and no common word that has it for opening the sentence."""
    subject = claim.subject
    if subject is None or not any(word[:1].isupper() for word in subject.label.split()):
        return False
    return subject.weak or bool(stems(subject.label) & claim.names)
