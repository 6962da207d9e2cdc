"""The publication date an article gives itself: a line near its top that holds a full date and little else."""

from __future__ import annotations

from datetime import date, datetime

from reconcile.extract.draft import claim_id
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.document import Scope
from reconcile.model.mention import Kind, Mention
from reconcile.model.period import Grain
from reconcile.model.segments import Segments

# Words such a line may have beside the date ("Published on", "Updated:", a bullet).
SPARE = 3
TOP = 6


def date_line(segments: Segments, mentions: tuple[Mention, ...]) -> Mention | None:
    """The mention of the first full date that has a line near the top almost to itself."""
    for sentence in segments.sentences[:TOP]:
        if sentence.scope is Scope.BODY:
            return None
        for mention in mentions:
            inside = sentence.span.start <= mention.span.start and mention.span.end <= sentence.span.end
            if inside and day_of(mention) is not None:
                text = segments.document.text
                rest = text[sentence.span.start : mention.span.start] + text[mention.span.end : sentence.span.end]
                if len(rest.split()) <= SPARE:
                    return mention
    return None


def date_line_claim(segments: Segments, line: Mention) -> Claim:
    """The claim a date line makes: when the article was published."""
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
            Step("dateline.line", "a line near the top that holds a full date: the day of publication"),
        ),
        subject=Subject(document.id, "this article"),
        metric=Metric("published", "published"),
        period=line.timex.period if line.timex is not None else None,
    )


def day_of(mention: Mention) -> date | None:
    """The day a mention names in full."""
    timex = mention.timex
    if mention.kind is not Kind.DATE or timex is None or timex.period is None or timex.basis != "stated":
        return None
    start = timex.period.start
    if timex.period.grain.rank > Grain.DAY.rank or start is None:
        return None
    return start.date() if isinstance(start, datetime) else start
