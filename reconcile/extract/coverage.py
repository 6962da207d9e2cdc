"""Coverage: every numeral and date of a text is bound in a claim, excused by a named rule, or unread."""

from __future__ import annotations

from reconcile.extract.claims import Extraction
from reconcile.model.document import Document
from reconcile.model.excuse import Excuse
from reconcile.model.mention import Mention
from reconcile.model.run import Coverage, Unread
from reconcile.model.span import Span


def coverage(
    document: Document, mentions: tuple[Mention, ...], extraction: Extraction, outside: tuple[Excuse, ...]
) -> Coverage:
    """What of a document's mentions is in claims and what is not; `outside` are the numerals in no mention at all."""
    claimed = {claim.span for claim in extraction.claims}
    periods = {claim.period for claim in extraction.claims}
    excuses = {mention.span: why for mention, why in extraction.excused}
    bound: list[Span] = []
    excused, unread = [], []
    for mention in mentions:
        dated = mention.timex is not None and mention.timex.own in periods
        if mention.span in claimed or dated:
            bound.append(mention.span)
        elif mention.span in excuses:
            excused.append(Unread(document.id, mention.span, mention.quote, excuses[mention.span]))
        else:
            unread.append(Unread(document.id, mention.span, mention.quote, None))
    for excuse in outside:
        entry = Unread(document.id, excuse.span, excuse.quote, excuse.rule)
        (unread if excuse.rule is None else excused).append(entry)
    return Coverage(document.id, len(bound), _sorted(excused), _sorted(unread), tuple(sorted(bound)))


def _sorted(entries: list[Unread]) -> tuple[Unread, ...]:
    return tuple(sorted(entries, key=lambda u: u.span))
