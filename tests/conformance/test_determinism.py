"""The same bytes whatever the order of inputs, the hash seed, the time zone, the locale or the working folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted(path.name for path in (ROOT / "seeds").iterdir())


def report(tmp_path, paths, cwd=".", output="reports", **env):
    """The files of a report on a copy of the seeds; `paths` and `output` may use {here} for its folder."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    command = [sys.executable, "-m", "reconcile", "report", *paths, "-o", output, "--fail-on", "never"]
    done = subprocess.run(
        [part.format(here=tmp_path) for part in command],
        cwd=tmp_path / cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted((tmp_path / "reports").iterdir())}


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    return report(tmp_path_factory.mktemp("run"), ["seeds"], PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


def test_there_is_a_report(reference):
    assert set(reference) == {"report.md", "report.json", "report.html"}
    assert all(reference.values())


@pytest.mark.parametrize(
    ("order", "env"),
    [
        (slice(None, None, -1), {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        (slice(None), {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Pago_Pago", "LC_ALL": "tr_TR.UTF-8"}),
    ],
    ids=["reversed-east", "turkish-west"],
)
def test_the_report_is_the_same_everywhere(reference, tmp_path, order, env):
    assert report(tmp_path, [f"seeds/{name}" for name in ARTICLES[order]], **env) == reference


@pytest.mark.parametrize(
    ("paths", "cwd", "output"),
    [
        (["{here}/seeds"], "seeds", "{here}/reports"),
        (["seeds"], ".", "{here}/reports"),
        (["{here}/seeds"], ".", "reports"),
        (["./seeds/", "seeds"], ".", "reports/"),
    ],
    ids=["absolute-elsewhere", "relative-to-absolute", "absolute-to-relative", "twice"],
)
def test_where_one_stands_does_not_matter(reference, tmp_path, paths, cwd, output):
    assert report(tmp_path, paths, cwd, output) == reference
