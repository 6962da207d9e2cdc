"""Which claim is which from run to run: by what is said, never by where in the file it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reconcile.model.claim import Claim
from reconcile.model.names import folded
from reconcile.model.value import plain


def claim_key(claim: Claim) -> str:
    """What a source speaks of, without the value it gives or the time: the same before and after a correction."""
    metric = claim.metric
    return _digest(
        (
            claim.source,
            str(claim.kind),
            claim.subject.id if claim.subject is not None else "",
            "" if metric is None else folded(metric.label) if metric.is_open else metric.id,
            claim.dimension or "",
            claim.per or "",
            claim.organisation.id if claim.organisation is not None else "",
            *(f"{name}={value}" for name, value in sorted(claim.qualifiers.items())),
        )
    )


def claim_digest(claim: Claim) -> str:
    """The key with all that was read of the value: another one once the source or the reading of it has changed."""
    value = claim.value
    bounds = () if value is None else (value.low, value.high)
    return _digest(
        (
            claim_key(claim),
            claim.unit or "",
            *("" if end is None else plain(end) for end in bounds),
            claim.period.edtf if claim.period is not None else "",
            " ".join(claim.quote.split()),
            str(claim.factuality),
            *claim.titles,
            "\1",
            *claim.ahead,
        )
    )


def text_digest(text: str) -> str:
    """The same for two texts that differ in white space only."""
    return _digest((" ".join(text.split()),))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
