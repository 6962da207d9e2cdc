"""Statements of Wikidata, from the JSON of `Special:EntityData/Q64.json` or `wbgetentities`, to reference facts.

Taken are quantities and times of the properties that `imports.yaml` names; of each property the preferred statements
where there are any, never deprecated ones. A quantity with bounds keeps them as its precision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from reconcile.errors import Severity
from reconcile.ingest.imports.found import Import
from reconcile.rules.imports import Imports

POINT_IN_TIME = "P585"
REFERENCE_URL = "P854"
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
# Precision of a time: 9 is a year, 10 a month, 11 a day.
LENGTHS = {"9": 4, "10": 7, "11": 10}
# Labels in these languages, the first that there is.
LANGUAGES = ("en", "mul", "en-gb")


def import_wikidata(text: str, shown: str, names: Imports) -> Import:
    """The facts of a file of entities; each statement that cannot be taken over is a warning at its property."""
    found = Import(text, shown)
    data = found.data()
    if data is None:
        return found
    entities = data.get("entities")
    if not isinstance(entities, dict):
        found.problem("expected the key 'entities', as in Special:EntityData/Q64.json", "", Severity.ERROR)
        return found
    for number, entity in entities.items():
        label = _label(entity)
        if label is None:
            found.problem(f"{number} has no English label, so no article would name it so", number)
            continue
        for code, statements in _mapping(entity, "claims").items():
            if code in names.wikidata and isinstance(statements, list):
                for statement in _best(statements):
                    _add(found, names, number, label, code, statement)
    return found


def _label(entity: Any) -> str | None:
    labels = _mapping(entity, "labels")
    found = (_mapping(labels, language).get("value") for language in LANGUAGES)
    return next((str(label) for label in found if label), None)


def _best(statements: list[Any]) -> Iterator[Mapping[str, Any]]:
    known = [s for s in statements if isinstance(s, dict) and s.get("rank") != "deprecated"]
    preferred = [s for s in known if s.get("rank") == "preferred"]
    yield from preferred or known


def _add(found: Import, names: Imports, number: str, label: str, code: str, statement: Mapping[str, Any]) -> None:
    snak = _mapping(statement, "mainsnak")
    if snak.get("snaktype") != "value":
        return
    value = _mapping(_mapping(snak, "datavalue"), "value")
    try:
        told = _quantity(value, names) if "amount" in value else {"value": _time(value)}
        when = next((_time(_mapping(_mapping(q, "datavalue"), "value")) for q in _list(statement, POINT_IN_TIME)), None)
    except _UnreadableError as error:
        found.problem(f"{number} {code}: {error}", code)
        return
    found.add(
        subject=label,
        metric=names.wikidata[code],
        **told,
        period=when,
        source="Wikidata",
        url=f"https://www.wikidata.org/wiki/{number}#{code}",
        note=_reference(statement),
    )


class _UnreadableError(ValueError):
    """A statement that cannot be a fact of ours."""


def _quantity(value: Mapping[str, Any], names: Imports) -> dict[str, str]:
    unit = str(value.get("unit", "1")).rpartition("/")[2]
    if unit != "1" and unit not in names.units:
        raise _UnreadableError(f"no name for the unit {unit}; add it under 'units' in imports.yaml")
    try:
        amount, low, high = (
            Decimal(str(value.get(k, value["amount"]))) for k in ("amount", "lowerBound", "upperBound")
        )
    except InvalidOperation as error:
        raise _UnreadableError(f"{value.get('amount')!r} is not a number") from error
    told = {"value": f"{amount:f}", "unit": "" if unit == "1" else names.units[unit]}
    return told if low == high else {**told, "precision": f"{max(high - amount, amount - low):f}"}


def _time(value: Mapping[str, Any]) -> str:
    match = _TIME.match(str(value.get("time")))
    length = LENGTHS.get(str(value.get("precision")))
    if match is None or length is None:
        raise _UnreadableError("a time that is no year, month or day after Christ")
    return "-".join(match.groups())[:length]


def _reference(statement: Mapping[str, Any]) -> str | None:
    """The first address that the statement's references give."""
    for reference in statement.get("references") or ():
        for snak in _mapping(reference, "snaks").get(REFERENCE_URL) or ():
            url = _mapping(snak, "datavalue").get("value")
            if isinstance(url, str):
                return f"reference: {url}"
    return None


def _list(statement: Mapping[str, Any], code: str) -> list[Any]:
    found = _mapping(statement, "qualifiers").get(code)
    return found if isinstance(found, list) else []


def _mapping(data: Any, key: str) -> Mapping[str, Any]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}
