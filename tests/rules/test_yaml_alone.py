"""A metric, an alias, a unit spelling, an office, a hedge: each works by writing YAML, with no Python at all."""

import re
from pathlib import Path

import pytest

from reconcile.cli.session import is_unit
from reconcile.pipeline import document, load_rules, pipeline
from reconcile.rules.check import check
from reconcile.rules.testing import run_examples

ROOT = Path(__file__).resolve().parents[2]

WORDS = {
    "lexicon/en/units.yaml": """\
units:
  - {name: kilometer, dimension: length, words: [klick, klicks]}
examples:
  - {say: "It is 5 klicks away.", get: [{quote: 5 klicks, unit: kilometer}]}
  - {say: "It clicks.", none: true}
""",
    "lexicon/en/hedges.yaml": """\
before:
  - {words: [no fewer by far than], bound: ">"}
examples:
  - {say: "It has no fewer by far than 5 doors.", get: [{quote: no fewer by far than 5, low: 5}]}
  - {say: "No fewer.", none: true}
""",
    "offices.yaml": """\
offices:
  - {id: reeve, titles: [grand reeve], unique: true}
examples:
  - {say: "Jane Marsh, grand reeve of Harbour Foods, spoke.", get: [{quote: grand reeve, kind: role}]}
  - {say: "Nobody spoke.", none: true}
""",
    "entities/mine.yaml": """\
entities:
  - {id: hafo, name: Harbour Foods, type: organisation, aliases: [HaFo Group]}
examples:
  - {say: "HaFo Group employs 5 people.", get: [{quote: "5", subject: hafo}]}
  - {say: "Nobody came.", none: true}
""",
    "metrics/mine.yaml": """\
metrics:
  - id: kiosks-run
    label: kiosks run
    dimension: count
    nature: instant
    triggers: [runs]
    nouns: [kiosk]
    examples:
      - {say: "HaFo Group runs 40 kiosks.", get: [{quote: "40", metric: kiosks-run, value: 40, unit: kiosk}]}
      - {say: "HaFo Group paints 40 kiosks.", none: true}
""",
}


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mine")
    for name, text in WORDS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return pipeline(load_rules(folder)), pipeline(load_rules())


def claims(stages, text):
    return [c.to_dict() for c in stages.claims(document(text))]


def mentions(stages, text):
    return [m.to_dict() for m in stages.mentions(document(text))]


def test_a_unit_spelling(stages):
    mine, default = stages
    (read,) = mentions(mine, "The wall is 12 klicks long.")
    assert (read["quote"], read["unit"], read["dimension"]) == ("12 klicks", "kilometer", "length")
    assert mentions(default, "The wall is 12 klicks long.")[0]["unit"] != "kilometer"


def test_a_hedge(stages):
    mine, default = stages
    (read,) = mentions(mine, "The wall has no fewer by far than 12 gates.")
    assert (read["value"]["low"], read["value"]["high"], read["value"]["low_open"]) == ("12", None, True)
    assert mentions(default, "The wall has no fewer by far than 12 gates.")[0]["value"]["high"] is not None


def test_an_office(stages):
    mine, default = stages
    text = "Jane Marsh, grand reeve of Harbour Foods, opened the plant."
    assert [c["titles"] for c in claims(mine, text) if c["kind"] == "role"] == [["grand reeve"]]
    assert [c for c in claims(default, text) if c["kind"] == "role"] == []


def test_an_alias_and_a_metric(stages):
    mine, default = stages
    text = "HaFo Group runs 55 kiosks."
    assert [(c["subject"]["id"], c["metric"]["id"]) for c in claims(mine, text)] == [("hafo", "kiosks-run")]
    assert [c["metric"]["id"] for c in claims(default, text)] != ["kiosks-run"]


def outcome(folder):
    pack = load_rules(folder)
    own_stages = pipeline(pack)
    below = (f"{folder.as_posix()}/",)
    ran = run_examples(
        pack,
        recognise=lambda say, on: own_stages.mentions(document(say, published=on)),
        extract=lambda say, on: own_stages.claims(document(say, published=on)),
    )
    wrong = [str(p) for p in ran.problems if p.where.startswith(below)]
    return [str(p) for p in check(pack, is_unit, below)] + wrong


def test_these_rules_are_sound_and_read_their_examples(tmp_path):
    for name, text in WORDS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert outcome(tmp_path) == []


def test_the_metric_of_the_readme_works_as_it_stands(tmp_path):
    page = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "schools.yaml").write_text(text)
    assert outcome(tmp_path) == []
    (tmp_path / "metrics" / "schools.yaml").write_text(text.replace("value: 1240", "value: 1241"))
    assert len(outcome(tmp_path)) == 1
