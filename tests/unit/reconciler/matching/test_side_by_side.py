"""Figures side by side: what the texts of a story answer to one question."""

from datetime import date

import pytest

from reconcile import document, reconcile
from reconcile.reconciler.matching import tables

HEAD = (
    "Blast at Orle mill\n\nA blast at the Borex mill in Orle killed {} people, mayor Ida Holm said. "
    "Some {} people were hurt."
)
OTHER = "Bank opens in Kelby\n\nThe Kelby bank hired 14 clerks, banker Jon Dale said. Its vault holds 40 people."


def tables_of(*texts, days=()):
    dated = [*days, *[None] * len(texts)]
    run = reconcile(
        [document(t, id=f"{n}", published=day) for n, (t, day) in enumerate(zip(texts, dated, strict=False))]
    )
    claims = {c.id: c for c in run.claims}
    return [[f"{claims[i].source}: {claims[i].quote}" for i in table.claims] for table in run.tables], run


def test_what_differs_stands_in_one_table_and_what_is_alike_in_none():
    found, run = tables_of(HEAD.format(12, 40), HEAD.format(14, 40))
    assert found == [["0: 12", "1: 14"]]
    assert [(t.story, "killed" in t.slot) for t in run.tables] == [(run.stories[0].id, True)]


@pytest.mark.parametrize("first", [0, 1])
def test_a_table_is_in_the_order_of_days(first):
    days = [date(2031, 5, 4 - first), date(2031, 5, 3 + first)]
    found, _ = tables_of(HEAD.format(12, 40), HEAD.format(14, 40), days=days)
    assert found == [["1: 14", "0: 12"] if first == 0 else ["0: 12", "1: 14"]]


def test_another_story_adds_nothing_to_a_table():
    alone, _ = tables_of(HEAD.format(12, 40), HEAD.format(14, 40))
    together, _ = tables_of(HEAD.format(12, 40), HEAD.format(14, 40), OTHER)
    assert together == alone


def test_one_text_makes_no_table():
    found, _ = tables_of(HEAD.format(12, 40) + " The blast killed 14 people in Orle.")
    assert found == []


def test_other_things_counted_are_another_question():
    found, _ = tables_of(HEAD.format(12, 40), HEAD.format(12, 45))
    assert found == [["0: Some 40", "1: Some 45"]]


def test_what_is_too_much_to_look_through_is_left_out(monkeypatch):
    monkeypatch.setattr(tables, "LARGEST", 1)
    assert tables_of(HEAD.format(12, 40), HEAD.format(14, 40))[0] == []
