"""JSON lines to records of cells: one claim an object, flat or in the form that `reconcile extract` writes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reconcile.errors import Diagnostic, Severity
from reconcile.model.row import Cell, Row
from reconcile.model.span import Span
from reconcile.model.surrogates import MESSAGE, find_escaped_surrogate

# Where the words of a nested object stand.
NAMES = ("label", "edtf", "id")


def rows(text: str, shown: str, start: int = 0) -> Iterator[Row | Diagnostic]:
    """A row, or what is wrong with it, for each line that is not empty."""
    at = start
    for number, line in enumerate(text[start:].split("\n"), 1):
        if line.strip():
            yield _row(line, at, f"{shown}:{number}")
        at += len(line) + 1


def _row(line: str, at: int, where: str) -> Row | Diagnostic:
    try:
        data = json.loads(line, parse_float=str, parse_int=str)
    except json.JSONDecodeError as error:
        return Diagnostic("claims.json", Severity.ERROR, f"not readable as JSON: {error.msg}", f"{where}:{error.colno}")
    except RecursionError:
        return Diagnostic("claims.json", Severity.ERROR, "nested too deeply", f"{where}:1")
    lone = find_escaped_surrogate(line)
    if lone is not None:
        return Diagnostic("claims.json", Severity.ERROR, MESSAGE, f"{where}:{lone + 1}")
    if not isinstance(data, dict):
        return Diagnostic("claims.json", Severity.ERROR, "expected an object of columns and values", f"{where}:1")
    return Row(Span(at, at + len(line)), {name: _placed(name, word, line, at) for name, word in _flat(data)})


def _flat(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Names and words: numbers keep their digits, a value with bounds gives its bounds, a thing its name."""
    for name, item in data.items():
        if isinstance(item, dict) and name == "value":
            yield from ((key, _word(end)) for key, end in item.items() if end is not None)
        elif isinstance(item, dict) and name == "qualifiers":
            yield name, "; ".join(f"{key}={_word(word)}" for key, word in item.items())
        elif isinstance(item, dict):
            yield name, next((_word(item[key]) for key in NAMES if item.get(key)), "")
        elif item is not None and not isinstance(item, list):
            yield name, _word(item)


def _word(item: object) -> str:
    return str(item).lower() if isinstance(item, bool) else str(item)


def _placed(name: str, word: str, line: str, at: int) -> Cell:
    """The cell at the place of its words after its key; where it cannot be told, the whole line."""
    key = line.find(json.dumps(name, ensure_ascii=False))
    start = line.find(word, key + len(name) + 2) if key >= 0 and word else -1
    return Cell(word, Span(at, at + len(line)) if start < 0 else Span(at + start, at + start + len(word)))
