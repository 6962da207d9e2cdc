import enum
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec
import pytest

from reconcile.rules.lexicon import ByWord, Name, Words
from reconcile.rules.lexicon import Entry as Spelling
from reconcile.rules.source import PackFile, did_you_mean, nearest, parse, typed
from reconcile.rules.tree import Tree


class Colour(enum.StrEnum):
    RED = "red"
    GREEN = "green"


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    low: Decimal | None = None
    words: tuple[str, ...] = ()


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    value: Decimal = Decimal(0)
    colour: Colour = Colour.RED
    side: Literal["left", "right"] | None = None
    flag: bool = False
    inner: Inner = Inner()


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entries: tuple[Entry, ...] = ()
    table: dict[str, Entry] = msgspec.field(default_factory=dict)
    name: str | None = None


class Tool(Spelling, frozen=True, forbid_unknown_fields=True):
    near: Words = Words()


class Wider(Shape, frozen=True, forbid_unknown_fields=True):
    rows: tuple[tuple[str, str], ...] = ()
    day: date | None = None
    many: int = 0
    tools: ByWord[Tool, Tool] = msgspec.field(default_factory=ByWord)
    key: Name = "a"


def read(text):
    content, problems = parse(PackFile("x.yaml", text, "dir/x.yaml"), Shape)
    return content, [(p.code, p.where.removeprefix("dir/x.yaml:"), p.message) for p in problems]


def test_values_are_exact_and_typed():
    content, problems = read("entries:\n  - {id: no, value: 4.20, colour: green, flag: true, side: left}\nname: 0x1F\n")
    assert problems == []
    assert content.entries == (Entry("no", Decimal("4.20"), Colour.GREEN, "left", True),)
    assert str(content.entries[0].value) == "4.20"
    assert content.name == "0x1F"


@pytest.mark.parametrize(
    ("text", "code", "where", "message"),
    [
        ("entrees: []", "unknown-key", "1:1", "unknown key 'entrees'; did you mean 'entries'?"),
        ("entries:\n  - id: a\n    valeu: 3", "unknown-key", "3:5", "unknown key 'valeu'; did you mean 'value'?"),
        (
            "entries:\n  - {id: a, zzz: 3}",
            "unknown-key",
            "2:13",
            "unknown key 'zzz'; known keys: colour, flag, id, inner, side, value",
        ),
        ("entries:\n  - {id: a, inner: {lwo: 3}}", "unknown-key", "2:21", "unknown key 'lwo'; did you mean 'low'?"),
        ("table:\n  k:\n    id: a\n    colr: red", "unknown-key", "4:5", "unknown key 'colr'; did you mean 'colour'?"),
        ("entries:\n  - value: 3", "missing-key", "2:5", "missing key 'id'"),
        ("entries:\n  - {id: a, value: ten}", "invalid", "2:13", "not a number"),
        (
            "entries:\n  - {id: a, colour: gren}",
            "invalid",
            "2:13",
            "'gren' is not one of: red, green; did you mean 'green'?",
        ),
        (
            "entries:\n  - {id: a, side: lefft}",
            "invalid",
            "2:13",
            "'lefft' is not one of: left, right; did you mean 'left'?",
        ),
        ("entries:\n  - {id: a, inner: {words: oops}}", "invalid", "2:21", "expected a list, got a word"),
        ("entries:\n  - {id: a, flag: maybe}", "invalid", "2:13", "expected true or false, got a word"),
        ("entries:\n  id: a", "invalid", "1:1", "expected a list, got a mapping"),
        ('entries:\n  - {id: a, inner: {words: [b, " "]}}', "blank-word", "2:32", "a blank word matches nothing"),
        ("- id: a", "invalid", "1:1", "expected a mapping of keys to values"),
        ("name: a\nname: b", "duplicate-key", "2:1", "the key 'name' stands twice"),
    ],
)
def test_each_problem_has_its_place(text, code, where, message):
    assert read(text)[1] == [("rules." + code, where, message)]


def test_no_problem_hides_another():
    content, problems = read("nam: x\nentries:\n  - {id: a, value: b}\n  - {id: c}\n  - {idd: d}\n")
    assert [where for _, where, _ in problems] == ["1:1", "3:13", "5:6"]
    assert content.entries == (Entry("c"),)


@pytest.mark.parametrize("text", ["entries: 5\n", "entries: {a: b}\n"])
def test_a_section_that_is_no_list_is_a_problem_and_leaves_it_empty(text):
    content, problems = read(text)
    assert content == Shape()
    assert [(code, where) for code, where, _ in problems] == [("rules.invalid", "1:1")]


def test_a_key_with_nothing_after_it_says_nothing():
    assert read("entries:\ntable:\nname:\n") == (Shape(), [])


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("entries: 3", "1:1", "expected a list, got a word"),
        ("entries:\n  - [a]", "2:5", "expected a mapping, got a list"),
        ("entries:\n  - {id: a, inner: b}", "2:13", "expected a mapping, got a word"),
        ("entries:\n  - {id: [b]}", "2:6", "expected a word, got a list"),
        ("entries:\n  - {id: ~}", "2:6", "expected a word, got nothing"),
        ("entries:\n  - {id: a, side: [left]}", "2:13", "expected a word or nothing, got a list"),
        ("entries:\n  - {id: a, value: [3]}", "2:13", "expected a number, got a list"),
        ("name: [a]", "1:1", "expected a word or nothing, got a list"),
        ("table:\n  k: [a]", "2:3", "expected a mapping, got a list"),
        ("table: [a]", "1:1", "expected a mapping, got a list"),
        ("entries:\n  - {id: a, inner: {low: b}}", "2:21", "not a number"),
        ("rows: [[a, b], [c]]", "1:16", "expected a list of length 2, got 1"),
        ("day: soon", "1:1", "not a date; write it as 2024-01-31"),
        ("many: ten", "1:1", "expected a whole number, got a word"),
        ("tools: [{words: [a], near: b}]", "1:22", "expected a list, got a word"),
        ("tools: [{words: [a], near: [b, [c]]}]", "1:32", "expected a word, got a list"),
        ("key: ' '", "1:1", "a blank word matches nothing"),
    ],
)
def test_a_rule_author_is_told_in_words(text, where, message):
    _, problems = parse(PackFile("x.yaml", text, "x.yaml"), Wider)
    assert [(p.where.removeprefix("x.yaml:"), p.message) for p in problems] == [(where, message)]


def test_a_list_of_a_lexicon_keeps_the_entries_that_can_be_read():
    text = "tools: [{words: [a], near: [b]}, {words: c}, {words: [d]}]\nrows: [[a, b]]\n"
    content, problems = parse(PackFile("x.yaml", text, "x.yaml"), Wider)
    assert len(problems) == 1
    assert [entry.words for entry in content.tools.listed] == [("a",), ("d",)]
    assert content.tools.listed[0].near == {"b"}
    assert content.rows == (("a", "b"),)


def test_an_entry_with_a_missing_key_and_a_wrong_value_is_told_of_one_and_left_out():
    content, problems = read("entries:\n  - {id: a}\n  - {id: b, colour: blue}\n")
    assert [where for _, where, _ in problems] == ["3:13"]
    assert content.entries == (Entry("a"),)


def test_the_mapping_at_a_path_is_read_alone():
    tree = Tree("a:\n  - {id: one}\n  - {value: 3}\n  - word\n", "x.yaml")
    assert typed(tree, Entry, ("a", 0)) == Entry("one")
    assert typed(tree, Entry, ("a", 1)) is None
    assert typed(tree, Entry, ("a", 2)) is None
    assert [(p.where, p.message) for p in tree.problems] == [
        ("x.yaml:3:5", "missing key 'id'"),
        ("x.yaml:4:5", "expected a mapping of keys to values"),
    ]


@pytest.mark.parametrize(("word", "near"), [("colr", "colour"), ("sid", "side"), ("zzz", None), ("", None)])
def test_the_nearest_word(word, near):
    assert nearest(word, ["side", "colour"]) == near
    assert did_you_mean(word, ["side", "colour"]) == (f"; did you mean {near!r}?" if near else "")
