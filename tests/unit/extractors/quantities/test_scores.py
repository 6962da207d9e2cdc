import pytest
import quantity_reading as reading

from reconcile.extractors.quantities.scores import DIMENSION, RULE, read_score, sides
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline, recognise
from reconcile.text.scan import Scan


def scores(text):
    return [(m.quote, m.unit) for m in recognise(text) if m.rule == RULE]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("They won 6-3.", [("6", "point"), ("3", "point")]),
        ("United won 3 - 2 at home.", [("3", "point"), ("2", "point")]),
        ("He led them to a 38-44 mark.", [("38", "game"), ("44", "game")]),
        ("An 18-30 record is poor.", [("18", "game"), ("30", "game")]),
        ("It was a 5-4 ruling.", [("5", "vote"), ("4", "vote")]),
        ("The council voted 7-2 to stay.", [("7", "vote"), ("2", "vote")]),
        ("The council voted 219 to 212 to stay.", [("219", "vote"), ("212", "vote")]),
        ("The council voted 7-2-1 to stay.", [("7", "vote"), ("2", "vote"), ("1", "vote")]),
        ("They have a 10-4-2 record.", [("10", "game"), ("4", "game"), ("2", "game")]),
        ("They won 6-3, 6-4.", [("6", "point"), ("3", "point"), ("6", "point"), ("4", "point")]),
        ("It tied (18-11).", [("18", "point"), ("11", "point")]),
    ],
)
def test_each_number_of_a_score_is_a_count(text, want):
    assert scores(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "They last 30-50 years.",
        "Ring 555-0199-22-7.",
        "Open 11-1pm.",
        "The 2017-18 season began.",
        "It has 6-12 wheels.",
    ],
)
def test_ranges_chains_and_times_are_no_scores(text):
    assert scores(text) == []


def test_a_score_has_a_dimension_of_its_own():
    assert {m.dimension for m in recognise("They won 6-3.")} == {DIMENSION}


def test_words_open_no_score():
    pack = default_pipeline().pack
    scan = Scan(Tokens("six-three"), pack)
    assert read_score(scan, 0) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("won |3-1", "True"),
        ("3-1", "True"),
        ("3 - 1", "False"),
        ("won |3 - 1", "True"),
        ("1-3", "False"),
        ("1-3 win", "True"),
        ("won by |1-3", "True"),
        ("won it a b |1-3", "False"),
        ("won it a b c |1-3", "False"),
        ("won 1-|3", "True"),
        ("1-|3", "False"),
        ("3-|1", "True"),
        ("3- 1", "False"),
        ("2 for 9", "False"),
        ("went |2 for 9", "True"),
        ("went 2 for |9", "True"),
        ("3–1", "True"),
        ("3—1", "False"),
        ("1000-1", "False"),
        ("999-1", "True"),
        ("3-x", "False"),
        ("x-|3", "False"),
        ("won x-|3", "False"),
        ("3:1", "False"),
        ("voted |7-2-1", "True"),
        ("voted 7-|2-1", "True"),
        ("voted 7-2-|1", "True"),
        ("voted |7-2-1-1", "False"),
        ("won |7-2-1", "False"),
        ("10-4-|2 record", "True"),
        ("10-4-|2 to", "False"),
        ("voted |7 - 2 - 1", "False"),
        ("voted |52 to 48", "True"),
        ("voted 52 to |48", "True"),
        ("a |52 to 48 vote", "True"),
        ("voted |48 to 52", "False"),
        ("52 to 48", "False"),
        ("won |52 to 48", "False"),
        ("voted |52 to 48 percent", "False"),
        ("votes fell |52 to 48", "False"),
        ("voted |52 to 48 to 2", "False"),
    ],
)
def test_a_side_of_a_score(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert str(sides(scan, i) is not None) == read
