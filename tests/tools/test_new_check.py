"""The command that writes a new check: what it writes runs, and its test fails until the check finds something."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("reconcile", "rules", "tools", "tests/unit/reconciler/checks")
MODULE = Path("reconcile/reconciler/checks/noise_against_silence.py")
TEST = Path("tests/unit/reconciler/checks/test_noise_against_silence.py")


@pytest.fixture
def tree(tmp_path):
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(tree, *command):
    """A command of Python in a copy of the project, whose package comes before the one that is installed."""
    env = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=tree, env=env, capture_output=True, text=True, check=False
    )


def outcome_of(tree, test):
    return run(tree, "pytest", "-q", "-c", os.devnull, "--rootdir", str(tree), "-p", "no:cacheprovider", str(test))


@pytest.mark.slow
def test_a_new_check_runs_and_its_test_fails_until_it_finds_something(tree):
    done = run(tree, "tools.new_check", "RC499", "noise against silence")
    assert done.returncode == 0, done.stderr
    assert {*map(str, (MODULE, TEST)), "rules/policy.yaml"} <= set(done.stdout.split())
    before = outcome_of(tree, TEST)
    assert "1 failed, 1 passed" in before.stdout, before.stdout
    assert "AssertionError: assert [] == ['RC499']" in before.stdout
    source = (tree / MODULE).read_text(encoding="utf-8")
    (tree / MODULE).write_text(source.replace("return False", "return True"), encoding="utf-8")
    after = outcome_of(tree, TEST)
    assert "2 passed" in after.stdout, after.stdout
    for checker in (("ruff", "check"), ("ruff", "format", "--check")):
        linted = run(tree, *checker, "--config", str(ROOT / "pyproject.toml"), str(MODULE), str(TEST), "reconcile")
        assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("RC403", "noise against silence"),
        ("RC101", "noise against silence"),
        ("RC499", "Noise/Silence"),
        ("RC499", "per unit"),
    ],
    ids=["code-taken", "no-code-of-one-text", "no-name-of-a-file", "file-there"],
)
def test_nothing_is_written_where_the_code_or_the_title_will_not_do(tree, code, title):
    before = sorted(tree.rglob("*"))
    policy = (tree / "rules/policy.yaml").read_bytes()
    assert run(tree, "tools.new_check", code, title).returncode != 0
    assert (sorted(tree.rglob("*")), (tree / "rules/policy.yaml").read_bytes()) == (before, policy)
