"""The GitHub action and the pre-commit hooks name commands and options that exist."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def help_of(*command):
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", *command, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_that_exists(hook):
    program, *command = hook["entry"].split()
    assert program == "reconcile"
    assert "Usage" in help_of(*command)
    assert hook["language"] == "python"


def test_the_action_gives_options_that_exist():
    script = ACTION["runs"]["steps"][-1]["run"]
    options = set(re.findall(r"(?<=\s)--?[a-z-]+(?=\s[\"$])", script)) | {"--rules"}
    shown = help_of("report")
    assert {"-o", "--fail-on", "--rules"} <= options
    assert [option for option in sorted(options - {"-r", "-a", "-f"}) if option not in shown] == []


def test_the_action_puts_no_input_into_its_script():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_script_of_the_action_reports_and_fails_as_the_command_does(tmp_path):
    (tmp_path / "reconcile").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reconcile "$@"\n')
    (tmp_path / "reconcile").chmod(0o755)
    for name, count in (("a", "5,200"), ("b", "6,900")):
        (tmp_path / f"{name}.txt").write_text(f"Acme Foods employs {count} people in Norway.\n")
    env = {
        **os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
        "PATHS": "a.txt b.txt", "OUTPUT": "out", "FAIL_ON": "conflict", "RULES": "",
        "GITHUB_STEP_SUMMARY": "summary.md",
    }  # fmt: skip
    script = ["bash", "-e", "-c", ACTION["runs"]["steps"][-1]["run"]]
    done = subprocess.run(script, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "summary.md").read_text() == (tmp_path / "out" / "report.md").read_text()
    never = subprocess.run(script, cwd=tmp_path, env={**env, "FAIL_ON": "never"}, capture_output=True, check=False)
    assert never.returncode == 0
