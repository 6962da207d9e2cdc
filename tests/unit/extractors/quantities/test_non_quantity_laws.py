"""Digits and words that are no quantity: names, codes, addresses, scores."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import non_quantities


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("020 7946 0958", "3"),
        ("555-123-4567", "5"),
        ("555-123-45678", "0"),
        ("555 123", "0"),
        ("+|44 20 7946 0958", "5"),
        ("+ |44 20 7946 0958", "0"),
        ("44 20 7946 0958", "0"),
        ("(|212) 555-0123", "6"),
        ("(|212 555-0123", "5"),
        ("212 - 555 - 0123", "5"),
        ("212.555.0123", "0"),
        ("212/555/0123", "5"),
        ("555 867 5309", "3"),
        ("0800 1111", "0"),
        ("0800 11111", "2"),
        ("0800 1111 1111 111", "4"),
        ("0800 1111 1111 1111", "0"),
        ("01 23 45 67 89 01 23", "6"),
        ("01 23 45 67 89", "5"),
        ("555  123 4567", "0"),
        ("555\n123 4567", "0"),
        ("5555 123 4567", "0"),
        ("212 555 01234", "0"),
    ],
)
def test_telephone_numbers(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(non_quantities.telephone(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("G|20", "non-quantity.identifier"),
        ("G |20", "None"),
        ("x_|20", "non-quantity.identifier"),
        ("@|20", "non-quantity.identifier"),
        ("#|20", "non-quantity.identifier"),
        ("20kg", "non-quantity.identifier"),
        ("20_", "non-quantity.identifier"),
        ("12/5", "non-quantity.chain"),
        ("12/5/6", "non-quantity.chain"),
        ("12:30", "non-quantity.clock"),
        ("12-34-56", "non-quantity.chain"),
        ("12-34", "None"),
        ("12-x", "None"),
        ("3-|12-5", "non-quantity.chain"),
        ("2011-|12", "non-quantity.chain"),
        ("2012-|13", "non-quantity.chain"),
        ("1712-|13", "None"),
        ("2012-|131", "None"),
        ("x-|12", "non-quantity.compound"),
        ("COVID-|19", "non-quantity.identifier"),
        ("covid-|19", "non-quantity.compound"),
        ("sub-|300", "None"),
        ("minus-|5", "None"),
        ("5-km-|12", "non-quantity.compound"),
        ("one-in-|5", "None"),
        ("v.|5", "non-quantity.identifier"),
        ("v. |5", "None"),
        ("a/|5", "non-quantity.chain"),
        ("a /|5", "None"),
        ("1/|5", "non-quantity.chain"),
        ("c:|5", "non-quantity.chain"),
        ("big.|5", "non-quantity.identifier"),
        ("A-1-|5", "None"),
        ("x+|5", "None"),
        ("A12-|5", "None"),
        ("2012+|5", "None"),
        ("J0534.5+|2200", "non-quantity.identifier"),
        ("J 0534.5+|2200", "None"),
        ("0534.5+|2200", "None"),
    ],
)
def test_what_touches_digits(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(non_quantities.glued(scan, i, i + 1)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a Falcon |9", "TrueTrue"),
        ("Falcon |9", "TrueFalse"),
        ("the falcon |9", "FalseFalse"),
        ("page |12", "TrueTrue"),
        ("p. |7", "TrueTrue"),
        ("p . |7", "FalseFalse"),
        ("x. |7", "FalseFalse"),
        ("iPhone |6", "TrueTrue"),
        ("the Odo |6", "TrueFalse"),
        ("Odo |6", "FalseFalse"),
        ("the The |6", "FalseFalse"),
        ("the About |6", "FalseFalse"),
        ("chapters |3", "TrueTrue"),
        ("chapters 3 and |4", "TrueFalse"),
        ("Falcon 3 and |4", "FalseFalse"),
        ("chapters 3 to |4", "TrueFalse"),
        ("chapters 3, |4", "TrueFalse"),
        ("chapters x and |4", "FalseFalse"),
        ("a Boeing 737-|800", "TrueTrue"),
        ("a Boeing-|737", "TrueTrue"),
        ("a Boeing - |737", "FalseFalse"),
        ("the Boeing\n|737", "FalseFalse"),
        ("the QLED |5", "TrueFalse"),
        ("QLED |5", "TrueFalse"),
        ("a Mid-Falcon |9", "TrueTrue"),
        ("a Mid-Odo |9", "TrueFalse"),
        ("Big-Odo |9", "FalseFalse"),
        ("he |5", "FalseFalse"),
        ("|5", "FalseFalse"),
        (": |5", "FalseFalse"),
    ],
)
def test_numbers_of_names(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert (
        str(non_quantities.is_named(scan, i, counted=False)) + str(non_quantities.is_named(scan, i, counted=True))
        == read
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He served in the |Seventh Cavalry", "True"),
        ("The |Seventh Cavalry", "False"),
        ("The Big |Four Firms", "False"),
        ("the |seventh cavalry", "False"),
        ("Seventh Cavalry served", "False"),
        ("He. |Seventh cavalry served", "False"),
        ("in |Seventh Cavalry The A B C D E served", "False"),
        ("in The A B C D E F |Seventh", "False"),
        ("served The A B C D |Seventh", "True"),
        ("served The A B C D E |Seventh", "False"),
        ("one The |Seventh and the", "False"),
    ],
)
def test_number_words_in_names(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(non_quantities.in_name(scan, i, i + 1)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1080p video", "non-quantity.resolution"),
        ("1080 p", "None"),
        ("1081p", "None"),
        ("90049 zip code", "non-quantity.code"),
        ("90049 zip", "non-quantity.code"),
        ("90049 area codes", "None"),
        ("212 area code", "non-quantity.code"),
        ("212 area", "None"),
        ("5 ships", "None"),
    ],
)
def test_codes(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(non_quantities.code(scan, i, i + 1)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("221 Baker Street", "True"),
        ("221B Baker Street", "True"),
        ("221 B Baker Street", "True"),
        ("221 BB Baker Street", "True"),
        ("9 West 31st Street", "True"),
        ("9 Wall Street banks", "False"),
        ("9 Wall Street in", "True"),
        ("9 Wall Street Banks", "True"),
        ("9 Wall Street.", "True"),
        ("9 Street", "False"),
        ("9 wall Street", "False"),
        ("9 Wall street", "False"),
        ("9 A B C D E Street", "True"),
        ("9 A B C D E F Street", "False"),
        ("9 A B C D E F G Street", "False"),
    ],
)
def test_addresses(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(non_quantities.is_address(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("https://a.example/5 x", "9 False"),
        ("https", "1 False"),
        ("a/|5", "3 True"),
        ("a /|5", "3 False"),
        ("a= |5", "3 False"),
        ("5/|5", "3 False"),
        ("/|5", "2 False"),
    ],
)
def test_web_addresses(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert f"{non_quantities.web_address(scan, i)} {non_quantities.in_path(scan, i)}" == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3M sells", "2"),
        ("3M", "2"),
        ("3 ships", "0"),
        ("7-Eleven", "3"),
        ("7 Eleven", "2"),
    ],
)
def test_known_names(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(non_quantities.entity_name(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("six-speed", "True"),
        ("six -speed", "False"),
        ("six- speed", "False"),
        ("six-odd", "False"),
        ("six-five", "False"),
        ("six-to", "False"),
        ("six-and", "False"),
        ("six-plus", "False"),
        ("six-7", "False"),
        ("six ships", "False"),
    ],
)
def test_compounds(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(non_quantities.is_compound(scan, i + 1)) == read
