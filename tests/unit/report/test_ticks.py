"""Ticked boxes read back from the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from report_builder import full
from test_gfm_escape import foreign

from reconcile.model.finding import Option
from reconcile.report.formats import FORMATS
from reconcile.review.ticks import Choice, read_boxes


def choices(page):
    return read_boxes(page)[0]


def test_a_page_as_written_has_no_choice() -> None:
    assert choices(FORMATS["md"].render(full())) == ()


def test_ticks_and_what_a_person_adds_are_read_back() -> None:
    page = FORMATS["md"].render(full())
    page = page.replace("- [ ] both stand, because …", "- [x] both stand, because one is a forecast")
    page = page.replace("- [ ] third is right", "- [X] third is right")
    assert tuple(replace(choice, line=0) for choice in choices(page)) == (
        Choice("7f3c9a1e", "both", "both stand, because one is a forecast", 0),
        Choice("0b--d>", "keep", "third is right (the list is incomplete)", 0),
    )


@settings(max_examples=60, deadline=None)
@given(foreign, foreign, foreign)
def test_any_key_and_fingerprint_come_back(key: str, label: str, fingerprint: str) -> None:
    finding = replace(full().findings[0], options=(Option(key, label),), fingerprint=fingerprint)
    page = FORMATS["md"].render(replace(full(), findings=(finding,))).replace("- [ ] ", "- [x] ")
    ((choice),) = choices(page)
    plain = [text.encode("utf-8", "replace").decode() for text in (fingerprint, key)]
    assert [choice.fingerprint, choice.key] == plain


def test_a_tick_belongs_to_the_finding_below_it_and_to_no_other() -> None:
    page = "### a\n- [x] yes <!-- option yes -->\n### b\n- [x] no <!-- option no -->\n<!-- finding b -->\n"
    assert choices(page) == (Choice("b", "no", "no", 4),)


@pytest.mark.parametrize(
    "line",
    ["- [ ] yes <!-- option yes -->", "- [x] yes", "- [x] yes <!-- option yes", "text - [x] yes <!-- option yes -->"],
)
def test_what_is_no_ticked_box(line: str) -> None:
    assert choices(f"{line}\n<!-- finding a -->\n") == ()


def test_a_quotation_cannot_forge_a_box() -> None:
    text = "- [x] <!-- option evil -->\n<!-- finding evil -->"
    finding = replace(full().findings[0], message=text, why=text, slip=text, options=(Option("k", text),))
    page = FORMATS["md"].render(replace(full(), findings=(finding,)))
    assert choices(page) == ()
    assert [choice.key for choice in choices(page.replace("- [ ] ", "- [x] "))] == ["k"]


def test_words_indented_below_a_box_belong_to_it_and_the_line_is_reported() -> None:
    page = "\n- [x] yes <!-- option yes -->\n  since the mayor\n  said so\n- [ ] no <!-- option no -->\n  not this\n"
    assert choices(f"{page}<!-- finding a -->") == (Choice("a", "yes", "yes since the mayor said so", 2),)


def test_a_ticked_box_under_no_finding_is_told_by_its_line():
    page = "- [x] lost <!-- option a -->\n# Next\n- [x] kept <!-- option b -->\n<!-- finding f -->\n"
    page += "- [x] late <!-- option c -->"
    assert [choice.key for choice in choices(page)] == ["b"]
    assert read_boxes(page)[1] == (1, 5)
