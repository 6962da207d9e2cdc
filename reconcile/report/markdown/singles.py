"""What one source alone says: nothing contradicts it here, and nothing supports it."""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.report.escape import bold, escape
from reconcile.report.index import Index, place
from reconcile.report.quotes import in_quotes
from reconcile.report.reading import metric_words, scope_read, value_read
from reconcile.report.tables import filled, foldable


def singles(index: Index) -> list[str]:
    """The table of claims that no second source speaks to, by subject."""
    claims = sorted(_alone(index), key=_key)
    lines = ["## Said by one source alone", ""]
    if not index.run.claims:
        return []
    if not claims:
        return [*lines, "No claim stands alone.", ""]
    rows: list[tuple[str, ...]] = []
    before: str | None = None
    for claim in claims:
        subject = _subject(claim)
        rows.append(_row(index, claim, None if subject == before else subject))
        before = subject
    made = filled(("subject", "what", "says", "read as", "when, on whose word", "source"), rows)
    return [*lines, *foldable("Claims", len(rows), made), ""]


def _alone(index: Index) -> list[Claim]:
    shared = {name for group in index.shared() for name in group.claims}
    return [claim for claim in index.run.claims if claim.id not in shared]


def _subject(claim: Claim) -> str:
    return "" if claim.subject is None else claim.subject.label


def _key(claim: Claim) -> tuple[object, ...]:
    name = _subject(claim)
    return (not name, name.casefold(), name, metric_words(claim), *place(claim))


def _row(index: Index, claim: Claim, subject: str | None) -> tuple[str, ...]:
    read = value_read(claim)
    return (
        "" if subject is None else bold(subject) or "not known",
        escape(metric_words(claim)),
        in_quotes(escape(claim.quote)),
        "as it says" if read == claim.quote else escape(read),
        escape("; ".join(scope_read(claim, brief=True))),
        index.cite(claim.source, claim.span.start),
    )
