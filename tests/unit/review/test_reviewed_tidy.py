"""What nothing needs any more is named, and only that."""

from review_builder import COURIER, HERALD, run, sit

from reconcile.review.reviewed import outdated

BOTH = {"herald": HERALD, "courier": COURIER}
MOVED = {**BOTH, "herald": HERALD.replace("5 people", "6 people")}


def test_a_decision_is_needed_until_somebody_decides_anew(stages, tmp_path):
    session = sit(stages, tmp_path, **BOTH)
    first = session.decide(session.findings[0].fingerprint, "keep-a", "asked")
    assert outdated(run(stages, tmp_path, **BOTH).reviews) == ()
    assert outdated(run(stages, tmp_path, **MOVED).reviews) == ()
    again = sit(stages, tmp_path, **MOVED)
    again.decide(again.findings[0].fingerprint, "keep-a", "asked again")
    after = run(stages, tmp_path, **MOVED)
    (old,) = outdated(after.reviews)
    assert old.decision.finding == first.finding
    assert [d.severity for d in after.diagnostics if d.code.startswith("ledger.")] == ["note"]


def test_a_decision_whose_finding_somebody_else_took_away_is_not_needed(stages, tmp_path):
    texts = {"north": "Acme Foods employs 5,200 people.", "south": "Acme Foods employs 6,900 people."}
    session = sit(stages, tmp_path, **texts)
    session.decide(session.findings[0].fingerprint, "keep-a", "asked")
    other = sit(stages, tmp_path, by="bob", **BOTH)
    # other articles do not make it: its own are not there, so it is kept for them
    assert outdated(other.run.reviews) == ()
