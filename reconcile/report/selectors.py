"""Anchors as the W3C's Web Annotation model writes them: by offsets, and by the words with those around them."""

from __future__ import annotations

from reconcile.model.document import Document
from reconcile.model.span import Span

# So many code points on either side tell one place of a text from another.
AROUND = 32


def selectors(document: Document, span: Span) -> tuple[dict[str, object], dict[str, object]]:
    """A TextPositionSelector and a TextQuoteSelector for one place; offsets are code points, as the model wants."""
    text = document.text
    return (
        {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end},
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": text[span.start : span.end],
            "oa:prefix": text[max(0, span.start - AROUND) : span.start],
            "oa:suffix": text[span.end : span.end + AROUND],
        },
    )
