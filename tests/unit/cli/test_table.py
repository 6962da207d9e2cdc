import pytest

from reconcile.cli.terminal import table, visible


def test_columns_are_aligned_on_screen():
    text = table(("a", "b"), [("日本", "x"), ("cafe\u0301", "y")])
    assert text.splitlines() == ["a     b", "────  ─", "日本  x", "cafe\u0301  y"]


def test_long_cells_are_cut_but_never_a_place():
    long = "word " * 30
    (_, _, row) = table(("where", "quote"), [("f" * 90, long)]).splitlines()
    place, _, quote = row.partition("  ")
    assert place == "f" * 90
    assert len(quote) <= 48
    assert quote.endswith("…")


def test_nothing_reaches_the_terminal_that_it_would_act_on():
    assert visible("a\x1b[31mb\nc\u202ed\x9be") == "a\ufffd[31mb c\ufffdd\ufffde"


@pytest.mark.parametrize(("letters", "shown"), [(48, "x" * 48), (49, "x" * 47 + "…"), (24, "x" * 24)])
def test_a_cell_is_48_characters_wide_at_most(letters, shown):
    assert table(("a",), [("x" * letters,)]).splitlines()[2] == shown
