"""`facts/*.yaml`: what the user vouches for, one entry a fact, with its place in the file.

JSON lines to records of cells: one claim an object, flat or in the form that `reconcile extract` writes.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import accumulate

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.model.document import Cell, Row
from reconcile.model.span import Span
from reconcile.rules.source import typed
from reconcile.rules.tree import Path, Tree
from reconcile.sources.decode import NoObjectError, decode_object

# Where the words of a nested object stand.
NAMES = ("label", "edtf", "id")


def rows(text: str, shown: str, start: int = 0) -> Iterator[Row | Diagnostic]:
    """A row, or what is wrong with it, for each line that is not empty."""
    at = start
    for number, line in enumerate(text[start:].split("\n"), 1):
        if line.strip():
            yield _row_of_line(line, at, f"{shown}:{number}")
        at += len(line) + 1


def _row_of_line(line: str, at: int, where: str) -> Row | Diagnostic:
    try:
        data = decode_object(line)
    except NoObjectError as error:
        return Diagnostic("claims.json", Severity.ERROR, str(error), f"{where}:{error.offset + 1}")
    words = (pair for name, item in data.items() for pair in _flat(name, item))
    return Row(Span(at, at + len(line)), {name: _placed(name, word, line, at) for name, word in words})


def _flat(name: str, item: object) -> Iterable[tuple[str, str]]:
    """Names and words: numbers keep their digits, a value with bounds gives its bounds, a thing its name."""
    if item is None or isinstance(item, list):
        return ()
    if not isinstance(item, dict):
        return ((name, _word(item)),)
    if name == "value":
        return ((key, _word(end)) for key, end in item.items() if end is not None)
    if name == "qualifiers":
        return ((name, "; ".join(f"{key}={_word(word)}" for key, word in item.items())),)
    return ((name, next((_word(item[key]) for key in NAMES if item.get(key)), "")),)


def _word(item: object) -> str:
    return str(item).lower() if isinstance(item, bool) else str(item)


def _placed(name: str, word: str, line: str, at: int) -> Cell:
    """The cell at the place of its words after its key; where it cannot be told, the whole line."""
    key = line.find(json.dumps(name, ensure_ascii=False))
    start = line.find(word, key + len(name) + 2) if key >= 0 and word else -1
    return Cell(word, Span(at, at + len(line)) if start < 0 else Span(at + start, at + start + len(word)))


class FactEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reference fact.

    `subject`, `metric`: what it is of, by an id or name of the rules, or in words
    `value`: as an article would write it: "8,849 m", "$3.2 billion", "41,000"; or a date
    `unit`: where the value does not say it
    `period`: the day or span it is of
    `as_of`: the day on which it held; the period where none is given
    `source`: who says so
    `url`: where they say it
    `expires`: the last day on which to rely on it
    `precision`: how far a claim may be from it, in its unit ("0.5"); where it is not given, the digits say
    `note`: for the reader of the file
    """

    subject: str
    metric: str
    value: str
    unit: str | None = None
    period: str | None = None
    as_of: date | None = None
    source: str | None = None
    url: str | None = None
    expires: date | None = None
    precision: Decimal | None = None
    note: str | None = None


def fact_rows(text: str, shown: str) -> tuple[list[Row], list[Diagnostic]]:
    """The facts of a file as rows, and every problem with the others."""
    tree = Tree(text, shown, "facts")
    if tree.data is None or not tree.data:
        return [], list(tree.problems)
    if not isinstance(tree.data, dict) or set(tree.data) - {"facts"} or not isinstance(tree.data.get("facts"), list):
        tree.problem("expected the key 'facts' with a list of facts", (1, 1))
        return [], list(tree.problems)
    starts = (0, *accumulate(len(line) + 1 for line in text.split("\n")))
    rows = []
    for i in range(len(tree.data["facts"])):
        entry = typed(tree, FactEntry, ("facts", i))
        if entry is not None:
            rows.append(_row_of_fact(entry, tree, ("facts", i), text, starts))
    return rows, list(tree.problems)


def _row_of_fact(entry: FactEntry, tree: Tree, path: Path, text: str, starts: tuple[int, ...]) -> Row:
    given = {name: str(word) for name, word in msgspec.structs.asdict(entry).items() if word is not None}
    cells = {name: _cell(name, word, tree.place((*path, name)), text, starts) for name, word in given.items()}
    first, last = min(c.span.start for c in cells.values()), max(c.span.end for c in cells.values())
    return Row(Span(starts[bisect_right(starts, first) - 1], last), cells)


def _cell(name: str, word: str, place: tuple[int, int], text: str, starts: tuple[int, ...]) -> Cell:
    """The cell of a scalar: its words after the key, or the rest of the line where they are written otherwise."""
    start, end = starts[place[0] - 1] + place[1] - 1 + len(name), starts[place[0]] - 1
    at = text.find(word, start, end)
    return Cell(word, Span(start, end) if at < 0 else Span(at, at + len(word)))
