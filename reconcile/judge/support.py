"""On how many independent origins a group rests; copies of one origin count once."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Support


def support(claims: tuple[Claim, ...], documents: Mapping[str, Document]) -> Support:
    """`single` for one source, `echo` when all sources are copies of one origin, else `corroborated`."""
    if len({c.source for c in claims}) < 2:
        return Support.SINGLE
    origins = {_origin(c, documents) for c in claims}
    return Support.CORROBORATED if len(origins) > 1 else Support.ECHO


def _origin(claim: Claim, documents: Mapping[str, Document]) -> str:
    """A declared origin, else the sentence itself: the same sentence in two articles has one author."""
    document = documents[claim.source]
    if document.source.origin is not None:
        return document.source.origin
    return " ".join(document.text[claim.sentence.start : claim.sentence.end].lower().split())
