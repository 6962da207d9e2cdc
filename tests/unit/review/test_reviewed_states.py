"""How decisions stand to a run, by what changed, their day to be looked at again, and who else decided."""

from datetime import date
from types import SimpleNamespace

import pytest

from reconcile.errors import Severity
from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.model.finding import Evidence, Finding, Relation
from reconcile.review.deciding import Located
from reconcile.review.reviewed import notes, outdated, reviews, standing_decisions

DAY = date(2031, 5, 3)
KEEP, SAME, KNOWN, MISREAD = Judgement.KEEP, Judgement.SAME, Judgement.KNOWN, Judgement.TOOL_WRONG


def finding(name, *claims, code="RC101"):
    sides = tuple(Evidence("a", 0, 1, "5", "", claim) for claim in claims)
    return Finding(code, "t", Severity.ERROR, Relation.CONFLICT, "", "", None, None, sides, (), name, ())


def decided(name, verdict=KEEP, *claims, by="ada", changes=(), recheck=None, keeps=None):
    decision = Decision(name, "RC101", verdict, "why", by, DAY, recheck=recheck, keeps=keeps, where=f"{name}-{by}:1:1")
    return Located(
        decision, tuple(SimpleNamespace(id=claim, kind=None) if claim else None for claim in claims), changes
    )


def states(*located, findings=("f",), day=DAY):
    made = reviews(located, [finding(name, f"{name}1", f"{name}2") for name in findings], day)
    return [(review.decision.by, str(review.state), review.findings) for review in made]


@pytest.mark.parametrize(
    ("located", "state", "named"),
    [
        (decided("f"), "decided", ("f",)),
        (decided("f", KNOWN), "known", ("f",)),
        (decided("gone"), "unused", ()),
        (decided("gone", SAME, "x", "y"), "applied", ()),
        (decided("gone", Judgement.NOT_SAME, "x", "y"), "applied", ()),
        (decided("gone", SAME, "x", None), "unused", ()),
        (decided("gone", MISREAD, "x", "y"), "unused", ()),
        (decided("f", changes=("moved",)), "reopened", ("f",)),
        (decided("gone", KEEP, "f1", None, changes=("moved",)), "reopened", ("f",)),
        (decided("gone", KEEP, "other", changes=("moved",)), "reopened", ()),
        (decided("f", recheck=date(2031, 5, 2)), "expired", ("f",)),
        (decided("f", recheck=DAY), "decided", ("f",)),
        (decided("gone", recheck=date(2031, 5, 2)), "expired", ()),
    ],
)
def test_one_decision(located, state, named):
    assert states(located) == [("ada", state, named)]


def test_a_change_leads_to_the_findings_of_the_same_kind_alone():
    found = [finding("b", "x"), finding("a", "y", "x"), finding("c", "x", code="RC201"), finding("d", None)]
    (review,) = reviews([decided("gone", KEEP, "x", None, changes=("moved",))], found, DAY)
    assert review.findings == ("a", "b")


def test_two_who_differ_settle_nothing_and_two_who_agree_do():
    assert states(decided("f"), decided("f", MISREAD, by="bob")) == [
        ("ada", "disputed", ("f",)),
        ("bob", "disputed", ("f",)),
    ]
    assert [state for _, state, _ in states(decided("f"), decided("f", by="bob"))] == ["decided", "decided"]
    kept = decided("f", keeps="5"), decided("f", by="bob", keeps="7")
    assert [state for _, state, _ in states(*kept)] == ["disputed", "disputed"]
    # whose decision holds no more disputes nothing
    lapsed = decided("f", MISREAD, by="bob", changes=("moved",))
    assert [state for _, state, _ in states(decided("f"), lapsed)] == ["decided", "reopened"]
    (standing,) = standing_decisions([decided("f"), lapsed], DAY)
    assert standing.decision.by == "ada"


def test_a_baseline_is_silent_where_somebody_judged():
    assert states(decided("f", KNOWN, by="ci"), decided("f")) == [("ada", "decided", ("f",)), ("ci", "known", ())]
    lapsed = decided("f", changes=("moved",))
    assert states(decided("f", KNOWN, by="ci"), lapsed)[1] == ("ci", "known", ("f",))


def review(name, state, *findings, changes=()):
    return Review(decided(name).decision, state, findings, changes)


def test_outdated_is_what_is_unused_or_was_decided_anew():
    held = review("new", State.DECIDED, "f")
    rows = (
        held,
        review("a", State.UNUSED),
        review("b", State.REOPENED, "f"),
        review("c", State.EXPIRED, "f"),
        review("d", State.REOPENED, "f", "g"),
        review("e", State.REOPENED),
        review("f", State.DISPUTED, "f"),
        review("g", State.APPLIED),
    )
    assert [old.decision.finding for old in outdated(rows)] == ["a", "b", "c"]


def test_what_a_reader_must_know_of_decisions():
    rows = (
        review("a", State.UNUSED),
        review("b", State.REOPENED, "x", changes=("one", "two")),
        review("c", State.DISPUTED, "x"),
        review("d", State.DECIDED, "y"),
        Review(decided("e", recheck=DAY).decision, State.EXPIRED, ("z",)),
    )
    tied = [decided("s", SAME, "p", "q"), decided("t", Judgement.NOT_SAME, "p", "q")]
    sides = tuple(SimpleNamespace(side=n) for n in (1, 2))
    tied = [Located(SimpleNamespace(verdict=t.decision.verdict, claims=sides, where=t.decision.where, by="ada",
                                    code="RC101"), t.claims, ()) for t in tied]  # fmt: skip
    what = "the decision “keep” of ada on RC101"
    assert [(note.code, str(note.severity), note.message) for note in notes(rows, tied)] == [
        ("ledger.unused", "note", f"{what} is no longer needed: `reconcile review tidy` removes it"),
        ("ledger.reopened", "warning", f"{what} is open again: one; two"),
        ("ledger.disputed", "warning", f"{what} is disputed: another reviewer decided otherwise"),
        ("ledger.expired", "warning", f"{what} was to be looked at again by 2031-05-03"),
        (
            "ledger.contradiction",
            "warning",
            "the decision “not-same” of ada on RC101 tells apart what other decisions make one thing;"
            " neither is followed",
        ),
    ]
