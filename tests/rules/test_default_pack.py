"""The rules that come with the tool: each loads, is sound, and reads its own examples as they say."""

from pathlib import Path

import pytest

from reconcile.cli.session import is_unit
from reconcile.pipeline import document, pipeline
from reconcile.rules.check import check
from reconcile.rules.load import SECTIONS, load
from reconcile.rules.reference import schemas
from reconcile.rules.testing import run_examples
from reconcile.sources.packs import default_pack, read_pack

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pack():
    return load(read_pack(default_pack()))


def listed(problems):
    return "\n".join(map(str, problems))


def test_every_section_has_a_file(pack):
    shapes = {type(loaded.content) for loaded in pack.files}
    assert [pattern for pattern, shape in SECTIONS if shape not in shapes] == []


def test_the_rules_are_sound(pack):
    problems = check(pack, is_unit)
    assert not problems, listed(problems)


def test_the_rules_read_their_examples(pack):
    stages = pipeline(pack)
    outcome = run_examples(
        pack,
        recognise=lambda say, on: stages.mentions(document(say, published=on)),
        extract=lambda say, on: stages.claims(document(say, published=on)),
    )
    assert outcome.run > 50
    assert not outcome.problems, listed(outcome.problems)


def test_the_schemas_are_current():
    folder = ROOT / "rules" / "schema"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert committed == schemas(), "run `reconcile rules schema` and commit what it writes"
