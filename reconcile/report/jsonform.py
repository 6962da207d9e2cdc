"""Reports as JSON: the same bytes for the same run, and the manifest that says what it was made with and of."""

from __future__ import annotations

import hashlib
import json

from reconcile.model.document import Document
from reconcile.report.gfm import whole
from reconcile.version import __version__


def json_text(value: object) -> str:
    """JSON as this package writes it: indented, characters as they are."""
    return whole(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def manifest(rules: str, documents: tuple[Document, ...]) -> dict[str, object]:
    """What a report over documents is made with and of, by version and digest; `rules` is the digest of the rules."""
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
