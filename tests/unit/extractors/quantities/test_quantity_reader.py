"""Quantities: an amount with its hedges, or two that make a range."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import quantity_reader


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("about 5 ships", "about 5: count.noun 5 by 1 usually [4.5, 5.5] ship hedge about"),
        (
            "at least about 5 ships",
            "at least about 5: count.noun [5, ] by 1 usually [5, 6.25] ship hedge at least about",
        ),
        (
            "about at least 5 ships",
            "about at least 5: count.noun [5, ] by 1 usually [5, 6.25] ship hedge about at least",
        ),
        ("more than 5", "more than 5: number.bare (5, ] by 1 usually [5, 6.25] - hedge more than"),
        ("less than 5", "less than 5: number.bare [, 5) by 1 usually [4.0, 5] - hedge less than"),
        ("no more than 5", "no more than 5: number.bare [, 5] by 1 usually [4.0, 5] - hedge no more than"),
        ("at least 5", "at least 5: number.bare [5, ] by 1 usually [5, 6.25] - hedge at least"),
        ("at most 5", "at most 5: number.bare [, 5] by 1 usually [4.0, 5] - hedge at most"),
        (
            "almost 3 million ships",
            "almost 3 million: count.noun [, 3000000) by 1000000 usually [2700000.0, 3000000] ship hedge almost",
        ),
        ("nearly half", "nearly half: ratio.fraction [, 0.5) usually [0.45, 0.5] share hedge nearly"),
        ("just 5", "just 5: number.bare 5 by 1 -"),
        ("a record 5", "a record 5: number.bare 5 by 1 -"),
        ("over a dozen", "over a dozen: number.bare (12, ] by 1 usually [12, 15.00] - hedge over"),
        ("sub-300", "sub-300: number.bare [, 300) by 1 or 100 usually [240.0, 300] - hedge sub"),
        ("sub -300", "sub -300: number.bare [, -300) by 1 or 100 usually [-300, -240.0] - hedge sub"),
        ("some 5", "some 5: number.bare 5 by 1 usually [4.5, 5.5] - hedge some"),
        (
            "about tens of thousands",
            "about tens of thousands: number.bare [10000, 100000] usually [20000, 100000] - hedge about",
        ),
        (
            "fewer than tens of thousands",
            "fewer than tens of thousands: number.bare [, 100000] usually [20000, 100000] - hedge fewer than",
        ),
        ("more than dozens", "more than dozens: number.bare [12, ] usually [24, 120] - hedge more than"),
        ("about ships", "none"),
        ("three |more than 5", "none"),
        ("the three |more than twice the sum", "none"),
        ("about a $5 fare", "about a $5: money.sign 5 by 1 usually [4.5, 5.5] USD hedge about a"),
        ("about a £5 fare", "about a £5: money.sign 5 by 1 usually [4.5, 5.5] GBP hedge about a"),
        ("up to 5 kg", "up to 5 kg: measure.unit [, 5] by 1 usually [4.0, 5] kilogram hedge up to"),
        ("how |about 5", "none"),
        ("about 3/4 of it", "about 3/4: ratio.fraction 0.75 usually [0.675, 0.825] share hedge about"),
        ("more than half", "more than half: ratio.fraction (0.5, ] usually [0.5, 0.625] share hedge more than"),
        ("roughly exactly 5", "roughly exactly 5: number.bare 5 by 1 -"),
        ("exactly 5", "exactly 5: number.bare 5 by 1 -"),
    ],
)
def test_hedges_before(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.mention(quantity_reader.read_quantity(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("40 or more boats", "40 or more: count.noun [40, ] by 1 or 10 usually [40, 50.00] boat hedge or more"),
        ("40 or more", "40 or more: number.bare [40, ] by 1 or 10 usually [40, 50.00] - hedge or more"),
        ("40-odd boats", "40-odd: count.noun 40 by 1 or 10 usually [36.0, 44.0] boat hedge odd"),
        ("40 plus", "40 plus: number.bare [40, ] by 1 or 10 usually [40, 50.00] - hedge plus"),
        ("40+ boats", "40+: count.noun [40, ] by 1 or 10 usually [40, 50.00] boat hedge +"),
        ("40 + 5", "40: number.bare 40 by 1 or 10 -"),
        ("40 or so", "40 or so: number.bare 40 by 1 or 10 usually [36.0, 44.0] - hedge or so"),
        ("40 at least", "40 at least: number.bare [40, ] by 1 or 10 usually [40, 50.00] - hedge at least"),
        ("40 boats or more", "40 boats or more: count.noun [40, ] by 1 or 10 usually [40, 50.00] boat hedge or more"),
        ("5 more boats", "5: count.noun 5 by 1 boat"),
        ("5 more", "5: number.bare 5 by 1 -"),
        ("5 more than", "5: number.bare 5 by 1 -"),
        ("5 or less than 7", "5: number.bare 5 by 1 -"),
        ("5 more, then", "5: number.bare 5 by 1 -"),
        ("a dozen or so boats", "a dozen or so: count.noun 12 by 1 usually [10.8, 13.2] boat hedge or so"),
        ("about 40 or more", "about 40 or more: number.bare [40, ] by 1 or 10 usually [40, 50.00] - hedge or more"),
        ("at least 40 or so", "at least 40: number.bare [40, ] by 1 or 10 usually [40, 50.00] - hedge at least"),
        ("40 and counting", "40 and counting: number.bare [40, ] by 1 or 10 usually [40, 50.00] - hedge and counting"),
        ("more than 40 or less", "more than 40: number.bare (40, ] by 1 or 10 usually [40, 50.00] - hedge more than"),
        ("$5 or more", "$5 or more: money.sign [5, ] by 1 usually [5, 6.25] USD hedge or more"),
        ("40 or fewer boats", "40 or fewer: count.noun [, 40] by 1 or 10 usually [32.0, 40] boat hedge or fewer"),
        ("40 or more than", "40: number.bare 40 by 1 or 10 -"),
        ("4 or more and less than 5", "4 or more and less than 5: range.bounds [4, 5) by 1 - hedge or more"),
    ],
)
def test_hedges_after(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.mention(quantity_reader.read_quantity(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "more than 12 and less than 30 boats",
            "more than 12 and less than 30: range.bounds (12, 30) by 1 boat hedge more than",
        ),
        (
            "more than 12 and less than 30",
            "more than 12 and less than 30: range.bounds (12, 30) by 1 - hedge more than",
        ),
        ("at least 5 but under 8", "at least 5 but under 8: range.bounds [5, 8) by 1 - hedge at least"),
        (
            "more than 12, and less than 30",
            "more than 12, and less than 30: range.bounds (12, 30) by 1 - hedge more than",
        ),
        (
            "more than 30 and less than 12",
            "more than 30: number.bare (30, ] by 1 or 10 usually [30, 37.50] - hedge more than",
        ),
        (
            "less than 30 and more than 12",
            "less than 30 and more than 12: range.bounds (12, 30) by 1 or 10 - hedge less than",
        ),
        (
            "more than 12 and less than 12",
            "more than 12: number.bare (12, ] by 1 usually [12, 15.00] - hedge more than",
        ),
        (
            "more than 12 and more than 30",
            "more than 12: number.bare (12, ] by 1 usually [12, 15.00] - hedge more than",
        ),
        (
            "more than 12 kg and less than 30 m",
            "more than 12 kg: measure.unit (12, ] by 1 usually [12, 15.00] kilogram hedge more than",
        ),
        (
            "more than 12 kg and less than 30 kg",
            "more than 12 kg and less than 30 kg: range.bounds (12, 30) by 1 kilogram hedge more than",
        ),
        (
            "more than 12 and less than dozens",
            "more than 12: number.bare (12, ] by 1 usually [12, 15.00] - hedge more than",
        ),
        ("at least 5 and at most 8", "at least 5 and at most 8: range.bounds [5, 8] by 1 - hedge at least"),
        ("about 5 and less than 8", "about 5: number.bare 5 by 1 usually [4.5, 5.5] - hedge about"),
        (
            "over 2 and under 3 million boats",
            "over 2 and under 3 million: range.bounds (2000000, 3000000) by 1000000 boat hedge over",
        ),
    ],
)
def test_two_bounds(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.mention(quantity_reader.read_quantity(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("between 5 and 7 boats", "between 5 and 7: range.between [5, 7] by 1 boat"),
        ("between $3 and $11 trillion", "between $3 and $11 trillion: range.between [3E+12, 1.1E+13] by 1E+12 USD"),
        ("between 3 and 11 trillion", "between 3 and 11 trillion: range.between [3E+12, 1.1E+13] by 1E+12 -"),
        ("between 1,300 and 11 trillion", "between 1,300 and 11 trillion: range.between [1300, 1.1E+13] by 1E+12 -"),
        ("between 5 and 7 kg", "between 5 and 7 kg: range.between [5, 7] by 1 kilogram"),
        ("between 5 m and 7 kg", "none"),
        ("between 5 kg and 7 m", "none"),
        ("between 1982 and 1992", "none"),
        ("between 1982 and 1992 boats", "none"),
        ("between 999 and 1992", "between 999 and 1992: range.between [999, 1992] by 1 -"),
        ("from 5 to 7 kg", "from 5 to 7 kg: range.from [5, 7] by 1 kilogram"),
        ("rose from |5 to 7", "5: number.bare 5 by 1 -"),
        ("rose |from 5 to 7 kg", "none"),
        ("between a 5 and 7", "between a 5 and 7: range.between [5, 7] by 1 -"),
        ("between 5 to 7 boats", "between 5 to 7: range.between [5, 7] by 1 boat"),
        ("between 5 or 7", "none"),
        (
            "about between 5 and 7 boats",
            "about between 5 and 7: range.between [5, 7] by 1 usually [4.5, 7.7] boat hedge about",
        ),
        ("between -5 and 7 degrees", "between -5 and 7 degrees: range.between [-5, 7] by 1 degree"),
        ("between 7 and 5 kg", "between 7 and 5 kg: range.between [5, 7] by 1 kilogram"),
        ("between 5 and almost 7 kg", "between 5 and almost 7 kg: range.between [5, 7] by 1 kilogram"),
        ("between 5 and", "none"),
        ("between dozens and 7", "none"),
        ("between 5 and dozens", "none"),
        ("from 5 until 7", "none"),
        ("between 5 and the 7", "between 5 and the 7: range.between [5, 7] by 1 -"),
        ("between 5% and 7", "between 5% and 7: range.between [5, 7] by 1 percent"),
        ("between 5 and 7 percent a year", "between 5 and 7 percent: range.between [5, 7] by 1 percent"),
    ],
)
def test_ranges_with_an_opener(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.mention(quantity_reader.read_quantity(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5 to 7 boats", "5 to 7: range.to [5, 7] by 1 boat"),
        ("5-7 boats", "5-7: range.dash [5, 7] by 1 boat"),
        ("5 - 7", "5 - 7: range.dash [5, 7] by 1 -"),
        ("5 -7", "5 -7: range.dash [5, 7] by 1 -"),
        ("5- 7", "5- 7: range.dash [5, 7] by 1 -"),
        ("5–7 kg", "5–7 kg: range.dash [5, 7] by 1 kilogram"),
        ("5—7", "5: number.bare 5 by 1 -"),
        ("5 — 7", "5: number.bare 5 by 1 -"),
        ("5 —7", "5: number.bare 5 by 1 -"),
        ("7-5 boats", "none"),
        ("7 to 5 boats", "7: number.bare 7 by 1 -"),
        ("5 to 7 to 9", "5 to 7: range.to [5, 7] by 1 -"),
        ("5-7-9", "none"),
        ("8- to 16-meter", "8- to 16-meter: range.to [8, 16] by 1 meter"),
        ("8-to-16-meter", "8-to-16-meter: range.to [8, 16] by 1 meter"),
        ("8- or 16-meter", "8: measure.unit 8 by 1 meter"),
        ("5 kg to 7", "5 kg: measure.unit 5 by 1 kilogram"),
        ("5 kg to 7 kg", "5 kg to 7 kg: range.to [5, 7] by 1 kilogram"),
        ("5 to 7 kg", "5 to 7 kg: range.to [5, 7] by 1 kilogram"),
        ("$5 to $7", "$5 to $7: range.to [5, 7] by 1 USD"),
        ("$5 to 7", "$5 to 7: range.to [5, 7] by 1 USD"),
        ("$5-7 million", "$5-7 million: range.dash [5000000, 7000000] by 1000000 USD"),
        ("$3 trillion to $11 trillion", "$3 trillion to $11 trillion: range.to [3E+12, 1.1E+13] by 1E+12 USD"),
        ("5 percent to 4,210", "5 percent: percent.unit 5 by 1 percent"),
        ("2000 to 3000 boats", "2000: number.year 2000 by 1 or 1000 -"),
        ("1799 to 3000 boats", "1799 to 3000: range.to [1799, 3000] by 1 or 1000 boat"),
        ("2101 to 3000 boats", "2101 to 3000: range.to [2101, 3000] by 1 or 1000 boat"),
        ("1992-2092", "1992: number.year 1992 by 1 -"),
        ("1992-2093", "1992: number.year 1992 by 1 -"),
        ("1992-1999 boats", "1992: number.year 1992 by 1 -"),
        ("1000-1099", "1000: number.bare 1000 by 1 or 1000 -"),
        ("999-1099", "999-1099: range.dash [999, 1099] by 1 -"),
        ("2199-2200", "2199-2200: range.dash [2199, 2200] by 1 or 100 -"),
        ("rose |5 to 7", "5 to 7: range.to [5, 7] by 1 -"),
        ("rose |5 to 25", "5 to 25: range.to [5, 25] by 1 -"),
        ("rose |5 to 26", "5: number.bare 5 by 1 -"),
        ("from |5 to 7", "5: number.bare 5 by 1 -"),
        ("5 m to 7 m tall", "5 m to 7 m: range.to [5, 7] by 1 meter"),
        ("5th to 7th", "none"),
        ("5 boats to 7 boats", "5: count.noun 5 by 1 boat"),
        ("5 million to 7", "5 million: number.bare 5000000 by 1000000 -"),
        ("5 to 7 million", "5 to 7 million: range.to [5000000, 7000000] by 1000000 -"),
        ("0.5 to 7 million", "0.5 to 7 million: range.to [500000.0, 7000000] by 1000000 -"),
        ("800-1,200 boats", "800-1,200: range.dash [800, 1200] by 1 or 100 boat"),
        ("½-1 mile", "½: ratio.fraction 0.5 share"),
        ("about 5 to 7 boats", "about 5 to 7: range.to [5, 7] by 1 usually [4.5, 7.7] boat hedge about"),
        ("5~7", "5~7: range.dash [5, 7] by 1 -"),
        ("5-7-x", "none"),
        ("-5 to 7", "-5 to 7: range.to [-5, 7] by 1 -"),
        ("5 US$ to 7 US$", "5 US$ to 7 US$: range.to [5, 7] by 1 USD"),
        ("$5 to C$7", "$5: money.sign 5 by 1 USD"),
        ("C$5 to $7", "C$5 to $7: range.to [5, 7] by 1 USD"),
        ("$5 a day to $7 a day", "$5 a day to $7 a day: range.to [5, 7] by 1 USD per day"),
        ("5 boats to 7", "5: count.noun 5 by 1 boat"),
    ],
)
def test_ranges_without_one(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.mention(quantity_reader.read_quantity(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5.6 and 2.9 million boats", "5.6: number.bare 5600000.0 by 100000.0 -"),
        ("5 and 6 kg", "5: measure.unit 5 by 1 kilogram"),
        ("5, 6 and 7 kg", "5: measure.unit 5 by 1 kilogram"),
        ("5, 6, 7 and 8 kg", "5: measure.unit 5 by 1 kilogram"),
        ("5, 6, 7, 8 and 9 kg", "5: number.bare 5 by 1 -"),
        ("5, 6 kg", "5: number.bare 5 by 1 -"),
        ("5 or 6 kg", "5: measure.unit 5 by 1 kilogram"),
        ("7- or 8-inch", "7: measure.unit 7 by 1 inch"),
        ("1999 and 6 kg", "1999: number.year 1999 by 1 -"),
        ("1899 and 6 kg", "1899: number.year 1899 by 1 -"),
        ("1900 and 6 kg", "1900: number.year 1900 by 1 or 100 -"),
        ("2100 and 6 kg", "2100: number.year 2100 by 1 or 100 -"),
        ("2101 and 6 kg", "2101: measure.unit 2101 by 1 kilogram"),
        ("900 and 6 million", "900: number.bare 900 by 1 or 100 -"),
        ("600 and 6 million boats", "600: number.bare 6E+8 by 1000000 or 1E+8 -"),
        ("601 and 6 million boats", "601: number.bare 601 by 1 -"),
        ("600 and 5 million", "600: number.bare 600 by 1 or 100 -"),
        ("1000 and 20 million boats", "1000: number.bare 1000 by 1 or 1000 -"),
        ("999 and 20 million boats", "999: number.bare 9.99E+8 by 1000000 -"),
        ("0 and 20 million", "0: number.bare 0 by 1 -"),
        ("5 and then 6 kg", "5: number.bare 5 by 1 -"),
        ("5 and six kg", "5: measure.unit 5 by 1 kilogram"),
        ("5 to 6 and 7 kg", "5 to 6: range.to [5, 6] by 1 kilogram"),
        ("5 and 6 boats", "5: number.bare 5 by 1 -"),
        ("5 and 6 million, and 7 kg", "5: number.bare 5000000 by 1000000 -"),
        ("2 million and 3 billion boats", "2 million: number.bare 2000000 by 1000000 -"),
        ("5 , and 6 kg", "5: measure.unit 5 by 1 kilogram"),
        ("5, six or 7 kg", "5: measure.unit 5 by 1 kilogram"),
    ],
)
def test_what_a_list_shares(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.mention(quantity_reader.read_quantity(scan, i)) == read
