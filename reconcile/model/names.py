"""Names: capitalised stretches that stand for one thing, resolved inside their document."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model.span import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[first, last)`.

    `id` is the id of an entity of the rules, or the folded full form used in the document ("Hurd" and "Mark Hurd" have
    one id); `type` is an entity type ("organisation", "person", "place", "product", "unknown").
    """

    first: int
    last: int
    span: Span
    label: str
    id: str
    type: str


def folded(label: str) -> str:
    """The form by which two spellings of a name or a phrase are the same."""
    return " ".join(label.lower().replace("’", "'").replace("‘", "'").split())
