"""A report replays from its own evidence; whatever is altered in it does not follow any more."""

import json
from datetime import date

import pytest

from reconcile import document
from reconcile.model.run import sealed
from reconcile.pipeline import default_pipeline
from reconcile.reconciler.verdicts.groups import BY_DECISION
from reconcile.verify.hashes import check_rules, check_seal, unsealed
from reconcile.verify.replay import replay
from reconcile.verify.report import Report, read_report

STAGES = default_pipeline()
TEXTS = (
    "Revenue of Acme Steel was $41 million in 2030. A fire in Kelby killed 19. Acme Steel chairman Odo Brandt spoke.",
    "Acme Steel reported revenue of $47 million in 2030. In Kelby a fire killed 19 people: 12 men and 9 women.",
    "Revenue of Acme Steel was more than $40 million in 2030. Acme Steel chairman Lena Fisk spoke. Costs rose 12%.",
    "Sony was ranked fifth among phone makers behind Apple, Samsung and Huawei.",
)


def report():
    documents = [document(t, id=f"{i}.txt", published=date(2031, 3, 1)) for i, t in enumerate(TEXTS)]
    return json.loads(json.dumps(STAGES.run(documents).to_dict()))


def replayed(data, *, seal=True):
    """The problems; with `seal`, whoever altered the report has made its hashes anew."""
    if seal:
        parts = {key: part for key, part in data.items() if key != "manifest"}
        data["manifest"] = sealed(unsealed(data)["manifest"], parts)
    read = read_report(data)
    assert isinstance(read, Report)
    return [str(p) for p in (*check_seal(read), *check_rules(read, STAGES.pack), *replay(read, STAGES.pack))]


def contested(data):
    return next(g for g in data["groups"] if g["verdict"] == "conflict" and g["kind"] == "value")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Divers searched the cold harbour for six hours.", "Divers searched the cold harbour for nine hours."),
        ("The 12 divers searched the cold harbour.", "The 17 divers searched the cold harbour."),
        ("Odo Brandt crossed the strait for the third time.", "Odo Brandt crossed the strait for the ninth time."),
    ],
)
def test_a_sentence_reported_twice_follows(one, other):
    run = STAGES.run([document(one, id="a.txt"), document(other, id="b.txt")])
    data = json.loads(json.dumps(run.to_dict()))
    assert [f["verdict"] for f in data["findings"]] == ["conflict"]
    assert replayed(data) == []


def test_what_only_one_wording_binds_does_not_follow_without_it():
    texts = ("Odo Brandt crossed the strait for the third time.", "Odo Brandt crossed the strait for the ninth time.")
    data = json.loads(json.dumps(STAGES.run([document(t, id=str(i)) for i, t in enumerate(texts)]).to_dict()))
    for claim in data["claims"]:
        claim.pop("slot", None)
    assert any("does not follow" in problem for problem in replayed(data))


def test_an_untouched_report_follows():
    data = report()
    assert {f["code"] for f in data["findings"]} >= {"RC101", "RC405", "RC412"}
    assert replayed(data, seal=False) == []


def altered_value(data):
    claim = next(c for c in data["claims"] if c["quote"] == "$47 million")
    claim["value"]["low"] = claim["value"]["high"] = "41000000"


def altered_unit(data):
    next(c for c in data["claims"] if c["quote"] == "$47 million")["unit"] = "EUR"


def altered_period(data):
    claim = next(c for c in data["claims"] if c["quote"] == "$47 million")
    claim["period"] = {"start": "2029-01-01", "end": "2030-01-01", "edtf": "2029", "grain": "year"}


def altered_verdict(data):
    contested(data)["verdict"] = "agree"


def altered_relation(data):
    for pair in contested(data)["relations"]:
        pair["relation"] = "agree"


def doubted_without_a_reason(data):
    for pair in contested(data)["relations"]:
        pair["relation"] = "undecided"


def lost_relation(data):
    contested(data)["relations"].pop()


def altered_support(data):
    contested(data)["support"] = "echo"


def lost_finding(data):
    data["findings"] = [f for f in data["findings"] if f["code"] != "RC101"]


def added_finding(data):
    data["findings"].append({**data["findings"][0], "fingerprint": "0" * 16})


def altered_rank(data):
    claim = next(c for c in data["claims"] if c["kind"] == "rank")
    claim["value"]["low"] = claim["value"]["high"] = "4"


def altered_part(data):
    claim = next(c for c in data["claims"] if c["quote"].startswith("12"))
    claim["value"]["low"] = claim["value"]["high"] = "10"


def other_rules(data):
    data["manifest"]["rules"] = "0" * 16


def altered_severity(data):
    next(f for f in data["findings"] if len(f["severity_steps"]) == 1)["severity"] = "note"


def lost_claim(data):
    data["claims"] = [c for c in data["claims"] if c["quote"] != "$47 million"]


ALTERED = (
    altered_value, altered_unit, altered_period, altered_verdict, altered_relation, doubted_without_a_reason,
    lost_relation, altered_support, lost_finding, added_finding, altered_rank, altered_part, other_rules, lost_claim,
    altered_severity,
)  # fmt: skip


@pytest.mark.parametrize("alter", ALTERED, ids=lambda f: f.__name__)
def test_whatever_is_altered_is_caught_though_the_hash_is_made_anew(alter):
    data = report()
    alter(data)
    assert replayed(data)


def test_a_claim_that_no_verdict_rests_on_is_guarded_by_the_hash():
    data = report()
    alone = next(c for c in data["claims"] if c["quote"] == "12%")
    alone["value"]["low"] = alone["value"]["high"] = "21"
    assert replayed(data, seal=False) == ["claims: altered after the report was made: its hash is not claims_sha256"]


def test_what_a_person_said_of_two_claims_needs_no_law():
    data = report()
    group = contested(data)
    pair = next(pair for pair in group["relations"] if pair["relation"] == "conflict")
    pair.update(relation="not-comparable", why=BY_DECISION)
    assert not any("does not follow from them" in one for one in replayed(data))
    pair["why"] = "of two things, by nobody's decision"
    assert any("does not follow from them" in one for one in replayed(data))
