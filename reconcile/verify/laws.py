"""The laws of one text that can be replayed from the values of its claims alone, by the code of the finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.reconciler.checks.lists import misplaced
from reconcile.reconciler.checks.parts import adds_up
from reconcile.reconciler.checks.plausible_range import outside
from reconcile.reconciler.checks.remainder import figures
from reconcile.reconciler.checks.shares import make_whole
from reconcile.rules.load import Pack

Law = Callable[[tuple[Claim, ...], Pack], bool]


def _range(sides: tuple[Claim, ...], pack: Pack) -> bool:
    return not any(outside(claim, pack) for claim in sides)


def _rank(sides: tuple[Claim, ...], _pack: Pack) -> bool:
    return not any(misplaced(claim) for claim in sides)


def _shares(sides: tuple[Claim, ...], _pack: Pack) -> bool:
    if all(c.kind is Kind.PERCENT for c in sides):
        return make_whole(sides)
    each = {side.id: side for side in sides}.values()
    rest, part, *given = (c for side in each for c in figures(side))
    return bool(given) and adds_up(given[0], (part, rest))


def _sum(sides: tuple[Claim, ...], _pack: Pack) -> bool:
    total, *parts = sides
    return adds_up(total, tuple(parts))


LAWS: Mapping[str, Law] = MappingProxyType({"RC401": _range, "RC405": _sum, "RC406": _shares, "RC412": _rank})


def holds(code: str, sides: tuple[Claim, ...], pack: Pack) -> bool:
    """Whether the claims of a finding keep the law that it says they break; False where that cannot be told."""
    law = LAWS.get(code)
    return law is not None and bool(sides) and law(sides, pack)
