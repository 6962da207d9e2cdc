"""The tables of readers of times: every row reads a text that no other row reads so, and the order of rows is meant."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile import recognise
from reconcile.extractors.times import clock, hours, joins, readers
from reconcile.extractors.times.reading import Opening

ROOT = Path(__file__).resolve().parents[4]
CASES = yaml.load((ROOT / "tests/corpus/times.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
TABLES = {
    "readers": (readers, "READERS"),
    "joins": (joins, "JOINS"),
    "clocks": (clock, "CLOCKS"),
    "loose hours": (hours, "LOOSE_HOURS"),
}
ROWS = {name: getattr(module, table) for name, (module, table) in TABLES.items()}
TEXTS = [(case["say"], case.get("on", "2017-03-15")) for cases in CASES.values() for case in cases]
TEXTS += [(row.example, "2017-03-15") for rows in ROWS.values() for row in rows]
# The rows of simple times compete where they can begin with the same; in the other tables all do.
RIVALS = {name: rows for name, rows in ROWS.items() if name != "readers"}
RIVALS |= {opening.name: tuple(r for r in ROWS["readers"] if opening in r.begins) for opening in Opening}


@contextmanager
def replaced(name: str, rows: tuple[Any, ...]) -> Iterator[None]:
    """The tool with other rows in one of its tables, or of those that begin with one opening."""
    with pytest.MonkeyPatch.context() as patch:
        if name in Opening.__members__:
            patch.setitem(readers.READERS_OF, Opening[name], tuple(row.read for row in rows))
        elif name == "readers":
            patch.setattr(readers, "READERS_OF", readers.by_opening(rows))
        else:
            patch.setattr(*TABLES[name], rows)
        yield


def read(text: str, day: str = "2017-03-15") -> list[tuple[str, str | None, str]]:
    found = recognise(text, published=date.fromisoformat(day))
    return [(m.quote, m.timex.value, str(m.timex.period)) for m in found if m.timex is not None]


EACH = [pytest.param(name, i, id=f"{name}-{row.name}") for name, rows in ROWS.items() for i, row in enumerate(rows)]
PAIRS = [
    pytest.param(name, i, id=f"{name}-{row.name}-{after.name}")
    for name, rows in RIVALS.items()
    for i, (row, after) in enumerate(pairwise(rows))
]
CORPUS = {text: read(*text) for text in TEXTS}


@pytest.mark.parametrize(("name", "i"), EACH)
def test_a_row_reads_what_no_other_row_reads(name: str, i: int) -> None:
    rows = ROWS[name]
    whole = read(rows[i].example)
    assert whole
    with replaced(name, (*rows[:i], *rows[i + 1 :])):
        assert read(rows[i].example) != whole


@pytest.mark.parametrize(("name", "i"), PAIRS)
def test_the_order_of_neighbours_matters_where_the_table_says_so_and_nowhere_else(name: str, i: int) -> None:
    rows = list(RIVALS[name])
    before = rows[i].before
    rows[i : i + 2] = reversed(rows[i : i + 2])
    with replaced(name, tuple(rows)):
        changed = [text for text in CORPUS if read(*text) != CORPUS[text]]
        swapped = read(before)
    assert changed == [] if not before else swapped != read(before)


def test_names_are_given_once() -> None:
    for rows in ROWS.values():
        assert len({row.name for row in rows}) == len(rows)
