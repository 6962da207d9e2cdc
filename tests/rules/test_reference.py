"""The reference of rule files: complete, and as committed."""

from pathlib import Path

import msgspec
import pytest

from reconcile.pipeline import load_rules
from reconcile.rules.load import SECTIONS
from reconcile.rules.metrics import MetricRule
from reconcile.rules.reference import reference

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def page():
    return reference(load_rules())


def test_the_committed_page_is_current(page):
    committed = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert committed == page, "run `reconcile rules docs -o docs/rules.md` and commit what it writes"


@pytest.mark.parametrize(("pattern", "shape"), SECTIONS)
def test_every_section_and_key_is_there(page, pattern, shape):
    part = page.split(f"Path: `{pattern}`")[1].split("\n## ")[0]
    assert [f.encode_name for f in msgspec.structs.fields(shape) if f"- `{f.encode_name}` (" not in part] == []


@pytest.mark.parametrize(("pattern", "shape"), SECTIONS)
def test_every_list_says_what_its_words_mean(page, pattern, shape):
    part = page.split(f"Path: `{pattern}`")[1].split("\n## ")[0].split("\n### ")[0]
    lines = [line for line in part.splitlines() if line.startswith("- `") and not line.startswith("- `examples`")]
    assert lines
    assert [line for line in lines if "): " not in line] == []


def test_every_key_of_a_metric_has_a_meaning(page):
    part = page.split("### MetricRule")[1].split("\n### ")[0]
    for field in msgspec.structs.fields(MetricRule):
        line = next(line for line in part.splitlines() if line.startswith(f"- `{field.encode_name}` ("))
        assert "): " in line, line


def test_a_metric_shows_its_words_and_its_examples(tmp_path):
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "kiosks.yaml").write_text(
        """\
metrics:
  - id: kiosks-run
    label: kiosks run
    dimension: count
    nature: instant
    triggers: [runs]
    nouns: [kiosk]
    plausible: {low: 1}
    examples:
      - {say: "Dale Foods runs 40 kiosks.", get: [{quote: "40", value: 40, unit: kiosk}]}
      - {say: "Dale Foods paints 40 kiosks.", none: true, why: painting is not running}
"""
    )
    mine = reference(load_rules(tmp_path)).split("#### kiosks-run\n")[1].split("\n#")[0]
    assert "kiosks run; count, instant" in mine
    assert "- triggers: runs" in mine
    assert "- plausible: 1 to …" in mine
    assert "- ✓ Dale Foods runs 40 kiosks. → “40”: value 40, unit kiosk" in mine
    assert "- ✗ Dale Foods paints 40 kiosks. (painting is not running)" in mine
