"""Precision from decisions."""

from datetime import date
from decimal import Decimal

from reconcile.model.decision import Basis, Decision, Judgement
from reconcile.review.stats import tallies


def side(source, rule="killed", right=None):
    return Basis(source, "5", "5 people", "count", rule, "k", "d", "p", side=1, right=right)


def decided(finding, verdict, *sides, by="ada", code="RC101", keeps=None):
    return Decision(finding, code, verdict, "why", by, date(2031, 5, 3), keeps=keeps, claims=sides)


LEDGER = (
    decided("a", Judgement.KEEP, side("herald", right=True), side("courier", right=False), keeps="5"),
    decided("b", Judgement.KEEP, side("herald", right=False), side("post", right=True), keeps="7"),
    decided("c", Judgement.NOT_SAME, side("herald"), side("post")),
    decided("d", Judgement.TOOL_WRONG, side("post", rule="count.noun"), code="RC412"),
)


def by(kind, ledger=LEDGER):
    return {t.name: t for t in tallies(ledger) if t.by == kind}


def test_precision_is_the_share_of_alarms_of_which_a_side_was_kept():
    assert by("all")["all"].precision == Decimal("0.500")
    assert by("rule")["killed"].precision == Decimal("0.667")
    assert by("rule")["count.noun"].misread == 1
    assert by("finding")["RC412"].precision == 0
    assert by("kind")["count"].decided == 4


def test_a_source_is_counted_once_a_finding_and_reported_how_often_it_was_right():
    herald, post = by("source")["herald"], by("source")["post"]
    assert (herald.decided, herald.kept, herald.not_same) == (3, 2, 1)
    assert (herald.right, herald.wrong) == (1, 1)
    assert (post.right, post.wrong) == (1, 0)


def test_agreement_counts_once_dispute_and_baseline_not_at_all():
    one = decided("a", Judgement.KEEP, side("herald"), keeps="5")
    same = decided("a", Judgement.KEEP, side("herald"), keeps="5", by="bob")
    other = decided("a", Judgement.TOOL_WRONG, side("herald"), by="bob")
    known = decided("a", Judgement.KNOWN, side("herald"), by="ci")
    assert by("all", (one, same, known))["all"].decided == 1
    assert by("all", (one, other)) == {}
    assert by("all", (known, decided("q", Judgement.SAME, code="same"))) == {}


def test_the_order_of_decisions_does_not_matter():
    assert tallies(LEDGER) == tallies(LEDGER[::-1])
