"""Coverage: every numeral and date of a text is bound in a claim, excused by a named rule, or unread."""

from __future__ import annotations

from reconcile.extract.claims import unclaimed
from reconcile.model.claim import Claim
from reconcile.model.mention import Mention
from reconcile.model.run import Coverage, Unread
from reconcile.model.segments import Segments


def coverage(segments: Segments, mentions: tuple[Mention, ...], claims: tuple[Claim, ...]) -> Coverage:
    """What of a document's mentions is in claims, and what is not."""
    document = segments.document
    left = unclaimed(mentions, claims)
    unread = tuple(Unread(document.id, m.span, m.quote, None) for m in left)
    return Coverage(document.id, len(mentions) - len(left), (), unread)
