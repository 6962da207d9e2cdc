"""Claims that a table gives: the cells of each row read, named and placed; nothing is guessed from prose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from reconcile.errors import Diagnostic, Severity
from reconcile.extractors.claims.claim_builder import claim_id
from reconcile.model.claim import Claim, Factuality, Metric, Step, Subject
from reconcile.model.document import Cell, Document, Row, Source
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import folded
from reconcile.model.period import Period
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.model.value import HALF, Interval, Value
from reconcile.model.words import near, singular, stems
from reconcile.rules.load import Pack
from reconcile.rules.metrics import MetricRule

RULE = "table.row"
# Years that close the name of a column ("Population2006") are its period.
YEARS = range(1000, 3000)
YES = frozenset({"true", "yes", "1"})
DIGITS = frozenset("0123456789")

# Reads a text that is one quantity or time, as its source would mean it.
Read = Callable[[str, Source], Mention | None]


class _UnreadableCellError(ValueError):
    """A cell that cannot be read; carries the field and the reason."""


@dataclass(slots=True)
class Rows:
    """Rows to claims with one pack; names and metrics are looked up once each."""

    pack: Pack
    quantity: Read
    time: Read
    _subjects: dict[str, Subject] = field(default_factory=dict)
    _metrics: dict[str, tuple[Metric, MetricRule | None]] = field(default_factory=dict)

    def claims(self, document: Document) -> tuple[tuple[Claim, ...], tuple[Diagnostic, ...]]:
        """What the rows of a document assert, and every row that could not be read."""
        claims: list[Claim] = []
        problems: list[Diagnostic] = []
        for row in document.rows or ():
            try:
                claims.append(self._claim(document, row))
            except _UnreadableCellError as error:
                name, message = error.args
                cell = row.cells.get(name)
                where = document.where(cell.span.start if cell is not None else row.span.start)
                family = "facts" if document.source.declared else "claims"
                problems.append(Diagnostic(f"{family}.{name}", Severity.ERROR, message, where))
        return tuple(claims), tuple(problems)

    def _claim(self, document: Document, row: Row) -> Claim:
        subject, name = row.text("subject"), row.text("metric")
        if not subject or not name:
            raise _UnreadableCellError("subject" if not subject else "metric", "the cell is empty")
        metric, rule, year = self._metric(name, dated=bool(row.text("period")))
        mention, how = self._value(document.source, row, rule)
        cell = _place(row)
        period = self._period(document.source, row, year)
        steps = (Step(RULE, f"row {document.line(cell.span.start)} gives “{cell.text}”"), *how)
        return Claim(
            id=claim_id(document.id, cell.span, mention.kind),
            source=document.id,
            span=cell.span,
            quote=document.text[cell.span.start : cell.span.end],
            sentence=row.span,
            kind=mention.kind,
            rule=RULE,
            trail=steps,
            subject=self._subject(subject),
            metric=replace(metric, content=stems(f"{subject} {metric.label}")) if document.source.declared else metric,
            value=mention.value,
            unit=mention.unit,
            dimension=mention.dimension,
            per=mention.per,
            hedge=mention.hedge,
            period=mention.timex.period if mention.timex is not None else period,
            qualifiers=_qualifiers(row),
            factuality=_factuality(row),
            attribution=row.text("attribution") or None,
            readings=mention.readings,
            expires=_day(row, "expires"),
            context=near(subject, Span(0, len(subject)), Span(0, 0)) if document.source.declared else (),
        )

    def _subject(self, label: str) -> Subject:
        """An entity of the rules whose name this is, else the label itself."""
        if label not in self._subjects:
            tokens = Tokens(label)
            match = self.pack.entities.names.match(tokens, 0) if len(tokens) else None
            whole = match is not None and match[1] == len(tokens)
            self._subjects[label] = Subject(match[0].id if match and whole else folded(label), label)
        return self._subjects[label]

    def _metric(self, name: str, *, dated: bool) -> tuple[Metric, MetricRule | None, str | None]:
        """The metric of a name, its rule if any, and the year that closes the name where no cell gives a period."""
        head, year = name.rstrip("0123456789"), None
        tail = name[len(head) :]
        if not dated and head and len(tail) == 4 and int(tail) in YEARS:
            name, year = head.rstrip(" /_-"), tail
        if name not in self._metrics:
            self._metrics[name] = self._named(name)
        return (*self._metrics[name], year)

    def _named(self, name: str) -> tuple[Metric, MetricRule | None]:
        metrics, key = self.pack.metrics, folded(name)
        rule = metrics.by_id.get(key.replace(" ", "-")) or next(
            (m for m in metrics.by_id.values() if m.label.lower() == key), None
        )
        if rule is not None:
            return Metric(rule.id, rule.label), rule
        return Metric(key.replace(" ", "-"), name), None

    def _value(self, source: Source, row: Row, rule: MetricRule | None) -> tuple[Mention, tuple[Step, ...]]:
        unit = row.text("unit")
        if row.text("value"):
            mention = self._quantity(row.text("value"), unit, source)
        else:
            mention = self._bounds(source, row, unit)
        if mention.kind is Kind.NUMBER and rule is not None and rule.dimension == "count":
            return replace(mention, kind=Kind.COUNT, dimension="count"), (Step(RULE, f"“{rule.label}” is a count"),)
        if mention.kind is Kind.COUNT and mention.unit is not None:
            mention = replace(mention, unit=singular(mention.unit))
        return (_within(mention, row) if row.text("precision") else mention), ()

    def _quantity(self, value: str, unit: str, source: Source) -> Mention:
        """The value with its unit, in whichever order a writer could put them ("3.2" and "USD million")."""
        first, _, rest = unit.partition(" ")
        if unit and value.isdecimal():
            # with its thousands set off, a number before a unit is never taken for a day or a telephone
            value = f"{int(value):,}"
        tries = (
            (value,)
            if not unit
            else (f"{value} {unit}", f"{unit} {value}", f"{first} {value} {rest}", f"{value}{unit}")
        )
        mention = next((m for m in (self.quantity(text, source) for text in tries) if m is not None), None)
        if mention is None and unit and self.quantity(value, source) is not None:
            raise _UnreadableCellError("unit", f"{unit!r} is no unit that the rules know of {value!r}")
        if mention is None or (mention.value is None and mention.timex is None):
            raise _UnreadableCellError("value", f"{value!r} is not one number, quantity or date")
        return mention

    def _bounds(self, source: Source, row: Row, unit: str) -> Mention:
        """A value given by its ends, as `reconcile extract` writes it; an end left out is open."""
        ends = {name: _decimal(row, name) for name in ("low", "high", "ulp")}
        known = ends["low"] if ends["low"] is not None else ends["high"]
        if known is None:
            raise _UnreadableCellError("value", "the cell is empty, and there is neither “low” nor “high”")
        like = self._quantity(f"{known:f}", unit, source)
        open_ = {name: row.text(name).lower() in YES for name in ("low_open", "high_open")}
        try:
            bounds = Interval(ends["low"], ends["high"], open_["low_open"], open_["high_open"])
        except ValueError as error:
            raise _UnreadableCellError("low", "no number lies between “low” and “high”") from error
        return replace(like, value=Value(bounds, ends["ulp"], ends["ulp"]))

    def _period(self, source: Source, row: Row, year: str | None) -> Period | None:
        for name in ("period", "as_of"):
            if text := row.text(name):
                return self._spanned(source, name, text)
        return self._placed(year, source) if year is not None else None

    def _spanned(self, source: Source, name: str, text: str) -> Period:
        """The period that a cell names by itself or by its two ends ("2024-01/2024-03")."""
        ends = [self._placed(part, source) for part in text.split("/", 1)]
        placed = [end for end in ends if end is not None]
        if len(placed) < len(ends):
            note = f"{text!r} is not a time; write a year, a month (2024-03), a day or Q1 2024"
            raise _UnreadableCellError(name, note)
        return _spanning(placed, text)

    def _placed(self, text: str, source: Source) -> Period | None:
        """The period that a text names."""
        mention = self.time(text, source)
        return mention.timex.period if mention is not None and mention.timex is not None else None


def _spanning(ends: list[Period], text: str) -> Period:
    """One period, or from the first of two to the last, told in the finer grain of the two."""
    if len(ends) == 1:
        return ends[0]
    grain = min((end.grain for end in ends), key=lambda grain: grain.rank)
    return Period(ends[0].start, ends[1].end, text, grain)


def _place(row: Row) -> Cell:
    """Where the value stands."""
    return next(row.cells[name] for name in ("value", "low", "high") if row.text(name))


def _decimal(row: Row, name: str) -> Decimal | None:
    text = row.text(name)
    if not text:
        return None
    if not DIGITS & frozenset(text) or frozenset(text) - DIGITS - frozenset("+-."):
        raise _UnreadableCellError(name, f"{text!r} is not a number")
    try:
        return Decimal(text)
    except ArithmeticError as error:
        raise _UnreadableCellError(name, f"{text!r} is not a number") from error


def _day(row: Row, name: str) -> date | None:
    text = row.text(name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise _UnreadableCellError(name, f"{text!r} is not a date; write it as 2024-01-31") from error


def _within(mention: Mention, row: Row) -> Mention:
    """The value as far as a declared precision leaves it open, on both sides of the number."""
    precision = _decimal(row, "precision")
    if mention.value is None or precision is None:
        return mention
    ulp = precision / HALF
    return replace(mention, value=replace(mention.value, ulp=ulp, loose_ulp=ulp))


def _qualifiers(row: Row) -> dict[str, str]:
    """ "place=Norland; segment=retail" as a mapping."""
    parts = (part.partition("=") for part in row.text("qualifiers").split(";") if part.strip())
    return {key.strip(): word.strip() for key, _, word in parts}


def _factuality(row: Row) -> Factuality:
    text = row.text("factuality").lower()
    if not text:
        return Factuality.ASSERTED
    try:
        return Factuality(text)
    except ValueError as error:
        raise _UnreadableCellError("factuality", f"{text!r} is not one of: {', '.join(Factuality)}") from error
