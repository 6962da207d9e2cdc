"""The GitHub action and the pre-commit hooks do what they promise: their own scripts are run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEP = ACTION["runs"]["steps"][-1]
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
GUIDE = (ROOT / "docs" / "howto" / "ci.md").read_text(encoding="utf-8")
RULE = """\
metrics:
  - id: cattle
    label: cattle kept
    dimension: count
    nature: instant
    triggers: [keeps]
    nouns: [cow]
    examples:
      - say: "Dale Farm keeps 310 cows."
        get: [{quote: "310", value: %s, subject: Dale Farm, metric: cattle}]
      - say: "Dale Farm sold 310 cows."
        none: true
"""


@pytest.fixture
def sandbox(tmp_path):
    """A folder with two articles that do not agree, and the command on the path."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "reconcile").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reconcile "$@"\n')
    (tmp_path / "bin" / "reconcile").chmod(0o755)
    (tmp_path / "my articles").mkdir()
    for name, count in (("a.txt", "5,200"), ("b.txt", "6,900"), ("my articles/c.txt", "7,100")):
        (tmp_path / name).write_text(f"Acme Foods employs {count} people in Norway.\n")
    return tmp_path


def environment(folder, **more):
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "GITHUB_STEP_SUMMARY": "summary.md", **more}


def action(folder, **inputs):
    """Runs the last step as GitHub does: inputs or their defaults in the environment, bash with -e and pipefail."""
    given = {name: str(reported.get("default", "")) for name, reported in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    reported = {key: INPUT.sub(lambda m: given[m[1]], value) for key, value in STEP["env"].items()}
    script = folder / "step.sh"
    script.write_text(STEP["run"], encoding="utf-8")
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    return subprocess.run(
        command, cwd=folder, env=environment(folder, **reported), capture_output=True, text=True, check=False
    )


def test_every_input_is_used_and_described():
    used = {name for step in ACTION["runs"]["steps"] for name in INPUT.findall(yaml.safe_dump(step))}
    assert used == set(ACTION["inputs"])
    assert all(reported["description"] for reported in ACTION["inputs"].values())


def test_the_action_puts_no_input_into_its_script():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_action_annotates_sums_up_and_fails_as_the_command_does(sandbox):
    done = action(sandbox, paths="a.txt b.txt")
    assert done.returncode == 1, done.stderr
    assert re.search(
        r"^::error file=a\.txt,line=1,endLine=1,col=\d+,endColumn=\d+,title=RC101", done.stdout, re.MULTILINE
    )
    assert "Exit 1: 1 conflict (--fail-on conflict)." in done.stdout
    summary = (sandbox / "summary.md").read_text()
    assert "1 finding for a person to decide: 1 error" in summary
    assert "a.txt:1" in summary
    assert {path.name for path in (sandbox / "reports").iterdir()} >= {"report.md", "report.json", "report.html"}


def test_the_action_ends_well_where_nothing_is_to_fail(sandbox):
    assert action(sandbox, paths="a.txt b.txt", fail_on="never").returncode == 0
    assert action(sandbox, paths="a.txt").returncode == 0


def test_paths_may_stand_on_lines_and_inputs_are_never_run(sandbox):
    done = action(sandbox, paths="a.txt\n  b.txt\n", output="out $(touch ran)", formats="sarif,junit")
    assert done.returncode == 1, done.stderr
    assert {p.name for p in (sandbox / "out $(touch ran)").iterdir()} >= {"report.sarif", "junit.xml", "summary.md"}
    done = action(sandbox, paths="$(touch ran) `touch ran`; touch ran")
    assert done.returncode == 3
    assert not (sandbox / "ran").exists()


def test_what_is_decided_is_counted_in_the_summary(sandbox):
    command = ["reconcile", "review", "baseline", "a.txt", "b.txt", "--by", "Ines", "--ledger", "known"]
    subprocess.run(command, cwd=sandbox, env=environment(sandbox), check=True, capture_output=True)
    done = action(sandbox, paths="a.txt b.txt", ledger="known")
    assert done.returncode == 0, done.stdout
    assert "1 finding known before." in done.stdout
    assert "::" not in done.stdout
    assert "1 known before" in (sandbox / "summary.md").read_text()


def test_the_summary_of_an_earlier_run_does_not_speak_for_this_one(sandbox):
    assert action(sandbox, paths="a.txt b.txt").returncode == 1
    before = (sandbox / "summary.md").read_text()
    assert action(sandbox, paths="a.txt b.txt", fail_on="nonsense").returncode == 2
    assert (sandbox / "summary.md").read_text() == before


def hook(folder, name, *args):
    """Runs a hook as pre-commit does: its entry, then the arguments of whoever uses it, and no file names."""
    assert HOOKS[name]["language"] == "python"
    assert HOOKS[name]["pass_filenames"] is False
    command = [*HOOKS[name]["entry"].split(), *args]
    return subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True, text=True, check=False)


def test_the_hook_of_articles_fails_on_a_conflict_and_says_so(sandbox):
    done = hook(sandbox, "reconcile-report", "a.txt", "b.txt")
    assert done.returncode == 1
    assert "5,200" in done.stdout
    assert "Exit 1: 1 conflict" in done.stderr
    assert hook(sandbox, "reconcile-report", "my articles").returncode == 0


@pytest.mark.parametrize(("value", "code"), [("310", 0), ("311", 2), ("[", 2)], ids=["right", "wrong", "broken"])
def test_the_hook_of_rules_fails_on_a_wrong_example_and_on_a_broken_file(sandbox, value, code):
    file = sandbox / "my-rules" / "metrics" / "cattle.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(RULE % value)
    assert re.search(HOOKS["reconcile-rules"]["files"], "my-rules/metrics/cattle.yaml")
    done = hook(sandbox, "reconcile-rules", "--rules", "my-rules")
    assert done.returncode == code, done.stdout + done.stderr
    if code:
        assert "cattle.yaml:" in done.stdout + done.stderr


def examples(name):
    """The YAML of the guide that begins with the name of a file."""
    return yaml.safe_load(re.search(rf"```yaml\n# {re.escape(name)}\n(.*?)```", GUIDE, re.DOTALL)[1])


def test_the_workflow_of_the_guide_gives_inputs_that_exist():
    steps = examples(".github/workflows/articles.yml")["jobs"]["reconcile"]["steps"]
    given = next(step["with"] for step in steps if "/reconcile@" in step["uses"])
    assert set(given) <= set(ACTION["inputs"])
    assert {name for name, reported in ACTION["inputs"].items() if reported.get("required")} <= set(given)


def test_the_hooks_of_the_guide_exist():
    (repo,) = examples(".pre-commit-config.yaml")["repos"]
    assert {entry["id"] for entry in repo["hooks"]} == set(HOOKS)
