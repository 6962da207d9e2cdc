"""Figures of company reports, from the JSON of the SEC's "company facts" interface, to reference facts.

Taken are the concepts that `imports.yaml` names. A figure that several reports give for one period is taken from the
report filed last; the others differ only where it was restated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from reconcile.errors import Severity
from reconcile.ingest.imports.found import Import
from reconcile.rules.imports import Imports

# Units of the interface by how we write them; "USD" and other currency codes are themselves.
UNITS = {"shares": "shares", "pure": "", "USD/shares": "USD per share"}


def import_company(text: str, shown: str, names: Imports) -> Import:
    """The facts of a company; each figure that cannot be taken over is a warning at its concept."""
    found = Import(text, shown)
    data = found.data()
    if data is None:
        return found
    company, taxonomies = data.get("entityName"), data.get("facts")
    if not isinstance(company, str) or not isinstance(taxonomies, dict):
        found.problem("expected the keys 'entityName' and 'facts', as in CIK0000320193.json", "", Severity.ERROR)
        return found
    for taxonomy, concepts in taxonomies.items():
        for concept, about in concepts.items() if isinstance(concepts, dict) else ():
            if concept in names.sec and isinstance(about, dict):
                _concept(found, company, f"{taxonomy}:{concept}", names.sec[concept], about)
    return found


def _concept(found: Import, company: str, concept: str, metric: str, about: Mapping[str, Any]) -> None:
    units = about.get("units")
    for unit, figures in units.items() if isinstance(units, dict) else ():
        if not (unit in UNITS or (len(unit) == 3 and unit.isupper())):
            found.problem(f"{concept}: no name for the unit {unit!r}", unit)
            continue
        for period, figure in sorted(_latest(found, concept, figures).items()):
            found.add(
                subject=company.title() if company.isupper() else company,
                metric=metric,
                value=str(figure["val"]),
                unit=UNITS.get(unit, unit),
                period=period,
                source=f"{company}, {figure.get('form', 'report')} filed {figure.get('filed', 'on an unknown day')}",
                note=f"{concept}, {figure.get('accn', 'no accession number')}",
            )


def _latest(found: Import, concept: str, figures: Any) -> dict[str, Mapping[str, Any]]:
    """The figure of each period from the report filed last."""
    out: dict[str, Mapping[str, Any]] = {}
    for figure, period in _dated(found, concept, figures):
        if period not in out or str(figure.get("filed", "")) >= str(out[period].get("filed", "")):
            out[period] = figure
    return out


def _dated(found: Import, concept: str, figures: Any) -> Iterator[tuple[Mapping[str, Any], str]]:
    for figure in figures if isinstance(figures, list) else ():
        try:
            start = date.fromisoformat(figure["start"]) if figure.get("start") else None
            yield {**figure, "val": figure["val"]}, _period(start, date.fromisoformat(figure["end"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            found.problem(f"{concept}: a figure without a value or a day", concept.partition(":")[2])


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
