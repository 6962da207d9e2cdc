"""What tells two values apart, however alike their words: unit, rate, time, scope, metric, and who it is said of."""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.period import Period

# Kinds that one thing may be given in: "515 injured" and "515 people injured".
SAME_SORT = {Kind.NUMBER: Kind.COUNT, Kind.RATIO: Kind.PERCENT}
# How EDTF begins for a day of the week in a week not known.
WEEKDAY = "XXXX-WXX-"


def sort_of(claim: Claim) -> tuple[str, str]:
    """The block a claim is compared in: its kind, and what it is measured in where units do not meet."""
    kind = SAME_SORT.get(claim.kind, claim.kind)
    if claim.dimension == "currency":
        return str(kind), claim.unit or ""
    measured = (claim.norm_unit or claim.unit or "") if claim.kind is Kind.MEASURE else ""
    return str(kind), measured


def apart(a: Claim, b: Claim) -> bool:
    """Whether structure says that two claims of one sort are of two things; symmetric.

    One text gives one thing one value; where it gives two, they are of two things (within a text, the checks of
    `judge.within` look for slips).
    """
    return (
        (a.source == b.source and _differ(a, b))
        or a.per != b.per
        or any(a.qualifiers[k] != b.qualifiers[k] for k in a.qualifiers.keys() & b.qualifiers.keys())
        or _two_metrics(a, b)
        or (a.kind is not Kind.DATE and times_apart(a.period, b.period) and not _told_whenever(a, b))
        or _two_persons(a, b)
    )


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two claims of one text, not both of one rule's metric, cannot be one value said twice."""
    if a.metric is not None and b.metric is not None and not a.metric.is_open and not b.metric.is_open:
        return False
    if a.sentence == b.sentence:
        return True
    if a.value is None or b.value is None:
        return a.period != b.period
    return not a.value.written(loose=True).overlaps(b.value.written(loose=True))


def _two_metrics(a: Claim, b: Claim) -> bool:
    if a.metric is None or b.metric is None or a.metric.is_open or b.metric.is_open:
        return False
    return a.metric.id != b.metric.id


def times_apart(a: Period | None, b: Period | None) -> bool:
    """Whether both times are known and share no moment; two weekdays differ also where their week is not known."""
    if a is None or b is None:
        return False
    if not (a.is_resolved and b.is_resolved):
        return a.edtf.startswith(WEEKDAY) and b.edtf.startswith(WEEKDAY) and a.edtf != b.edtf
    return not a.overlaps(b)


def _told_whenever(a: Claim, b: Claim) -> bool:
    """Whether a rule's metric has the week of the news for its time, which is when it was told and not when it was."""
    ruled = a.metric is not None and b.metric is not None and not (a.metric.is_open or b.metric.is_open)
    return ruled and any(step.rule == "period.news" for claim in (a, b) for step in claim.trail)


def _two_persons(a: Claim, b: Claim) -> bool:
    """Ages belong to persons: two of different named subjects are two persons."""
    if a.kind is not Kind.AGE or a.subject is None or b.subject is None:
        return False
    one, other = set(a.subject.id.split()), set(b.subject.id.split())
    return not one & other
