"""The relation of two claims of one fact, by the kind of the fact."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.judge.titles import relate_holders, relate_titles
from reconcile.judge.values import Judged, relate_values
from reconcile.model.claim import Claim, Factuality
from reconcile.model.fact import FactKind
from reconcile.model.finding import Relation
from reconcile.model.period import Period
from reconcile.model.value import Value
from reconcile.rules.load import Pack
from reconcile.rules.metrics import Nature

TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET, Factuality.HYPOTHETICAL})
_DAY_OF_YEAR = re.compile(r"XXXX-\d\d-\d\d")
CLOSED = frozenset({Factuality.DENIED})


def relate(kind: FactKind, a: Claim, b: Claim, pack: Pack) -> Judged:
    """How two claims stand; symmetric."""
    if kind is FactKind.PERSON:
        return relate_titles(a, b, pack.offices)
    if kind is FactKind.OFFICE:
        return relate_holders(a, b)
    judged = _dates(a, b) if kind is FactKind.EVENT else _values(a, b, pack)
    return _stances(a, b, judged.relation) or judged


def _stances(a: Claim, b: Claim, found: Relation) -> Judged | None:
    """A forecast and a fact are of two things unless they say the same; a denial is never of what it denies."""
    if found in (Relation.AGREE, Relation.COMPATIBLE) and not {a.factuality, b.factuality} & CLOSED:
        return None
    if (a.factuality in TO_COME) != (b.factuality in TO_COME):
        return Judged(Relation.NOT_COMPARABLE, "one is a forecast or target, the other is not")
    if (a.factuality in CLOSED) != (b.factuality in CLOSED):
        return Judged(Relation.NOT_COMPARABLE, "one is denied, the other is not")
    return None


def _dates(a: Claim, b: Claim) -> Judged:
    if a.period is not None and b.period is not None and a.period.edtf == b.period.edtf != "":
        return Judged(Relation.AGREE, "the same time, as far as both give it")
    if a.period is None or b.period is None or not (a.period.is_resolved and b.period.is_resolved):
        if _another_day(a.period, b.period):
            return Judged(Relation.CONFLICT, "another day of the year, whatever the year")
        return Judged(Relation.UNDECIDED, "a publication date would settle the day of one side")
    if a.period == b.period:
        return Judged(Relation.AGREE, "the same time")
    if a.period.overlaps(b.period):
        return Judged(Relation.COMPATIBLE, "one time lies within the other")
    if a.quote.casefold() == b.quote.casefold():
        return Judged(Relation.UNDECIDED, "the same words, counted from different days")
    return Judged(Relation.CONFLICT, "the two times do not overlap")


def _another_day(a: Period | None, b: Period | None) -> bool:
    """Whether two times give month and day without the year, and not the same."""
    days = [p.edtf for p in (a, b) if p is not None and _DAY_OF_YEAR.fullmatch(p.edtf)]
    return len(days) == 2 and days[0] != days[1]


def _values(a: Claim, b: Claim, pack: Pack) -> Judged:
    x, y = a.norm or a.value, b.norm or b.value
    if x is None or y is None:
        return Judged(Relation.NOT_COMPARABLE, "one side has no value")
    if (a.norm_unit or a.unit) != (b.norm_unit or b.unit) and a.kind == b.kind and a.dimension == "currency":
        return _currencies(a, b, x, y)
    rule = pack.metrics.by_id.get(a.metric.id) if a.metric is not None else None
    judged = relate_values(x, y, (rule.tolerance if rule is not None else Decimal(0)) or pack.policy.tolerance)
    if judged.relation is not Relation.CONFLICT:
        return judged
    return _in_time(a, b, rule.nature if rule is not None else Nature.FLOW) or judged


def _currencies(a: Claim, b: Claim, x: Value, y: Value) -> Judged:
    """Two currencies do not meet without a rate; the very same digits in both are one label too many.

    A dollar may be any country's, so two dollars are never taken for a slip.
    """
    dollars = all((c.unit or "").endswith("D") for c in (a, b))
    if x.bounds == y.bounds and x.is_point and not dollars and a.period == b.period:
        return Judged(Relation.CONFLICT, f"the same figure in {a.unit} and in {b.unit}")
    return Judged(Relation.NOT_COMPARABLE, f"{a.unit} and {b.unit}: no rate table for that date")


def _in_time(a: Claim, b: Claim, nature: Nature) -> Judged | None:
    """A different value at a different time of something that moves is a revision, not a conflict."""
    if nature not in (Nature.INSTANT, Nature.CUMULATIVE):
        if _timed(a, nature) != _timed(b, nature):
            return Judged(Relation.UNDECIDED, "the period of one side is not known")
        return None
    if not (_known(a.period) and _known(b.period)):
        # a count of victims is news of one event: two figures are a conflict until a day shows that one is later
        settled = a.period == b.period or nature is Nature.CUMULATIVE
        return None if settled else Judged(Relation.UNDECIDED, "the day of one side is not known")
    if a.period is not None and b.period is not None and not a.period.overlaps(b.period):
        return Judged(Relation.REVISED, "given for different days, and it moves")
    return None


def _timed(claim: Claim, nature: Nature) -> bool:
    """Whether the time of a claim is known; of a constant, the week in which it was told is none."""
    told = nature is Nature.CONSTANT and any(step.rule == "period.news" for step in claim.trail)
    return _known(claim.period) and not told


def _known(period: Period | None) -> bool:
    return period is not None and period.is_resolved
