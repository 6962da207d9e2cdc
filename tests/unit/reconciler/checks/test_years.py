"""Years held against one another: their order, the length between them, and an age."""

from datetime import date

import pytest
from check_texts import codes_within

from reconcile import document, reconcile
from reconcile.reconciler.checks import years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She led it from 2012 to 2008.", True),
        ("She led it between 2012 and 2008.", True),
        ("She led it from 2008 to 2012.", False),
        ("She led it from 2012 to 2012.", False),
        ("It rose from 2012 to 2008 tonnes.", False),
        ("It fell from 1712 to 1708.", False),
        ("Odo Brandt (1962-1910) lived here.", True),
        ("Odo Brandt (1962–1910) lived here.", True),
        ("Odo Brandt (1910-1962) lived here.", False),
    ],
)
def test_a_span_in_reverse(text, found):
    assert ("RC409" in codes_within(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was born in 1961 and died in 1957 at home with 2 dogs.", True),
        ("He was born in 1957 and died in 1961 at home with 2 dogs.", False),
        ("He was born in 1961 and died in 1961 at home with 2 dogs.", False),
        ("He was born on the fifth of 1961 and died in 1957 with 2 dogs.", True),
        # the year is the sixth word
        ("He was born on the fifth of May 1961 and died in 1957 with 2 dogs.", False),
        ("He was born in 1961 and died on the fifth of 1957 with 2 dogs.", True),
        ("He was born in 1961 and died on the fifth of May 1957 with 2 dogs.", False),
        ("He was born in 1961 a b c d e f g h i died in 1957 with 2 dogs.", True),
        # twelve words between, and thirteen
        ("He was born in 1961 a b c d e f g h i j died in 1957 with 2 dogs.", False),
        ("He was born in 1961, his father died in 1957 with 2 dogs.", False),
        ("He was born in 1961 or born in 1962 and died in 1957 with 2 dogs.", False),
        ("He was born in 1961 and died in 1957 or died with 2 dogs.", False),
        ("He died in 1957 and was born in 1961 with 2 dogs.", False),
        ("He was born in 1961 or 1962 and died in 1957 with 2 dogs.", False),
        ("He was born in 1961 and died in 1957 or 1958 with 2 dogs.", False),
    ],
)
def test_an_end_before_its_beginning(text, found):
    assert ("RC410" in codes_within(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She led it for 12 years, from 2008 to 2016.", True),
        ("She led it for twelve years, from 2008 to 2016.", True),
        ("She led it for 9 years, from 2008 to 2016.", False),
        ("She led it for 7 years, from 2008 to 2016.", False),
        ("She led it for 10 years, from 2008 to 2016.", True),
        ("She led it for 6 years, from 2008 to 2016.", True),
        ("She led it for odd years, from 2008 to 2016.", False),
        ("She led it for 12 years, from 2016 to 2016.", False),
        ("Her 12-year reign, from 2008 to 2016, was calm.", True),
        ("She led it for 12 years, from 2008 to 2016, and again later.", False),
        ("Begun in 2012 and opened in 2024, eight years later.", True),
        ("Begun in 2012 and opened in 2024, twelve years later.", False),
        ("It was begun in 2012 and opened in 2024 after eight years of work.", True),
        ("It was seen in 2012 and opened in 2024 after eight years of work.", False),
        ("It was begun in 2012 and opened in 2024 after twelve years of work.", False),
    ],
)
def test_a_length_is_that_between_its_years(text, found):
    assert ("RC420" in codes_within(text)) is found


def ages(text, published=date(2014, 5, 1)):
    run = reconcile([document(text, id="a", published=published)])
    return [(f.why, f.evidence[0].quote) for f in run.findings if f.code == "RC408"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jane Marsh, 53, was born in 1950.", True),
        ("Jane Marsh, 63, was born in 1950.", False),
        ("Jane Marsh, 64, was born in 1950.", False),
        ("Jane Marsh, 65, was born in 1950.", True),
        ("Jane Marsh, 62, was born in 1950.", True),
        ("Jane Marsh, about 53, was born in 1950.", False),
        ("Jane Marsh, 53, was born on the rainy fifth of a May 1950.", True),
        # the year is the ninth word
        ("Jane Marsh, 53, was born on the rainy fifth of that windy May 1950.", False),
        ("Jane Marsh, 53, was born in 1950 or 1951.", True),
        ("Jane Marsh, 53, was born at home in 1950 or 1951.", False),
        ("Jane Marsh, 53, was born as a twin in 1950.", False),
        ("Jane Marsh, 53, the former coach, was born in 1950.", False),
        ("Jane Marsh, 53, was born in Born in 1950.", False),
    ],
)
def test_an_age_is_that_of_its_year_of_birth(text, found):
    assert bool(ages(text)) is found


def test_the_year_of_death_goes_before_that_of_publication():
    assert ages("Jane Marsh, 53, who was born in 1950, died in 2003.") == []
    assert [why for why, _ in ages("Jane Marsh, 50, who was born in 1950, died in 2003.", None)] == [
        "born in 1950, died in 2003: 52 or 53"
    ]
    assert ages("Jane Marsh, 53, was born in 1950.", None) == []


def test_years_make_a_fingerprint_of_their_own():
    one, other = (years.fingerprint_of_years("RC410", "1961", last) for last in ("1957", "1958"))
    assert one != other
    assert one.endswith("19611957")
    assert len(one) == 16
