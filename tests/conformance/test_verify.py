"""`reconcile verify` as a program calls it: exit 0 for a report as written, 1 for one that was altered, 3 for none."""

import json
import subprocess
import sys

import pytest
from in_process import run_in_process

ARTICLES = {
    "a.txt": "Revenue of Acme Steel was $41 million in 2030.",
    "b.txt": "Acme Steel reported revenue of $47 million in 2030.",
}


def reconcile(*args, cwd):
    done = run_in_process(*args, cwd=cwd)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def as_a_program(*args, cwd):
    line = [sys.executable, "-m", "reconcile", *args]
    return subprocess.run(line, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def folder(tmp_path):
    """A folder of two articles and their report."""
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    assert reconcile("report", "articles", "-o", "out", "--format", "md,json,html,csv", cwd=tmp_path).returncode == 1
    return tmp_path


def altered(folder, alter):
    file = folder / "out" / "report.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    alter(data)
    file.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def test_a_report_follows_with_its_articles_and_without(folder):
    done = reconcile("verify", "out/report.json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1 verdict and 1 finding replayed: all follow. "
        "No text at hand: name the articles behind the report, and it is made again from them.\n"
    )
    done = reconcile("verify", "out/report.json", "articles", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1 verdict and 1 finding replayed: all follow. Made again from 2 sources: "
        "the report, report.md, report.html, claims.csv, inputs.csv, findings.csv and csv-metadata.json.\n"
    )
    done = reconcile("verify", "../out/report.json", cwd=folder / "articles")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 of 2 texts at hand" in done.stdout


def test_an_altered_verdict_fails_with_its_place(folder):
    altered(folder, lambda data: data["groups"][0].update(verdict="agree"))
    done = reconcile("verify", "out/report.json", cwd=folder)
    assert done.returncode == 1
    lines = (folder / "out" / "report.json").read_text(encoding="utf-8").split("\n")
    line = next(i for i, text in enumerate(lines, 1) if text == '      "verdict": "agree",')
    reported = f"out/report.json:{line}:18: error: groups[0].verdict: its relations make “conflict”, not “agree”"
    assert reported in done.stderr
    assert "groups: altered after the report was made" in done.stderr


def test_an_article_that_changed_fails_wherever_it_is_found(folder):
    (folder / "articles" / "b.txt").write_text("Acme Steel reported revenue of $48 million in 2030.", encoding="utf-8")
    done = reconcile("verify", "../out/report.json", cwd=folder / "articles")
    assert done.returncode == 1
    assert "the text of “b.txt” at hand is not the one" in done.stderr
    done = reconcile("verify", "out/report.json", "articles", cwd=folder)
    assert done.returncode == 1
    assert "is “$47 million”; the articles give “$48 million”" in done.stderr
    assert "out/report.md:" in done.stderr


@pytest.mark.parametrize("name", ["report.md", "report.html", "findings.csv"])
def test_a_file_that_people_read_next_to_the_report_is_held_against_the_articles(folder, name):
    file = folder / "out" / name
    file.write_text(file.read_text(encoding="utf-8").replace("$47 million", "$41 million"), encoding="utf-8")
    done = reconcile("verify", "out/report.json", "articles", cwd=folder)
    assert done.returncode == 1
    assert f"out/{name}:" in done.stderr
    assert done.stderr.count("[verify.beside]") == done.stderr.count("\n") == 1


def test_with_other_rules_nothing_is_replayed_and_that_is_stated(folder):
    (folder / "rules" / "metrics").mkdir(parents=True)
    (folder / "rules" / "policy.yaml").write_text("tolerance: 0.1\n", encoding="utf-8")
    done = reconcile("verify", "out/report.json", "articles", "--rules", "rules", cwd=folder)
    assert done.returncode == 1
    assert "manifest.rules: made with other rules" in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Other rules: nothing could be replayed." in done.stdout


def test_decisions_and_options_are_given_as_the_report_had_them(folder):
    (folder / "facts").mkdir()
    fact = "facts:\n- subject: Acme Steel\n  metric: revenue\n  value: 41\n  unit: USD\n  source: accounts\n"
    (folder / "facts" / "f.yaml").write_text(fact, encoding="utf-8")
    baseline = reconcile("review", "baseline", "articles", cwd=folder)
    assert baseline.returncode == 0, baseline.stderr
    reconcile("report", "articles", "--facts", "facts", "-o", "out", "--format", "json", cwd=folder)
    data = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))
    assert data["reviews"]
    assert {finding["code"] for finding in data["findings"]} == {"RC501"}
    options = ("articles", "--facts", "facts")
    for name in ("report.md", "report.html", "claims.csv", "inputs.csv", "findings.csv", "csv-metadata.json"):
        (folder / "out" / name).unlink()
    assert reconcile("verify", "out/report.json", *options, cwd=folder).returncode == 0
    assert reconcile("verify", "out/report.json", *options, "--ledger", "none", cwd=folder).returncode == 1


def test_what_is_no_report_cannot_be_verified(folder):
    (folder / "x.json").write_text("{", encoding="utf-8")
    for name in ("x.json", "none.json", "out", "out/report.md"):
        done = reconcile("verify", name, cwd=folder)
        assert done.returncode == 3
        assert done.stderr.startswith(f"{name}:1:")
    altered(folder, lambda data: data["findings"][0].update(verdict="clash"))
    done = as_a_program("verify", "out/report.json", cwd=folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert "findings[0].verdict: expected one of agree, compatible, conflict" in done.stderr
    assert "Traceback" not in done.stderr
