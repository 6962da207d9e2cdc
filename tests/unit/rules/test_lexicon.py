"""Word lists declared once: what a field's type makes of a list in YAML, and several files as one."""

import copy
import pickle
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated

import msgspec
import pytest

from reconcile.model.tokens import Tokens
from reconcile.rules.lexicon import (
    ByKey,
    ByLexeme,
    ByPhrase,
    ByWord,
    Lexicon,
    Phrases,
    Synonyms,
    Words,
    combine,
    empty,
    items_of,
    says,
)
from reconcile.rules.source import PackFile, parse


class Sized(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    value: Decimal
    near: Words = Words()

    @property
    def meaning(self) -> Decimal:
        return self.value

    def pairs(self) -> Iterator[tuple[Decimal, str]]:
        yield self.value, self.words[0]


class Tools(Lexicon, frozen=True, forbid_unknown_fields=True):
    plain: Annotated[Words, says("Plain tools.")] = empty(Words)
    long: Annotated[Phrases, says("Tools of several words.")] = empty(Phrases)
    alike: Annotated[Synonyms, says("Tools of one kind.")] = empty(Synonyms)
    sized: Annotated[ByWord[Sized, Decimal], says("Tools by size.")] = empty(ByWord)
    fitted: Annotated[ByPhrase[Sized, Decimal], says("Tools by phrase.")] = empty(ByPhrase)
    signs: Annotated[ByLexeme[Sized, Decimal], says("Tools by sign.")] = empty(ByLexeme)
    first: Annotated[ByKey[Sized, Decimal, str], says("Tools by key.")] = empty(ByKey)
    sides: Annotated[dict[str, int], says("Tools by side.")] = empty(dict)
    maker: str = ""
    rows: tuple[tuple[str, str], ...] = ()

    @cached_property
    def longest(self) -> int:
        return max(map(len, self.plain), default=0)


class Shed(Tools, frozen=True, forbid_unknown_fields=True):
    more: Tools = Tools()


def read(text):
    content, problems = parse(PackFile("t.yaml", text, "t.yaml"), Tools)
    return content, [(p.where, p.message) for p in problems]


TEXT = """\
plain: [saw, file, saw]
long: [band saw, "set-square"]
alike: [[pliers, tongs], [mallet, maul]]
sized: [{words: [Adze, axe], value: 3}, {words: [axe], value: 4}]
fitted: [{words: [hand drill], value: 1}, {words: [hand drill], value: 2}]
signs: [{words: ["#"], value: 7}]
first: [{words: [gouge], value: 5}]
"""


def test_each_type_of_list_is_looked_up_in_its_way():
    tools, problems = read(TEXT)
    assert problems == []
    assert tools.plain == {"saw", "file"}
    assert tools.long.match(Tokens("a Band-Saw"), 1) == ("band saw", 4)
    assert tools.alike == {"pliers": "pliers", "tongs": "pliers", "mallet": "mallet", "maul": "mallet"}
    assert tools.sized == {"adze": 3, "axe": 4}
    assert tools.fitted.match(Tokens("hand drill"), 0) == (1, 2)
    assert tools.signs.match(Tokens("#"), 0) == (7, 1)
    assert tools.first == {5: "gouge"}


def test_a_list_keeps_what_was_written_in_its_order():
    tools, _ = read(TEXT)
    assert items_of(tools.plain) == ("saw", "file", "saw")
    assert items_of(tools.long) == ("band saw", "set-square")
    assert [entry.words for entry in items_of(tools.sized)] == [("Adze", "axe"), ("axe",)]
    assert items_of(tools.sides) is None


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("plain: saw", "t.yaml:1:1", "expected a list, got a word"),
        ("plain: [saw, [file]]", "t.yaml:1:14", "expected a word, got a list"),
        ("sized: [{words: [axe], value: 3}, {words: [axe], valu: 3}]", "t.yaml:1:50", "unknown key 'valu'"),
        ("sized: [{words: [axe], value: many}]", "t.yaml:1:24", "not a number"),
        ("sized: [{words: [axe], value: 3, near: [oak, [elm]]}]", "t.yaml:1:46", "expected a word, got a list"),
        ("plan: [saw]", "t.yaml:1:1", "unknown key 'plan'; did you mean 'plain'?"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, where, message):
    _, ((place, told),) = read(text)
    assert place == where
    assert told.startswith(message)


def test_a_bad_item_leaves_the_others():
    tools, _ = read("sized: [{words: [axe], value: many}, {words: [adze], value: 3}]")
    assert tools.sized == {"adze": 3}


def test_lists_of_several_files_add_up_and_a_later_value_wins():
    one, _ = read("plain: [saw]\nlong: [band saw]\nsides: {left: 1, right: 1}\nmaker: A\nrows: [[a, b]]\n")
    two, _ = read("plain: [rasp, saw]\nlong: [set square]\nsides: {right: 2}\nrows: [[c, d]]\n")
    both = Tools.merge([one, two])
    assert items_of(both.plain) == ("saw", "rasp", "saw")
    assert both.long.match(Tokens("set square"), 0) == ("set square", 2)
    assert both.long.match(Tokens("band saw"), 0) == ("band saw", 2)
    assert both.sides == {"left": 1, "right": 2}
    assert (both.maker, both.rows) == ("A", (("a", "b"), ("c", "d")))
    assert both.longest == 4
    assert Tools.merge([]).plain == set()


def test_only_files_of_its_own_shape_are_merged():
    tools, _ = read("plain: [saw]")
    assert Tools.merge([Sized(("axe",), Decimal(1)), tools]) == tools


def test_what_follows_from_the_lists_is_made_at_once():
    class Broken(Lexicon, frozen=True):
        plain: Words = Words()

        @cached_property
        def first(self) -> str:
            return self.plain.listed[0]

    with pytest.raises(IndexError):
        Broken.merge([])


def test_a_lexicon_is_extended_by_another():
    tools, _ = read("plain: [saw]")
    more, _ = read("plain: [rasp]")
    shed = combine(Shed, tools, more=more)
    assert (shed.plain, shed.more.plain, shed.longest) == ({"saw"}, {"rasp"}, 3)


@pytest.mark.parametrize("again", [copy.deepcopy, lambda tools: pickle.loads(pickle.dumps(tools))])
def test_a_copy_finds_the_same(again):
    tools = again(read(TEXT)[0])
    assert tools.plain == {"saw", "file"}
    assert items_of(tools.plain) == ("saw", "file", "saw")
    assert (tools.sized, tools.first) == ({"adze": 3, "axe": 4}, {5: "gouge"})
    assert tools.alike["tongs"] == "pliers"
    assert tools.long.match(Tokens("band saw"), 0) == ("band saw", 2)
    assert tools.fitted.match(Tokens("hand drill"), 0) == (1, 2)


def test_of_two_files_that_say_one_thing_the_later_wins():
    files = [Tools(maker="Ash", sides={"a": 1, "b": 2}), Tools(), Tools(maker="Birch", sides={"b": 3}), Tools()]
    merged = Tools.merge(files)
    assert (merged.maker, merged.sides) == ("Birch", {"a": 1, "b": 3})
