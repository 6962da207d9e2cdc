"""Coverage: every numeral and date of a text is bound in a claim, excused by a named rule, or unread."""

from __future__ import annotations

from reconcile.extract.claims import Extraction
from reconcile.model.document import Document
from reconcile.model.mention import Mention
from reconcile.model.run import Coverage, Unread


def coverage(document: Document, mentions: tuple[Mention, ...], extraction: Extraction) -> Coverage:
    """What of a document's mentions is in claims, and what is not."""
    claimed = {claim.span for claim in extraction.claims}
    periods = {claim.period for claim in extraction.claims}
    excuses = {mention.span: why for mention, why in extraction.excused}
    bound, excused, unread = 0, [], []
    for mention in mentions:
        dated = mention.timex is not None and mention.timex.period in periods
        if mention.span in claimed or dated:
            bound += 1
        elif mention.span in excuses:
            excused.append(Unread(document.id, mention.span, mention.quote, excuses[mention.span]))
        else:
            unread.append(Unread(document.id, mention.span, mention.quote, None))
    return Coverage(document.id, bound, tuple(excused), tuple(unread))
