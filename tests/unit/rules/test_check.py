import pytest

from reconcile.rules.check import check
from reconcile.rules.load import load
from reconcile.rules.source import PackFile

GOOD = """\
metrics:
  - id: bridges
    label: bridges built
    dimension: count
    nature: flow
    triggers: [built]
    examples:
      - {say: "It built 3 bridges.", get: [{quote: "3", value: 3, metric: bridges}]}
      - {say: "It crossed 3 bridges.", none: true}
"""


def problems(*texts, names=("metrics/a.yaml", "metrics/b.yaml")):
    pack = load(PackFile(name, text, f"pack/{name}") for name, text in zip(names, texts, strict=False))
    return [(p.code.removeprefix("rules."), p.where.removeprefix("pack/"), p.message) for p in check(pack, bool)]


def test_a_sound_pack_has_no_problems():
    assert problems(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "words"),
    [
        ('      - {say: "It crossed 3 bridges.", none: true}\n', "", "no-example", "2:5", "none: true"),
        (GOOD.splitlines(keepends=True)[7], "", "no-example", "2:5", "get:"),
        ('quote: "3"', 'quote: "4"', "bad-example", "8:45", "does not say '4'"),
        (', value: 3, metric: bridges}]', "}]", "bad-example", "8:44", "asks for a quote only"),
        (', none: true', "", "bad-example", "9:9", "either"),
        ("[built]", "[built, raised, built]", "duplicate-word", "6:31", "'built' stands twice"),
        ("[built]", "[built]\n    exclude: [built]", "dead-trigger", "7:15", "cannot fire"),
        ("[built]", "[built]\n    plausible: {low: 5, high: 1}", "bad-bounds", "7:5", "low 5 is above high 1"),
        ("[built]", "[built]\n    tolerance: 5", "bad-bounds", "7:5", "relative"),
    ],
)  # fmt: skip
def test_each_check_finds_its_fault(old, new, code, where, words):
    assert old in GOOD
    found = problems(GOOD.replace(old, new))
    assert any(c == code and w == f"metrics/a.yaml:{where}" and words in m for c, w, m in found), found


def test_an_id_belongs_to_one_rule_of_a_pack():
    (found,) = problems(GOOD, GOOD)
    assert found == (
        "duplicate-id",
        "metrics/b.yaml:2:5",
        "the id 'bridges' is already that of pack/metrics/a.yaml:2:5",
    )


def test_a_later_pack_may_replace_a_rule():
    files = [PackFile("metrics/a.yaml", GOOD, f"{root}/metrics/a.yaml") for root in ("one", "two")]
    assert check(load(files), bool) == ()


def test_words_and_references_of_entities():
    text = """\
entities:
  - {id: no, name: Norway, type: place, aliases: [Norge]}
  - {id: oil-co, name: Oil Co, type: organisation, country: noo, aliases: [NorGe]}
examples:
  - {say: "Norge has 5 ports.", get: [{quote: "5", subject: "no"}]}
  - {say: "Nothing.", none: true}
"""
    found = problems(text, names=("entities/a.yaml",))
    assert [(c, w) for c, w, _ in found] == [
        ("unknown-id", "entities/a.yaml:3:52"),
        ("ambiguous-word", "entities/a.yaml:3:76"),
    ]
    assert "did you mean 'no'?" in found[0][2]


def test_units_must_be_known():
    text = """\
units:
  - {name: meter, dimension: length, words: [metre]}
  - {name: metre long, dimension: length, words: [metre long]}
examples:
  - {say: "5 metre", get: [{quote: "5 metre", unit: meter}]}
  - {say: "Nothing.", none: true}
"""
    pack = load([PackFile("lexicon/en/units.yaml", text, "units.yaml")])
    (found,) = check(pack, lambda name: name == "meter")
    assert (found.code, found.where) == ("rules.unknown-unit", "units.yaml:3:6")


def test_references_lead_somewhere():
    units = """\
units:
  - {name: meter, dimension: length, words: [metre], cue: hieght}
cues:
  - {id: height, default: unit, reach: 5, words: [tall]}
examples:
  - {say: "5 metre", get: [{quote: "5 metre", unit: meter}]}
  - {say: "Nothing.", none: true}
"""
    calendars = "fiscal_years:\n  - {entities: [nobody], begins: 4}\n"
    found = problems(units, calendars, names=("lexicon/en/units.yaml", "calendars.yaml"))
    assert [(c, w) for c, w, _ in found] == [
        ("unknown-id", "calendars.yaml:2:17"),
        ("unknown-id", "lexicon/en/units.yaml:2:54"),
    ]
    assert "did you mean 'height'?" in found[1][2]
