"""Rows of JSON lines and of declared facts, each cell with its place."""

import pytest

from reconcile.errors import Diagnostic
from reconcile.sources.tables.entries import fact_rows, rows

FACTS = """\
facts:
- subject: Kelby
  metric: ships
  value: "4"
- subject: Halden
  metric: ships
  value: 5 ships
  precision: 0.5
"""


def quoted(text, row):
    return {name: (cell.text, text[slice(*cell.span)]) for name, cell in row.cells.items()}


def test_a_line_gives_a_row_with_every_cell_at_its_place():
    text = '\ufeff{"subject": "Kelby", "metric": {"id": "x", "label": "ships"}, "value": 4.50, "odd": [1], "no": null}'
    (row,) = rows(text, "t.jsonl", 1)
    assert quoted(text, row) == {"subject": ("Kelby",) * 2, "metric": ("ships",) * 2, "value": ("4.50",) * 2}
    assert text[slice(*row.span)] == text[1:]


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        ('"value": {"low": "1", "high": null, "low_open": true}', {"low": "1", "low_open": "true"}),
        ('"qualifiers": {"place": "Quay", "part": 2}', {"qualifiers": "place=Quay; part=2"}),
        ('"period": {"edtf": "2030", "id": "x"}', {"period": "2030"}),
        ('"period": {"start": "2030"}', {"period": ""}),
        ('"flag": false', {"flag": "false"}),
    ],
)
def test_nested_values_give_their_words(value, cells):
    (row,) = rows(f"{{{value}}}", "t.jsonl")
    assert {name: cell.text for name, cell in row.cells.items()} == cells


def test_words_that_stand_nowhere_are_those_of_the_whole_line():
    text = '{"flag": true, "name": "caf\\u00e9"}'
    (row,) = rows(text, "t.jsonl")
    assert text[slice(*row.cells["name"].span)] == text


@pytest.mark.parametrize(
    ("line", "where", "words"),
    [
        ("[1]", "t.jsonl:3:1", "expected an object of keys and values"),
        ('{"a" 1}', "t.jsonl:3:6", "not readable as JSON"),
        ('{"a": "\\udc00"}', "t.jsonl:3:8", "half of a character"),
    ],
)
def test_a_line_that_is_none_is_told_and_empty_ones_are_not(line, where, words):
    first, problem = rows(f'{{"a": "b"}}\n\n{line}\n', "t.jsonl")
    assert not isinstance(first, Diagnostic)
    assert (problem.code, problem.where) == ("claims.json", where)
    assert problem.message.startswith(words)


def test_each_fact_is_a_row_from_the_start_of_its_first_line():
    (kelby, halden), problems = fact_rows(FACTS, "f.yaml")
    assert problems == []
    assert quoted(FACTS, kelby) == {"subject": ("Kelby",) * 2, "metric": ("ships",) * 2, "value": ("4",) * 2}
    assert FACTS[slice(*kelby.span)] == '- subject: Kelby\n  metric: ships\n  value: "4'
    assert halden.text("precision") == "0.5"


@pytest.mark.parametrize("text", ["- a\n", "fact: []\n", "facts: 4\n", "facts: []\nmore: 1\n"])
def test_a_file_of_something_else_is_one_error_at_its_head(text):
    found, problems = fact_rows(text, "f.yaml")
    assert found == []
    assert problems[0].where == "f.yaml:1:1"


def test_a_fact_with_a_mistake_loses_no_other():
    found, problems = fact_rows(FACTS.replace("metric: ships", "metrc: ships", 1), "f.yaml")
    assert [row.text("subject") for row in found] == ["Halden"]
    assert {p.where for p in problems} == {"f.yaml:3:3", "f.yaml:2:3"}
    assert fact_rows("", "f.yaml") == ([], [])
