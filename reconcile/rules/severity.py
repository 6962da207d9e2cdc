"""What moves the severity of a finding up or down: the part `severity` of `policy.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import msgspec


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value that means something: on which side of it a share or rate lies changes what is said.

    `name`: what it is called in the report
    `at`: its value, in the metric's usual unit
    `metrics`: the metrics it is one of, by id
    """

    name: str
    at: Decimal
    metrics: tuple[str, ...]


class Severities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many steps each cause moves a severity; a cause that is not named does not.

    `raises`: threshold (the sides lie on two sides of one), direction (one rose, the other fell), rank (only one is
        first, or another's value lies between)
    `lowers`: weak-subject (a subject reached through a pronoun or description), one-day-unknown, echo (all sides copy
        one origin)
    `thresholds`: those that count
    """

    raises: dict[str, int] = {}
    lowers: dict[str, int] = {}
    thresholds: tuple[Threshold, ...] = ()


def merged(parts: Iterable[Severities]) -> Severities:
    """All parts as one; a later part wins cause by cause, thresholds add up."""
    raises: dict[str, int] = {}
    lowers: dict[str, int] = {}
    thresholds: list[Threshold] = []
    for part in parts:
        raises |= part.raises
        lowers |= part.lowers
        thresholds.extend(part.thresholds)
    return Severities(raises, lowers, tuple(thresholds))
