"""Data written as YAML is read back as it was."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.rules.load import load
from reconcile.rules.metrics import MetricsFile
from reconcile.rules.source import PackFile, parse
from reconcile.rules.tree import Tree
from reconcile.rules.yaml_text import block, entry
from reconcile.sources.packs import default_pack, read_pack

words = st.text(st.characters(codec="utf-8"), max_size=20)
shown = words.filter(str.strip)
data = st.dictionaries(
    shown,
    words | st.lists(shown, min_size=1, max_size=3) | st.lists(st.dictionaries(shown, words, min_size=1, max_size=3)),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
@given(data)
def test_any_words_come_back(given_data):
    given_data = {key: value for key, value in given_data.items() if value != []}
    tree = Tree(block(given_data), "a.yaml")
    assert tree.problems == []
    assert tree.data == given_data


@pytest.mark.parametrize(
    "word", ["null", "~", "", "no", "12:30", "1e6", "- a", "a: b", "a #b", "\x85", "\u2028", "'", "]"]
)
def test_words_that_yaml_would_take_for_something_else(word):
    assert Tree(block({"a": word, "b": [f"x{word}"]}), "a.yaml").data == {"a": word, "b": [f"x{word}"]}


def test_half_a_character_does_not_break_a_file():
    assert Tree(block({"a": "x\ud800y"}), "a.yaml").data == {"a": "x\N{REPLACEMENT CHARACTER}y"}


def test_every_metric_of_the_default_pack_comes_back():
    metrics = tuple(load(read_pack(default_pack())).metrics.by_id.values())
    text = block(entry(MetricsFile(metrics)))
    content, problems = parse(PackFile("metrics/all.yaml", text, "all.yaml"), MetricsFile)
    assert problems == ()
    assert content.metrics == metrics


def test_numbers_are_written_in_full():
    assert block({"a": Decimal("9.24E+7"), "b": True, "c": None}) == "a: 92400000\nb: true\n"
