"""From the JSON of a report back to claims and groups, all that a verdict rests on and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from reconcile.model.claim import Claim, Exchanged, Factuality, Metric, Step, Subject
from reconcile.model.document import Document, Source
from reconcile.model.fact import FactKind
from reconcile.model.finding import Group, Pair, Relation, Support
from reconcile.model.interval import Interval
from reconcile.model.mention import Kind, Reading
from reconcile.model.period import Grain, Moment, Period
from reconcile.model.span import Span
from reconcile.model.value import Value

Json = Mapping[str, Any]


class MalformedError(ValueError):
    """A part of a report that has not the form of the public contract."""


def claim(data: Json) -> Claim:
    """A claim as the judge saw it. Raises MalformedError."""
    try:
        return _claim(data)
    except (KeyError, TypeError, ValueError, InvalidOperation, AttributeError) as error:
        raise MalformedError(f"claim {data.get('id', '?')}: {error!r}") from error


def group(data: Json) -> Group:
    """A group with its relations. Raises MalformedError."""
    try:
        pairs = tuple(Pair(p["left"], p["right"], Relation(p["relation"]), p["why"]) for p in data["relations"])
        return Group(
            data["id"],
            data["about"],
            tuple(data["claims"]),
            Relation(data["verdict"]),
            Support(data["support"]),
            pairs,
            tuple(tuple(part) for part in data["origins"]),
            tuple(data["path"]),
            FactKind(data["kind"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise MalformedError(f"group {data.get('id', '?')}: {error!r}") from error


def source(data: Json) -> Document:
    """A source without its text, as far as a verdict rests on it: when it was published, and whether it is declared.

    Raises MalformedError.
    """
    try:
        day = date.fromisoformat(data["published"]) if data["published"] else None
        return Document(data["id"], "", Source(published=day, declared=data.get("declared", False)))
    except (KeyError, TypeError, ValueError) as error:
        raise MalformedError(f"source {data.get('id', '?')}: {error!r}") from error


def _claim(data: Json) -> Claim:
    per = data.get("per")
    norm = data["normalised"]
    return Claim(
        id=data["id"],
        source=data["source"],
        span=Span(data["start"], data["end"]),
        quote=data["quote"],
        sentence=Span(data["sentence"]["start"], data["sentence"]["end"]),
        kind=Kind(data["kind"]),
        rule=data["rule"],
        trail=tuple(Step(s["rule"], s["note"]) for s in data["trail"]),
        subject=_subject(data["subject"]),
        metric=None if data["metric"] is None else Metric(data["metric"]["id"], data["metric"]["label"]),
        value=_value(data["value"]),
        unit=data["unit"] if per is None else (data["unit"].removesuffix(f"per {per}").strip() or None),
        dimension=data["dimension"],
        per=per,
        hedge=data["hedge"],
        period=_period(data["period"]),
        qualifiers=dict(data["qualifiers"]),
        factuality=Factuality(data["factuality"]),
        attribution=data["attribution"],
        titles=tuple(data.get("titles", ())),
        organisation=_subject(data.get("organisation")),
        ahead=tuple(data.get("ahead", ())),
        parties=tuple(data.get("parties", ())),
        readings=tuple(Reading(r["why"], _value(r.get("value")), r.get("unit")) for r in data["readings"]),
        norm=None if norm is None else _value(norm),
        norm_unit=None if norm is None else norm["unit"],
        expires=date.fromisoformat(data["expires"]) if data.get("expires") else None,
        exchanged=tuple(_exchanged(e) for e in data.get("exchanged", ())),
        slot=data.get("slot"),
    )


def _subject(data: Json | None) -> Subject | None:
    return None if data is None else Subject(data["id"], data["label"], data.get("weak", False))


def _value(data: Json | None) -> Value | None:
    if data is None:
        return None
    soft = data["soft"]
    return Value(
        Interval(_number(data["low"]), _number(data["high"]), data["low_open"], data["high_open"]),
        _number(data["ulp"]),
        _number(data["loose_ulp"]),
        None if soft is None else Interval(_number(soft["low"]), _number(soft["high"])),
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _period(data: Json | None) -> Period | None:
    if data is None:
        return None
    return Period(_moment(data["start"]), _moment(data["end"]), data["edtf"], Grain(data["grain"]))


def _moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _exchanged(data: Json) -> Exchanged:
    value = _value(data["value"])
    if value is None:
        raise ValueError("an amount without a value")
    day = date.fromisoformat(data["day"])
    return Exchanged(data["origin"], data["unit"], value, Decimal(data["rate"]), day, Decimal(data["band"]))
