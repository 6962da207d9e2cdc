"""Golden cases: small sets of articles, each with one agreement, conflict or trap.

`cases/<name>/` holds the articles with `sources.yaml` and `rules/` where the case needs them; `expected/<name>.*` the
whole report (`pytest --regen-all` writes it anew, for a person to read before committing); `verdicts.yaml` what the
case is about, in codes, written by hand and never generated.
"""

import dataclasses
from pathlib import Path

import pytest
import yaml

from reconcile.pipeline import load_rules, pipeline
from reconcile.report.formats import FORMATS
from reconcile.sources.read import read_inputs

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir() if path.is_dir())
VERDICTS = yaml.safe_load((HERE / "verdicts.yaml").read_text(encoding="utf-8"))
# the two that people compare; other formats say the same in other words, and have tests of their own
FORMS = ("json", "md")
# versions and digests change with every rule; the cases are about what is found
MANIFEST = {"tool": "reconcile", "version": "golden", "rules": "golden"}


@pytest.fixture(scope="module")
def stages():
    return pipeline(load_rules())


@pytest.fixture
def run(request, stages, monkeypatch):
    name = request.param
    monkeypatch.chdir(HERE)
    own = HERE / "cases" / name / "rules"
    own_stages = pipeline(load_rules(own)) if own.is_dir() else stages
    documents, problems = read_inputs([f"cases/{name}"])
    result = own_stages.run(documents, problems)
    return name, dataclasses.replace(result, manifest={**result.manifest, **MANIFEST})


@pytest.mark.parametrize("run", CASES, indirect=True)
def test_the_verdicts_are_those_of_the_case(run):
    name, result = run
    wanted = VERDICTS[name]
    assert sorted(f.code for f in result.findings) == wanted["findings"]
    assert sorted({str(pair.relation) for group in result.groups for pair in group.relations}) == wanted["relations"]
    compared = (str(group.support) for group in result.groups if group.relations)
    assert set(wanted.get("support", ())) <= set(compared)
    assert all(wanted.get("slip", "") in (f.slip or "") for f in result.findings)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("run", CASES, indirect=True)
def test_the_report_is_the_expected_one(run, form, file_regression):
    name, result = run
    text = FORMATS[form].render(result, "expected")
    # named after the case folder, never after a parameter id, which could collapse two cases into one file
    file_regression.check(text, fullpath=HERE / "expected" / f"{name}.{form}", encoding="utf-8", newline="\n")


def test_no_golden_file_is_left_without_its_case():
    expected = {path.name for path in (HERE / "expected").iterdir() if ".obtained" not in path.suffixes}
    assert expected == {f"{name}.{form}" for name in CASES for form in FORMS}
    assert sorted(VERDICTS) == CASES
