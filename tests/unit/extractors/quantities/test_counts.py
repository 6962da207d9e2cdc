"""Counted nouns: the phrase after a number, and what a number is per."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import amount_reader, counts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12 young engineers met", "12 count.noun engineer (young engineers), then young"),
        ("12 sales managers", "12 count.noun manager (sales managers), then sales"),
        ("12 of the", "12 number.bare -, then of"),
        ("12 of engineers", "12 count.noun engineer (engineers), then of"),
        ("12 engineers", "12 count.noun engineer (engineers), then engineers"),
        ("12-engineers", "none"),
        ("12-year", "12 measure.unit year, then "),
        ("12 big, red ships", "12 number.bare -, then big"),
        ("12 big-boned horses", "12 count.noun horse (big-boned horses), then big"),
        ("12 big - boned horses", "12 number.bare -, then big"),
        ("12 red and blue ships", "12 number.bare -, then red"),
        ("12 very old and tired", "12 number.bare -, then very"),
        ("12 red\nships", "12 number.bare -, then red"),
        ("12 long dark cold wet windy nights", "12 number.bare -, then long"),
        ("12 long dark cold wet windy grey nights", "12 number.bare -, then long"),
        ("12 buses", "12 count.noun bus (buses), then buses"),
        ("12 campus", "12 number.bare -, then campus"),
        ("12 people", "12 count.noun people (people), then people"),
        ("12 men", "12 count.noun man (men), then men"),
        ("12 boxes of", "12 count.noun box (boxes), then boxes"),
        ("12 species", "12 count.noun species (species), then species"),
        ("12 gas", "12 number.bare -, then gas"),
        ("12 as", "12 number.bare -, then as"),
        ("12 five ships", "12 number.bare -, then five"),
        ("12 fewer ships", "12 count.noun ship (ships), then fewer"),
        ("12 more ships", "12 count.noun ship (ships), then more"),
        ("12 additional ships", "12 count.noun ship (ships), then additional"),
        ("12 total", "12 number.bare -, then total"),
        ("1 ship", "1 count.noun ship (ship), then ship"),
        ("1 ships", "1 number.bare -, then ships"),
        ("one ship sank", "1 count.noun ship (ship), then ship"),
        ("one red brick", "1 count.noun brick (red brick), then red"),
        ("one big red brick", "1 count.noun brick (big red brick), then big"),
        ("one plant closes", "1 count.noun plant (plant), then plant"),
        ("one ships", "1 number.one -, then ships"),
        ("one costs more", "1 number.one -, then costs"),
        ("one began", "1 number.one -, then began"),
        ("one of the best", "1 count.definite -, then of"),
        ("one news", "1 count.noun news (news), then news"),
        ("no |one came", "none"),
        ("one", "1 number.one -, then "),
        ("that |one ship sank", "1 count.noun ship (ship), then ship"),
        ("that |one sank", "none"),
        ("said |one thing", "1 count.noun thing (thing), then thing"),
        ("one-time fee", "none"),
        ("one - time", "1 number.one -, then -"),
    ],
)
def test_counted_nouns(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("per month", "('month', 2)"),
        ("per metric ton", "('metric ton', 3)"),
        ("a barrel", "('barrel', 2)"),
        ("an hour", "('hour', 2)"),
        ("a ship", "None"),
        ("a month ago", "None"),
        ("a month", "('month', 2)"),
        ("a-month", "('month', 3)"),
        ("per-month", "('month', 3)"),
        ("-month", "None"),
        ("/month", "('month', 2)"),
        ("/ month", "None"),
        ("/kg", "('kilogram', 2)"),
        ("/ kg", "None"),
        ("per 5", "('5', 2)"),
        ("per 5 crates", "('5 crate', 3)"),
        ("per 5 km", "('5 kilometer', 3)"),
        ("per 5 days", "None"),
        ("per million crates", "('1000000 crate', 3)"),
        ("per 1.5", "None"),
        ("per Orle crate", "('orle', 2)"),
        ("per Orle share", "('share', 3)"),
        ("a Sund Orle share", "('share', 4)"),
        ("a Sund Orle Mill Bank share", "None"),
        ("per the", "None"),
        ("per head", "('head', 2)"),
        ("each day", "('day', 2)"),
        ("per day", "('day', 2)"),
        ("per day per head", "('day', 2)"),
        ("a kilo", "('kilogram', 2)"),
        ("a kilowatt-hour", "('kilowatt hour', 4)"),
        ("per m", "('meter', 2)"),
        ("/m", "('meter', 2)"),
        ("per crates", "('crate', 2)"),
        ("per crate", "('crate', 2)"),
    ],
)
def test_what_a_number_is_per(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(counts.read_per(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ties", "tie"),
        ("cities", "city"),
        ("matches", "match"),
        ("dishes", "dish"),
        ("boxes", "box"),
        ("campus", "campus"),
        ("men", "man"),
        ("people", "people"),
        ("wives", "wife"),
        ("heroes", "hero"),
        ("buses", "bus"),
        ("glasses", "glass"),
        ("analysis", "analysis"),
        ("series", "series"),
        ("news", "news"),
        ("as", "as"),
        ("gas", "gas"),
        ("pies", "pie"),
        ("lies", "lie"),
        ("skies", "sky"),
        ("dogs", "dog"),
        ("us", "us"),
        ("bus", "bus"),
        ("axes", "axe"),
        ("criteria", "criterion"),
    ],
)
def test_singulars(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert counts.singular(scan, scan.keys[i]) == read
