"""What `verify` says last, for a report alone, with its articles, with a mistake in the rules, and for no report."""

import json

import pytest

from reconcile.cli import inputs, verify
from reconcile.errors import FilesError


@pytest.fixture
def reported(cli, folder):
    """The articles reported as Markdown and JSON."""
    cli("report", "in", "-o", "out", "--format", "md,json", "-q")
    return folder / "out/report.json"


@pytest.mark.usefixtures("reported")
def test_what_was_at_hand_is_told(cli, folder, monkeypatch):
    counts = "verdicts and 1 finding replayed: all follow. "
    done = cli("verify", "out/report.json")
    assert done.return_value == 0
    assert done.stdout.endswith(
        f"{counts}No text at hand: name the articles behind the report, and it is made again from them.\n"
    )
    done = cli("verify", "out/report.json", "in")
    assert done.stdout.endswith(f"{counts}Made again from 2 sources: the report and report.md.\n")
    assert cli("verify", "out/report.json", "in", "-q").stdout == ""
    monkeypatch.chdir(folder / "in")
    assert "2 of 2 texts at hand: " in cli("verify", "../out/report.json").stdout


@pytest.mark.usefixtures("reported")
def test_the_rules_are_opened_once(cli, monkeypatch):
    monkeypatch.setattr(inputs, "open_rules", None)
    assert cli("verify", "out/report.json", "in").return_value == 0


def test_problems_are_counted_and_make_exit_1(cli, reported):
    data = json.loads(reported.read_text(encoding="utf-8"))
    data["groups"][0]["verdict"] = "revised"
    reported.write_text(json.dumps(data), encoding="utf-8")
    done = cli("verify", "out/report.json")
    assert done.return_value == 1
    problems = done.stderr.count(": error: ")
    assert problems > 1
    assert f"replayed: {problems} problems. " in done.stdout


def test_a_file_next_to_the_report_counts_only_next_to_one_of_its_own_name(cli, folder, reported):
    (folder / "out/report.md").write_text("another\n", encoding="utf-8")
    done = cli("verify", "out/report.json", "in")
    assert done.return_value == 1
    assert "replayed: 1 problem. " in done.stdout
    reported.rename(folder / "out/other.json")
    done = cli("verify", "out/other.json", "in")
    assert done.return_value == 0
    assert done.stdout.endswith("Made again from 2 sources: the report.\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [(None, "input.unreadable"), ("nothing", "input.json"), ("{}", "verify.form"), ("[4]", "verify.form")],
)
def test_what_is_no_report_is_exit_3(cli, folder, text, code):
    if text is not None:
        (folder / "r.json").write_text(text, encoding="utf-8")
    done = cli("verify", "r.json")
    assert (done.return_value, done.stdout) == (3, "")
    assert f"[{code}]" in done.stderr


@pytest.mark.usefixtures("reported")
def test_a_fault_is_told_with_the_file(cli, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(verify, "check_seal", fail)
    done = cli("verify", "out/report.json")
    assert isinstance(done.exception, FilesError)
    assert done.exception.problems[0].where == "out/report.json:1:1"


@pytest.mark.usefixtures("reported")
def test_a_mistake_in_the_rules_is_exit_2(cli, folder):
    (folder / "mine").mkdir()
    (folder / "mine/offices.yaml").write_text("officers: []\n", encoding="utf-8")
    assert cli("verify", "out/report.json", "--rules", "mine").return_value == 2
