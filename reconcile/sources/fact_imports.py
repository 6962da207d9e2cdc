"""Reference facts from other collections: company reports of the SEC and statements of Wikidata, as JSON.

Taken are quantities and times of the properties that `imports.yaml` names; of each property the preferred statements
where there are any, never deprecated ones. A quantity with bounds keeps them as its precision.

Taken are the concepts that `imports.yaml` names. A figure that several reports give for one period is taken from the
report filed last; the others differ only where it was restated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from reconcile.errors import Diagnostic, Severity, line_and_column
from reconcile.rules.metrics import Imports
from reconcile.sources.decode import NoObjectError, decode_object

FactFields = Mapping[str, str]


@dataclass(slots=True)
class Import:
    """The facts found so far in one file, as keys and words of `facts/*.yaml`, and every problem."""

    text: str
    shown: str
    facts: list[FactFields] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def data(self) -> dict[str, Any] | None:
        """The object that the file holds, numbers as they are written; None where it holds none."""
        try:
            return decode_object(self.text)
        except NoObjectError as error:
            where = self._where(error.offset)
            self.problems.append(Diagnostic("facts.json", Severity.ERROR, str(error), where))
            return None

    def problem(self, message: str, key: str, severity: Severity = Severity.WARNING) -> None:
        """Records a problem at the first place of a key of the file."""
        at = max(0, self.text.find(json.dumps(key))) if key else 0
        self.problems.append(Diagnostic("facts.import", severity, message, self._where(at)))

    def _where(self, at: int) -> str:
        line, column = line_and_column(self.text, at)
        return f"{self.shown}:{line}:{column}"

    def add(self, **words: str | None) -> None:
        """Adds a fact, keys without words left out."""
        self.facts.append({key: word for key, word in words.items() if word})


def written(facts: list[FactFields], origin: str) -> str:
    """Facts as the text of a `facts/*.yaml`; `origin` is said in its first line. JSON strings are YAML strings."""
    lines = [f"# Imported from {origin}. Edit freely: what is declared here is held against every article.", "facts:"]
    for fact in facts:
        words = [f"{key}: {json.dumps(word, ensure_ascii=False)}" for key, word in fact.items()]
        lines += [f"  - {words[0]}", *(f"    {word}" for word in words[1:])]
    return "\n".join(lines) + "\n" if facts else f"{lines[0]}\nfacts: []\n"


# Units of the interface by how we write them; "USD" and other currency codes are themselves.
UNITS = {"shares": "shares", "pure": "", "USD/shares": "USD per share"}


def import_company(text: str, shown: str, names: Imports) -> Import:
    """The facts of a company; each figure that cannot be taken over is a warning at its concept."""
    result = Import(text, shown)
    data = result.data()
    if data is None:
        return result
    company, taxonomies = data.get("entityName"), data.get("facts")
    if not isinstance(company, str) or not isinstance(taxonomies, dict):
        result.problem("expected the keys 'entityName' and 'facts', as in CIK0000320193.json", "", Severity.ERROR)
        return result
    for taxonomy, concepts in taxonomies.items():
        for concept, about in concepts.items() if isinstance(concepts, dict) else ():
            if concept in names.sec and isinstance(about, dict):
                _concept(result, company, f"{taxonomy}:{concept}", names.sec[concept], about)
    return result


def _concept(result: Import, company: str, concept: str, metric: str, about: Mapping[str, Any]) -> None:
    units = about.get("units")
    for unit, figures in units.items() if isinstance(units, dict) else ():
        if not (unit in UNITS or (len(unit) == 3 and unit.isupper())):
            result.problem(f"{concept}: no name for the unit {unit!r}", unit)
            continue
        for period, figure in sorted(_latest(result, concept, figures).items()):
            result.add(
                subject=company.title() if company.isupper() else company,
                metric=metric,
                value=str(figure["val"]),
                unit=UNITS.get(unit, unit),
                period=period,
                source=f"{company}, {figure.get('form', 'report')} filed {figure.get('filed', 'on an unknown day')}",
                note=f"{concept}, {figure.get('accn', 'no accession number')}",
            )


def _latest(result: Import, concept: str, figures: Any) -> dict[str, Mapping[str, Any]]:
    """The figure of each period from the report filed last."""
    out: dict[str, Mapping[str, Any]] = {}
    for figure, period in _dated(result, concept, figures):
        if period not in out or str(figure.get("filed", "")) >= str(out[period].get("filed", "")):
            out[period] = figure
    return out


def _dated(result: Import, concept: str, figures: Any) -> Iterator[tuple[Mapping[str, Any], str]]:
    for figure in figures if isinstance(figures, list) else ():
        try:
            start = date.fromisoformat(figure["start"]) if figure.get("start") else None
            yield {**figure, "val": figure["val"]}, _period(start, date.fromisoformat(figure["end"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            result.problem(f"{concept}: a figure without a value or a day", concept.partition(":")[2])


def _period(start: date | None, end: date) -> str:
    """A day; or a whole year or quarter of the calendar by its name; else both ends."""
    if start is None:
        return end.isoformat()
    after = end + timedelta(days=1)
    if (start.day, after.day) == (1, 1) and start.year == end.year:
        months = (after.year - start.year) * 12 + after.month - start.month
        if months == 12:
            return str(start.year)
        if months == 3 and start.month % 3 == 1:
            return f"{start.year}-Q{(start.month + 2) // 3}"
    return f"{start.isoformat()}/{end.isoformat()}"


POINT_IN_TIME = "P585"
REFERENCE_URL = "P854"
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
# Precision of a time: 9 is a year, 10 a month, 11 a day.
LENGTHS = {"9": 4, "10": 7, "11": 10}
# Labels in these languages, the first that there is.
LANGUAGES = ("en", "mul", "en-gb")


def import_wikidata(text: str, shown: str, names: Imports) -> Import:
    """The facts of a file of entities; each statement that cannot be taken over is a warning at its property."""
    result = Import(text, shown)
    data = result.data()
    if data is None:
        return result
    entities = data.get("entities")
    if not isinstance(entities, dict):
        result.problem("expected the key 'entities', as in Special:EntityData/Q64.json", "", Severity.ERROR)
        return result
    for number, entity in entities.items():
        label = _label(entity)
        if label is None:
            result.problem(f"{number} has no English label, so no article would name it so", number)
            continue
        for code, statements in _mapping(entity, "claims").items():
            if code in names.wikidata and isinstance(statements, list):
                for statement in _best(statements):
                    _add(result, names, number, label, code, statement)
    return result


def _label(entity: Any) -> str | None:
    labels = _mapping(entity, "labels")
    result = (_mapping(labels, language).get("value") for language in LANGUAGES)
    return next((str(label) for label in result if label), None)


def _best(statements: list[Any]) -> Iterator[Mapping[str, Any]]:
    known = [s for s in statements if isinstance(s, dict) and s.get("rank") != "deprecated"]
    preferred = [s for s in known if s.get("rank") == "preferred"]
    yield from preferred or known


def _add(result: Import, names: Imports, number: str, label: str, code: str, statement: Mapping[str, Any]) -> None:
    snak = _mapping(statement, "mainsnak")
    if snak.get("snaktype") != "value":
        return
    value = _mapping(_mapping(snak, "datavalue"), "value")
    try:
        fields = _quantity(value, names) if "amount" in value else {"value": _time(value)}
        when = next((_time(_mapping(_mapping(q, "datavalue"), "value")) for q in _list(statement, POINT_IN_TIME)), None)
    except _UnreadableError as error:
        result.problem(f"{number} {code}: {error}", code)
        return
    result.add(
        subject=label,
        metric=names.wikidata[code],
        **fields,
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
    fields = {"value": f"{amount:f}", "unit": "" if unit == "1" else names.units[unit]}
    return fields if low == high else {**fields, "precision": f"{max(high - amount, amount - low):f}"}


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
    result = _mapping(statement, "qualifiers").get(code)
    return result if isinstance(result, list) else []


def _mapping(data: Any, key: str) -> Mapping[str, Any]:
    result = data.get(key) if isinstance(data, dict) else None
    return result if isinstance(result, dict) else {}
