"""The manifest: what a report was made with and of, by version and digest."""

from __future__ import annotations

import hashlib

from reconcile.model.document import Document
from reconcile.version import __version__


def manifest(rules: str, documents: tuple[Document, ...]) -> dict[str, object]:
    """The manifest of a run over documents by the rules of that digest."""
    return {
        "tool": "reconcile",
        "version": __version__,
        "rules": rules,
        "sources": [
            {
                "id": d.id,
                "sha256": hashlib.sha256(d.text.encode()).hexdigest(),
                "published": d.source.published.isoformat() if d.source.published else None,
                "published_from": d.source.published_from,
                **({"declared": True} if d.source.declared else {}),
            }
            for d in documents
        ],
    }
