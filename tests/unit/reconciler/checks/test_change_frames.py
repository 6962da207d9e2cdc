"""The frame of a change: which two values are its ends, in which order, and what is called its size."""

from dataclasses import replace
from decimal import Decimal

import pytest
from check_texts import sentence_of

from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value
from reconcile.reconciler.checks.change_frames import changes

M, P = Kind.MONEY, Kind.PERCENT
FIFTY, SIXTY = ("$50", 50, M), ("$60", 60, M)


def frames(stages, text, *figures):
    """The ends and sizes of each change, as quotes."""
    found = changes(sentence_of(text, *figures), stages.pack.policy)
    return [(c.before.quote, c.after.quote, [s.quote for s in c.stated]) for c in found]


def test_from_and_to_say_which_is_which(stages):
    assert frames(stages, "Sales rose from $50 to $60", FIFTY, SIXTY) == [("$50", "$60", [])]
    assert frames(stages, "Sales rose from $50, then $60", FIFTY, SIXTY) == []
    assert frames(stages, "Sales rose, $50 to $60", FIFTY, SIXTY) == []


def test_to_and_from_say_it_too(stages):
    assert frames(stages, "Sales rose to $60 from $50", SIXTY, FIFTY) == [("$50", "$60", [])]


def test_the_ends_stand_within_forty_characters(stages):
    near = f"from $50 {'x' * 35} to $60"
    assert near.index("$60") - near.index("$50") - 3 == 40
    assert frames(stages, near, FIFTY, SIXTY) == [("$50", "$60", [])]
    assert frames(stages, near.replace("x to", "xx to"), FIFTY, SIXTY) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales were $60, up from $50", [("$50", "$60", [])]),
        # no move
        ("Sales were $60, not those from $50", []),
        # another clause
        ("Sales were $60, and up from $50", []),
        ("Sales were $60, up a b c d e f g from $50", [("$50", "$60", [])]),
        # ten words
        ("Sales were $60, up a b c d e f g h from $50", []),
        ("Sales rose to $60, compared with $50", [("$50", "$60", [])]),
        ("Sales were $60, compared with $50", []),
        ("Sales rose a b c d to $60, compared with $50", [("$50", "$60", [])]),
        # the verb is seven words away
        ("Sales rose a b c d e to $60, compared with $50", []),
        ("Sales rose with costs to $60, compared with $50", []),
    ],
)
def test_a_value_compared_with_the_one_before(stages, text, found):
    assert frames(stages, text, SIXTY, FIFTY) == found


def test_a_comparison_is_of_the_only_two_values(stages):
    text = "Sales of 9 shops rose to $60, compared with $50"
    assert frames(stages, text, ("9", 9), SIXTY, FIFTY) == []


@pytest.mark.parametrize(("units", "found"), [(("USD", "USD"), True), (("USD", "EUR"), False), (("USD", None), False)])
def test_both_ends_are_in_one_unit(stages, units, found):
    sentence = sentence_of("from 50 to 60", ("50", 50, M), ("60", 60, M))
    ends = tuple(replace(c, unit=unit) for c, unit in zip(sentence.claims, units, strict=True))
    assert bool(list(changes(replace(sentence, claims=ends), stages.pack.policy))) is found


def test_a_bare_number_has_the_unit_of_the_one_before(stages):
    assert frames(stages, "from $50 to 60", FIFTY, ("60", 60, Kind.NUMBER)) == [("$50", "60", [])]
    assert frames(stages, "from 5% to 6", ("5%", 5, P), ("6", 6, Kind.NUMBER)) == []


@pytest.mark.parametrize(
    ("quote", "low", "high", "ends"),
    [
        ("from 40 to 50", 40, 50, [("40", "50", [])]),
        ("from 50 to 40", 40, 50, [("50", "40", [])]),
        ("from 1,400 to 1,500 million", 1400000000, 1500000000, [("1,400", "1,500", [])]),
        ("between 40 and 50", 40, 50, []),
        ("from 40 to 400", 40, 400, []),
        ("from 40 to 60", 40, 50, []),
        ("from 40 to 50 in 60", 40, 50, []),
        ("from 40 to 50", None, 50, []),
        ("from 40 to 50", 40, None, []),
    ],
)
def test_a_range_is_a_change_where_its_digits_say_so(stages, quote, low, high, ends):
    bounds = Interval(*(None if n is None else Decimal(n) for n in (low, high)))
    assert frames(stages, f"It went {quote}", (quote, Value(bounds))) == ends


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Sales rose 12% from $50 to $60", ["12%"]),
        ("Sales saw a 12% rise from $50 to $60", ["12%"]),
        ("Sales moved by 12% from $50 to $60", ["12%"]),
        ("Sales moved (12%) from $50 to $60", ["12%"]),
        ("Sales made 12% from $50 to $60", []),
        # another clause begins between
        ("Costs rose 12% as sales went from $50 to $60", []),
        ("Costs rose 12%; sales went from $50 to $60", []),
        ("Costs rose 12%: sales went from $50 to $60", []),
    ],
)
def test_what_is_called_the_size(stages, text, sizes):
    assert frames(stages, text, ("12%", 12, P), FIFTY, SIXTY) == [("$50", "$60", sizes)]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Sales went from $50 to $60, an increase of 20%", ["20%"]),
        ("Sales went from $50 to $60, or 20%", ["20%"]),
        # another verb: the size of something else
        ("Sales went from $50 to $60, profit rose by 20%", []),
        ("Sales went from $50 to $60, and costs an increase of 20%", []),
    ],
)
def test_a_size_after_the_ends(stages, text, sizes):
    assert frames(stages, text, FIFTY, SIXTY, ("20%", 20, P)) == [("$50", "$60", sizes)]


def test_a_nearer_value_takes_the_size(stages):
    text = "Sales rose 5% for 9 shops from $50 to $60"
    assert frames(stages, text, ("5%", 5, P), ("9", 9), FIFTY, SIXTY) == [("$50", "$60", [])]


def test_how_much_something_moved_is_no_end(stages):
    assert frames(stages, "Rents rose by $50 to $60", FIFTY, SIXTY) == []
    assert frames(stages, "Rents rose from $50 by $60", FIFTY, SIXTY) == []


def test_words_of_a_clause_end_where_another_begins(stages):
    text = "Costs fell while sales rose from $50 to $60 but profit sank"
    (change,) = changes(sentence_of(text, FIFTY, SIXTY), stages.pack.policy)
    assert change.words == ("sales", "rose", "from", "50", "to", "60")
    assert change.sentence[:2] == ("costs", "fell")
    text = "Costs fell; sales rose from $50 to $60"
    (change,) = changes(sentence_of(text, FIFTY, SIXTY), stages.pack.policy)
    assert change.words == ("sales", "rose", "from", "50", "to", "60")


@pytest.mark.parametrize(("a", "b", "direction"), [(50, 60, 1), (60, 50, -1), (50, 50, 0)])
def test_which_way_the_numbers_go(stages, a, b, direction):
    (change,) = changes(sentence_of("from $5 to $6", ("$5", a, M), ("$6", b, M)), stages.pack.policy)
    assert change.direction == direction
