"""Coverage: every numeral and date of a text is bound in a claim, excused by a named rule, or unread."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extract.claims import Extraction
from reconcile.model.claim import Claim
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


def covering(coverage: Coverage, claims: tuple[Claim, ...]) -> Coverage:
    """The coverage with what has since come to be in a claim; all else as it was."""
    spans = {claim.span for claim in claims}
    excused, unread = (tuple(u for u in left if u.span not in spans) for left in (coverage.excused, coverage.unread))
    found = [u.span for u in (*coverage.excused, *coverage.unread) if u.span in spans]
    places = tuple(sorted((*coverage.places, *found)))
    return replace(coverage, bound=coverage.bound + len(found), excused=excused, unread=unread, places=places)


def _sorted(entries: list[Unread]) -> tuple[Unread, ...]:
    return tuple(sorted(entries, key=lambda u: u.span))
