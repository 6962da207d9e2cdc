"""Coverage as a row of signs: one for each number and date of a text, a gap where a new line with any begins."""

from __future__ import annotations

from reconcile.model.document import Document
from reconcile.model.run import Coverage

BOUND, EXCUSED, UNREAD = "●", "○", "×"
LEGEND = f"{BOUND} in a claim, {EXCUSED} set aside by a rule, {UNREAD} unread; a gap begins another line of the text."
# A longer row says no more.
_MOST = 2000


def marks(coverage: Coverage, document: Document | None) -> str:
    """The signs of one text in its order; without the document there are no lines, and so no gaps."""
    places = [(span.start, BOUND) for span in coverage.places]
    places += [(item.span.start, EXCUSED) for item in coverage.excused]
    places += [(item.span.start, UNREAD) for item in coverage.unread]
    signs: list[str] = []
    line = 0
    for start, sign in sorted(places)[:_MOST]:
        here = document.line(start) if document is not None else 0
        if signs and here != line:
            signs.append(" ")
        signs.append(sign)
        line = here
    return "".join(signs) + ("…" if len(places) > _MOST else "")
