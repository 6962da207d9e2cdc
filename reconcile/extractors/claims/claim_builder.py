"""From parts to a claim: identity, anchors, trail, and values of lengths. Every kind of claim is made here and
nowhere else.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.document import Segments
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.model.span import Span
from reconcile.model.timeexpr import Length, Unit
from reconcile.model.value import Interval, Value
from reconcile.model.words import near, singular, stems
from reconcile.text.parse import SentenceParse


@dataclass(frozen=True, slots=True)
class Binding:
    """What a frame gives a value: its subject, a label of what is measured, and the steps that say so.

    Where the noun before the value is the metric, only `triggers_before` the value can name it.
    """

    subject: Subject | None
    label: str
    steps: tuple[Step, ...]
    triggers_before: bool = False


def claim_id(source: str, span: Span, kind: Kind) -> str:
    """The same for the same place, kind and source in every run."""
    return hashlib.sha256(f"{source}\0{span.start}\0{span.end}\0{kind}".encode()).hexdigest()[:12]


def new_claim(parse: SentenceParse, span: Span, kind: Kind, rule: str, trail: tuple[Step, ...]) -> Claim:
    """A claim with its anchors and nothing else; `trail` must not be empty."""
    document = parse.segments.document
    return Claim(
        id=claim_id(document.id, span, kind),
        source=document.id,
        span=span,
        quote=document.text[span.start : span.end],
        sentence=parse.sentence.span,
        kind=kind,
        rule=rule,
        trail=trail,
        context=near(document.text, parse.sentence.span, span),
        names=frozenset(stem for name in parse.names for stem in stems(name.label)),
    )


def with_value(claim: Claim, mention: Mention) -> Claim:
    """A claim with the value of a mention, a counted noun in the singular."""
    counts = mention.kind is Kind.COUNT and bool(mention.unit)
    return replace(
        claim,
        value=mention.value,
        unit=singular(mention.unit) if counts and mention.unit else mention.unit,
        dimension=mention.dimension,
        per=mention.per,
        hedge=mention.hedge,
        readings=mention.readings,
    )


def sentence_parts(
    segments: Segments, names: tuple[Name, ...], mentions: tuple[Mention, ...], index: int
) -> tuple[tuple[Name, ...], tuple[Mention, ...]]:
    """The names and mentions of a document, both in the order of the text, that stand in its sentence `index`."""
    sentence = segments.sentences[index]
    a, b = (bisect_left(names, end, key=lambda name: name.first) for end in (sentence.first, sentence.last))
    c, d = (bisect_left(mentions, end, key=lambda mention: mention.span.start) for end in sentence.span)
    return names[a:b], mentions[c:d]


def read_step(mention: Mention) -> Step:
    """The first step of a trail: what the recogniser understood."""
    return Step(mention.rule, f"“{mention.quote}” read as {mention.kind}")


def open_metric(parse: SentenceParse, label: str) -> Metric:
    """A metric that no rule names: its label, and the stems of the label's content words."""
    return Metric("open", label, stems(label, parse.pack.language.function_words))


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


BELOW = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})
ABOVE = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})
SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600, Unit.DAY: 86400, Unit.WEEK: 604800}
MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


def with_length(mention: Mention) -> Mention:
    """A duration with its value in its largest unit; any other mention, and one that names no number, as it is."""
    timex = mention.timex
    if mention.kind is not Kind.DURATION or mention.value is not None or timex is None or timex.expr is None:
        return mention
    core = timex.expr.core
    if not isinstance(core, Length) or not core.parts:
        return mention
    unit = str(core.parts[0].unit)
    number = _in_first_unit(core)
    if number is None:
        return mention
    return replace(mention, value=_value(number, timex.mod), unit=unit, dimension=mention.dimension or "duration")


def _in_first_unit(length: Length) -> Decimal | None:
    """The sum of the parts in the unit of the first; None where they share no fixed measure."""
    first = length.parts[0]
    if len(length.parts) == 1:
        return first.number
    table = next((t for t in (SECONDS, MONTHS) if all(p.unit in t for p in length.parts)), None)
    if table is None or any(p.number is None for p in length.parts):
        return None
    total = sum((p.number or 0) * table[p.unit] for p in length.parts)
    return Decimal(total) / table[first.unit]


def _value(number: Decimal, mod: str | None) -> Value:
    if mod in BELOW:
        return Value(Interval(None, number, low_open=False, high_open=mod == "LESS_THAN"))
    if mod in ABOVE:
        return Value(Interval(number, None, low_open=mod == "MORE_THAN", high_open=False))
    return Value.exact(number)
