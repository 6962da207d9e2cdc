"""The page and the schemas made from the shapes of rule files."""

import json
from functools import cache

import msgspec

from reconcile.rules.load import load
from reconcile.rules.reference import reference, schemas, section
from reconcile.rules.source import PackFile

UNITS = """\
units:
  - name: meter
    dimension: length
    words: [metre]
  # the next
  - {name: gram, dimension: mass}
"""
METRICS = """\
metrics:
  - id: kilns-lit
    label: kilns lit
    dimension: count
    nature: flow
    triggers: [lit, fired]
    nouns: [kiln]
    bare: true
    tolerance: 0.02
    plausible: {high: 90}
    examples:
      - {say: "They lit 3 kilns.", get: [{quote: "3", value: 3, unit: kiln, metric: kilns-lit}, {quote: They}]}
      - {say: "They sold 3 kilns.", none: true, why: selling is not lighting}
"""


@cache
def page():
    return reference(
        load([PackFile("lexicon/en/units.yaml", UNITS, "u.yaml"), PackFile("metrics/m.yaml", METRICS, "m.yaml")])
    )


def lines_of(heading):
    return page().split(f"\n{heading}\n")[1].split("\n#")[0].strip().splitlines()


def test_a_section_has_its_keys_and_a_sample():
    lines = lines_of("## units")
    assert lines[0] == "Path: `lexicon/*/units.yaml`"
    assert "- `units` (list of UnitEntry): How each unit is spelled, and the name pint knows it by." in lines
    units = page().split("## units\n\n")[1].split("\n## ")[0]
    sample = "units:\n  - name: meter\n    dimension: length\n    words: [metre]"
    assert f"From `rules/lexicon/en/units.yaml`:\n\n```yaml\n{sample}\n```" in units


def test_types_are_in_words():
    unit, cue, rule = lines_of("### UnitEntry"), lines_of("### Cue"), lines_of("### MetricRule")
    assert "- `name` (word, required): singular, as pint spells it with spaces for underscores" in unit
    assert any(
        line.startswith("- `kind` (`measure` or `percent` or `points`): percent and points are") for line in unit
    )
    assert any(line.startswith("- `reach` (whole number, required): how many words before") for line in cue)
    assert "- `capital` (true or false)" in cue
    nature = "- `nature` (one of `instant`, `flow`, `cumulative`, `constant`, `event`, required)"
    assert any(line.startswith(nature) for line in rule)
    assert any(line.startswith("- `plausible` (Range): ") for line in rule)
    assert any(line.startswith("- `tolerance` (number): relative") for line in rule)
    assert "- `irregular_verbs` (list of list of 3 words): " in page()
    assert "- `families` (mapping of word to list of word): " in page()


def test_a_meaning_goes_on_in_the_next_line():
    (line,) = [line for line in lines_of("### MetricRule") if line.startswith("- `per`")]
    assert line.endswith("one of these, in the singular (share, barrel, hour); without the key a value has none")


def test_a_metric_is_shown_in_full():
    assert "1 metrics. ✓ marks" in page()
    assert lines_of("#### kilns-lit") == [
        "kilns lit; count, flow",
        "",
        "- triggers: lit, fired",
        "- nouns: kiln",
        "- bare: a number without noun or denominator counts right beside the trigger",
        "- tolerance: 0.02",
        "- plausible: … to 90",
        "- ✓ They lit 3 kilns. → “3”: value 3, unit kiln; “They”",
        "- ✗ They sold 3 kilns. (selling is not lighting)",
    ]


def test_every_section_is_listed_at_the_head():
    head = page().split("## ")[0]
    assert "- [units](#units)" in head
    assert "- [The metrics of the default pack](#the-metrics-of-the-default-pack)" in head
    patterns = ("lexicon/*/units.yaml", "metrics/*.yaml", "policy.yaml")
    assert tuple(map(section, patterns)) == ("units", "metrics", "policy")


def test_a_schema_says_what_a_list_holds():
    units = json.loads(schemas()["units.schema.json"])
    properties = units["$defs"]["UnitLexicon"]["properties"]
    assert properties["units"]["items"] == {"$ref": "#/$defs/UnitEntry"}
    assert properties["powered"]["items"] == {"type": "string"}
    assert units["title"] == "rule files lexicon/*/units.yaml"
    assert units["$defs"]["Compound"]["properties"]["parts"]["type"] == ["number", "string"]


def test_nothing_at_all_is_the_last_alternative():
    per = json.loads(schemas()["units.schema.json"])["$defs"]["UnitEntry"]["properties"]["per"]
    assert per["anyOf"] == [{"type": "string"}, {"type": "null"}]
    assert msgspec.json.decode(schemas()["metrics.schema.json"])["$ref"] == "#/$defs/Metrics"
