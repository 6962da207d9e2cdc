"""The contract of the command line: exit codes, streams, forms.

Runs are made in this process; for each exit code and for standard input a process of its own says the same.
"""

import contextlib
import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from in_process import run_in_process

ROOT = Path(__file__).resolve().parents[2]
ONE = "Acme Foods employs 5,200 people in Norway.\n"
OTHER = "Acme Foods employs 6,900 people in Norway.\n"


def run(*args, cwd, stdin="", **env):
    return run_in_process(*args, cwd=cwd, stdin=stdin.encode(), env=env)


def run_as_a_process(*args, cwd, stdin="", **env):
    home = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "reconcile", *map(str, args)],
        cwd=cwd,
        input=stdin.encode(),
        capture_output=True,
        check=False,
        env={**home, "PYTHONPATH": str(ROOT), **env},
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(ONE)
    (tmp_path / "in/b.txt").write_text(OTHER)
    return tmp_path


def test_a_conflict_is_exit_1_and_the_reason_is_stated(folder):
    done = run("report", "in", "-o", "out", cwd=folder)
    assert done.returncode == 1, done.stderr
    assert b"2 articles" in done.stdout
    assert b"Exit 1: 1 conflict (--fail-on conflict)." in done.stdout
    assert done.stderr == b""
    assert json.loads((folder / "out/report.json").read_text())["findings"][0]["verdict"] == "conflict"
    assert "5,200" in (folder / "out/report.md").read_text()


def test_nothing_to_say_is_exit_0(folder):
    (folder / "in/b.txt").write_text(ONE)
    done = run("report", "in", "-o", "out", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert b"Exit 0: no conflict (--fail-on conflict)." in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("args", "stdin", "code"),
    [
        (("report", "in", "--fail-on", "never"), "", 0),
        (("report", "in"), "", 1),
        (("reprot", "in"), "", 2),
        (("report", "in", "gone.txt", "--format", "json"), "", 3),
        (("extract", "-", "--format", "csv"), ONE, 0),
    ],
    ids=["clean", "findings", "usage", "unread", "standard-input"],
)
def test_a_process_says_what_is_stated_in_process(folder, args, stdin, code):
    one, other = (a_run(*args, cwd=folder, stdin=stdin) for a_run in (run_as_a_process, run))
    assert (one.returncode, one.stdout, one.stderr) == (code, other.stdout, other.stderr)
    assert other.returncode == code
    assert one.stdout + one.stderr


def test_never_fails_on_demand(folder):
    assert run("report", "in", "--fail-on", "never", cwd=folder).returncode == 0


def test_without_a_folder_the_report_is_printed_and_the_summary_is_not_in_it(folder):
    done = run("report", "in", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["claims"]
    assert b"Exit 1" in done.stderr
    quiet = run("report", "in", "--format", "json", "--quiet", cwd=folder)
    assert (quiet.stdout, quiet.stderr) == (done.stdout, b"")


def test_the_tools_own_report_is_not_an_article(folder):
    for _ in range(2):
        done = run("report", ".", "-o", "in", cwd=folder)
        assert b"2 articles" in done.stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), b"Usage"),
        (("report",), b"PATH"),
        (("reprot",), b"reprot"),
        (("report", "in", "--format", "docx", "-o", "x"), b"'docx' is not one of md, json"),
        (("report", "in", "--format", "md,json"), b"-o"),
        (("report", "in", "--fail-on", "sometimes"), b"sometimes"),
        (("report", "in", "--rules", "gone"), b"gone:1:1: error: no such rules folder"),
        (("report", "in", "-o", "in/a.txt"), b"cannot write"),
        (("rules", "show", "chairmn"), b"did you mean 'chairman'?"),
        (("rules", "test", "nothing-of-that-name"), b"nothing-of-that-name"),
        (("explain", "gone.txt:3"), b"no such file: gone.txt"),
        (("explain", "in/a.txt:99"), b"no line 99"),
    ],
)
def test_mistakes_of_the_caller_are_exit_2(folder, args, words):
    done = run(*args, cwd=folder)
    assert words in done.stderr
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_broken_rule_is_exit_2_with_every_place_and_the_rest_is_reported(folder):
    (folder / "mine/metrics").mkdir(parents=True)
    (folder / "mine/metrics/x.yaml").write_text("metrics:\n  - {id: a, labl: b}\nmetrics: []\n")
    (folder / "mine/offices.yaml").write_text("offices: [{id: a}]\n")
    done = run("report", "in", "--rules", "mine", cwd=folder)
    assert done.returncode == 2
    *lines, summary = done.stderr.decode().splitlines()
    assert "Exit 2: 3 errors in rules." in summary
    assert [line.split(": ")[0] for line in lines] == [
        "mine/metrics/x.yaml:3:1",
        "mine/metrics/x.yaml:2:13",
        "mine/offices.yaml:1:11",
    ]
    assert "did you mean 'label'?" in lines[1]
    assert done.stdout.startswith(b"# Reconciliation report")
    assert b"mine/metrics/x.yaml:2:13" in done.stdout


def test_an_unread_input_is_exit_3_and_the_others_are_reported(folder):
    (folder / "in/c.txt").write_bytes(b"ok\nbroken \xff\n")
    done = run("report", "in", "gone.txt", "-o", "out", cwd=folder)
    assert done.returncode == 3
    assert done.stderr.decode().splitlines() == [
        "gone.txt:1:1: error: no such file or folder [input.missing]",
        "in/c.txt:2:8: error: not UTF-8: byte 0xFF (invalid start byte); save it as UTF-8 [input.encoding]",
    ]
    assert b"Exit 3: 2 inputs could not be read." in done.stdout
    report = json.loads((folder / "out/report.json").read_text())
    assert [d["code"] for d in report["diagnostics"]] == ["input.missing", "input.encoding"]
    assert report["findings"]


def test_a_broken_sources_file_is_exit_2_and_the_articles_are_reported(folder):
    (folder / "in/sources.yaml").write_text("a.txt: {publishr: X}\n")
    done = run("report", "in", "-o", "out", cwd=folder)
    assert done.returncode == 2
    assert b"in/sources.yaml:1:9: error: unknown key 'publishr'; did you mean 'publisher'?" in done.stderr
    assert (folder / "out/report.md").exists()


def test_a_fault_of_ours_is_exit_4(folder):
    (folder / "sitecustomize.py").write_text(
        "import reconcile.pipeline as p\ndef fault(*a): raise ZeroDivisionError\np.align = fault\n"
    )
    done = run_as_a_process("report", "in", cwd=folder, PYTHONPATH=f"{folder}{os.pathsep}{ROOT}")
    assert done.returncode == 4
    assert b"internal error" in done.stderr


def test_standard_input(folder):
    done = run("extract", "-", "--format", "jsonl", cwd=folder, stdin=ONE)
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert {claim["source"] for claim in claims} == {"stdin"}
    assert any(claim["value"]["low"] == "5200" for claim in claims)


def test_claims_as_csv(folder):
    done = run("extract", "in", "--format", "csv", cwd=folder)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert {("a.txt", "1", "5200"), ("b.txt", "1", "6900")} <= {(r["source"], r["line"], r["low"]) for r in rows}
    assert b"in 2 articles." in done.stderr


def test_mentions_in_both_forms(folder):
    table = run("mentions", "in/a.txt", cwd=folder).stdout.decode()
    assert table.splitlines()[0].split() == ["where", "kind", "quote", "read", "as", "hedge", "rule"]
    assert "a.txt:1:20" in table
    lines = run("mentions", "in/a.txt", "--format", "jsonl", cwd=folder).stdout.splitlines()
    assert [json.loads(line)["start"] for line in lines] == [19]


def test_explain_gives_the_trail_of_a_line_and_of_a_text(folder):
    line = run("explain", "in/a.txt:1", cwd=folder).stdout.decode()
    text = run("explain", ONE.strip(), cwd=folder).stdout.decode()
    for out in (line, text):
        assert "read as     5,200 people" in out
        assert "trail       1. " in out
    assert line.startswith("a.txt:1:20  5,200")
    assert run("explain", "Nothing here.", cwd=folder).stdout == b"Nothing is recognised here.\n"


def test_explain_says_why_a_number_is_in_no_claim(folder):
    out = run("explain", "In 2031 the two firms sold 5 million phones.", cwd=folder).stdout.decode()
    left = out.split("recognised, but no value of a claim:\n")[1].splitlines()
    assert left == [
        "  text:1:4  2031 (date: 2031): it says when a claim holds",
        "  text:1:13  two (count: 2 firms): set aside by excuse.definite: "
        "it points back to things already counted (“the two firms”)",
    ]


def on_terminal(*args, cwd, **env):
    """What a run writes when its output is a terminal."""
    master, slave = pty.openpty()
    home = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    command = [sys.executable, "-m", "reconcile", *args]
    child = subprocess.Popen(
        command, cwd=cwd, stdin=slave, stdout=slave, stderr=slave, env={**home, "PYTHONPATH": str(ROOT), **env}
    )
    os.close(slave)
    written = b""
    with contextlib.suppress(OSError):
        # reading fails once the other end is closed
        while part := os.read(master, 65536):
            written += part
    child.wait()
    os.close(master)
    return written


@pytest.mark.slow
@pytest.mark.parametrize(
    "args", [("explain", "Sales rose 4%."), ("report", "gone"), ("rules", "list", "--rules", "gone")]
)
def test_colour_only_on_a_terminal_that_wants_it(folder, args):
    piped = run(*args, cwd=folder)
    assert b"\x1b[" not in piped.stdout + piped.stderr
    assert b"\x1b[" in on_terminal(*args, cwd=folder)
    assert b"\x1b[" not in on_terminal(*args, cwd=folder, NO_COLOR="1")


@pytest.mark.parametrize(
    "command",
    [
        "report",
        "extract",
        "mentions",
        "explain",
        "init",
        "completion",
        "rules",
        "rules check",
        "rules test",
        "rules new",
        "rules diff",
        "rules coverage",
        "rules show",
    ],
)
def test_help_teaches_by_example(folder, command):
    done = run(*command.split(), "--help", cwd=folder)
    assert done.returncode == 0
    assert f"reconcile {command.split()[0]}" in done.stdout.decode().split("Example")[1]


def test_rules_are_listed_shown_and_described(folder):
    assert b"chairman" in run("rules", "list", "chair", cwd=folder).stdout
    assert b"titles: [chairman" in run("rules", "show", "chairman", cwd=folder).stdout
    assert b"s/metrics.schema.json" in run("rules", "schema", "-o", "s", cwd=folder).stdout
    assert json.loads((folder / "s/metrics.schema.json").read_text())["$defs"]


KILNS = """\
metrics:
  - id: kilns-lit
    label: kilns lit
    dimension: count
    nature: flow
    triggers: [kindled]
    nouns: [kiln]
    examples:
      - {say: "Marl Pottery kindled 30 kilns.", get: [{quote: "30", value: 30, metric: kilns-lit}]}
      - {say: "Marl Pottery sold 30 kilns.", none: true}
"""


@pytest.fixture
def kilns(folder):
    (folder / "mine/metrics").mkdir(parents=True)
    (folder / "mine/metrics/kilns.yaml").write_text(KILNS)
    (folder / "in/a.txt").write_text("Marl Pottery said on the day.\nIt stoked 30 kilns as ever.\n")
    return folder


def test_why_not_names_the_nearest_rule_the_condition_and_an_edit_that_works(kilns):
    done = run("explain", "--why-not", "in/a.txt:2", "--rules", "mine", cwd=kilns)
    block = done.stdout.decode().split("\n\n")[0].splitlines()
    assert block[0].startswith("a.txt:2:11  30 (count: 30 kilns)")
    assert "  nearest   kilns-lit (kilns lit), mine/metrics/kilns.yaml:2:5" in block
    assert "  failed    triggers: none of its triggers stands in the sentence (kindled)" in block
    edit = next(line for line in block if line.startswith("  edit"))
    assert edit.startswith("  edit      mine/metrics/kilns.yaml:6:5  triggers: [kindled, ")
    file = kilns / "mine/metrics/kilns.yaml"
    file.write_text(file.read_text().replace("triggers: [kindled]", edit.split("  ")[-1].strip()))
    after = run("explain", "--why-not", "in/a.txt:2", "--rules", "mine", cwd=kilns).stdout.decode()
    assert "  taken by  kilns-lit (kilns lit)\n" in after.split("\n\n")[0] + "\n"


def test_why_not_asks_about_one_rule_and_refuses_an_unknown_one(kilns):
    done = run("explain", "--why-not", "--metric", "killed", "in/a.txt:2", "--rules", "mine", cwd=kilns)
    assert b"  asked     killed (people killed)" in done.stdout
    wrong = run("explain", "--why-not", "--metric", "kiled", "in/a.txt:2", cwd=kilns)
    assert (wrong.returncode, b"did you mean 'killed'?" in wrong.stderr) == (2, True)
    alone = run("explain", "--metric", "killed", "in/a.txt:2", cwd=kilns)
    assert (alone.returncode, b"--why-not" in alone.stderr) == (2, True)


def test_why_not_says_that_no_metric_takes_a_rank(kilns):
    out = run(
        "explain", "--why-not", "Marl Pottery is the third-largest pottery in Norland.", cwd=kilns
    ).stdout.decode()
    assert "  rules     a rank is read by the grammar alone; no metric takes one" in out


def test_why_not_says_what_set_a_number_aside_and_when_no_rule_is_near(kilns):
    out = run("explain", "--why-not", "Call 020 7946 0958 about the 31 zithers.", cwd=kilns).stdout.decode()
    assert "set aside non-quantity.telephone: a telephone number" in out
    assert "nearest   none: no rule has a word of this sentence" in out
