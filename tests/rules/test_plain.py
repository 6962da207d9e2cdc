"""The fast reader of sound YAML agrees with the careful one, and leaves the rest to it."""

import pytest

from reconcile.rules.tree import NotPlain, Tree, plain
from reconcile.sources.packs import default_pack, read_pack


def careful(text):
    tree = Tree(text, "t.yaml")
    tree._read_with_care(text)
    return tree.data


@pytest.mark.parametrize("file", read_pack(default_pack()), ids=lambda f: f.name)
def test_both_read_the_pack_alike(file):
    assert plain(file.text) == careful(file.text)


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "a: 1\n", "a:\nb: ~\n", "a: {b: [c, {d: ''}], e: no}\n", "---\na: [x]\n", 'a: "null"\n']
)
def test_both_read_sound_texts_alike(text):
    assert plain(text) == careful(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: &x 1\nb: *x\n",
        "- a\n",
        "word",
        "--- {}\n--- {a: 1}\n",
        "a: ['']\n",
        "a: [~]\n",
        "{a: 1}: 2\n",
        "a: " + "[" * 60 + "]" * 60,
    ],
)
def test_the_rest_is_left_to_the_careful_reader(text):
    with pytest.raises(NotPlain):
        plain(text)


def test_places_are_found_when_asked_for():
    tree = Tree("a:\n  - {b: c}\n", "t.yaml")
    assert tree.place(("a", 0, "b")) == (2, 6)
    assert tree.data == {"a": [{"b": "c"}]}
