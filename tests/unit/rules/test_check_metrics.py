import pytest

from reconcile.rules.check import check
from reconcile.rules.load import load
from reconcile.rules.source import PackFile

KILNS = """\
metrics:
  - id: kilns-lit
    label: kilns lit
    dimension: count
    nature: flow
    triggers: [lit, fired up]
    nouns: [kiln, oven]
    examples:
      - {say: "They lit 3 kilns.", get: [{quote: "3", value: 3, metric: kilns-lit}]}
      - {say: "They sold 3 kilns.", none: true}
"""


def problems(*texts, names=("metrics/a.yaml", "metrics/b.yaml"), extra=()):
    files = [PackFile(name, text, name) for name, text in zip(names, texts, strict=False)]
    found = check(load([*files, *extra]), bool)
    return [(p.code.removeprefix("rules."), p.where, p.message) for p in found]


def test_a_sound_metric_has_no_problems():
    assert problems(KILNS) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "words"),
    [
        ("[lit, fired up]", "[]", "dead-rule", "6:5", "no trigger"),
        ("[lit, fired up]", "[lit, fired up]\n    exclude: [fired]", "dead-trigger", "7:15", "stands in 'fired up'"),
        ("[lit, fired up]", "[lit, fired up, Fired-Up]", "unused-word", "6:31", "matched as 'fired up' is"),
        ("[lit, fired up]", "[lit, fired .* up]", "pattern", "6:21", "no regular expressions"),
        ("[lit, fired up]", '["(?:lit)", fired up]', "pattern", "6:16", "no regular expressions"),
        ("dimension: count", "dimension: cuont", "unknown-dimension", "4:5", "did you mean 'count'?"),
        ("dimension: count", "dimension: event", "dead-rule", "4:5", "nature `event`"),
        ("dimension: count", "dimension: currency", "dead-rule", "7:5", "only a count has nouns"),
        ("[kiln, oven]", "[kilns, oven]", "dead-word", "7:13", "'kilns' is a plural"),
        ("[kiln, oven]", "[kiln, brick oven]", "dead-word", "7:19", "one word"),
        ("[kiln, oven]", "[kiln, Oven]", "dead-word", "7:19", "small letters"),
        ("[kiln, oven]", "[kiln]\n    verbs: [light]", "dead-word", "8:5", "verbs are asked of events only"),
        (", metric: kilns-lit", "", "unproved", "8:5", "no example asks for `metric: kilns-lit`"),
    ],
)  # fmt: skip
def test_each_check_finds_its_fault(old, new, code, where, words):
    assert old in KILNS
    found = problems(KILNS.replace(old, new, 1))
    assert any(c == code and w == f"metrics/a.yaml:{where}" and words in m for c, w, m in found), found


def test_a_plural_next_to_its_singular_is_kept():
    assert problems(KILNS.replace("[kiln, oven]", "[people, person]")) == []


def test_a_label_proves_a_metric_too():
    assert problems(KILNS.replace("metric: kilns-lit}", "metric: kilns lit}")) == []


def test_an_inflected_verb_of_an_event_is_dead():
    event = """\
metrics:
  - id: kiln-opening
    label: opening of a kiln
    dimension: event
    nature: event
    triggers: [kiln]
    verbs: [opened]
    examples:
      - {say: "The kiln opened on 3 May 2031.", get: [{quote: 3 May 2031, kind: date, metric: kiln-opening}]}
      - {say: "The oven opened on 3 May 2031.", none: true}
"""
    grammar = PackFile("lexicon/en/grammar.yaml", "verbs: [open]\n", "grammar.yaml")
    pack = load([grammar])
    assert pack.language.lemmas.get("opened") == "open"
    (found,) = problems(event, extra=[grammar])
    assert found[:2] == ("dead-word", "metrics/a.yaml:7:13")
    assert "'open'" in found[2]


RIVAL = KILNS.replace("kilns-lit", "stoves-lit").replace("kilns lit", "stoves lit").replace("[lit, fired up]", "[lit]")


def test_two_metrics_for_the_same_values_overlap():
    found = problems(KILNS, RIVAL.replace("[kiln, oven]", "[kiln, stove]"))
    assert [(c, w) for c, w, _ in found] == [("overlap", "metrics/b.yaml:6:16")]
    assert "'lit' names 'kilns-lit' and 'stoves-lit', and the first wins (see metrics/a.yaml:6:16)" in found[0][2]


def test_a_trigger_that_never_gets_a_value_is_shadowed():
    (found,) = problems(KILNS, RIVAL.replace("[kiln, oven]", "[kiln]"))
    assert (found[0], found[1]) == ("shadowed-trigger", "metrics/b.yaml:6:16")
    assert "'lit' never names 'stoves-lit': 'kilns-lit' takes every value" in found[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[kiln, oven]", "[stove]"),
        ("dimension: count", "dimension: number"),
        ("[lit]", "[kindled]"),
    ],
)
def test_metrics_that_share_no_value_do_not_overlap(old, new):
    found = problems(KILNS, RIVAL.replace(old, new))
    assert not {"overlap", "shadowed-trigger"} & {code for code, _, _ in found}


def test_an_exclusion_that_stands_in_the_others_example_separates_them():
    rival = RIVAL.replace("They lit 3 kilns", "They lit 3 kilns by gas").replace("[kiln, oven]", "[kiln]")
    assert problems(KILNS, rival)
    assert problems(KILNS.replace("nouns:", "exclude: [gas]\n    nouns:"), rival) == []
