"""What the page is filtered by."""

from dataclasses import replace
from datetime import date

import pytest
from report_builder import FISH, claims, full

from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.model.finding import Relation
from reconcile.report.html.view import View, metric_name, resting_state
from reconcile.report.index import Index


def index(run):
    return Index.of(run, "reports")


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
