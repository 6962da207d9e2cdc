"""Tables of readers: each row reads something that no other does, and where the order of two rows matters is known."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile.extractors import mentions as mention_reader
from reconcile.extractors.quantities import amount_reader, digits, measures, numerals, quantity_reader, ranks
from reconcile.extractors.quantities import skip_reasons as reasons
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline

TABLES = {
    "digits": digits.DIGITS,
    "after digits": digits.FOLLOWERS,
    "cardinals": numerals.CARDINALS,
    "other numbers": numerals.OTHER_NUMBERS,
    "amounts": amount_reader.AMOUNTS,
    "measures": measures.MEASURES,
    "expressions": measures.EXPRESSIONS,
    "quantities": quantity_reader.QUANTITIES,
    "ranks": ranks.RANKS,
    "skip reasons": reasons.SKIP_REASONS,
    "mentions": mention_reader.READERS,
}
ROWS = [(table, row.name) for table, rows in TABLES.items() for row in rows]
NEIGHBOURS = [(table, a.name, b.name) for table, rows in TABLES.items() for a, b in pairwise(rows)]
# Two rows that may read at one place, in this order, and a sentence that they read otherwise in the other.
ORDERED = {
    ("digits", "split groups", "whole"): "It holds about 1, 400 sacks.",
    ("quantities", "two bounds", "amount"): "They caught more than 12 and less than 30 boats.",
    ("skip reasons", "code", "glued"): "It plays 1080p video.",
    ("skip reasons", "version", "number of a name"): "Python 3.11.2 is out.",
    ("mentions", "score", "quantity"): "He led them to a 38-44 mark.",
}
CORPUS = Path(__file__).resolve().parents[3] / "corpus"


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    below = value.values() if isinstance(value, dict) else value
    return [text for item in below for text in strings(item)]


def texts() -> list[str]:
    files = [(CORPUS / name).read_text("utf8") for name in ("quantities.yaml", "non_quantities.yaml")]
    tables = [yaml.load(text, Loader=yaml.BaseLoader) for text in files]
    marked = [re.sub(r"[\[\]]", "", text) for table in tables for text in strings(table) if " " in text]
    return sorted({*marked, *(row.example for rows in TABLES.values() for row in rows), *ORDERED.values()})


def read_all(asked: list[str]) -> dict[str, list[object]]:
    """What is read of each text, and what is skipped in it and why."""
    pack = default_pipeline().pack
    grammar = mention_reader.grammar(pack)
    out: dict[str, list[object]] = {}
    for text in asked:
        tokens = Tokens(text)
        read = mention_reader.read_mentions(tokens, pack, grammar)
        out[text] = [*read, *reasons.find_skip_reasons(tokens, pack, read)]
    return out


@pytest.fixture(scope="module")
def as_it_stands() -> dict[str, list[object]]:
    return read_all(texts())


def put(monkeypatch: pytest.MonkeyPatch, table: str, rows: tuple[Any, ...]) -> None:
    """Replaces a table wherever a module of the readers has it."""
    for module in [m for name, m in sys.modules.items() if name.startswith("reconcile.extractors")]:
        for name, value in list(vars(module).items()):
            if value is TABLES[table]:
                monkeypatch.setattr(module, name, rows)


@pytest.mark.parametrize(("table", "name"), ROWS)
def test_a_row_reads_what_no_other_reads(
    table: str, name: str, as_it_stands: dict[str, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = next(row for row in TABLES[table] if row.name == name)
    put(monkeypatch, table, tuple(other for other in TABLES[table] if other is not row))
    assert read_all([row.example])[row.example] != as_it_stands[row.example]


@pytest.mark.parametrize(("table", "first", "second"), NEIGHBOURS)
def test_neighbours_commute_but_where_their_order_is_known_to_matter(
    table: str, first: str, second: str, as_it_stands: dict[str, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = [row.name for row in TABLES[table]].index(first)
    rows = list(TABLES[table])
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    put(monkeypatch, table, tuple(rows))
    sentence = ORDERED.get((table, first, second))
    swapped = read_all(list(as_it_stands) if sentence is None else [sentence])
    changed = [text for text, read in swapped.items() if read != as_it_stands[text]]
    assert changed == ([] if sentence is None else [sentence])


def test_every_known_order_is_of_neighbours() -> None:
    assert set(ORDERED) <= set(NEIGHBOURS)
