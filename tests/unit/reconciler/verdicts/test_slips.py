"""Each law of the closed list: two numbers, or two claims, that it makes fit, and some that it must not."""

from datetime import date
from decimal import Decimal

import pytest

from reconcile import document, reconcile
from reconcile.model.value import Value
from reconcile.reconciler.verdicts.slips import LAWS, law_of, slip

# law, dimension, pairs that it explains, pairs that it does not
TABLE = [
    ("times 1000", "count", [("14600000", "14600000000")], [("14600000", "14700000000")]),
    ("times 1000000", "count", [("3", "3000000")], [("3", "3600000")]),
    ("times 1000000000", "count", [("41", "41000000000")], [("41", "43000000000")]),
    ("times 10", "count", [("1240", "124")], [("1240", "125")]),
    ("digits swapped", "count", [("124", "142"), ("90.6", "96.0")], [("124", "421"), ("124", "1420")]),
    ("digit dropped", "count", [("1234", "124"), ("51234", "5124")], [("1234", "125"), ("17", "7")]),
    ("mile and kilometre", "length", [("100", "161"), ("50", "80")], [("100", "172")]),
    ("foot and metre", "length", [("12", "39")], [("12", "45")]),
    ("nautical mile", "length", [("5600", "10371")], [("5600", "12000")]),
    ("knot and mile", "speed", [("81", "93")], [("81", "104")]),
    ("pound and kilogram", "mass", [("70", "154")], [("70", "162")]),
    ("short and metric ton", "mass", [("907", "1000")], [("907", "1022")]),
    ("long and short ton", "mass", [("625", "700")], [("625", "721")]),
    ("acre and hectare", "area", [("41", "101")], [("41", "113")]),
    ("square mile", "area", [("301", "780")], [("301", "888")]),
    ("gallon and litre", "volume", [("23", "87")], [("23", "98")]),
]


def value(text):
    number = Decimal(text)
    ulp = Decimal(1).scaleb(min(0, number.as_tuple().exponent))
    return Value.exact(number, ulp)


def test_every_law_is_in_the_table_once():
    assert [name for name, *_ in TABLE] == [law.name for law in LAWS]


@pytest.mark.parametrize(("name", "dimension", "true", "false"), TABLE, ids=lambda x: x if isinstance(x, str) else "")
def test_a_law_explains_what_it_should_and_nothing_else(name, dimension, true, false):
    for a, b in true:
        found = law_of(value(a), value(b), dimension)
        assert found is not None
        assert found.name == name
        assert slip(value(a), value(b), dimension) == slip(value(b), value(a), dimension) == found.words
    for a, b in false:
        found = law_of(value(a), value(b), dimension)
        assert found is None or found.name != name


@pytest.mark.parametrize(
    ("a", "b", "dimension"), [("100", "161", "count"), ("17", "90", "count"), ("0", "90", "count")]
)
def test_what_no_law_explains_has_no_name(a, b, dimension):
    assert slip(value(a), value(b), dimension) is None


def test_a_slip_fits_within_written_precision():
    fine, coarse = (
        Value.exact(Decimal(14_620_000), Decimal(10_000)),
        Value.exact(Decimal(14_600_000_000), Decimal(10**8)),
    )
    assert law_of(fine, coarse, "count").name == "times 1000"


def slips(*texts, published=date(2032, 2, 1)):
    run = reconcile([document(text, id=f"{'abcd'[i]}.txt", published=published) for i, text in enumerate(texts)])
    return [f.slip or "" for f in run.findings if f.code in ("RC101", "RC102", "RC103")]


SAYS, SAYS_REPORTED = "Revenue of Acme Steel was {} in {}.", "Acme Steel reported revenue of {} in {}."


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ((SAYS.format("$41 million", 2030), SAYS_REPORTED.format("€41 million", 2030)), "the currency of one side"),
        (
            (
                SAYS.format("$41 million", 2030),
                SAYS_REPORTED.format("$37 million", 2030),
                SAYS.format("$37 million", 2029),
            ),
            "the value of another time may be given: “$37 million” is elsewhere the value of 2029",
        ),
        (
            (
                SAYS.format("$41 million", 2030),
                SAYS_REPORTED.format("$18 million", 2030),
                SAYS.format("$18 million", "the first half of 2030"),
            ),
            "half a year may be taken for the year",
        ),
        (
            (
                SAYS.format("$41 million", 2030),
                SAYS_REPORTED.format("$9 million", 2030),
                SAYS.format("$9 million", "the first quarter of 2030"),
            ),
            "the value of a part may be taken for that of the whole time",
        ),
        (
            ("Revenue of Acme Steel rose 25 percent in 2030.", "In 2030 revenue of Acme Steel rose 20 percent."),
            "value after",
        ),
    ],
)
def test_a_slip_that_units_times_or_neighbours_tell(texts, words):
    assert any(words in found for found in slips(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        (SAYS.format("$41 million", 2030), SAYS_REPORTED.format("$37 million", 2030), SAYS.format("$38 million", 2029)),
        (
            SAYS.format("$41 million", 2030),
            SAYS_REPORTED.format("$37 million", 2030),
            "Revenue of Dale Mills was $37 million in 2029.",
        ),
        ("Revenue of Acme Steel rose 25 percent in 2030.", "In 2030 revenue of Acme Steel rose 21 percent."),
    ],
)
def test_a_difference_that_nothing_explains_has_no_slip(texts):
    assert slips(*texts) == [""]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("5 March 2030", "5 March 2029", "the year of one side"),
        ("3 April 2030", "4 March 2030", "day and month"),
        ("5 March 2030", "9 March 2030", ""),
    ],
)
def test_a_slip_in_a_date(one, other, words):
    found = slips(f"Acme Steel and Dale Mills merged on {one}.", f"Dale Mills and Acme Steel merged on {other}.")
    assert len(found) == 1
    assert found[0].startswith(words)
    assert bool(found[0]) == bool(words)


@pytest.mark.parametrize("part", ["the first half of 2030", "the first quarter of 2030", "May 2030"])
def test_a_part_of_the_time_is_no_conflict_with_the_whole(part):
    assert slips(SAYS.format("$41 million", 2030), SAYS.format("$9 million", part)) == []
