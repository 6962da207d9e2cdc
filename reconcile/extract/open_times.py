"""Times that a text leaves open, told to whoever can give the publication date that would settle them."""

from __future__ import annotations

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim
from reconcile.model.document import Document


def open_times(document: Document, claims: tuple[Claim, ...]) -> tuple[Diagnostic, ...]:
    """A note for each claim whose time lacks what only a publication date could give."""
    return tuple(
        Diagnostic(
            "time.unresolved",
            Severity.NOTE,
            f"“{claim.quote}” is left open as {claim.period.edtf}: no year or day to count from; "
            "a publication date in sources.yaml would settle it",
            document.where(claim.span.start),
        )
        for claim in claims
        if claim.period is not None and not claim.period.is_resolved
    )
