"""Values that a text has given before: for those after them that go on from one or say it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model.claim import Subject
from reconcile.model.period import Period
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import AnchoredMention

# What a value is known again by in one text: its kind, unit and bounds.
ValueKey = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class PriorMeasurement:
    """A value that a claim gives: the number of its sentence, where it stands, what it is of and by which rule."""

    sentence: int
    anchored: AnchoredMention
    subject: Subject | None
    label: str
    rule: MetricRule | None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class MeasuredValues:
    """What each value of a text was last of: its subject and the words that name its metric.

    A value that is noted makes a new table and leaves this one. The newest notes stand in `layers` last, in mappings
    that each hold more than the next, so that noting n values copies each at most log n times (Bentley and Saxe).
    """

    layers: tuple[Mapping[ValueKey, tuple[Subject, str]], ...] = ()

    def get(self, key: ValueKey) -> tuple[Subject, str] | None:
        """The subject and words last noted of a value; None where none were."""
        return next((layer[key] for layer in reversed(self.layers) if key in layer), None)

    def note(self, key: ValueKey, subject: Subject, label: str) -> MeasuredValues:
        """The table with a value of `subject` added, `label` the words that name its metric."""
        kept, newest = self.layers, {key: (subject, label)}
        while kept and len(kept[-1]) <= len(newest):
            kept, newest = kept[:-1], {**kept[-1], **newest}
        return MeasuredValues((*kept, newest))


NO_VALUES = MeasuredValues()
