"""Whose a measure is."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "subject", "word"),
    [
        ("The headcount of Nokia is 5,400 welders.", "5,400", "Nokia", "headcount"),
        ("The herd in Austria was last put at 5 million cows in 2019.", "5 million", "Austria", "herd"),
        ("The spread of rust in Norway has dropped from 9 percent to 7 percent.", "7 percent", "Norway", "spread"),
        ("The herd of Austria in 2019 was put by the Dale Institute at 900,000.", "900,000", "Austria", "herd"),
        ("The yearly output of the mine ran to 7 tonnes.", "7 tonnes", "mine", "output"),
        ("Nokia's yearly bill came to $7 million.", "$7 million", "Nokia", "bill"),
        ("The bill (for the year) of Nokia was $7 million.", "$7 million", "Nokia", "bill"),
        ("Nokia's 2012 outlay was $7 million.", "$7 million", "Nokia", "outlay"),
    ],
)
def test_whose_a_measure_is(claim, text, quote, subject, word):
    found = claim(text, quote)
    assert found.subject.label == subject
    assert word in found.metric.label


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("A unit of Nokia paid $7 million.", "$7 million", "unit of Nokia"),
        ("Workers of Nokia earned $7 million.", "$7 million", "Workers"),
        ("The head of Nokia earned $7 million.", "$7 million", "head of Nokia"),
        ("The Orle miller bought 40 mules.", "40", "Orle miller"),
    ],
)
def test_those_who_act_are_no_measures(claim, text, quote, subject):
    assert claim(text, quote).subject.label == subject


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("The barge sank off Orle, with a crew of 12.", "12", "barge"),
        ("The council praised a barge with a crew of 12.", "12", "barge"),
        ("Ann Marsh sees an overall yield of 9 percent at the mine.", "9 percent", None),
        ("Ann Marsh sees yields at 9 percent for the Orle mine.", "9 percent", "Orle mine"),
    ],
)
def test_who_has_what_stands_with_a_value(claim, text, quote, subject):
    found = claim(text, quote)
    assert subject is None or found.subject.label == subject


def test_the_noun_of_a_value_is_no_other_words_metric(claim):
    found = claim("The well had a radius of 7 metres and a depth of 3 metres.", "7 metres")
    assert found.metric.label.startswith("radius")


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("The inn is part of Orle Park, 9 miles (14 km) from Halden.", "9 miles", "distance"),
        ("The inn is part of Orle Park, 9 miles (14 km) from Halden.", "14 km", "distance"),
        ("The boots are sold from $30.", "$30", "price"),
    ],
)
def test_attributes_beyond_brackets_and_by_verb(claim, text, quote, word):
    assert word in claim(text, quote).metric.label


def test_a_speed_is_no_distance(claim):
    assert "distance" not in claim("The ferry travelled 9 miles per hour.", "9 miles per hour").metric.label
