"""Shares as readers like them."""

from __future__ import annotations

from reconcile.model.run import whole_percent


def percent(part: int, whole: int) -> str:
    """A share in whole percent, rounded down, so that 100% means all of it.

    >>> percent(199, 200)
    '99%'
    """
    share = whole_percent(part, whole)
    return "–" if share is None else f"{share}%"
