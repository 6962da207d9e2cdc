"""Decisions from the outside: the commands, the gate, what is printed, the exit codes."""

import http.client
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest
from in_process import run_in_process

from reconcile.review.ledger import read_ledger

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, count in (("north", "5,200"), ("south", "6,900")):
        (articles / f"{name}.txt").write_text(f"Acme Foods employs {count} people in Norway.\n", encoding="utf-8")
    return tmp_path


FIRMS = (
    "Arnwick Foods employs {} people.",
    "The flood in Belmont killed {} people.",
    "Corrie Motors sold {} cars in 2031.",
    "The dam at Dunmore is {} metres long.",
    "Elmhurst Rovers drew {} spectators on 4 May 2031.",
    "The Fenton library lent {} books in 2030.",
)


def reconcile(folder, *arguments, stdin=""):
    done = run_in_process(*arguments, cwd=folder, stdin=stdin.encode(), env={"NO_COLOR": "1"})
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def ticked(folder, old="- [ ] keep “5,200”", new="- [x] keep “5,200”"):
    reconcile(folder, "report", "articles", "-o", "reports")
    page = folder / "reports" / "report.md"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")


def test_ticked_boxes_go_to_the_ledger_next_to_the_articles_and_the_gate_is_open(folder):
    assert reconcile(folder, "report", "articles").returncode == 1
    ticked(folder)
    done = reconcile(folder, "review", "apply", "reports/report.md", "--by", "ada")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 decision written to articles/decisions.\n"
    again = reconcile(folder, "review", "apply", "reports/report.md", "--by", "ada")
    assert again.stdout == "0 decisions written to articles/decisions, 1 in the ledger already.\n"
    report = reconcile(folder, "report", "articles")
    assert report.returncode == 0
    assert "1 finding, 1 conflict among them, 1 decided. Exit 0: no conflict left, 1 decided" in report.stderr
    assert "Decided: **keep “5,200”**" in report.stdout
    assert "- [ ]" not in report.stdout
    assert reconcile(folder, "report", "articles", "--fail-on", "unreviewed").returncode == 0


def test_two_ticks_are_reported_by_line_and_leave_the_ledger_empty(folder):
    ticked(folder, "- [ ] keep", "- [x] keep")
    done = reconcile(folder, "review", "apply", "reports/report.md", "articles")
    assert done.returncode == 2
    assert done.stderr.startswith("reports/report.md:")
    assert "2 ticks" in done.stderr
    assert not (folder / "articles" / "decisions").exists()


def test_a_changed_value_closes_the_gate_again_and_says_what_moved(folder):
    ticked(folder)
    reconcile(folder, "review", "apply", "reports/report.md", "--by", "ada")
    (folder / "articles" / "north.txt").write_text("Acme Foods employs 5,300 people in Norway.\n", encoding="utf-8")
    report = reconcile(folder, "report", "articles")
    assert report.returncode == 1
    assert "the value of north.txt moved from 5,200 people to 5,300 people" in report.stderr
    assert "Decided before: **keep “5,200”**" in report.stdout


def test_with_a_baseline_only_new_findings_fail_and_the_old_wait_for_review(folder):
    done = reconcile(folder, "review", "baseline", "articles", "--by", "ci")
    assert done.stdout == "1 finding noted as known in articles/decisions.\n"
    assert reconcile(folder, "report", "articles").returncode == 0
    unreviewed = reconcile(folder, "report", "articles", "--fail-on", "unreviewed")
    assert unreviewed.returncode == 1
    assert "1 finding not reviewed, 1 known" in unreviewed.stderr
    for name, count in (("east", "31"), ("west", "47")):
        (folder / "articles" / f"{name}.txt").write_text(
            f"The flood in Dale killed {count} people.\n", encoding="utf-8"
        )
    report = reconcile(folder, "report", "articles")
    assert report.returncode == 1
    assert "Exit 1: 1 conflict, 1 known" in report.stderr
    # what is known waits with its boxes
    assert "## Known before" in report.stdout
    assert report.stdout.count("- [ ] both stand") == 2


def test_a_ledger_of_its_own_and_a_re_check_day(folder):
    answers = "1 asked the firm\n"
    done = reconcile(
        folder, "review", "--terminal", "articles", "--ledger", "kept", "--by", "ada", "--as-of", "2031-05-03",
        stdin=answers,
    )  # fmt: skip
    assert done.returncode == 0
    (file,) = (folder / "kept").iterdir()
    file.write_text(file.read_text(encoding="utf-8") + "recheck: 2031-06-01\n", encoding="utf-8")
    for day, code in (("2031-06-01", 0), ("2031-06-02", 1)):
        report = reconcile(folder, "report", "articles", "--ledger", "kept", "--as-of", day)
        assert report.returncode == code, report.stderr
    assert "was to be looked at again by 2031-06-01" in report.stderr


def test_a_broken_file_of_the_ledger_is_reported_and_hides_nothing(folder):
    (folder / "articles" / "decisions").mkdir()
    (folder / "articles" / "decisions" / "a.yaml").write_text("finding: x\nverdict: maybe\n", encoding="utf-8")
    report = reconcile(folder, "report", "articles")
    assert report.returncode == 2
    assert "articles/decisions/a.yaml:2:1: error: 'maybe' is not one of" in report.stderr
    assert "in the ledger" in report.stderr
    assert "RC101" in report.stdout


def test_stats_are_a_table_or_json(folder):
    assert "Nothing is decided" in reconcile(folder, "stats", "articles").stdout
    reconcile(folder, "review", "--terminal", "articles", "--by", "ada", stdin="1 asked\n")
    assert "employees" in reconcile(folder, "stats", "articles").stdout
    assert '"precision": "1.000"' in reconcile(folder, "stats", "articles", "--format", "json").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "articles", "--as-of", "soon"),
        ("report", "articles", "--ledger", "articles/north.txt"),
        ("review", "apply", "nothing.md"),
        ("review", "apply", "articles/north.txt"),
        ("review", "--port", "99999999", "articles"),
    ],
)
def test_misuse_is_reported_in_a_line(folder, arguments):
    done = reconcile(folder, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.slow
def test_killed_in_the_midst_of_writes_every_decision_that_was_answered_is_there_and_whole(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    for n, firm in enumerate(FIRMS):
        for name, count in (("one", 5200 + n), ("two", 8300 + n)):
            (articles / f"{n}-{name}.txt").write_text(f"{firm.format(f'{count:,}')}\n", encoding="utf-8")
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    process = subprocess.Popen(
        [sys.executable, "-m", "reconcile", "review", "articles", "--no-browser", "--by", "ada"],
        cwd=tmp_path, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    address = re.search(r"http://(\S+)/\?token=(\S+)", process.stdout.readline())
    host, token = address.groups()
    page = urlopen(f"http://{host}/?token={token}", timeout=120).read().decode()
    findings = re.findall(r'<article [^>]*data-finding="(\w+)"', page)
    assert len(findings) >= 5
    answered = []

    def write():
        connection = http.client.HTTPConnection(host, timeout=120)
        headers = {"Origin": f"http://{host}", "X-Token": token, "Content-Type": "application/json"}
        for n in range(10_000):
            finding = findings[n % len(findings)]
            body = json.dumps({"finding": finding, "option": "keep-a", "reason": f"round {n}"})
            try:
                connection.request("POST", "/decide", body, headers)
                assert connection.getresponse().read()
            except (OSError, http.client.HTTPException):
                return
            answered.append((finding, n))

    writer = Thread(target=write)
    writer.start()
    while len(answered) < 25 and writer.is_alive():
        time.sleep(0.001)
    process.kill()
    writer.join()
    process.wait()
    assert len(answered) >= 25
    ledger = read_ledger((articles / "decisions",))
    assert ledger.problems == ()
    rounds = {d.finding: int(d.reason.removeprefix("round ")) for d in ledger.decisions}
    for finding, n in dict(answered).items():
        assert rounds[finding] >= n
