"""A claim restored from its JSON decides as the claim did: what a verdict asks of it is in the JSON."""

from datetime import date

import pytest

from reconcile import extract
from reconcile.verify.forms import restore_claim

DAY = date(2031, 5, 6)


def same(text, quote):
    claim = next(c for c in extract(text, DAY) if c.quote == quote)
    return claim, restore_claim(claim.to_dict())


@pytest.mark.parametrize(
    ("text", "states"),
    [("Acme Steel had 41 mills in 2030.", True), ("Acme Steel has 41 mills.", False)],
)
def test_whether_the_text_states_the_time(text, states):
    claim, restored = same(text, "41")
    assert claim.period is not None
    assert (claim.says_when, restored.says_when) == (states, states)


def test_a_period_is_the_same_whatever_it_rests_on():
    claim, restored = same("Acme Steel has 41 mills.", "41")
    assert restored.period == claim.period


@pytest.mark.parametrize(("quote", "starts"), [("$9 million", True), ("$5 million", False)])
def test_whether_a_change_starts_from_it(quote, starts):
    claim, restored = same("Revenue of Acme Steel fell to $5 million from $9 million.", quote)
    assert (claim.starts_change, restored.starts_change) == (starts, starts)


@pytest.mark.parametrize(
    ("text", "placed"), [("Odo Brandt finished third.", True), ("Odo Brandt is the third mayor of Kelby.", False)]
)
def test_whether_a_rank_is_a_place_taken(text, placed):
    claim, restored = same(text, "third")
    assert (claim.placed, restored.placed) == (placed, placed)


def test_a_rate_has_its_unit_apart_from_what_it_is_per():
    claim, restored = same("The works of Kelby made 40 tonnes per day in 2030.", "40 tonnes per day")
    assert claim.per is not None
    assert (restored.unit, restored.per) == (claim.unit, claim.per)
    alone = restore_claim({**claim.to_dict(), "unit": f"per {claim.per}"})
    assert (alone.unit, alone.per) == (None, claim.per)


def test_a_record_says_what_is_wrong_with_it():
    claim, _ = same("Acme Steel had 41 mills in 2030.", "41")
    form = claim.to_dict()
    with pytest.raises(ValueError, match="empty interval"):
        restore_claim({**form, "value": {**form["value"], "low": "42"}})
    with pytest.raises(ValueError, match="without a zone"):
        restore_claim({**form, "period": {**form["period"], "start": "2030-01-01T00:00:00+02:00"}})
    moved = restore_claim({**form, "period": {**form["period"], "start": "2030-01-01T06:30:00"}})
    assert moved.period.start.hour == 6
