"""Files of rules to one pack: its digest, its sections, and what is told of a file that is none."""

import pytest

from reconcile.errors import RuleError
from reconcile.rules.load import digest, load, read
from reconcile.rules.source import PackFile

A = PackFile("a.yaml", "x: 1\n", "a")
B = PackFile("b.yaml", "y: 2\n", "b")


def test_a_digest_is_of_names_and_texts_in_any_order_and_place():
    whole = digest([A, B])
    assert len(whole) == 16
    assert whole == digest([B, PackFile("a.yaml", "x: 1\n", "elsewhere")])
    others = [[A], [A, PackFile("c.yaml", B.text, "b")], [A, PackFile("b.yaml", "y: 3\n", "b")]]
    assert len({whole, *map(digest, others)}) == 4
    assert digest([PackFile("a", "b", "")]) != digest([PackFile("ab", "", "")])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("policies.yaml", "no section of a pack is named 'policies.yaml'; did you mean 'policy.yaml'?"),
        ("x", "no section of a pack is named 'x'"),
    ],
)
def test_a_file_of_no_section_is_told_and_the_others_are_read(name, message):
    pack, problems = read([PackFile(name, "a: b\n", "mine/x"), PackFile("imports.yaml", "sec: {A: b}\n", "i")])
    assert [(p.code, p.where, p.message) for p in problems] == [("rules.unknown-file", "mine/x:1:1", message)]
    assert pack.imports.sec == {"A": "b"}


def test_every_problem_of_every_file_is_raised():
    files = [PackFile("imports.yaml", "sek: {A: b}\n", "i"), PackFile("offices.yaml", "offices: 3\n", "o")]
    with pytest.raises(RuleError) as raised:
        load(files)
    assert [p.where for p in raised.value.problems] == ["i:1:1", "o:1:1"]


def test_a_file_that_cannot_be_read_at_all_is_left_out():
    pack, problems = read([PackFile("offices.yaml", "- a\n", "o"), PackFile("imports.yaml", "sec: {A: b}\n", "i")])
    assert [p.where for p in problems] == ["o:1:1"]
    assert [loaded.file.shown for loaded in pack.files] == ["i"]


def test_a_later_pack_adds_to_the_ones_before_it():
    def units(name, word):
        return PackFile(
            "lexicon/en/units.yaml", f"units: [{{name: {name}, dimension: length, words: [{word}]}}]\n", name
        )

    pack, _ = read([units("meter", "metre"), units("ell", "cubit"), A])
    assert pack.units.names == {"meter", "ell"}
    assert pack.digest == digest([units("ell", "cubit"), units("meter", "metre"), A])
