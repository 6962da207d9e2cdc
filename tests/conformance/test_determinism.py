"""The same bytes whatever the order of inputs, the hash seed, the time zone, the locale or the working folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def report(folder, paths, cwd, **env):
    command = [sys.executable, "-m", "reconcile", "report", *map(str, paths), "-o", str(folder), "--fail-on", "never"]
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT), **env}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    return report(tmp_path_factory.mktemp("reports"), SEEDS, ROOT, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.mark.parametrize(
    ("order", "env"),
    [
        (slice(None, None, -1), {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        (slice(None), {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Pago_Pago", "LC_ALL": "tr_TR.UTF-8"}),
    ],
    ids=["reversed-east", "turkish-west"],
)
def test_the_report_is_the_same_everywhere(reference, tmp_path, order, env):
    assert set(reference) == {"report.md", "report.json"}
    (tmp_path / "out").mkdir()
    assert report(tmp_path / "out", SEEDS[order], tmp_path, **env) == reference


def test_a_folder_is_the_same_as_its_files(reference, tmp_path):
    (tmp_path / "out").mkdir()
    assert report(tmp_path / "out", [ROOT / "seeds"], tmp_path) == reference
