"""What makes a difference of a value, or a class of what is counted."""

import pytest

from reconcile.extractors.claims.metric_matching import match_metric, triggers
from reconcile.extractors.claims.scopes import class_counted, comparative


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("The fare is £40 less than elsewhere.", "£40", "less"),
        ("Orle Rail hired 300 people more than Borex.", "300", "more"),
        ("Orle Rail hired 300 more people than Borex.", "300", "more"),
        ("Orle Rail hired 300 more people.", "300", None),
        ("The fare is £40, less than elsewhere.", "£40", None),
        ("Orle Rail hired 300 people to run more trains than Borex.", "300", None),
        ("Output grew 40 percent more than planned.", "40 percent", None),
    ],
)
def test_a_difference(read, at, text, quote, word):
    parse = read(text)
    i = comparative(parse, at(parse, quote))
    assert (None if i is None else parse.key(i)) == word


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("Orle Rail has 450 full-time employees.", "450", "full-time"),
        ("Orle Rail has 450 employees.", "450", ""),
        ("Excluding its ships, Orle Rail has 450 employees.", "450", "excluding ships"),
        ("Orle Rail has 450 employees, excluding sailors.", "450", "excluding sailors"),
        ("Orle Rail has 450 employees, including sailors.", "450", ""),
        ("The flood left 300 people dead or missing.", "300", "or missing"),
        ("The flood left 300 people dead and damaged 12 mines.", "300", ""),
    ],
)
def test_a_class(read, at, text, quote, words):
    parse = read(text)
    anchored = at(parse, quote)
    match = match_metric(parse, anchored, triggers(parse))
    assert class_counted(parse, anchored, match and match.trigger) == words
