"""One version: the package's own, which the command, reports, SARIF, the installed package and the documents repeat."""

import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

import reconcile
from reconcile.cli.main import command
from reconcile.pipeline import document
from reconcile.report.formats import FORMATS

ROOT = Path(__file__).parents[2]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASE = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$", re.MULTILINE)


def test_the_newest_release_of_the_changelog_is_this_one():
    assert RELEASE.findall(CHANGELOG)[0][0] == reconcile.__version__


def test_every_section_of_the_changelog_is_what_comes_next_or_a_dated_release_newest_first():
    heads = re.findall(r"^## .*$", CHANGELOG, re.MULTILINE)
    assert heads[0] == "## Unreleased"
    assert [head for head in heads[1:] if not RELEASE.fullmatch(head)] == []
    days = [day for _, day in RELEASE.findall(CHANGELOG)]
    assert days == sorted(days, reverse=True)


def test_the_installed_package_bears_it():
    assert version("reconcile-claims") == reconcile.__version__


def test_the_command_tells_it():
    assert CliRunner().invoke(command, ["--version"]).output == f"reconcile, version {reconcile.__version__}\n"


def test_reports_bear_it(stages):
    run = stages.run([document("Mona Bakers sold 12 loaves in 2030.", id="a")])
    assert json.loads(FORMATS["json"].render(run))["manifest"]["version"] == reconcile.__version__
    (sarif,) = json.loads(FORMATS["sarif"].render(run))["runs"]
    assert sarif["tool"]["driver"]["version"] == reconcile.__version__


@pytest.mark.parametrize("form", [r"reconcile@v(\S+)", r"rev: v(\S+)"])
def test_what_the_howto_pins_is_the_release(form):
    (pinned,) = re.findall(form, (ROOT / "docs" / "howto" / "ci.md").read_text(encoding="utf-8"))
    assert pinned == reconcile.__version__


def test_it_is_written_in_one_place_of_the_code():
    written = re.compile(rf"""["']v?{re.escape(reconcile.__version__)}["']""")
    files = [*(ROOT / "reconcile").rglob("*.py"), ROOT / "pyproject.toml"]
    bearing = [path.relative_to(ROOT).as_posix() for path in files if written.search(path.read_text(encoding="utf-8"))]
    assert bearing == ["reconcile/version.py"]
