"""Mentions: stretches of a text that a recogniser understood.

Excuses: why digits or a number word of a text are in no mention.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.model.json_form import fields_as_json, given_as_json
from reconcile.model.period import Period
from reconcile.model.span import Span
from reconcile.model.timeexpr import TimeExpr
from reconcile.model.value import Value


class Kind(StrEnum):
    """What sort of thing a mention or a claim states; percent, points and ratio are different kinds."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    MEASURE = "measure"
    NUMBER = "number"
    AGE = "age"
    RANK = "rank"
    DATE = "date"
    DURATION = "duration"
    TIME = "time"
    ROLE = "role"
    NAME = "name"


# What says when something was: a day, month or year, or a time of day.
WHEN = frozenset({Kind.DATE, Kind.TIME})


class TimexType(StrEnum):
    """The four types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A mention of time: TIMEX3 type and value, and its place on the calendar where that can be known.

    `value` is a TIMEX3 value. A span told by two ends, which none names, has the range form of TIMEX tools: the first
    time, the last, and from the one to the other, "(2017-03-04,2017-03-06,P2D)", "(2012,2013,P1Y)",
    "(2017-03-04T15:00,2017-03-04T16:00,PT1H)"; `period` holds it whole, the last day or year included. `value` is None
    where nothing can be named. `mod` is the TIMEX3 modifier (START, MID, END, APPROX, BEFORE ...); after a bound
    ("since 2015", "by June") `period` is open to that side, and `named` is that of the time itself, else None.
    `basis` says what the resolution rests on: `stated`, `publication date`, `text before`, `nothing`, and whose fiscal
    calendar, if one. `expr` is the time as the text says it; the JSON leaves it out.
    """

    type: TimexType
    value: str | None
    period: Period | None = None
    mod: str | None = None
    basis: str = "stated"
    expr: TimeExpr | None = None
    named: Period | None = None

    @property
    def own(self) -> Period | None:
        """The period of the time itself, whatever bound it makes."""
        return self.named or self.period

    def to_dict(self) -> dict[str, object]:
        """The JSON form: the contract's five fields, then ours."""
        place = ("start", "end", "grain", "edtf")
        return {
            **fields_as_json(self, "type", "value"),
            **(dict.fromkeys(place) if self.period is None else fields_as_json(self.period, *place)),
            **fields_as_json(self, "mod", "basis"),
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way to read the same words; `why` names the doubt ("m is metres or million")."""

    why: str
    value: Value | None = None
    unit: str | None = None
    kind: Kind | None = None
    timex: Timex | None = None

    def to_dict(self) -> dict[str, object]:
        """The JSON form: only what differs."""
        return {"why": self.why, **given_as_json(self, "kind", "value", "unit", "timex")}


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text with its meaning.

    `span` holds the value with its hedge and unit; `noun` the counted noun phrase after a count ("active users");
    `unit` is an ISO 4217 code, a unit's name as pint spells it, or the counted noun in the singular; `per` the unit
    of the denominator ("barrel", "day"). `rule` names the grammar rule that built it.
    """

    span: Span
    quote: str
    kind: Kind
    rule: str
    value: Value | None = None
    unit: str | None = None
    dimension: str | None = None
    per: str | None = None
    hedge: str | None = None
    noun: Span | None = None
    timex: Timex | None = None
    readings: tuple[Reading, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {
            **fields_as_json(self, "span", "quote", "kind", "value"),
            "unit": unit_in_words(self.unit, self.per),
            **fields_as_json(self, "dimension", "hedge", "timex", "readings", "rule"),
        }


@dataclass(frozen=True, slots=True)
class SkippedNumber:
    """A run of digits or a number word outside every mention; `rule` names why, None where nothing read it."""

    span: Span
    quote: str
    rule: str | None

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "span", "quote", "rule")


def unit_in_words(unit: str | None, per: str | None) -> str | None:
    """A unit with the unit of its denominator, where it has one: "USD per barrel"."""
    return unit if per is None else f"{unit or ''} per {per}".strip()
