"""The ways in which the claims of a fact give its value, each with all claims that say it in more or fewer digits.

Equal values are one way; a coarser figure, a bound or a hedge joins the one finer way that it fits, and stays alone
where it fits two, since it speaks for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from reconcile.judge.values import relate_values
from reconcile.model.claim import Claim
from reconcile.model.finding import Relation
from reconcile.model.period import Period
from reconcile.model.value import Value

# Beyond so many distinct values none is joined to another: that is no fact but a list.
DISTINCT = 60
FITS = frozenset({Relation.AGREE, Relation.COMPATIBLE})


class Way(NamedTuple):
    """A value as its finest figure gives it, and the claims that give it."""

    value: Value
    claims: tuple[Claim, ...]


def by_period(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims by the period they are of: a later value of something that moves contradicts no earlier one."""
    parts: defaultdict[Period | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        parts[claim.period].append(claim)
    return tuple(tuple(part) for part in parts.values())


def ways(claims: Iterable[Claim]) -> tuple[Way, ...]:
    """The ways of the claims that have a value, in the order in which each was first given."""
    same: defaultdict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = _value(claim)
        if value is not None:
            same[(value.bounds, value.soft, claim.norm_unit or claim.unit, claim.per)].append(claim)
    parts = list(same.values())
    if 1 < len(parts) <= DISTINCT:
        parts = _joined(parts)
    return tuple(Way(min((v for c in part if (v := _value(c))), key=_coarseness), tuple(part)) for part in parts)


def _joined(parts: list[list[Claim]]) -> list[list[Claim]]:
    """Each part that fits exactly one finer way put to it, coarser ones last."""
    order = {id_: i for i, id_ in enumerate(part[0].id for part in parts)}
    homes: list[list[Claim]] = []
    for part in sorted(parts, key=lambda p: (_coarseness(_value(p[0])), order[p[0].id])):
        fitting = [home for home in homes if _fit(home[0], part[0])]
        if len(fitting) == 1:
            fitting[0].extend(part)
        else:
            homes.append(list(part))
    return sorted(homes, key=lambda home: min(order[c.id] for c in home if c.id in order))


def _fit(fine: Claim, coarse: Claim) -> bool:
    a, b = _value(fine), _value(coarse)
    alike = (fine.norm_unit or fine.unit, fine.per) == (coarse.norm_unit or coarse.unit, coarse.per)
    return alike and a is not None and b is not None and relate_values(a, b).relation in FITS


def _value(claim: Claim) -> Value | None:
    return claim.norm or claim.value


def _coarseness(value: Value | None) -> tuple[bool, bool, Decimal]:
    """Points before bounds and hedges, then by the place of the last digit that counts."""
    if value is None:
        return True, True, Decimal(0)
    return not value.is_point, value.soft is not None, value.loose_ulp or value.ulp or Decimal(0)
