"""One pass over a text: which reader wins where several may begin, and what is passed over."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors import mentions
from reconcile.pipeline import default_pipeline


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("She came fifth.", "fifth: rank.ordinal 5 -"),
        ("She came 5th.", "5th: rank.ordinal 5 -"),
        ("It was 5th then.", "5th: rank.ordinal 5 -"),
        ("They met in May 2018.", "May 2018: time.month"),
        ("They caught 12 boats.", "12: count.noun 12 by 1 boat"),
        ("They waited for 10 seconds.", "10 seconds: time.length"),
        ("about 3 p.m.", "3 p.m.: time.clock"),
        ("over three years", "over three years: time.length"),
        ("over three boats", "over three: count.noun (3, ] by 1 usually [3, 3.75] boat hedge over"),
        ("between 3 and 5 on Monday", "3 and 5 on Monday: time.hours"),
        ("between 3 and 5 boats", "between 3 and 5: range.between [3, 5] by 1 boat"),
        ("15 to 22 May", "15 to 22 May: time.span"),
        ("15 to 22 boats", "15 to 22: range.to [15, 22] by 1 boat"),
        ("5 to 7", "5 to 7: range.to [5, 7] by 1 -"),
        ("two to three weeks", "two to three weeks: range.to"),
        ("between two and three weeks", "between two and three weeks: range.between"),
        (
            "more than 2 weeks and less than 3 weeks",
            "more than 2 weeks and less than 3 weeks: range.bounds (2, 3) by 1 week hedge more than",
        ),
        (
            "between two and three weeks a year",
            "between two and three weeks a year: range.between [2, 3] by 1 week per year",
        ),
        ("more than two to three weeks", "more than two to three weeks: range.to"),
        ("3/4 done", "3/4: ratio.fraction 0.75 share"),
        ("on 3/4", "3/4: time.date.digits"),
        ("3/4 of the boats", "3/4: ratio.fraction 0.75 share"),
        ("1/2018", "1/2018: time.date.digits"),
        ("three quarters of them", "three quarters: ratio.fraction 0.75 share"),
        ("for three quarters", "three quarters: time.length"),
        ("two quarters", "two quarters: time.length"),
        ("half", "half: ratio.fraction 0.5 share"),
        ("The firm 3M has 5 boats.", "5: count.noun 5 by 1 boat"),
        ("7-Eleven has 5 boats.", "5: count.noun 5 by 1 boat"),
        ("see https://a.example/5 5 boats", "5: count.noun 5 by 1 boat"),
        ("http 5 boats", "5: count.noun 5 by 1 boat"),
        ("www.a.example 5", "5: number.bare 5 by 1 -"),
        ("555-123-4567 5 boats", "5: count.noun 5 by 1 boat"),
        ("1-2-3-4-5-6-7-8-9-10-11-12-13", ""),
        ("1-2-3-4-5-6-7-8-9-10-11-12-13-14 5 boats", "5: count.noun 5 by 1 boat"),
        ("1=2=3=4=5=6=7=8=9=10=11=12=13", ""),
        ("1=2=3=4=5=6=7=8=9=10=11=12", "1: number.bare 1 by 1 -"),
        ("5", "5: number.bare 5 by 1 -"),
        ("5 ", "5: number.bare 5 by 1 -"),
        ("lots 22,24,26", "22: number.listed 22 by 1 -; 24: number.listed 24 by 1 -; 26: number.listed 26 by 1 -"),
        ("lots 22,240,260", "22,240,260: number.bare 2.224026E+7 by 1 or 10 -"),
        ("lots 22,24,26x", ""),
        ("the 5 boats and 6 horses", "5: count.definite 5 by 1 boat; 6: count.noun 6 by 1 horse"),
        ("He is 25 years old", "25 years old: age.old"),
        ("first, second, third", "first: rank.ordinal 1 -; second: rank.ordinal 2 -; third: rank.ordinal 3 -"),
        ("A.\n\n4/8\n\nB 5 boats", "5: count.noun 5 by 1 boat"),
        ("Photo 4 of 8: boats", ""),
        ("at least about some three years", "some three years: time.length"),
        ("in about one to two years", "about one to two years: range.to"),
        ("about a a a a a a 5 boats", "5: count.noun 5 by 1 boat"),
        ("twice 3 p.m.", "3 p.m.: time.clock"),
        ("500 BC to 400 BC", "500 BC to 400 BC: time.span"),
        ("between 500 and 400 BC", "500 and 400 BC: time.span"),
    ],
)
def test_mentions(text: str, read: str) -> None:
    scan, _ = reading.marked(text)
    assert reading.mentions(mentions.read_mentions(scan.tokens, scan.pack, default_pipeline().grammar)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5", "5: number.bare 5 by 1 - / 5: cell.number 5 by 1 -"),
        ("1,234", "1,234: number.bare 1234 by 1 - / 1,234: cell.number 1234 by 1 -"),
        ("1234", "1234: number.bare 1234 by 1 - / 1234: cell.number 1234 by 1 -"),
        ("1,23", "1,23: number.bare 1.23 by 0.01 - / none"),
        ("1,234.5", "1,234.5: number.bare 1234.5 by 0.1 - / 1,234.5: cell.number 1234.5 by 0.1 -"),
        ("12,34", "12,34: number.bare 12.34 by 0.01 - / none"),
        ("-5", "-5: number.bare -5 by 1 - / -5: cell.number -5 by 1 -"),
        ("+5", "none / +5: cell.number 5 by 1 -"),
        ("5 boats", "5: count.noun 5 by 1 boat / none"),
        ("5 boats sank", "none / none"),
        ("5 kg", "5 kg: measure.unit 5 by 1 kilogram / none"),
        ("5 kg ", "5 kg: measure.unit 5 by 1 kilogram / none"),
        ("5, 6", "none / none"),
        ("x 5", "none / none"),
        ("2018", "2018: time.year - - / 2018: cell.number 2018 by 1 -"),
        ("May 2018", "May 2018: time.month - - / none"),
        ("", "none / none"),
        ("5.", "none / none"),
        ("$5m", "$5m: money.sign 5000000 by 1000000 USD / none"),
        ("5%", "5%: percent.unit 5 by 1 percent / none"),
        ("0.50", "0.50: number.bare 0.50 by 0.01 - / 0.50: cell.number 0.50 by 0.01 -"),
        (
            "1,234,567.89",
            "1,234,567.89: number.bare 1234567.89 by 0.01 - / 1,234,567.89: cell.number 1234567.89 by 0.01 -",
        ),
        ("5 big boats", "5: count.noun 5 by 1 boat / none"),
    ],
)
def test_cells(text: str, read: str) -> None:
    scan, _ = reading.marked(text)
    assert (
        reading.mention(mentions.read_cell(scan.text, scan.pack, default_pipeline().grammar))
        + " / "
        + reading.mention(mentions.plain_number(scan.text))
        == read
    )
