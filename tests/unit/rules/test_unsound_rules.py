"""Rules with wrong values: each is told with its line and column and left out, and all others are used."""

from decimal import Decimal

import pytest

import reconcile.rules.tree
from reconcile.model.surrogates import find_escaped_surrogate, find_surrogate
from reconcile.rules.check import CHECKS, check
from reconcile.rules.load import read
from reconcile.rules.metrics import Metrics
from reconcile.rules.policy import PolicyFile
from reconcile.rules.source import PackFile, parse
from reconcile.rules.tree import Tree
from reconcile.rules.units import UnitLexicon
from reconcile.rules.words import HedgeLexicon
from reconcile.sources.packs import default_pack, read_pack

UNITS = "lexicon/en/units.yaml"


def read_one(name, text):
    pack, problems = read([PackFile(name, text, f"mine/{name}")])
    return pack, [(p.where.removeprefix("mine/"), p.code, p.message) for p in problems]


def test_a_prefix_that_is_none_is_reported_with_those_there_are():
    cubit = "  - name: cubit\n    dimension: length\n    words: [cubit]\n"
    text = f"units:\n  - name: gram\n    dimension: mass\n    prefixes: [kilo, foo]\n{cubit}"
    pack, ((where, code, message),) = read_one(UNITS, text)
    assert (where, code) == (f"{UNITS}:4:22", "rules.invalid")
    assert message.startswith("'foo' is not one of: femto, pico, nano")
    assert pack.units.names == {"cubit"}


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("lexicon/en/hedges.yaml", 'and: ["", but]\n', "1:7"),
        ("lexicon/en/units.yaml", 'per_words: [" "]\n', "1:13"),
        ("lexicon/en/times.yaml", 'prepositions: [on, ""]\n', "1:20"),
    ],
)
def test_a_blank_word_is_reported_and_left_out(name, text, where):
    _, ((place, code, _),) = read_one(name, text)
    assert (place, code) == (f"{name}:{where}", "rules.blank-word")


def test_the_words_after_a_blank_one_keep_their_places():
    tree = Tree('a: ["", one, two]\n', "f.yaml")
    assert tree.data == {"a": ["one", "two"]}
    assert (tree.place(("a", 0)), tree.place(("a", 1))) == ((1, 9), (1, 14))


@pytest.mark.parametrize(
    "number", ["NaN", "sNaN", "-Infinity", "inf", "1e999", "1e-999", "9" * 101, "0." + "0" * 100 + "1", "1E+100"]
)
def test_a_number_that_cannot_be_reckoned_with_is_reported(number):
    text = f"compounds:\n  - {{large: ell, small: inch, parts: 45}}\n  - {{large: rod, small: inch, parts: {number}}}\n"
    pack, ((where, code, message),) = read_one(UNITS, text)
    assert (where, code) == (f"{UNITS}:3:31", "rules.invalid")
    assert "reckoned with" in message
    assert pack.units.compounds == {("ell", "inch"): Decimal(45)}


@pytest.mark.parametrize("number", ["0", "-5", "0.125", "1e12", "1e99", "9" * 99, "1e-99"])
def test_other_numbers_are_taken(number):
    pack, problems = read_one(UNITS, f"compounds:\n  - {{large: ell, small: inch, parts: {number}}}\n")
    assert not problems
    assert pack.units.compounds == {("ell", "inch"): Decimal(number)}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("code_scales: {M: 1, B: inf}", "1:21"),
        ("subunits:\n  - {words: [jot], of: [USD], part: 1}\n  - {words: [tittle], of: [USD], part: NaN}", "3:34"),
    ],
)
def test_an_unsound_number_is_found_under_a_key_and_in_an_entry(text, where):
    name = "lexicon/en/currencies.yaml"
    _, ((place, code, _),) = read_one(name, text)
    assert (place, code) == (f"{name}:{where}", "rules.invalid")


def test_an_unsound_number_is_found_however_deep():
    text = "before:\n  - {words: [over], bound: '>', soft: [1, 2]}\n  - {words: [up], bound: '>', soft: [0.5, -inf]}\n"
    _, problems = parse(PackFile("lexicon/en/hedges.yaml", text, "h.yaml"), HedgeLexicon)
    assert [p.where for p in problems] == ["h.yaml:3:43"]


@pytest.mark.parametrize("text", ["low: -NaN", "x: 1e-40", "INF", "sNaN12", "9" * 100])
def test_a_text_with_a_number_that_may_be_unsound_is_looked_through(text):
    assert Tree(text, "f.yaml").may_hold_unsound


@pytest.mark.parametrize("text", ["a banana, information, 1e5, 12345678901234567890", "9" * 99, "infinite nano"])
def test_another_text_is_not(text):
    assert not Tree(text, "f.yaml").may_hold_unsound


@pytest.mark.parametrize("word", ["y", "$", "…", "s", "e", "9"])
def test_a_word_of_one_sign_has_forms(word):
    _, problems = read_one("lexicon/en/grammar.yaml", f"verbs: ['{word}']\nirregular_verbs: [['{word}', went, gone]]\n")
    assert not problems


METRICS = "metrics:\n{}"
METRIC = "  - {{id: {0}, label: {0}, dimension: count, nature: flow, triggers: [sold], nouns: [{0}]}}\n"


def failing(monkeypatch, shape, bad):
    """Makes putting files together fail where they hold a bad word, as a wrong value that nobody foresaw would."""
    sound = shape.merge

    def merge(files):
        if any(word in str([file for file in files if isinstance(file, shape)]) for word in bad):
            raise LookupError("odd")
        return sound(files)

    monkeypatch.setattr(shape, "merge", merge)


def test_an_entry_that_cannot_be_compiled_is_left_out_alone(monkeypatch):
    failing(monkeypatch, Metrics, ["gadgets", "trinkets"])
    names = ("widgets", "gadgets", "gizmos", "trinkets", "doodads")
    pack, problems = read_one("metrics/m.yaml", METRICS.format("".join(map(METRIC.format, names))))
    assert [(where, code) for where, code, _ in problems] == [
        ("metrics/m.yaml:3:5", "rules.failed"),
        ("metrics/m.yaml:5:5", "rules.failed"),
    ]
    assert "failed while reading this rule, which is left out (LookupError: odd)" in problems[0][2]
    assert set(pack.metrics.by_id) == {"widgets", "gizmos", "doodads"}
    assert [len(loaded.content.metrics) for loaded in pack.files] == [3]


def test_a_mapping_and_a_single_value_are_entries_too(monkeypatch):
    failing(monkeypatch, PolicyFile, ["unlikely"])
    failing(monkeypatch, UnitLexicon, ["furlong"])
    _, problems = read_one("policy.yaml", "cues:\n  headline: [says]\n  whole: [unlikely]\n")
    assert [where for where, _, _ in problems] == ["policy.yaml:3:3"]
    pack, problems = read_one(UNITS, "powered: [mile]\nper_words: [per, furlong]\n")
    assert [where for where, _, _ in problems] == [f"{UNITS}:2:18"]
    assert pack.units.per_words == {"per"}
    assert pack.units.powered == {"mile"}


def test_the_rules_of_the_tool_stay_whole_next_to_a_bad_file(monkeypatch):
    files = read_pack(default_pack())
    whole, _ = read(files)
    failing(monkeypatch, Metrics, ["gadgets"])
    text = METRICS.format(METRIC.format("gadgets") + METRIC.format("widgets"))
    pack, problems = read([*files, PackFile("metrics/mine.yaml", text, "mine.yaml")])
    assert [p.where for p in problems] == ["mine.yaml:2:5"]
    assert set(pack.metrics.by_id) == {*whole.metrics.by_id, "widgets"}
    assert (pack.policy, pack.imports) == (whole.policy, whole.imports)


def test_what_fails_without_any_rule_is_raised(monkeypatch):
    failing(monkeypatch, Metrics, ["[]"])
    with pytest.raises(LookupError):
        read([])


def test_a_check_that_fails_takes_no_other_with_it(pack, monkeypatch):
    mine = PackFile("metrics/mine.yaml", METRICS.format(METRIC.format("widgets")), "mine/metrics/mine.yaml")
    own, _ = read([mine])
    found = check(own, lambda _: True)

    def broken(scope):
        raise LookupError("odd")

    monkeypatch.setattr("reconcile.rules.check.CHECKS", (broken, *CHECKS))
    with_fault = check(own, lambda _: True, ("mine/",))
    assert [(p.code, p.where) for p in with_fault if p not in found] == [("rules.failed", "mine:1:1")]
    assert set(found) < set(with_fault)


@pytest.mark.parametrize("value", ['"x \\ud800 y"', '"x \\udfff"', '["\\ud83d\\ude00"]', '"\\U00110000"'])
@pytest.mark.parametrize("loader", ["C", "python"])
def test_an_escape_that_is_no_character_is_refused_with_its_line(value, loader, monkeypatch):
    if loader == "python":
        monkeypatch.setattr(reconcile.rules.tree, "_LOADER", reconcile.rules.tree.yaml.BaseLoader)
    tree = Tree(f"a: ok\nb: {value}\n", "f.yaml")
    assert tree.data is None
    (problem,) = tree.problems
    assert problem.where.startswith("f.yaml:2:")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (r'{"a": "\ud800"}', 7),
        (r'{"a": "\uD83D\uDE00"}', None),
        (r'{"a": "\ud83d\ude00\ude00"}', 19),
        (r'{"a": "\\ud800"}', None),
        (r'{"a": "\\\udc00"}', 9),
        (r'{"a": "\ud83dx"}', 7),
        ("{}", None),
    ],
)
def test_an_escaped_half_is_found_in_json(text, at):
    assert find_escaped_surrogate(text) == at


def test_a_half_is_found_in_a_text():
    assert find_surrogate("é\ud800") == 1
    assert find_surrogate("é😀") is None
    assert find_surrogate("plain") is None


def test_the_default_pack_is_sound():
    files = read_pack(default_pack())
    assert not any(Tree(file.text, file.shown).may_hold_unsound for file in files)
