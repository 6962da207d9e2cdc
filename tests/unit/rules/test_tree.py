import pytest
import yaml

from reconcile.rules import tree as tree_module
from reconcile.rules.tree import Tree


def test_everything_is_text_and_has_a_place():
    tree = Tree("a: [1_0, {b: no}]\nc:\n  - 12:30\n  -\nd: 'null'\n", "f.yaml")
    assert tree.data == {"a": ["1_0", {"b": "no"}], "c": ["12:30", None], "d": "null"}
    assert tree.place(("a", 1, "b")) == (1, 11)
    assert tree.place(("c", 0, "nothing", "below")) == (3, 5)
    assert tree.problems == []


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("a: &x [1]\nb: *x", "f.yaml:2:4", "aliases (*x)"),
        ("a: b: c", "f.yaml:1:5", "not allowed"),
        ("a: b\nc: \x07", "f.yaml:2:4", "control"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1", "second document"),
        ("? [a]\n: b", "f.yaml:1:3", "a key is a word"),
        ("a:\n\t- b", "f.yaml:2:1", "cannot start"),
    ],
)
def test_what_is_refused_is_placed(text, where, words):
    tree = Tree(text, "f.yaml", "family")
    (problem,) = tree.problems
    assert tree.data is None
    assert (problem.where, problem.code) == (where, "family.invalid")
    assert words in problem.message


# what opens a level, and the column of the forty-first
LEVELS = {"[": 41, "{a: ": 161, "- ": 81, "[{a: ": 101}
# the C parser of some releases stops at a depth of its own, the one in Python at none
LOADERS = [getattr(yaml, "CBaseLoader", yaml.BaseLoader), yaml.BaseLoader]


@pytest.mark.parametrize("loader", LOADERS, ids=["c", "python"])
@pytest.mark.parametrize("times", [45, 5000])
@pytest.mark.parametrize(("level", "column"), LEVELS.items(), ids=LEVELS)
def test_a_level_too_many_is_placed_whatever_depth_the_parser_allows(monkeypatch, level, column, times, loader):
    monkeypatch.setattr(tree_module, "_LOADER", loader)
    tree = Tree("# deep\n" + level * times, "f.yaml", "family")
    assert tree.data is None
    assert [(p.where, p.code, p.message) for p in tree.problems] == [
        (f"f.yaml:2:{column}", "family.invalid", "nested deeper than 40 levels")
    ]


def test_many_lists_next_to_one_another_are_not_deep():
    tree = Tree("a: [" + "[], " * 50 + "]\nb: [c", "f.yaml", "family")
    assert [p.message[:21] for p in tree.problems] == ["not readable as YAML:"]


def test_a_key_twice_keeps_the_first():
    tree = Tree("a: 1\nb: 2\na: {c: 3}\n", "f.yaml")
    assert tree.data == {"a": "1", "b": "2"}
    assert [(p.code, p.where) for p in tree.problems] == [("rules.duplicate-key", "f.yaml:3:1")]


def test_an_empty_text_is_an_empty_mapping():
    assert Tree("# nothing\n", "f.yaml").data == {}


def test_what_has_no_place_stands_at_the_beginning():
    assert Tree("", "f.yaml").place(("a", 0)) == (1, 1)
    assert Tree("", "f.yaml").where(()) == "f.yaml:1:1"


def test_a_node_is_followed_by_the_next_at_its_level_or_above():
    tree = Tree("a:\n  - b: 1\n    c: 2\n  - d\ne: 3\n", "f.yaml")
    assert tree.place_after(("a", 0, "b")) == (3, 5)
    assert tree.place_after(("a", 0, "c")) == (4, 5)
    assert tree.place_after(("a", 0)) == (4, 5)
    assert tree.place_after(("a", 1)) == (5, 1)
    assert tree.place_after(("e",)) is None
    assert tree.place_after(()) is None


def test_a_key_may_have_another_name_but_not_that_of_a_key():
    tree = Tree("Title: a\ntitle: b\n", "f.yaml")
    tree.name_alike("headline", "Title")
    tree.name_alike("title", "Title")
    assert tree.place(("headline",)) == (1, 1)
    assert tree.place(("title",)) == (2, 1)


@pytest.mark.parametrize("levels", [39, 40])
def test_forty_levels_are_not_too_deep(levels):
    tree = Tree("a: " + "[" * (levels - 1) + "b" + "]" * (levels - 1), "f.yaml")
    assert tree.problems == []
    assert tree.place(("a",)) == (1, 1)


@pytest.mark.parametrize("word", ["null", "~", ""])
def test_nothing_is_nothing_only_without_quotation_marks(word):
    assert Tree(f"a: {word}\n", "f.yaml").data == {"a": None}
    assert Tree(f"a: '{word}'\n", "f.yaml").data == {"a": word}


def test_a_blank_word_is_one_in_a_list_only():
    tree = Tree("a: ' '\nb: [' ', c]\n' ': d\n", "f.yaml")
    assert tree.data == {"a": " ", "b": ["c"], " ": "d"}
    assert [(p.code, p.where) for p in tree.problems] == [("rules.blank-word", "f.yaml:2:5")]


def test_what_stands_under_a_second_key_has_no_place():
    tree = Tree("a: {b: 1}\na: {c: 2}\nd: 3\n", "f.yaml")
    assert tree.place(("a", "c")) == (1, 1)
    assert tree.place(("a", "b")) == (1, 5)
    assert tree.data["d"] == "3"
