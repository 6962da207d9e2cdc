"""One number with its sign and what it counts; what is no amount."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import amount_reader


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("-5%", "-5 percent.unit percent, then "),
        ("−5%", "-5 percent.unit percent, then "),
        ("- 5%", "-5 percent.unit percent, then "),
        ("x|-5", "none"),
        ("3 |- 5", "none"),
        ("3|-5", "none"),
        ("(|-5", "-5 number.bare -, then "),
        ("minus 5%", "-5 percent.unit percent, then "),
        ("minus-5%", "-5 percent.unit percent, then "),
        ("minus five", "-5 number.bare -, then "),
        ("minus $5", "none"),
        ("-$5", "-5 money.sign USD or AUD/BBD/BSD, then "),
        ("- $5", "none"),
        ("minus -5", "-5 number.bare -, then "),
        ("-tens", "none"),
        ("-5.", "-5 number.bare -, then ."),
        ("plus or |minus 5", "none"),
        ("negative 5", "-5 number.bare -, then "),
        ("x -5", "none"),
        ("-C", "none"),
        ("5%", "5 percent.unit percent, then "),
    ],
)
def test_signs(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("both ships", "2 count.definite ship (ships), then ships"),
        ("both of them", "none"),
        ("both of", "none"),
        ("both", "none"),
        ("two", "2 number.bare -, then "),
        ("one", "1 number.one -, then "),
        ("one ship", "1 count.noun ship (ship), then ship"),
        ("one in five", "0.2 ratio.share share, then "),
        ("the one", "none"),
        ("a kilogram", "1 measure.unit kilogram, then "),
        ("a kilogram of it", "1 measure.unit kilogram, then of"),
        ("a kilogram bag", "none"),
        ("a kilogram.", "1 measure.unit kilogram, then ."),
        ("a bit", "none"),
        ("a bit of", "none"),
        ("a mile", "1 measure.unit mile, then "),
        ("a foot", "none"),
        ("a foot and a half", "1.5 measure.unit foot, then "),
        ("a mile race", "none"),
        ("a dollar", "1 money.word USD or AUD/BBD/BSD, then "),
        ("a dollar and 30 cents", "1.30 money.word USD or AUD/BBD/BSD, then "),
        ("a dollar today", "none"),
        ("a dollar the", "none"),
        ("a $5 fare", "none"),
        ("a gallon is", "1 measure.unit gallon, then is"),
        ("a megabyte, he", "1 measure.unit megabyte, then ,"),
        ("a ship", "none"),
        ("an ounce of", "1 measure.unit ounce, then of"),
        ("a pound of flour", "1 measure.unit pound, then of"),
        ("a pound", "1 money.word GBP or EGP/FKP/GIP, then "),
    ],
)
def test_one_and_both(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2018 sales", "2018 number.year -, then sales"),
        ("1800 sales", "1800 number.year -, then sales"),
        ("1799 sales", "1799 count.noun sale (sales), then sales"),
        ("2100 sales", "2100 number.year -, then sales"),
        ("2101 sales", "2101 count.noun sale (sales), then sales"),
        ("more than |2018 sales", "2018 number.year -, then sales"),
        ("two thousand sales", "2000 count.noun sale (sales), then sales"),
        ("Falcon |9 rocket", "none"),
        ("Falcon |9", "none"),
        ("Falcon |99999 flew", "none"),
        ("Falcon |100000 flew", "100000 number.bare -, then flew"),
        ("Windows |3.1 sold", "none"),
        ("Windows |3.1 copies", "none"),
        ("Windows |5 million copies", "5000000 count.noun copy (copies), then copies"),
        ("Falcon |5m", "5000000 number.bare -, then "),
        ("the |two companies", "2 count.definite company (companies), then companies"),
        ("the |9 firms", "9 count.definite firm (firms), then firms"),
        ("the |10 firms", "10 count.noun firm (firms), then firms"),
        ("the |500,000 voters", "500000 count.noun voter (voters), then voters"),
        ("these |two firms", "2 count.definite firm (firms), then firms"),
        ("the Seventh |Nine served there", "none"),
        ("six-speed", "none"),
        ("six-", "6 number.bare -, then -"),
        ("a |221 Baker Street shop", "221 number.bare -, then baker"),
        ("at |221 Baker Street", "none"),
        ("United won |3-1", "none"),
        ("United |3 boats", "3 count.noun boat (boats), then boats"),
        ("page |12", "none"),
        ("G|20", "none"),
        ("x|5 kg", "none"),
        ("x|5 dollars", "5 money.word USD or AUD/BBD/BSD, then "),
        ("B|5 dollars", "5 money.word USD or AUD/BBD/BSD, then "),
        ("#|5", "none"),
        ("half the ships", "0.5 ratio.fraction share, then the"),
        ("half", "0.5 ratio.fraction share, then "),
        ("2/3", "0.6666666666666666666666666667 ratio.fraction share, then "),
        ("1½", "1.5 number.bare -, then "),
        ("5/4", "1.25 number.bare -, then "),
        ("90049 zip code", "none"),
        ("50-odd ships", "50 count.noun ship (ships), then -"),
        ("a dozen or so people", "12 count.noun people (people), then or"),
        ("a dozen more people", "12 count.noun people (people), then more"),
        ("12 or more ships", "12 count.noun ship (ships), then or"),
    ],
)
def test_years_and_names(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read
