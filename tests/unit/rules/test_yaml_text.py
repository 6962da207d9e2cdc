"""Data written as YAML is read back as it was."""

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reconcile.rules.load import load
from reconcile.rules.metrics import Metrics
from reconcile.rules.source import PackFile, parse
from reconcile.rules.tree import Tree
from reconcile.rules.yaml_text import block, metrics_yaml
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
    text = metrics_yaml(metrics, "../schema/metrics.schema.json")
    assert text.startswith("# yaml-language-server: $schema=../schema/metrics.schema.json\nmetrics:\n")
    content, problems = parse(PackFile("metrics/all.yaml", text, "all.yaml"), Metrics)
    assert problems == ()
    assert content.metrics == metrics


@pytest.mark.parametrize(
    "word", ["no", "Null", "5 a day", "a: b", "[x]", "it's", "#1", "a, b", "@home", "%", "2031", "1e6"]
)
def test_an_editor_takes_a_word_for_a_word(word):
    assert yaml.safe_load(block({"a": word, "b": [word], "c": [{"d": word}]})) == {
        "a": word,
        "b": [word],
        "c": [{"d": word}],
    }


@pytest.mark.parametrize("word", ["market value", "5 a day", "r-1", "and/or", "a (b)"])
def test_plain_words_stay_plain(word):
    assert block({"a": word}) == f"a: {word}\n"


def test_a_long_list_is_written_out():
    words = ["x" * 50, "y" * 50]
    assert block({"a": words}) == f"a: [{words[0]}, {words[1]}]\n"
    assert block({"abcdefg": words}) == f"abcdefg:\n  - {words[0]}\n  - {words[1]}\n"


def test_a_list_of_mappings_is_written_out_however_short():
    assert block({"a": [{"b": "c", "d": ["e"]}, {"b": "f"}]}) == "a:\n  - b: c\n    d: [e]\n  - b: f\n"
    assert block({"a": {"b": "c"}}, "  ") == "  a:\n    b: c\n"


def test_an_empty_list_of_metrics_is_no_mistake():
    assert load([PackFile("metrics/a.yaml", metrics_yaml(()), "a")]).metrics.by_id == {}


def test_numbers_are_written_in_full():
    assert block({"a": Decimal("9.24E+7"), "b": True, "c": None}) == "a: 92400000\nb: true\n"
