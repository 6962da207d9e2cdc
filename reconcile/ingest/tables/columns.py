"""Which column of a table says what: by its header, by a name other tables use for it, or as the user maps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reconcile.errors import Diagnostic, Severity
from reconcile.model.row import FACT_FIELDS, FIELDS, SOURCE_FIELDS
from reconcile.rules.source import unknown_key

KNOWN = (*FIELDS, *SOURCE_FIELDS, *FACT_FIELDS)
# What other tables call our columns.
OTHERS = {
    "entity": "subject", "item": "subject", "attribute": "metric", "property": "metric", "amount": "value",
    "date": "period", "year": "period", "publisher": "source", "as-of": "as_of",
}  # fmt: skip
# One of each makes a claim.
NEEDED: tuple[tuple[str, ...], ...] = (("subject",), ("metric",), ("value", "low", "high"))


@dataclass(frozen=True, slots=True)
class Columns:
    """The field of each column by the column's name as written, and what the table lacks to be one of claims."""

    fields: Mapping[str, str]
    missing: tuple[str, ...]


def columns(names: Iterable[str], mapping: Mapping[str, str]) -> Columns:
    """The fields of columns; `mapping` goes from field to column and comes first, then our names, then `OTHERS`."""
    names = tuple(names)
    chosen = {column.casefold(): field for field, column in mapping.items()}
    out: dict[str, str] = {}
    for name in names:
        key = name.casefold()
        if key in chosen:
            out[name] = chosen[key]
    for table in ({field: field for field in KNOWN}, OTHERS):
        for name in names:
            field = table.get(name.casefold().replace(" ", "_"))
            if name not in out and field is not None and field not in out.values():
                out[name] = field
    found = frozenset(out.values())
    return Columns(out, tuple(" or ".join(group) for group in NEEDED if not found & frozenset(group)))


def mapping_problems(mapping: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """An error for each field that a mapping names and no claim has."""
    return tuple(
        Diagnostic("claims.columns", Severity.ERROR, unknown_key(field, KNOWN), "--columns:1:1")
        for field in mapping
        if field not in KNOWN
    )
