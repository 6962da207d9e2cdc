import pytest

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
        ("a:\n  " + "[" * 5000, "f.yaml:2:42", "nested deeper"),
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


def test_a_key_twice_keeps_the_first():
    tree = Tree("a: 1\nb: 2\na: {c: 3}\n", "f.yaml")
    assert tree.data == {"a": "1", "b": "2"}
    assert [(p.code, p.where) for p in tree.problems] == [("rules.duplicate-key", "f.yaml:3:1")]


def test_an_empty_text_is_an_empty_mapping():
    assert Tree("# nothing\n", "f.yaml").data == {}
