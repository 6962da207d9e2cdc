"""The form that the public contract gives each part of a report's JSON, and the record that is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

import msgspec

from reconcile.model.claim import Claim, Exchanged, Factuality, Metric, Step, Subject
from reconcile.model.document import Document, Source
from reconcile.model.mention import Kind, Reading
from reconcile.model.period import Grain, Moment, Period, PeriodBasis
from reconcile.model.run import Coverage, Unread
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value

# As `plain` writes a decimal: no exponent, and neither an infinity nor "NaN".
Number = Annotated[str, msgspec.Meta(pattern=r"^-?[0-9]+(\.[0-9]+)?\Z")]
Whole = Annotated[int, msgspec.Meta(ge=0)]


class SpanForm(msgspec.Struct):
    """A stretch of a text."""

    start: Whole
    end: Whole

    @property
    def span(self) -> Span:
        """The record."""
        return Span(self.start, self.end)


class EndsForm(msgspec.Struct):
    """The ends that a hedge leaves open to a reader."""

    low: Number | None
    high: Number | None


class ValueForm(msgspec.Struct):
    """A value; `unit` stands with a normalised one."""

    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool
    ulp: Number | None
    loose_ulp: Number | None
    soft: EndsForm | None
    unit: str | None = None

    @property
    def value(self) -> Value:
        """The record. Raises ValueError."""
        bounds = Interval(_decimal(self.low), _decimal(self.high), self.low_open, self.high_open)
        soft = None if self.soft is None else Interval(_decimal(self.soft.low), _decimal(self.soft.high))
        return Value(bounds, _decimal(self.ulp), _decimal(self.loose_ulp), soft)


class PeriodForm(msgspec.Struct):
    """When a claim holds."""

    start: str | None
    end: str | None
    edtf: str
    grain: Grain
    basis: PeriodBasis = PeriodBasis.STATED

    @property
    def period(self) -> Period:
        """The record. Raises ValueError."""
        return Period(_moment(self.start), _moment(self.end), self.edtf, self.grain, self.basis)


class ReadingForm(msgspec.Struct):
    """Another way to read the same words."""

    why: str
    value: ValueForm | None = None
    unit: str | None = None


class ExchangedForm(msgspec.Struct):
    """An amount in another currency."""

    origin: str
    unit: str
    value: ValueForm
    rate: Number
    day: date
    band: Number


class ClaimForm(SpanForm):
    """A claim."""

    id: str
    source: str
    quote: str
    sentence: SpanForm
    kind: Kind
    subject: Subject | None
    metric: Metric | None
    value: ValueForm | None
    unit: str | None
    dimension: str | None
    hedge: str | None
    period: PeriodForm | None
    qualifiers: dict[str, str]
    factuality: Factuality
    attribution: str | None
    rule: str
    normalised: ValueForm | None
    readings: tuple[ReadingForm, ...]
    trail: tuple[Step, ...]
    titles: tuple[str, ...] = ()
    organisation: Subject | None = None
    ahead: tuple[str, ...] = ()
    per: str | None = None
    parties: tuple[str, ...] = ()
    exchanged: tuple[ExchangedForm, ...] = ()
    slot: str | None = None
    starts_change: bool = False
    placed: bool = False
    expires: date | None = None


# Fields of a claim whose JSON is what they hold.
_OTHERWISE = ("start", "end", "sentence", "unit", "value", "period", "normalised", "readings", "exchanged")
_SAME = tuple(name for name in ClaimForm.__struct_fields__ if name not in _OTHERWISE)


class SourceForm(msgspec.Struct):
    """A source in the manifest."""

    id: str
    sha256: str
    published: date | None
    published_from: str | None
    declared: bool = False


class UnreadForm(SpanForm):
    """A numeral or date that is in no claim."""

    source: str
    quote: str
    excuse: str | None


class CoverageForm(msgspec.Struct):
    """How much of a text was read."""

    source: str
    total: Whole
    percent: Whole | None
    claimed: Whole = msgspec.field(name="bound")
    in_claims: tuple[SpanForm, ...]
    excused: tuple[UnreadForm, ...]
    unread: tuple[UnreadForm, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as the manifest names it: a document without its text, and the hash of that text."""

    document: Document
    sha256: str


def restore_claim(data: object) -> Claim:
    """A claim as the judge saw it, as far as its JSON tells. Raises msgspec's ValidationError, and ValueError."""
    return read_claim(msgspec.convert(data, ClaimForm))


def read_source(form: SourceForm) -> SourceEntry:
    """A source as the manifest names it."""
    about = Source(published=form.published, published_from=form.published_from, declared=form.declared)
    return SourceEntry(Document(form.id, "", about), form.sha256)


def read_coverage(form: CoverageForm) -> Coverage:
    """How much of a text was read."""
    skipped, unread = (
        tuple(Unread(item.source, item.span, item.quote, item.excuse) for item in items)
        for items in (form.excused, form.unread)
    )
    return Coverage(form.source, form.claimed, skipped, unread, tuple(place.span for place in form.in_claims))


def read_claim(form: ClaimForm) -> Claim:
    """A claim as the judge saw it, as far as its JSON tells."""
    same = {name: getattr(form, name) for name in _SAME}
    unit = form.unit if form.per is None else ((form.unit or "").removesuffix(f"per {form.per}").strip() or None)
    return Claim(
        **same,
        span=form.span,
        sentence=form.sentence.span,
        unit=unit,
        value=None if form.value is None else form.value.value,
        period=None if form.period is None else form.period.period,
        norm=None if form.normalised is None else form.normalised.value,
        norm_unit=None if form.normalised is None else form.normalised.unit,
        readings=tuple(Reading(r.why, None if r.value is None else r.value.value, r.unit) for r in form.readings),
        exchanged=tuple(
            Exchanged(e.origin, e.unit, e.value.value, Decimal(e.rate), e.day, Decimal(e.band)) for e in form.exchanged
        ),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _moment(text: str | None) -> Moment | None:
    """A date, or a date with its time of day. Raises ValueError."""
    if text is None or "T" not in text:
        return None if text is None else date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError("expected a time without a zone")
    return moment
