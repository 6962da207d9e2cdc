"""A working folder from `reconcile init` to the report: configuration, completion, what is said and what is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from in_process import run_in_process

from reconcile.cli.main import command
from reconcile.errors import ConfigError, UsageError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(command, [str(a) for a in args], standalone_mode=False)


@pytest.fixture
def folder(run, tmp_path, monkeypatch):
    assert run("init", "desk").return_value == 0
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def test_a_new_folder_works_at_once(run, folder):
    assert run("rules", "check").return_value == 0
    tested = run("rules", "test", "trees-planted")
    assert "2 examples run, 0 failed" in tested.stdout
    done = run("report")
    assert done.return_value == 1
    assert "Exit 1: 1 conflict (--fail-on conflict)." in done.stdout
    assert "trees planted" in (folder / "reports/report.md").read_text(encoding="utf-8")


def test_nothing_is_overwritten(run, folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (folder / "articles/herald.txt").write_text("my own words\n")
    (folder / "reconcile.toml").unlink()
    done = run("init", "desk")
    assert isinstance(done.exception, UsageError)
    assert "desk/articles/herald.txt" in str(done.exception)
    assert (folder / "articles/herald.txt").read_text() == "my own words\n"
    assert not (folder / "reconcile.toml").exists()


def test_the_command_line_wins_over_the_configuration(run, folder):
    assert run("report", "--fail-on", "never").return_value == 0
    one = run("extract", "articles/herald.txt")
    assert "in 1 article." in one.stderr
    printed = run("--no-config", "report", "articles", "--format", "md")
    assert printed.stdout.startswith("# Reconciliation report")
    (folder / "other.toml").write_text('paths = ["articles/courier.txt"]\n')
    assert "in 1 article." in run("--config", "other.toml", "extract").stderr


def test_a_configuration_above_is_found_and_its_paths_count_from_there(run, folder, monkeypatch):
    monkeypatch.chdir(folder / "articles")
    done = run("extract")
    assert "in 2 articles." in done.stderr
    assert "trees-planted" in run("rules", "list", "trees-planted").stdout


def test_a_mistake_in_the_configuration_stops_with_its_place(run, folder):
    (folder / "reconcile.toml").write_text('[report]\nfail-onn = "never"\n')
    done = run("report", "articles")
    assert isinstance(done.exception, ConfigError)
    real = run_in_process("report", "articles", cwd=folder)
    assert real.returncode == 2
    assert real.stderr == (
        b"reconcile.toml:2:1: error: unknown key 'fail-onn'; did you mean 'fail-on'? [config.unknown-key]\n"
    )


def test_verbose_says_what_is_read_and_quiet_says_nothing(run, folder):
    loud = run("extract", "--verbose").stderr.splitlines()
    assert loud[0] == "configuration: reconcile.toml"
    assert loud[1].startswith("rules: ")
    assert "article: herald.txt, 126 characters, 2031-06-20 (sources.yaml)" in loud
    assert run("extract", "--quiet").stderr == ""
    assert "article:" not in run("extract").stderr


@pytest.mark.parametrize(
    ("shell", "sign"),
    [("bash", "complete -o nosort -F"), ("zsh", "#compdef reconcile"), ("fish", "complete --no-files")],
)
def test_completion_prints_the_script_of_a_shell(run, shell, sign):
    done = run("completion", shell)
    assert done.return_value == 0
    assert sign in done.stdout
    assert "_RECONCILE_COMPLETE" in done.stdout


def test_the_script_is_answered(tmp_path):
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "_RECONCILE_COMPLETE": "bash_complete",
        "COMP_WORDS": "reconcile rules c",
        "COMP_CWORD": "2",
    }
    done = subprocess.run([sys.executable, "-m", "reconcile"], env=env, cwd=tmp_path, capture_output=True, check=False)
    assert set(done.stdout.decode().split()) == {"plain,check", "plain,coverage"}


def test_too_little_coverage_is_exit_1_and_the_summary_says_why(run, folder):
    (folder / "articles/herald.txt").write_text("Call 020 7946 0958.\n")
    (folder / "articles/courier.txt").write_text("Dale Orchards planted 4,000 trees in 2030.\n")
    enough = run("report", "--fail-under", "100")
    assert enough.return_value == 0
    assert "100% of 3 numbers and dates accounted for (--fail-under 100)" in enough.stdout
    (folder / "articles/herald.txt").write_text("12, 14, 19\n")
    short = run("report", "--fail-under", "100")
    assert short.return_value == 1
    assert "too few (--fail-under 100)" in short.stdout
