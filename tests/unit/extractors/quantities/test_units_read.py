"""Units after a number, and letters and signs that are units only where something says so."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import amount_reader


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("37 km long", "37 measure.unit kilometer, then long"),
        ("3-inch nail", "3 measure.unit inch, then nail"),
        ("3 - inch nail", "3 number.bare -, then -"),
        ("5 per cent", "5 percent.unit percent, then "),
        ("5%", "5 percent.unit percent, then "),
        ("30 degrees Celsius", "30 measure.unit celsius, then "),
        ("30°C", "30 measure.unit celsius, then "),
        ("30 °", "30 measure.unit degree, then "),
        ("5 g", "5 measure.unit gram, then "),
        ("5 G", "5 number.bare -, then g"),
        ("5 Gx", "5 number.bare -, then gx"),
        ("5 m", "5 measure.unit meter or number, then "),
        ("5 mx", "5 number.bare -, then mx"),
        ("5 m-7", "5 number.bare -, then m"),
        ("5 m-x", "5 measure.unit meter or number, then -"),
        ("12 barns", "12 count.noun barn (barns), then barns"),
        ("5 kg", "5 measure.unit kilogram, then "),
        ("5 KG", "5 measure.unit kilogram, then "),
        ("5 MW", "5 measure.unit megawatt, then "),
        ("5 mW", "5 measure.unit milliwatt, then "),
        ("5 ft", "5 measure.unit foot, then "),
        ("5 pounds", "5 money.word GBP or EGP/FKP/GIP, then "),
        ("5 sq ft", "5 measure.unit square foot, then "),
        ("5 basis points", "5 points.unit basis point, then "),
        ("5 percentage points", "5 points.unit percentage point, then "),
        ("1 megabyte", "1 measure.unit megabyte, then "),
        ("7 millimetres", "7 measure.unit millimeter, then "),
        ("3 km/h", "3 measure.unit kilometer per hour, then "),
        ("3 mph", "3 measure.unit mile per hour, then "),
        ("five miles", "5 measure.unit mile, then "),
        ("half a mile", "0.5 measure.unit mile, then "),
        ("half of a mile", "0.5 measure.unit mile, then "),
        ("tens of miles", "10 measure.unit mile, then "),
        ("tens miles", "10 measure.unit mile, then "),
        ("thousand litres", "1000 measure.unit liter, then "),
        ("a few |thousand litres", "none"),
        ("thousand sacks", "none"),
        ("absolute zero", "0 measure.constant kelvin, then "),
        ("absolute truth", "none"),
        ("20 (kg)", "20 measure.unit kilogram, then "),
        ("3 [m]", "3 measure.unit meter, then "),
        ("20 (kg]", "20 number.bare -, then ("),
        ("20 (kg of it)", "20 number.bare -, then ("),
        ("20 (pounds)", "20 number.bare -, then ("),
        ("7 m s-2", "7 measure.unit meter per second squared, then "),
        ("7 m s⁻²", "7 measure.unit meter per second squared, then "),
        ("7 m s2", "7 measure.unit meter or number, then s"),
        ("300 s-1", "300 measure.unit inverse second, then "),
        ("3e2 s^-1", "300 measure.unit inverse second, then "),
        ("300 s -1", "300 number.bare -, then s"),
        ("300 s-4", "300 number.bare -, then s"),
        ("5 mile-1", "5 measure.unit mile, then -"),
        ("40° on the Celsius scale", "40 measure.unit celsius, then on"),
        ("40° on the map", "40 measure.unit degree, then on"),
        ("40 km on the Celsius scale", "40 measure.unit kilometer, then on"),
    ],
)
def test_units(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("6 pounds of flour", "6 measure.unit pound, then of"),
        ("weighs |6 pounds", "6 measure.unit pound, then "),
        ("6 pounds", "6 money.word GBP or EGP/FKP/GIP, then "),
        ("20 million pounds", "2E+7 money.word GBP or EGP/FKP/GIP, then "),
        ("a |25-pound dumb-bell", "25 measure.unit pound, then dumb"),
        ("a |25-pound fine", "25 money.word GBP or EGP/FKP/GIP, then fine"),
        ('12" wide', "12 measure.unit inch, then wide"),
        ('12"', "12 measure.unit inch, then "),
        ('12 " wide', "12 measure.unit inch, then wide"),
        ('12 " long', "12 measure.unit inch, then long"),
        ('12"x', '12 number.bare -, then "'),
        ('said "take |12"', '12 number.bare -, then "'),
        ('"so |12" he', '12 number.bare -, then "'),
        ("said “take |12”", "12 number.bare -, then ”"),
        ("said “take” |12” wide", "12 number.bare -, then ”"),
        ("5' tall", "5 measure.unit foot, then tall"),
        ("5'", "5 measure.unit foot, then "),
        ("7 am", "7 number.bare -, then am"),
        ("7.5 am", "7.5 measure.unit attometer, then "),
        ("7.30 am", "7.30 number.bare -, then am"),
        ("7.305 am", "7.305 measure.unit attometer, then "),
        ("the 60s", "none"),
        ("45s", "45 measure.unit second, then "),
        ("45 s", "45 number.bare -, then s"),
        ("1900s", "none"),
        ("900s", "none"),
        ("995s", "995 measure.unit second, then "),
        ("40s", "none"),
        ("12 in", "12 measure.unit inch, then "),
        ("12 in.", "12 measure.unit inch, then "),
        ("12 in wide", "12 measure.unit inch, then wide"),
        ("12 in May", "12 number.bare -, then in"),
        ("5 C", "5 number.bare -, then c"),
        ("5C", "none"),
        ("-5C", "-5 measure.unit celsius, then "),
        ("minus |5C", "5 measure.unit celsius, then "),
        ("the heat of |5 C", "5 measure.unit celsius, then "),
        ("30 K", "30000 number.bare -, then "),
        ("30K", "30000 number.bare -, then "),
        ("the oven |30 K", "30000 number.bare -, then "),
        ("12' 6\" of sky", "726 measure.unit arcsecond, then of"),
        ("an angle of |12'", "12 measure.unit foot, then "),
        ("9 stone", "9 number.bare -, then stone"),
        ("9 stone in weight", "9 measure.unit stone, then in"),
    ],
)
def test_units_that_need_a_cue(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.8m tall", "1.8000000 measure.letter meter, then tall"),
        ("1.8m", "1800000.0 number.bare -, then "),
        ("a wall |1.8m wide", "1.8000000 measure.letter meter, then wide"),
        ("the height was |1.8m", "1.8000000 measure.letter meter, then "),
        ("stood |1.8m.", "1800000.0 number.bare -, then ."),
        ("3m and 5cm", "305.000000 measure.unit centimeter, then "),
        ("3m, 5cm", "305.000000 measure.unit centimeter, then "),
        ("3m equal to 300cm", "3.000000 measure.letter meter, then equal"),
        ("3m = 300 cm", "3.000000 measure.letter meter, then ="),
        ("5k run", "5.000 measure.letter kilometer, then run"),
        ("5k", "5000 number.bare -, then "),
        ("5M tall", "5.000000 measure.letter meter, then tall"),
        ("10m people", "1E+7 count.noun people (people), then people"),
        ("a tower of 5 storeys is |30m", "3E+7 number.bare -, then "),
    ],
)
def test_letters_of_scales(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5 ft 2 in", "62 measure.unit inch, then "),
        ("5 ft 2 in.", "62 measure.unit inch, then "),
        ("6-foot-4", "76 measure.unit inch, then "),
        ("6-foot-4 man", "76 measure.unit inch, then man"),
        ("6-foot-12", "6 measure.unit foot, then -"),
        ("6-foot-11", "83 measure.unit inch, then "),
        ("6-foot 4", "76 measure.unit inch, then "),
        ("6-foot 4 boxes", "6 measure.unit foot, then 4"),
        ("6 feet 12.", "6 measure.unit foot, then 12"),
        ("6-foot -4", "6 measure.unit foot, then -"),
        ("6-yard-4", "6 measure.unit yard, then -"),
        ("6-foot-4-inch", "6 measure.unit foot, then -"),
        ("4 yards, 2 feet and 9 inches", "177 measure.unit inch, then "),
        ("4 yards and 2 feet", "14 measure.unit foot, then "),
        ("4 yards 2 miles", "4 measure.unit yard, then 2"),
        ("3 hours 20 minutes", "200 measure.unit minute, then "),
        ("3 million hours 20 minutes", "3000000 measure.unit hour, then 20"),
        ("3 hours and 2 million minutes", "3 measure.unit hour, then and"),
        ("5 lb 3 oz", "83 measure.unit ounce, then "),
        ("1 kg 200 g", "1200 measure.unit gram, then "),
        ("5 ft, 2", "5 measure.unit foot, then ,"),
        ("4 ft 2 ships", "4 measure.unit foot, then 2"),
        ("1 mile 2 yards 1 foot 3 inches", "63447 measure.unit inch, then "),
    ],
)
def test_two_sizes_of_a_unit(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read
