"""The JSON Schemas against the loader: what one takes the other takes, what one refuses the other refuses."""

import json
import re
from fnmatch import fnmatchcase

import jsonschema
import pytest
import yaml

from reconcile.rules.load import SECTIONS, read
from reconcile.rules.reference import schemas, section
from reconcile.rules.source import PackFile
from reconcile.sources.packs import default_pack, read_pack

FILES = read_pack(default_pack())
SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}


def schema_of(name):
    pattern = next(pattern for pattern, _ in SECTIONS if fnmatchcase(name, pattern))
    return SCHEMAS[f"{section(pattern)}.schema.json"]


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: "no" and "on" are words, only true and false are not, and no word is a date."""


Core.yaml_implicit_resolvers = {}
for tag, words, firsts in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", "~n"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{words})$"), list(firsts))


def refused_by_schema(name, text):
    validator = jsonschema.Draft202012Validator(schema_of(name))
    return [error.message for error in validator.iter_errors(yaml.load(text, Core))]


def refused_by_loader(name, text):
    return [str(problem) for problem in read([PackFile(name, text, name)])[1]]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_every_file_of_the_default_pack_fits_its_schema(file):
    assert refused_by_schema(file.name, file.text) == []


METRIC = """\
metrics:
  - id: kilns-lit
    label: kilns lit
    dimension: count
    nature: flow
    triggers: [lit]
    nouns: [kiln]
    tolerance: 0.02
    plausible: {low: 1, high: 900}
    examples:
      - {say: "They lit 3 kilns.", get: [{quote: "3", value: 3}]}
      - {say: "They sold 3 kilns.", none: true}
"""


def test_a_sound_file_is_taken_by_both():
    assert refused_by_loader("metrics/a.yaml", METRIC) == []
    assert refused_by_schema("metrics/a.yaml", METRIC) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nouns:", "noun:"),
        ("    label: kilns lit\n", ""),
        ("nature: flow", "nature: flood"),
        ("triggers: [lit]", "triggers: lit"),
        ("low: 1", "lwo: 1"),
        ("tolerance: 0.02", "tolerance: [0.02]"),
        ("tolerance: 0.02", "tolerance: a little"),
        ('quote: "3"', 'quote: "3", valeu: 3'),
        ("none: true", "none: perhaps"),
        ("metrics:", "metric:"),
        ("  - id: kilns-lit\n", "  - id: [kilns-lit]\n"),
        ("get: [", "gets: ["),
        ("triggers: [lit]", "triggers: [lit]\n    pattern: 'lit|fired'"),
        ("triggers: [lit]", "triggers: [lit]\n    regex: '(a+)+$'"),
    ],
)
def test_a_broken_file_is_refused_by_both(old, new):
    assert old in METRIC
    broken = METRIC.replace(old, new, 1)
    assert refused_by_loader("metrics/a.yaml", broken)
    assert refused_by_schema("metrics/a.yaml", broken)


BROKEN = {
    "entities/a.yaml": "entities:\n  - {id: a, name: A, type: orgnisation}\n",
    "offices.yaml": "offices:\n  - {id: a, titles: [boss], uniqe: true}\n",
    "policy.yaml": "findings:\n  - {code: RC1, title: t, severity: fatal, help: h}\n",
    "calendars.yaml": "fiscal_years:\n  - {entities: [a], begins: April}\n",
    "lexicon/en/units.yaml": "units:\n  - {name: meter, words: [metre]}\n",
    "lexicon/en/hedges.yaml": "before:\n  - {words: [over], bound: '>>'}\n",
}


@pytest.mark.parametrize(("name", "text"), BROKEN.items(), ids=BROKEN)
def test_other_sections_are_refused_by_both_too(name, text):
    assert refused_by_loader(name, text)
    assert refused_by_schema(name, text)


def test_rules_hold_no_regular_expressions():
    keys = {
        key for schema in SCHEMAS.values() for part in schema["$defs"].values() for key in part.get("properties", ())
    }
    assert not {key for key in keys if "regex" in key or key in ("pattern", "patterns")}
