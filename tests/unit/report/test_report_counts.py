"""Counts and decisions in words, and the head of the page that shows them."""

from dataclasses import replace
from datetime import date

from report_builder import EMPTY, HARBOUR, full

from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.report.counts import decision_words, lapsed, lapsed_words, nothing, percent, summary, tally
from reconcile.report.index import Index, by_consequence
from reconcile.report.markdown.page import findings, header


def index(run):
    return Index.of(run, "reports")


def decision(name, **more):
    return Decision(name, "RC101", Judgement.BOTH_STAND, "asked", "Ines", date(2031, 5, 3), **more)


def test_a_lapsed_decision_says_what_changed():
    again = decision("f", recheck=date(2032, 1, 9))
    words = "both stand: asked (Ines, 3 May 2031; to be looked at again by 9 January 2032)"
    assert decision_words(again) == words
    assert decision_words(again, str.upper, str.title).startswith("BOTH STAND: Asked (Ines")
    old = Review(again, State.EXPIRED, ("f",))
    assert lapsed_words(old) == f"Decided before: {words}. Now to be looked at again."
    moved = replace(old, state=State.REOPENED, changes=("a", "b"))
    assert lapsed_words(moved).endswith(". Now open again: a; b.")
    run = replace(full(), reviews=(old, replace(old, state=State.UNUSED), replace(old, findings=("g",))))
    assert lapsed(index(run), replace(full().findings[0], fingerprint="f")) == (old,)


def test_the_head_counts_what_waits_and_links_what_is_settled():
    run = full()
    one, other = by_consequence(run.findings)
    settled = replace(run, reviews=(Review(decision("f"), State.DECIDED, (one.fingerprint,)),))
    lines = header(index(settled))
    assert "**1 finding for a person to decide: 1 warning**, most consequential first:" in lines
    assert lines[-2] == "1 finding decided by a person: [RC101](#finding-7f3c9a1e)."
    all_known = tuple(Review(decision("f"), State.KNOWN, (f.fingerprint,)) for f in (one, other))
    lines = header(index(replace(run, reviews=all_known)))
    assert not any("most consequential" in line for line in lines)
    assert lines[-2].startswith("2 findings known before, not judged yet: [RC101]")
    assert summary(index(settled)) == (
        "1 finding for a person to decide: 1 warning, most consequential first; 1 decided."
    )
    assert tally(()) == "0 findings for a person to decide"
    assert [line for line in findings(index(settled)) if line.startswith("## ")] == [
        "## What needs a person",
        "## Decided",
    ]


def test_why_nothing_was_found():
    assert nothing(EMPTY) == "No source was given, so nothing was compared."
    assert nothing(replace(EMPTY, documents=(HARBOUR,))).startswith("No claim was found")
    assert "in what was read" not in nothing(full())
    assert [percent(*shares) for shares in ((1, 3), (0, 0), (3, 3))] == ["33%", "–", "100%"]
