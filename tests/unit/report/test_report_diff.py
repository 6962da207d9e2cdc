"""Differences of two reports: known again by what they say, told in words, Markdown and JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from report_builder import EMPTY, full
from report_reader import read

from reconcile.errors import UsageError
from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.model.document import Document
from reconcile.model.finding import Relation
from reconcile.report.diff import FORMS, as_json, as_markdown, as_text, compare, headline, read_report
from reconcile.report.formats import FORMATS

OLD = {
    "ferry.txt": "Nordby Ferries carried 4.1 million passengers in 2030. It has 23 ships.",
    "harbour.txt": "In 2030 Nordby Ferries carried 4.6 million passengers.",
}


def report(run):
    return read_report(FORMATS["json"].render(run), "a.json")


@pytest.fixture
def reported(stages):
    return lambda texts: report(stages.run(Document(name, text) for name, text in texts.items()))


def test_a_report_does_not_differ_from_itself(reported):
    difference = compare(reported(OLD), reported(OLD))
    assert not difference
    assert headline(difference) == "The two reports say the same."
    assert not compare(report(EMPTY), report(EMPTY))


def test_text_moved_to_other_lines_is_no_change(reported):
    moved = {name: f"A line above.\n\n{text}" for name, text in OLD.items()}
    difference = compare(reported(OLD), reported(moved))
    assert not difference
    assert difference.texts == ("ferry.txt was edited", "harbour.txt was edited")


def test_a_conflict_that_is_put_right_vanishes_and_its_verdict_and_claim_change(reported):
    righted = {**OLD, "harbour.txt": OLD["harbour.txt"].replace("4.6", "4.1")}
    difference = compare(reported(OLD), reported(righted))
    assert [item.wording["code"] for item in difference.changes["findings"].vanished] == ["RC101"]
    assert not difference.changes["findings"].appeared
    text = as_text(difference)
    assert "[conflict → agree]" in text
    assert "“4.6 million” (2030) → harbour.txt" in text
    back = compare(reported(righted), reported(OLD))
    assert [item.words for item in back.changes["findings"].appeared] == [
        item.words for item in difference.changes["findings"].vanished
    ]


def test_a_new_article_brings_claims(reported):
    more = {**OLD, "late.txt": "Nordby Ferries has 25 ships."}
    difference = compare(reported(OLD), reported(more))
    assert difference.texts == ("late.txt is new",)
    assert any("“25" in item.words for item in difference.changes["claims"].appeared)
    assert not difference.changes["claims"].vanished


def test_another_value_of_the_same_finding_is_a_change_not_a_pair(reported):
    other = {**OLD, "harbour.txt": OLD["harbour.txt"].replace("4.6", "4.9")}
    difference = compare(reported(OLD), reported(other))
    assert not difference.changes["findings"].appeared
    assert len(difference.changes["findings"].changed) == 1


def test_a_decision_is_a_change_of_state():
    run = full()
    decision = Decision("7f3c9a1e", "RC101", Judgement.BOTH_STAND, "asked", "Ines", date(2031, 5, 2))
    decided = replace(run, reviews=(Review(decision, State.DECIDED, ("7f3c9a1e",)),))
    difference = compare(report(run), report(decided))
    assert "[error, conflict, open → error, conflict, decided]" in as_text(difference)


def test_a_verdict_that_turns_is_reported():
    run = full()
    turned = replace(run, groups=(run.groups[0], replace(run.groups[1], verdict=Relation.UNDECIDED)))
    assert headline(compare(report(run), report(turned))) == "1 verdict changed."


def test_claims_with_doubles_are_not_guessed_at(reported):
    two = {"a.txt": "The mill has 4 wheels. The mill has 9 wheels."}
    three = {"a.txt": "The mill has 5 wheels. The mill has 7 wheels."}
    claims = compare(reported(two), reported(three)).changes["claims"]
    assert not claims.changed
    assert len(claims.appeared) == len(claims.vanished) == 2


def test_what_both_say_twice_is_no_change(reported):
    twice = reported({"a.txt": "The mill has 4 wheels. The mill has 4 wheels."})
    assert len({item.exact for item in twice.items["claims"]}) < len(twice.items["claims"])
    assert not compare(twice, twice)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_is_the_same_each_time(form, reported):
    more = {**OLD, "late.txt": "Nordby Ferries has 25 ships."}
    assert FORMS[form](compare(reported(OLD), reported(more))) == FORMS[form](compare(reported(OLD), reported(more)))


def test_markdown_holds_foreign_text_as_text(reported):
    trap = {**OLD, "*bold* <i>.txt": "The <b>Mill</b> has 7 wheels."}
    seen = read(as_markdown(compare(reported(OLD), reported(trap))))
    assert "*bold* <i>.txt is new" in seen.text
    assert not {"em", "i", "b"} & seen.tags


def test_json_has_the_items_as_they_were(reported):
    righted = {**OLD, "harbour.txt": OLD["harbour.txt"].replace("4.6", "4.1")}
    found = json.loads(as_json(compare(reported(OLD), reported(righted))))
    assert found["findings"]["vanished"][0]["code"] == "RC101"
    assert {"old", "new"} == set(found["facts"]["changed"][0])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"claims": [1]}', "# A report", "null"])
def test_what_is_no_report_is_refused_with_its_name(text):
    with pytest.raises(UsageError, match=r"^old\.json(:1:1)?: "):
        read_report(text, "old.json")
