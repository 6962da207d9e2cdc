"""Shares as readers like them."""

from __future__ import annotations


def percent(part: int, whole: int) -> str:
    """A share in whole percent, rounded down, so that 100% means all of it.

    >>> percent(199, 200)
    '99%'
    """
    return "–" if whole == 0 else f"{100 * part // whole}%"
