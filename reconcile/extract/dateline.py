"""The claim an article makes about itself: the day it was published, in its dateline or a line near its top."""

from __future__ import annotations

from reconcile.extract.draft import claim_id
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.mention import Mention
from reconcile.model.segments import Segments


def date_line_claim(segments: Segments, line: Mention) -> Claim:
    """The claim of a date line or dateline, whose time is `line`: when the article was published."""
    document = segments.document
    sentence = next(s for s in segments.sentences if s.span.covers(line.span))
    return Claim(
        id=claim_id(document.id, line.span, line.kind),
        source=document.id,
        span=line.span,
        quote=line.quote,
        sentence=sentence.span,
        kind=line.kind,
        rule="dateline.line",
        trail=(
            Step(line.rule, f"“{line.quote}” read as {line.kind}"),
            Step("dateline.line", "the day of publication, from a dateline or a line near the top"),
        ),
        subject=Subject(document.id, "this article"),
        metric=Metric("published", "published"),
        period=line.timex.own if line.timex is not None else None,
    )
