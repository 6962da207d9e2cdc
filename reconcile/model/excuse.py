"""Excuses: why digits or a number word of a text are in no mention."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model.span import Span


@dataclass(frozen=True, slots=True)
class Excuse:
    """A run of digits or a number word outside every mention; `rule` names why, None where nothing read it."""

    span: Span
    quote: str
    rule: str | None

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {"start": self.span.start, "end": self.span.end, "quote": self.quote, "rule": self.rule}
