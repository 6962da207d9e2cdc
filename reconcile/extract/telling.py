"""A value that was told, for those after it that go on from it."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extract.frame import Bound
from reconcile.model.claim import Subject
from reconcile.model.period import Period
from reconcile.rules.metrics import MetricRule


@dataclass(frozen=True, slots=True)
class Telling:
    """A value that was told: the sentence's number, where it stands, what it is of and by which rule."""

    sentence: int
    bound: Bound
    subject: Subject | None
    label: str
    rule: MetricRule | None
    period: Period | None = None
