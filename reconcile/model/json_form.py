"""The JSON form of records: plain values for those of a record's fields that its contract names, in that order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from reconcile.model.span import Span
from reconcile.model.value import plain


def fields_as_json(record: object, *names: str) -> dict[str, object]:
    """Fields of a record by name, in the order given; the field `span` gives `start` and `end`."""
    out: dict[str, object] = {}
    for name in names:
        value = as_json(getattr(record, name))
        out |= value if name == "span" and isinstance(value, dict) else {name: value}
    return out


def given_as_json(record: object, *names: str) -> dict[str, object]:
    """As `fields_as_json`, without the fields that say nothing: None, False, what is empty."""
    return fields_as_json(record, *(name for name in names if getattr(record, name)))


def as_json(value: object) -> object:
    """A value as JSON has it: decimals as plain strings, dates as ISO 8601 writes them, records by their `to_dict`."""
    match value:
        case Enum():
            return str(value)
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case Span():
            return {"start": value.start, "end": value.end}
        case tuple():
            return [as_json(item) for item in value]
        case Mapping():
            return {name: as_json(item) for name, item in sorted(value.items())}
    form = getattr(value, "to_dict", None)
    return value if form is None else form()
