"""The HTML page: its sections, what stands in them, and the laws of its mark-up."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest
from report_builder import EMPTY, HARBOUR, QUAY, full
from test_html_hostile import Page

from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.report.element import markup, raw, tag, verbatim
from reconcile.report.formats import FORMATS
from reconcile.report.html.page import policy, script, style
from reconcile.report.html.sources import CLAIMED, SKIPPED, UNREAD, coverage_marks
from reconcile.report.html.view import View
from reconcile.report.index import Index


@pytest.fixture(scope="module")
def page() -> str:
    return FORMATS["html"].render(full())


def shown(page: str) -> str:
    return " ".join(" ".join(Page(page).words).split())


def test_the_page_is_the_same_each_time(page):
    assert page == FORMATS["html"].render(replace(full()))


def test_findings_open_the_page_the_gravest_first(page):
    sales, rank = page.index("RC101"), page.index("RC412")
    assert sales < rank < page.index('id="facts"') < page.index('id="matrix"') < page.index('id="sources"')


def test_both_sides_stand_next_to_each_other_with_their_values_marked(page):
    assert page.count('<figure class="passage">') >= 4
    for words in ("$1.2 billion", "$1.2 million", "third", "Ana Roe"):
        assert f"<mark>{words}</mark>" in page
    assert "Why both cannot stand: the two amounts are a thousand times apart." in shown(page).replace(" :", ":")


def test_headings_step_down_one_at_a_time(page):
    levels = [int(name[1]) for name, _ in Page(page).elements if re.fullmatch(r"h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere(page):
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in Page(page).links if link.startswith("#")} <= set(ids)


def test_nothing_is_fetched_and_no_style_or_script_stands_in_an_attribute(page):
    assert "default-src &#x27;none&#x27;" in page
    names = {name for element, attributes in Page(page).elements for name in attributes if element != "script"}
    assert not {name for name in names if name == "style" or name.startswith("on") or name == "src"}
    assert "unsafe" not in policy()


def test_style_and_script_cannot_end_their_element():
    assert raw(style())
    assert raw(script())
    with pytest.raises(ValueError, match="end of an element"):
        raw("</script>")


BOTH = Decision("7f3c9a1e", "RC101", Judgement.BOTH_STAND, "two kinds of sales", "Ines", date(2031, 5, 2))


def test_what_a_person_decided_is_shown_counted_and_filtered():
    page = FORMATS["html"].render(replace(full(), reviews=(Review(BOTH, State.DECIDED, ("7f3c9a1e",)),)))
    assert "<strong>Decided</strong>: both stand: two kinds of sales (Ines, 2 May 2031)." in page
    assert "1 finding for a person to decide: 1 warning, most consequential first; 1 decided." in shown(page)
    assert page.count('data-state="decided"') == 2  # the finding and the fact it rests on
    assert page.index("RC412") < page.index("RC101")  # what waits for a person comes first


def test_what_moved_since_a_decision_is_reported():
    moved = Review(BOTH, State.REOPENED, ("7f3c9a1e",), ("the value moved",))
    page = FORMATS["html"].render(replace(full(), reviews=(moved,)))
    assert "Now open again: the value moved." in shown(page)
    assert 'data-state="decided"' not in page


def test_each_numeral_of_a_text_is_marked_with_its_state():
    run = full()
    view = View.of(Index.of(run, "reports"))
    states = {m.state for d in (HARBOUR, QUAY) for m in coverage_marks(view, d)}
    assert states == {CLAIMED, SKIPPED, UNREAD}
    for document in (HARBOUR, QUAY):
        spans = [m.span for m in coverage_marks(view, document)]
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert 'title="set aside: excuse.word"' in FORMATS["html"].render(run)


def test_the_whole_text_of_each_source_is_on_the_page(page):
    plain = re.sub(r'<span class="unseen">.*?</span>', "", page)
    words = "".join(Page(plain).words)
    for document in (HARBOUR, QUAY):
        assert document.text in words


def test_an_empty_run_says_so():
    assert "No source was given, so nothing was compared." in shown(FORMATS["html"].render(EMPTY))


def test_elements_escape_text_and_keep_markup():
    assert tag("p", "a < b & c", tag("b", '"'), None, class_="x", hidden=True, id=None) == (
        '<p class="x" hidden>a &lt; b &amp; c<b>&quot;</b></p>'
    )
    assert markup(["a ", ("b", None)]) == "a b"
    assert verbatim("a\n <b>") == "a\n &lt;b&gt;"


def test_facts_fold_and_those_that_do_not_fit_come_first(page):
    cards = re.findall(r'<details class="card fact [^"]*" data-card data-verdict="([^"]*)"', page)
    assert cards == ["conflict", "compatible"]
