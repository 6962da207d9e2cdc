"""Parts of the pages: what is cut and folded, what stands where nothing is to be said, which state wins."""

from dataclasses import replace
from datetime import date

import pytest
from report_builder import EMPTY, FISH, FOODS, HARBOUR, claim, claims, conflict, document, full, group, money

from reconcile.errors import Diagnostic, Severity
from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.model.finding import Evidence, Relation
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.report.counts import decision_words, lapsed, lapsed_words, nothing, percent, summary, tally
from reconcile.report.html.findings import SHOWN_SIDES, side_by_side
from reconcile.report.html.tables import COLUMNS, matrix, table, trouble
from reconcile.report.html.view import View, metric_name, resting_state
from reconcile.report.index import Index, by_consequence
from reconcile.report.markdown.page import findings, header
from reconcile.report.view_model import Passage, rows_of, sayings


def index(run):
    return Index.of(run, "reports")


@pytest.mark.parametrize(("sides", "more"), [(1, None), (SHOWN_SIDES, None), (SHOWN_SIDES + 1, 1), (2000, 1988)])
def test_of_many_passages_twelve_stand_side_by_side(sides, more):
    assert SHOWN_SIDES == 12
    shown = [Passage("gone.txt", Span(n, n + 1), (Span(n, n + 1),), str(n), ()) for n in range(sides)]
    made = side_by_side(index(EMPTY), shown)
    assert made.count("<figure") == sides
    first, _, rest = made.partition("<details>")
    assert first.count("<figure") == min(sides, 12)
    assert rest.startswith(f"<summary>and {more:,} more passages</summary>" if more else "")


def sold(name):
    text = document(f"{name}.txt", f"{name} sold $5 million of fish.")
    return text, claim(text, "$5 million", Kind.MONEY, money("5E+6", "1E+6"), subject=FOODS, metric=FISH, unit="USD")


def test_a_table_of_facts_has_eight_sources_at_most():
    assert COLUMNS == 8
    made = [sold(f"s{n}") for n in range(9)]
    run = replace(EMPTY, documents=tuple(d for d, _ in made), claims=tuple(c for _, c in made))
    page = matrix(index(run))
    assert page.count("<table>") == 2
    assert "<caption>What s0.txt to s7.txt say</caption>" in page
    assert "<caption>What s8.txt says</caption>" in page
    assert matrix(index(EMPTY)) is None
    assert matrix(index(replace(run, claims=()))) is None


def test_named_rows_of_a_table_open_with_a_header():
    rows = [["fish", "5"]]
    assert '<th scope="row">fish</th><td>5</td>' in table("facts", ["", "a"], rows, named=True)
    assert '<td></td><th scope="col">a</th>' in table("facts", ["", "a"], rows)
    assert "<td>fish</td><td>5</td>" in table("facts", ["", "a"], rows)


def test_a_wording_is_shown_once_for_a_source_and_again_where_it_stands_in_a_conflict():
    text = document("a.txt", "A sold $5 million. B sold $5 million! C sold $5 million?")
    starts = [n for n in range(len(text.text)) if text.text.startswith("$5", n)]
    first = replace(sold("x")[1], source="a.txt", sentence=Span(0, 10))
    one, two, three = (replace(first, id=str(n), span=Span(n, n + 10)) for n in starts)
    finding = replace(conflict(two, two), group="g")
    fact = group("g", "fish", [one, two, three], Relation.CONFLICT, "")
    run = replace(EMPTY, documents=(text,), claims=(one, two, three), findings=(finding,), groups=(fact,))
    found = index(run)
    row = replace(rows_of(found)[0], group="g", claims=(one, two, three))
    assert [(s.claim.id, s.conflict) for s in sayings(found, row, "a.txt")] == [
        (one.id, None),
        (two.id, "finding-7f3c9a1e"),
    ]
    assert sayings(found, row, "b.txt") == ()


def test_where_nothing_is_in_trouble_the_section_says_so_if_there_was_a_text():
    assert trouble(index(EMPTY)) is None
    assert "Every number and date that was seen is in a claim" in trouble(index(replace(EMPTY, documents=(HARBOUR,))))
    problem = Diagnostic("input.binary", Severity.ERROR, "not text", "a:1:1")
    assert "not text" in trouble(index(replace(EMPTY, diagnostics=(problem,))))


def decision(name, **more):
    return Decision(name, "RC101", Judgement.BOTH_STAND, "asked", "Ines", date(2031, 5, 3), **more)


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ((), "quiet"),
        ((State.DECIDED,), "decided"),
        ((State.DECIDED, State.KNOWN), "known"),
        ((State.KNOWN, None, State.DECIDED), "open"),
        ((State.EXPIRED,), "open"),
    ],
)
def test_a_fact_is_open_while_any_finding_on_it_is(states, state):
    resting = [replace(full().findings[0], fingerprint=str(n)) for n in range(len(states))]
    reviews = [Review(decision(str(n)), s, (str(n),)) for n, s in enumerate(states) if s is not None]
    assert resting_state(index(replace(full(), findings=tuple(resting), reviews=tuple(reviews))), resting) == state


def test_a_metric_without_a_label_goes_by_its_kind():
    made = claims()["sales-a"]
    assert metric_name(made) == "revenue"
    assert (
        metric_name(replace(made, metric=None)) == metric_name(replace(made, metric=replace(FISH, label=""))) == "money"
    )


def test_tokens_stand_for_sources_and_metrics():
    view = View.of(index(full()))
    assert view.source_tokens == {"harbour.txt": "s1", "quay_news.md": "s2"}
    assert sorted(view.metric_tokens.values()) == [f"m{n}" for n in range(1, len(view.metric_tokens) + 1)]
    card = view.card(Relation.AGREE, "quiet", ["quay_news.md", "gone"], [])
    assert card == {"data_card": True, "data_verdict": "agree", "data_state": "quiet", "data_sources": "s2",
                    "data_metrics": None}  # fmt: skip


def test_graver_findings_come_first_then_conflicts_then_those_of_more_sources():
    one = conflict(claims()["sales-a"], claims()["sales-b"])
    order = [
        one,
        replace(one, evidence=one.evidence[:1], fingerprint="a"),
        replace(one, verdict=Relation.UNDECIDED),
        replace(one, verdict=Relation.REVISED),
        replace(one, severity=Severity.WARNING),
        replace(one, severity=Severity.NOTE, code="RC099"),
        replace(one, severity=Severity.NOTE),
        replace(one, severity=Severity.NOTE, fingerprint="8"),
        replace(one, severity=Severity.NOTE, evidence=tuple(Evidence(s.source, 99, 100, "", "") for s in one.evidence)),
    ]
    assert list(by_consequence(reversed(order))) == order


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
