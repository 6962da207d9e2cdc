"""Claims: one source's assertions, with the place they stand and the steps that made them.

One figure under two labels: the same digits of money, once in another currency or at another rate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reconcile.model.json_form import fields_as_json, given_as_json
from reconcile.model.mention import Kind, Reading, unit_in_words
from reconcile.model.period import Period, PeriodBasis
from reconcile.model.span import Span
from reconcile.model.value import ANY_VALUE, Value, plain, significant_digits


class Factuality(StrEnum):
    """How the source stands to what it says."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DENIED = "denied"
    FORECAST = "forecast"
    TARGET = "target"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


# Qualifiers that make another metric of one, so that a value without them is of something else: how a difference lies
# ("£40 *less* than"), and which class of what a noun names is counted ("*full-time* staff").
DIFFERENCE = "difference"
CLASS = "class"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a trail: the rule that acted, and what it did in words."""

    rule: str
    note: str

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "rule", "note")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about: `id` is an entity of the rules or the folded label; `label` as the article says it.

    `weak` when a pronoun or a description was resolved to reach it.
    """

    id: str
    label: str
    weak: bool = False

    def to_dict(self) -> dict[str, object]:
        """The JSON form; `weak` stands in it where it is so."""
        return {**fields_as_json(self, "id", "label"), **given_as_json(self, "weak")}


@dataclass(frozen=True, slots=True)
class Metric:
    """Which attribute of the subject; `id` is a rule's, or `open` when no rule knows it.

    `content` holds the stems of the words that say what is measured, by which open metrics are compared; `words` what
    the text says where a rule's label does not say it all ("stake": "share in Acme").
    """

    id: str
    label: str
    content: frozenset[str] = frozenset()
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether no rule names this metric."""
        return self.id == "open"

    def to_dict(self) -> dict[str, object]:
        """The JSON form; the text's own words stand in brackets behind a label that says it otherwise."""
        return {"id": self.id, "label": f"{self.label} ({self.words})" if self.words else self.label}


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An amount of `origin` money in another currency, at all rates of the claim's period, give or take `band`.

    `rate` is that of `day`, the last of the period that has one.
    """

    origin: str
    unit: str
    value: Value
    rate: Decimal
    day: date
    band: Decimal

    def describe(self) -> str:
        """The rate in words."""
        return f"1 {self.origin} was {self.rate:.6g} {self.unit} on {self.day}, give or take {self.band:.0%}"

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "origin", "unit", "value", "rate", "day", "band")


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's assertion.

    `span` and `quote` anchor the value with its hedge; `sentence` is the sentence it stands in. `titles` and
    `organisation` belong to role claims, `ahead` to ranks ("behind A, B and C"), `parties` to events between several;
    `evidence` is where those are named. `norm` is the value in `norm_unit`, in which all claims of a dimension meet.
    `exchanged` is an amount of money in the other currencies that its fact is given in. `expires` is the last day on
    which to rely on a declared fact. `context` holds the stems of the sentence, each with its distance from the value,
    nearest first; `names` the stems of the names in it. `slot` is the place of the value in a sentence that several
    texts tell in the same words, the same for all of them. `starts_change` where a change starts from the value ("fell
    to $5 from *$9*"), so that it holds no longer; `placed` where a rank is the place that its subject takes ("finished
    third"). `trail` is for readers: what decides anything is a field.
    """

    id: str
    source: str
    span: Span
    quote: str
    sentence: Span
    kind: Kind
    rule: str
    trail: tuple[Step, ...]
    subject: Subject | None = None
    metric: Metric | None = None
    value: Value | None = None
    unit: str | None = None
    dimension: str | None = None
    per: str | None = None
    hedge: str | None = None
    period: Period | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    factuality: Factuality = Factuality.ASSERTED
    attribution: str | None = None
    titles: tuple[str, ...] = ()
    organisation: Subject | None = None
    ahead: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    evidence: tuple[Span, ...] = ()
    norm: Value | None = None
    norm_unit: str | None = None
    context: tuple[tuple[str, int], ...] = ()
    names: frozenset[str] = frozenset()
    expires: date | None = None
    exchanged: tuple[Exchanged, ...] = ()
    slot: str | None = None
    starts_change: bool = False
    placed: bool = False

    @property
    def says_when(self) -> bool:
        """Whether the text itself says when the claim holds, and not the day of its publication alone."""
        return self.period is not None and self.period.basis is PeriodBasis.STATED

    @property
    def scaled_value(self) -> Value | None:
        """The value in the unit in which all claims of a dimension meet, or as given where they need none."""
        return self.norm or self.value

    @property
    def denominator(self) -> str | None:
        """What the scaled value is per: of a rate that is brought to percent the thing alone, not how many of it."""
        many = so_many(self.per) if self.norm_unit == PERCENT else None
        return self.per if many is None else many[1] or None

    @property
    def stated_value(self) -> Value:
        """The value as the text gives it; without one, any."""
        return self.value or ANY_VALUE

    @property
    def number(self) -> Decimal | None:
        """The single number that the text gives; None for a bound, a range or no value."""
        return self.stated_value.number

    def to_dict(self) -> dict[str, object]:
        """The JSON form of the public contract."""
        return {
            **fields_as_json(self, "id", "source", "span", "quote", "sentence", "kind", "subject", "metric", "value"),
            "unit": unit_in_words(self.unit, self.per),
            **fields_as_json(self, "dimension", "hedge", "period", "qualifiers", "factuality", "attribution", "rule"),
            "normalised": None if self.norm is None else {**self.norm.to_dict(), "unit": self.norm_unit},
            **fields_as_json(self, "readings", "trail", *_FIELDS_OF_KIND.get(self.kind, ())),
            **given_as_json(self, "per", "parties", "exchanged", "slot", "starts_change", "placed", "expires"),
        }


# Where in a score a number stands, as its qualifier says it: "7-2-1" is three claims.
SCORE_PLACES = ("first", "second", "third")
# The unit in which shares, percentages and rates of so many meet.
PERCENT = "percent"


def so_many(per: str | None) -> tuple[Decimal, str] | None:
    """How many of what a rate is taken of, "100000 people"; None for a denominator without a number."""
    number, _, thing = (per or "").partition(" ")
    return (Decimal(number), thing) if number.isdecimal() else None


def rates_differ(a: Claim, b: Claim) -> bool:
    """Whether two values are per different things; symmetric. A share need not say of what it is one."""
    one, other = a.denominator, b.denominator
    if a.norm_unit == b.norm_unit == PERCENT and None in (one, other):
        return False
    return one != other


# What only claims of one kind have in their JSON form.
_FIELDS_OF_KIND = {Kind.ROLE: ("titles", "organisation"), Kind.RANK: ("ahead",)}


def in_one_slot(a: Claim, b: Claim) -> bool:
    """Whether two texts give both values at one place of one sentence, told in the same words."""
    return a.slot is not None and a.slot == b.slot


# Fewer significant digits than this are the same by chance.
LEAST = 2


def figure(claim: Claim) -> str:
    """The amount of money as one number, whatever its currency; empty where it is none or too short to tell."""
    value = claim.value
    if claim.kind is not Kind.MONEY or value is None or value.low is None or not value.is_point:
        return ""
    return plain(value.low) if len(significant_digits(value.low)) >= LEAST else ""


def two_labels(a: Claim, b: Claim) -> bool:
    """Whether two sources give one figure, once in another currency or at another rate; symmetric.

    A bare dollar may be any country's, and an amount without a rate may be at any.
    """
    if a.source == b.source or a.value is None or b.value is None or {a.kind, b.kind} != {Kind.MONEY}:
        return False
    if a.value.bounds != b.value.bounds or not a.value.is_point:
        return False
    currencies, rates = a.unit != b.unit, a.per != b.per
    dollars = all((c.unit or "").endswith("D") for c in (a, b))
    return (currencies and not rates and not dollars) or (rates and not currencies and None not in (a.per, b.per))
