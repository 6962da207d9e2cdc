"""Rates of exchange: the last one known, never a later one, and how they widen an amount."""

from datetime import date
from decimal import Decimal

import pytest

from reconcile import document, reconcile
from reconcile.normaliser.money import rate

# Reference rates of the European Central Bank as published: euro to US dollar.
FRIDAY, SATURDAY, SUNDAY = date(2021, 12, 31), date(2022, 1, 1), date(2022, 1, 2)


def test_a_day_without_a_rate_has_the_last_one_before_it():
    friday = rate("EUR", "USD", FRIDAY, FRIDAY)
    assert (friday.day, friday.rate) == (FRIDAY, Decimal("1.1326"))
    assert rate("EUR", "USD", SUNDAY, SUNDAY) == friday


@pytest.mark.parametrize(
    ("unit", "day"),
    [("EUR", date(1998, 12, 1)), ("EUR", date(2131, 1, 1)), ("XAU", FRIDAY), ("RUB", date(2023, 6, 1))],
)
def test_what_is_not_in_the_table_has_no_rate(unit, day):
    assert rate(unit, "USD", day, day) is None


def test_two_currencies_meet_through_the_euro():
    through = rate("GBP", "USD", FRIDAY, FRIDAY)
    assert Decimal("1.34") < through.rate < Decimal("1.36")


def test_a_period_has_the_least_and_the_most_of_its_days_and_the_rate_of_its_last():
    year = rate("EUR", "USD", date(2021, 1, 1), FRIDAY)
    assert year.least <= year.rate <= year.most
    assert year.most > Decimal("1.20")
    assert (year.day, year.rate) == (FRIDAY, Decimal("1.1326"))


def verdict(one, other, published=date(2022, 2, 1)):
    pair = (document(text, id=name, published=published) for name, text in (("a", one), ("b", other)))
    run = reconcile(list(pair))
    [group] = [g for g in run.groups if len(g.claims) > 1]
    return str(group.verdict), run


SAYS = "Dale Mills reported revenue of {} in {}."


@pytest.mark.parametrize(
    ("one", "other", "year", "wanted"),
    [
        ("€40 million", "US$47.3 million", 2021, "compatible"),
        ("€40 million", "US$67 million", 2021, "conflict"),
        ("€40 million", "$40 million", 2021, "conflict"),
        ("€40.4 million", "US$47.3 million", 2031, "not-comparable"),
        # Australian dollars would fit: the sign alone does not say
        ("€40.2 million", "$63.9 million", 2021, "compatible"),
        ("about €40 million", "US$42 million", 2021, "compatible"),
        ("€40 million", "£54 million", 2021, "conflict"),
    ],
)
def test_amounts_in_two_currencies_meet_at_the_rate_of_their_time(one, other, year, wanted):
    assert verdict(SAYS.format(one, year), SAYS.format(other, year))[0] == wanted


def test_near_parity_the_same_digits_are_no_wrong_label():
    one, other = "Dale Mills was fined €40 million.", "Dale Mills was fined US$40 million."
    assert verdict(one, other, date(2022, 9, 1))[0] == "compatible"
    assert verdict(one, other, date(2008, 7, 1))[0] == "conflict"


def test_the_rate_its_day_and_the_band_are_in_the_trail():
    _, run = verdict(SAYS.format("€40 million", 2021), SAYS.format("US$67 million", 2021))
    notes = [step.note for step in run.findings[0].trail if step.rule == "normalise.rate"]
    assert "1 EUR was 1.1326 USD on 2021-12-31, give or take 5%" in notes


def test_one_currency_alone_is_left_as_it_is():
    _, run = verdict(SAYS.format("€40 million", 2021), SAYS.format("€41 million", 2021))
    assert all(claim.exchanged == () for claim in run.claims)
