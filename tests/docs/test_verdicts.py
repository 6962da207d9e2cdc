"""The worked figures of the page on verdicts, worked out."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reconcile import document, recognise, reconcile
from reconcile.model.finding import Relation

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "verdicts.md").read_text(encoding="utf-8")
PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?")


def rows(header):
    """The rows of the table with that first line, without it and the rule below it."""
    lines = PAGE[PAGE.index(header) :].split("\n\n")[0].splitlines()[2:]
    found = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    assert len(found) > 4
    return found


def figures(text):
    return {Decimal(found.replace(",", "")) for found in PLAIN.findall(text)}


def ends(*intervals):
    return {Decimal(end).normalize() for i in intervals if i is not None for end in (i.low, i.high) if end is not None}


@pytest.mark.parametrize(("words", "hard", "written"), rows("| words | hard bounds |"))
def test_what_a_number_leaves_possible(words, hard, written):
    (mention,) = (m for m in recognise(f"It has {words} ships.") if m.value is not None)
    value = mention.value
    assert {f.normalize() for f in figures(hard)} == ends(value.bounds)
    assert ("above" in hard) == value.bounds.low_open
    if written != "the same":
        soft = value.soft if "reader" in written else None
        reported = {f.normalize() for f in figures(written)}
        assert reported == ends(value.written(), value.written(loose=True), soft)
    else:
        assert value.written() == value.bounds


def pairs(one, another):
    run = reconcile([document(one, id="one"), document(another, id="another")])
    return {str(pair.relation) for group in run.groups for pair in group.relations}


@pytest.mark.parametrize(("relation", "when", "one", "another"), rows("| relation | when |"))
def test_how_two_claims_stand(relation, when, one, another):
    found = pairs(one, another)
    assert relation.replace(" ", "-") in found
    if relation != "agree":
        # nothing else is found but agreement on the rest of the sentence
        assert found <= {relation.replace(" ", "-"), "agree"}


def test_every_relation_has_its_row():
    assert {name.replace(" ", "-") for name, *_ in rows("| relation | when |")} == {str(r) for r in Relation}


def test_equal_precision_conflicts_though_the_intervals_touch():
    one, another = (recognise(f"It sold {n} million jars.")[0].value.written() for n in ("12.4", "12.5"))
    assert one.high == another.low == 12_450_000
    assert "touch at 12.45" in PAGE


@pytest.mark.parametrize(("check", "law", "text"), rows("| check | law |"))
def test_a_text_that_does_not_hold(check, law, text):
    code = re.search(r"\((RC\d+)\)", check)[1]
    run = reconcile([document(text, id="text", published=date(2031, 5, 1))])
    assert [finding.code for finding in run.findings] == [code]
