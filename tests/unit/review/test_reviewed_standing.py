"""Decisions held against later runs: what stands, what moved, what nobody needs any more."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from review_builder import COURIER, DAY, HERALD, codes, documents, run, sit, states

from reconcile.model.decision import Judgement, State
from reconcile.pipeline import load_rules, pipeline
from reconcile.report.formats import FORMATS
from reconcile.review.reviewed import reviewed

SCHEMAS = Path(__file__).parents[3] / "docs" / "schema"
BOTH = {"herald": HERALD, "courier": COURIER}


@pytest.fixture
def decided(stages, tmp_path):
    session = sit(stages, tmp_path, **BOTH)
    (finding,) = session.findings
    return session.decide(finding.fingerprint, "keep-b", "the mayor said so")


def test_a_decision_settles_its_finding_in_every_later_run(stages, tmp_path, decided):
    again = run(stages, tmp_path, **BOTH)
    assert states(again) == [("decided", ())]
    assert set(again.settled) == {again.findings[0].fingerprint}
    kept = {basis.source: basis.right for basis in decided.claims}
    assert kept == {"courier.txt": False, "herald.txt": True}


def test_an_edit_elsewhere_moves_nothing(stages, tmp_path, decided):
    longer = {**BOTH, "herald": f"A fair was held in Marlow.\n\n{HERALD} Trees fell."}
    assert states(run(stages, tmp_path, **longer)) == [("decided", ())]


@pytest.mark.parametrize(
    ("herald", "moved"),
    [
        (HERALD.replace("5 people", "6 people"), "the value of herald.txt moved from 5 people to 6 people"),
        (HERALD.replace("3 May", "4 May"), "the time of herald.txt moved from 2031-05-03 to 2031-05-04"),
        (HERALD.replace("on 3 May", "in Dale on 3 May"), "the sentence of herald.txt with “5” was rewritten"),
        ("Nothing happened in Dale.", "herald.txt no longer says “5”"),
    ],
    ids=["value", "time", "words", "gone"],
)
def test_what_moved_is_stated_and_the_finding_is_open_again(stages, tmp_path, decided, herald, moved):
    after = run(stages, tmp_path, **{**BOTH, "herald": herald})
    assert states(after) == [("reopened", (moved,))]
    assert after.settled == {}
    (note,) = (d for d in after.diagnostics if d.code == "ledger.reopened")
    assert moved in note.message
    assert ".yaml:1:" in note.where


def test_a_changed_value_names_the_finding_that_took_the_place_of_the_old_one(stages, tmp_path, decided):
    after = run(stages, tmp_path, **{**BOTH, "herald": HERALD.replace("5 people", "6 people")})
    assert after.reviews[0].findings == (after.findings[0].fingerprint,)


def test_a_source_that_is_gone_or_dated_anew_is_reported(stages, tmp_path, decided):
    assert states(run(stages, tmp_path, courier=COURIER)) == [("reopened", ("herald.txt is not among the articles",))]
    day = date(2031, 5, 9)
    texts = [replace(d, source=replace(d.source, published=day)) for d in documents(**BOTH)]
    after = reviewed(stages, texts, (), [decided], DAY)
    assert "the publication date of herald.txt moved from 2031-05-04 to 2031-05-09" in after.reviews[0].changes


def test_a_changed_rule_is_reported(stages, tmp_path, decided):
    rule = stages.pack.metrics.by_id["killed"]
    folder = tmp_path / "rules" / "metrics"
    folder.mkdir(parents=True)
    text = (
        f"metrics:\n  - {{id: killed, label: {rule.label}, dimension: count, nature: constant, triggers: [killed]}}\n"
    )
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    changed = pipeline(load_rules(tmp_path / "rules"))
    after = reviewed(changed, documents(**BOTH), (), [decided], DAY)
    assert "the rule killed was changed" in after.reviews[0].changes


def test_after_its_day_a_decision_is_expired_and_settles_nothing(stages, tmp_path):
    session = sit(stages, tmp_path, **BOTH)
    session.decide(session.findings[0].fingerprint, "not-same", recheck=date(2031, 6, 30))
    assert states(run(stages, tmp_path, date(2031, 6, 30), **BOTH)) == [("applied", ())]
    late = run(stages, tmp_path, date(2031, 7, 1), **BOTH)
    assert states(late) == [("expired", ())]
    assert late.settled == {}
    assert codes(late) == ["RC101"]


def test_a_decision_without_its_finding_is_unused(stages, tmp_path, decided):
    alone = replace(decided, finding="feedfeedfeedfeed", claims=())
    after = reviewed(stages, documents(**BOTH), (), [alone], DAY)
    assert states(after) == [("unused", ())]


def test_two_reviewers_who_differ_settle_nothing_and_are_both_named(stages, tmp_path, decided):
    other = sit(stages, tmp_path, by="bob", **BOTH)
    other.decide(other.findings[0].fingerprint, "keep-a", "the mayor was wrong")
    after = run(stages, tmp_path, **BOTH)
    assert {review.state for review in after.reviews} == {State.DISPUTED}
    assert after.settled == {}
    assert len([d for d in after.diagnostics if d.code == "ledger.disputed"]) == 2


def test_two_reviewers_who_agree_settle_it(stages, tmp_path, decided):
    other = sit(stages, tmp_path, by="bob", **BOTH)
    other.decide(other.findings[0].fingerprint, "keep-b", "as Ada says")
    assert len(run(stages, tmp_path, **BOTH).settled) == 1


def test_a_run_with_decisions_fits_the_public_schema(stages, tmp_path, decided):
    schema = json.loads((SCHEMAS / "run.json").read_text(encoding="utf-8"))
    run_again = run(stages, tmp_path, **BOTH).to_dict()
    assert len(run_again["reviews"]) == 1
    assert [error.message for error in Draft202012Validator(schema).iter_errors(run_again)] == []
    assert schema["$defs"]["review"]["properties"]["state"]["enum"] == [str(state) for state in State]
    assert sorted(schema["$defs"]["decision"]["properties"]["verdict"]["enum"]) == sorted(map(str, Judgement))
    for name, shape in (("review", run_again["reviews"][0]), ("decision", decided.to_dict())):
        assert set(schema["$defs"][name]["properties"]) == set(shape)


def test_the_report_says_what_people_put_together_or_kept_separate(stages, tmp_path):
    session = sit(stages, tmp_path, **BOTH)
    session.decide(session.findings[0].fingerprint, "not-same", "two places: <!-- finding x --> & **Dale**")
    page = FORMATS["md"].render(run(stages, tmp_path, **BOTH))
    assert "## Put together or told apart by a person" in page
    assert "**not the same thing**: two places" in page
    assert "<!-- finding x -->" not in page
