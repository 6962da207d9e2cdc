import pytest

from reconcile.rules.check import check
from reconcile.rules.load import load
from reconcile.rules.source import PackFile

EXAMPLES = """\
examples:
  - {say: "Brennan Mill has 5 looms.", get: [{quote: "5", subject: brennan}]}
  - {say: "Nobody came.", none: true}
"""


def problems(*entities, second=()):
    texts = [entities, *([second] if second else [])]
    files = [
        PackFile(f"entities/{name}.yaml", "entities:\n" + "".join(f"  - {{{e}}}\n" for e in text) + EXAMPLES, name)
        for name, text in zip("ab", texts, strict=False)
    ]
    return [(p.code.removeprefix("rules."), p.where, p.message) for p in check(load(files), bool)]


def test_aliases_that_add_a_name_are_fine():
    assert problems("id: brennan, name: Brennan Mill, type: organisation, aliases: [Brennan Textiles, BRM, Brm]") == []


def test_signs_that_names_have_are_no_pattern():
    assert (
        problems("id: brennan, name: Brennan Mill, type: organisation, aliases: [Loom+, Weave?, Yarn*, A.B. Mill]")
        == []
    )
    (found,) = problems("id: brennan, name: Brennan Mill, type: organisation, aliases: ['Loom.* Mill']")
    assert found[0] == "pattern"


def test_an_alias_spelt_as_the_name_is_unused():
    (found,) = problems("id: brennan, name: Brennan Mill, type: organisation, aliases: [Brennan-MILL]")
    assert found[:2] == ("unused-alias", "a:2:69")


def test_an_alias_that_another_file_gave_away_is_unused():
    (found,) = problems(
        "id: brennan, name: Brennan Mill, type: organisation",
        second=["id: tarn, name: Tarn Works, type: organisation, aliases: [Brennan Mill]"],
    )
    assert found[:2] == ("unused-alias", "b:2:64")
    assert "'Brennan Mill' is already a name of 'brennan' (a:2:5)" in found[2]


def test_a_name_needs_digits_or_a_capital_in_its_first_word():
    found = problems("id: brennan, name: brennan mill, type: organisation, aliases: [4Looms, eLoom, the Mill]")
    assert [(c, w) for c, w, _ in found] == [("unused-alias", p) for p in ("a:2:19", "a:2:84")]
    assert "'brennan mill' is never found" in found[0][2]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sizes: [big, Tall, long-drawn]", ["w:1:14", "w:1:20"]),
        ("sizes: [big, °, u.s.]", []),
        ("sizes: [big, big]", ["w:1:14"]),
    ],
)
def test_a_word_that_is_no_token_never_matches(text, told):
    pack = load([PackFile("lexicon/en/ranks.yaml", text, "w")])
    found = [p for p in check(pack, bool) if p.code in ("rules.unused-word", "rules.duplicate-word")]
    assert [p.where for p in found] == told
