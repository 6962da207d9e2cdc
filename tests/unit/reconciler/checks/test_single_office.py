"""One office, one holder at a time: which two claims are of two persons, and what keeps a text silent."""

import pytest
from check_texts import codes_within

from reconcile.reconciler.checks import converted_figure, plausible_range, single_office

ONE = "Acme Steel chairman Odo Brandt opened the mill."


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Acme Steel chairman Lena Fisk spoke.", True),
        ("Acme Steel vice chairman Lena Fisk spoke.", False),
        ("Acme Steel director Lena Fisk spoke.", False),
        ("Borex Mills chairman Lena Fisk spoke.", False),
        # a part of the name, and a likely spelling of it
        ("Acme Steel chairman Ann Brandt spoke.", False),
        ("Acme Steel chairman Odo Brandt spoke.", False),
        ("Former Acme Steel chairman Lena Fisk spoke.", False),
        ("Acme Steel chairman Lena Fisk spoke. She resigned.", False),
    ],
)
def test_two_holders_of_one_office(other, found):
    assert (codes_within(f"{ONE} {other}") == [single_office.CODE]) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The wall is 40 feet (20 meters) high.", True),
        ("The wall is 40 feet (12 meters) high.", False),
        # 12.497 meters, and a tenth of the larger
        ("The wall is 41 feet (13.8 meters) high.", False),
        ("The wall is 41 feet (14.0 meters) high.", True),
        ("The wall is 40 feet, 20 meters high.", False),
        ("The wall is 40 feet (20 meters high).", False),
        ("The wall is 40 feet (20 feet) high.", False),
        ("The wall is 40 feet (20 kilos) high.", False),
        ("The wall is about 40 feet (20 meters) high.", False),
        ("The wall is over 40 feet (20 meters) high.", False),
    ],
)
def test_a_figure_said_twice(text, found):
    assert (converted_figure.CODE in codes_within(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dale Phones sold 14.6 billion handsets in 2014.", True),
        ("Dale Phones sold 9.9 billion handsets in 2014.", False),
    ],
)
def test_a_value_out_of_range(text, found):
    assert (plausible_range.CODE in codes_within(text)) is found
