"""A fault of the tool inside one input ends no run: it is told with its place, and everything else is as without it.

Each test makes one stage fail on one input that is marked, as a fault nobody has found yet would.
"""

import json
import re

import pytest

import reconcile.cli.diff
import reconcile.cli.main
import reconcile.cli.report
import reconcile.cli.verify
import reconcile.pipeline
import reconcile.reconciler.judgement
import reconcile.review.ledger
import reconcile.review.reviewed
import reconcile.review.ticks
import reconcile.rules.load
import reconcile.sources.metadata
import reconcile.sources.read
import reconcile.sources.tables.read
from reconcile.cli.main import run
from reconcile.extractors.claims.rows import Rows
from reconcile.report.formats import FORMATS, Reporter
from reconcile.verify.hashes import unsealed

ONE = "Borealis Foods employs 5,200 people in Norway.\n"
OTHER = "Borealis Foods employs 6,900 people in Norway.\n"
BAD = (
    "Borealis Foods was founded in 1950.\n\nIt is an unlucky firm.\n\nBorealis Foods employs 8,800 people in Norway.\n"
)
MARK = "unlucky"
ODD = ValueError("odd")


def fails(module, name, monkeypatch, marked, error=ODD):
    """Makes a function fail on the calls that `marked` tells, by their arguments."""
    sound = getattr(module, name)

    def failing(*args, **named):
        if marked(*args, **named):
            raise error
        return sound(*args, **named)

    failing.__module__ = getattr(sound, "__module__", "")
    monkeypatch.setattr(module, name, failing)


def marked_text(*args, **_):
    return any(MARK in str(getattr(arg, "text", arg)) for arg in args)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(ONE)
    (tmp_path / "in/b.txt").write_text(OTHER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reported(capsys, *args):
    """The exit code, and what was said on standard error."""
    code = run([str(arg) for arg in args])
    return code, capsys.readouterr().err


def report(folder, capsys, *more):
    code, stated = reported(capsys, "report", "in", "-o", "out", "--format", "json,md", *more)
    text = (folder / "out/report.json").read_text() if (folder / "out/report.json").exists() else "{}"
    return code, stated, json.loads(text)


def same_but_for_trouble(one, other):
    trouble = {"diagnostics", "unread_files"}
    one, other = ({k: v for k, v in unsealed(each).items() if k not in trouble} for each in (one, other))
    assert one == other


def expected(folder, capsys, name):
    """The report of the folder without the file."""
    path = folder / "in" / name
    kept = path.read_bytes()
    path.unlink()
    found = report(folder, capsys)[2]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(kept)
    return found


STAGES = (
    (reconcile.pipeline, "segment"),
    (reconcile.pipeline, "read_mentions"),
    (reconcile.pipeline, "extract_claims"),
    (reconcile.pipeline, "coverage"),
)
ERRORS = (ValueError("odd"), KeyError("x"), RecursionError("deep"), MemoryError(), ZeroDivisionError())


def of_marked(*args, **_):
    """Whether a stage is given the marked text, as a document or as its segments, tokens or claims."""
    return MARK in "".join(f"{arg}{getattr(arg, 'text', '')}" for arg in args)


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
@pytest.mark.parametrize(("module", "name"), STAGES, ids=lambda v: v if isinstance(v, str) else "")
def test_an_article_that_a_stage_fails_on_is_left_out(folder, capsys, monkeypatch, module, name, error):
    (folder / "in/bad.txt").write_text(BAD)
    wanted = expected(folder, capsys, "bad.txt")
    fails(module, name, monkeypatch, of_marked, error)
    code, stated, found = report(folder, capsys)
    assert code == 3
    line = "1" if isinstance(error, MemoryError) else "3"
    place = f"in/bad.txt:{line}:1"
    assert (
        f"{place}: error: the tool failed while reading this article, which is left out ({type(error).__name__}"
        in stated
    )
    assert "Traceback" not in stated
    same_but_for_trouble(found, wanted)
    assert [d["where"] for d in found["diagnostics"] if d["code"] == "input.failed"] == [place]
    assert place in (folder / "out/report.md").read_text()


def test_the_traceback_is_for_those_who_ask(folder, capsys, monkeypatch):
    (folder / "in/bad.txt").write_text(BAD)
    fails(reconcile.pipeline, "segment", monkeypatch, of_marked)
    assert "Traceback" not in reported(capsys, "report", "in")[1]
    code, stated = reported(capsys, "report", "in", "--verbose")
    assert code == 3
    assert "    Traceback (most recent call last):" in stated
    assert "raise error" in stated
    assert "Traceback" not in json.dumps(report(folder, capsys, "--verbose")[2])


@pytest.mark.parametrize("command", ["extract", "mentions"])
def test_what_lists_claims_or_mentions_goes_on_too(folder, capsys, monkeypatch, command):
    run([command, "in", "--format", "jsonl"])
    wanted = capsys.readouterr().out
    (folder / "in/bad.txt").write_text(BAD)
    fails(reconcile.pipeline, "segment", monkeypatch, of_marked)
    code = run([command, "in", "--format", "jsonl"])
    done = capsys.readouterr()
    assert (code, done.out) == (3, wanted)
    assert "in/bad.txt:3:1: error:" in done.err
    assert "2 articles" in done.err


@pytest.mark.parametrize("args", [("explain", "in/bad.txt:1"), ("rules", "coverage", "in")])
def test_what_explains_or_counts_says_it(folder, capsys, monkeypatch, args):
    (folder / "in/bad.txt").write_text(BAD)
    fails(reconcile.pipeline, "segment", monkeypatch, of_marked)
    code, stated = reported(capsys, *args)
    assert code == 3
    assert "in/bad.txt:3:1: error:" in stated
    assert "Traceback" not in stated


@pytest.mark.parametrize("name", ["normalise", "exchanged", "align_sentences"])
def test_what_is_done_to_all_documents_leaves_out_the_one_that_it_fails_on(folder, capsys, monkeypatch, name):
    (folder / "in/bad.txt").write_text(BAD)
    wanted = expected(folder, capsys, "bad.txt")
    sound = getattr(reconcile.pipeline, name)

    def failing(items, *args):
        items = list(items)
        if "bad.txt" in str(items):
            raise ValueError("odd")
        return sound(items, *args)

    monkeypatch.setattr(reconcile.pipeline, name, failing)
    code, stated, found = report(folder, capsys)
    assert code == 3
    assert "in/bad.txt:1:1: error: the tool failed while scaling" in stated
    same_but_for_trouble(found, wanted)


def test_claims_that_cannot_be_compared_stay_in_the_report(folder, capsys, monkeypatch):
    (folder / "in/bad.txt").write_text(BAD)
    whole, wanted = report(folder, capsys)[2], expected(folder, capsys, "bad.txt")
    fails(reconcile.pipeline, "align", monkeypatch, of_source("bad.txt"))
    code, stated, found = report(folder, capsys)
    assert code == 4
    assert "in/bad.txt:1:1: error: the tool failed while comparing" in stated
    assert "Exit 4: 1 fault of the tool; all else is reported." in out(capsys, "report", "in", "-o", "out")
    assert found["claims"] == whole["claims"] != wanted["claims"]
    assert (found["groups"], found["findings"]) == (wanted["groups"], wanted["findings"])


def of_source(name):
    return lambda claims, *_, **__: any(c.source == name for c in claims)


def out(capsys, *args):
    run(list(args))
    return capsys.readouterr().out


def test_a_group_that_cannot_be_judged_is_left_out_alone(folder, capsys, monkeypatch):
    for name, text in (("c", "The bridge is 310 metres long.\n"), ("d", "The bridge is 350 metres long.\n")):
        (folder / f"in/{name}.txt").write_text(text)
    whole = report(folder, capsys)[2]
    sides = {"c.txt", "d.txt"}
    lost = {f["fingerprint"] for f in whole["findings"] if {e["source"] for e in f["evidence"]} <= sides}
    assert lost
    assert len(lost) < len(whole["findings"])
    fails(
        reconcile.reconciler.judgement,
        "judge_group",
        monkeypatch,
        lambda fact, *_: sides & {c.source for c in fact.claims},
    )
    code, stated, found = report(folder, capsys)
    assert code == 4
    assert re.search(r"in/c\.txt:1:\d+: error: the tool failed while judging the group '.*' of c\.txt, d\.txt", stated)
    assert [f for f in whole["findings"] if f["fingerprint"] not in lost] == found["findings"]
    assert whole["claims"] == found["claims"]


@pytest.mark.parametrize("name", ["findings_of", "names"])
def test_findings_of_a_group_that_fail_take_no_other_with_them(folder, capsys, monkeypatch, name):
    whole = report(folder, capsys)[2]
    module, function = (
        (reconcile.reconciler.judgement, name)
        if name == "findings_of"
        else (reconcile.reconciler.judgement.titles, "check_spelling")
    )
    fails(module, function, monkeypatch, lambda *_: True)
    code, stated, found = report(folder, capsys)
    assert code == 4
    assert "[internal.group]" in stated
    assert found["groups"] == whole["groups"]
    assert not found["findings"]


WEEKDAY = "The ferry sank on Monday, 4 May 2016.\n"


def test_a_check_fails_on_one_text_alone(folder, capsys, monkeypatch):
    for name in ("c", "d", "e"):
        (folder / f"in/{name}.txt").write_text(WEEKDAY.replace("ferry", f"ferry {name.upper()}"))
    whole = report(folder, capsys)[2]
    of = {
        f["evidence"][0]["source"]
        for f in whole["findings"]
        if {e["source"] for e in f["evidence"]} & {"c.txt", "d.txt"}
    }
    assert {"c.txt", "d.txt"} <= of
    checks = list(reconcile.reconciler.judgement.CHECKS)
    sound = reconcile.reconciler.judgement.weekday.check

    def failing(document, claims, pack):
        yield from sound(document, claims, pack)
        if document.id == "d.txt":
            raise ValueError("odd")

    failing.__module__ = sound.__module__
    monkeypatch.setattr(reconcile.reconciler.judgement, "CHECKS", tuple(failing if c is sound else c for c in checks))
    code, stated, found = report(folder, capsys)
    assert code == 4
    assert "in/d.txt:1:1: error: the tool failed while making the check 'weekday' of this document" in stated
    assert stated.count("[internal.check]") == 1
    gone = [f for f in whole["findings"] if f not in found["findings"]]
    assert gone
    assert {e["source"] for f in gone for e in f["evidence"]} == {"d.txt"}


def test_front_matter_that_cannot_be_read_takes_its_article_only(folder, capsys, monkeypatch):
    (folder / "in/bad.md").write_text(f"---\ntitle: x\ndate: {MARK}\n---\n{BAD}")
    wanted = expected(folder, capsys, "bad.md")
    fails(reconcile.sources.read, "read_front_matter", monkeypatch, marked_text)
    code, stated, found = report(folder, capsys)
    assert code == 3
    assert "in/bad.md:3:1: error: the tool failed while reading this article" in stated
    same_but_for_trouble(found, wanted)


TABLE = """source,subject,metric,value
Gazette,Oslo,population,700000
Gazette,unlucky,population,5
Herald,Oslo,population,710000
"""


def test_a_table_that_cannot_be_read_is_reported_by_its_line(folder, capsys, monkeypatch):
    (folder / "in/bad.csv").write_text(TABLE)
    wanted = expected(folder, capsys, "bad.csv")
    fails(reconcile.sources.tables.read, "_excerpt", monkeypatch, of_marked)
    code, stated, found = report(folder, capsys)
    assert code == 3
    assert "in/bad.csv:3:1: error: the tool failed while reading this table" in stated
    same_but_for_trouble(found, wanted)


def test_a_row_that_cannot_be_read_takes_its_source_only(folder, capsys, monkeypatch):
    (folder / "in/bad.csv").write_text(TABLE)
    whole = report(folder, capsys)[2]
    fails(Rows, "claims", monkeypatch, lambda _, document: of_marked(document.rows))
    code, stated, found = report(folder, capsys)
    assert code == 3
    assert "in/bad.csv:3:1: error: the tool failed while reading the rows of this source" in stated
    assert found["claims"] == [c for c in whole["claims"] if c["source"] != "bad.csv#Gazette"]
    assert len(found["claims"]) < len(whole["claims"])


def test_facts_that_cannot_be_read_take_nothing_else(folder, capsys, monkeypatch):
    (folder / "in/facts").mkdir()
    (folder / "in/facts/f.yaml").write_text(f"facts:\n  - subject: Oslo\n    metric: {MARK}\n    value: 5\n")
    wanted = expected(folder, capsys, "facts/f.yaml")
    fails(reconcile.sources.tables.read, "fact_rows", monkeypatch, marked_text)
    code, stated, found = report(folder, capsys)
    assert code == 3
    assert "in/facts/f.yaml:3:1: error:" in stated
    assert "[facts.failed]" in stated
    same_but_for_trouble(found, wanted)


def test_sources_that_cannot_be_read_take_nothing_else(folder, capsys, monkeypatch):
    wanted = report(folder, capsys)[2]
    (folder / "in/sources.yaml").write_text(f"a.txt:\n  publisher: {MARK}\n")
    fails(reconcile.sources.metadata, "read_sidecar", monkeypatch, marked_text)
    code, stated, found = report(folder, capsys)
    assert code == 2
    assert "in/sources.yaml:2:1: error: the tool failed while reading this file" in stated
    same_but_for_trouble(found, wanted)


DECISION = "finding: {}\nverdict: both-stand\nreason: {}\nby: ada\non: 2031-01-01\n"


def decided(folder, capsys):
    """A folder with a sound decision on its finding, and one that is marked; the report with the sound one alone."""
    found = report(folder, capsys)[2]["findings"][0]["fingerprint"]
    (folder / "in/decisions").mkdir()
    (folder / "in/decisions/good.yaml").write_text(DECISION.format(found, "two offices"))
    wanted = report(folder, capsys)[2]
    (folder / "in/decisions/bad.yaml").write_text(DECISION.format("0123456789abcdef", MARK))
    return wanted


def test_a_decision_that_cannot_be_read_takes_no_other_with_it(folder, capsys, monkeypatch):
    wanted = decided(folder, capsys)
    fails(reconcile.review.ledger, "read_decision", monkeypatch, marked_text)
    code, stated, found = report(folder, capsys)
    assert code == 2
    assert "in/decisions/bad.yaml:3:1: error: the tool failed while reading this decision" in stated
    assert wanted["reviews"]
    assert found["reviews"] == wanted["reviews"]


@pytest.mark.parametrize("name", ["locate", "decision_constraints", "reviews"])
def test_a_decision_that_cannot_be_held_against_the_articles_neither(folder, capsys, monkeypatch, name):
    wanted = decided(folder, capsys)
    fails(reconcile.review.reviewed, name, monkeypatch, of_marked)
    code, stated, found = report(folder, capsys)
    assert code == 2
    assert "in/decisions/bad.yaml:1:1: error: the tool failed while holding this decision" in stated
    assert found["reviews"] == wanted["reviews"]
    assert found["findings"] == wanted["findings"]
    assert reported(capsys, "review", "baseline", "in")[0] == 2


def test_a_rule_file_that_cannot_be_read_takes_no_other_with_it(folder, capsys, monkeypatch):
    wanted = report(folder, capsys)[2]
    (folder / "mine/metrics").mkdir(parents=True)
    (folder / "mine/metrics/m.yaml").write_text(f"metrics:\n  - id: {MARK}\n")
    fails(reconcile.rules.load, "parse", monkeypatch, marked_text)
    code, stated, found = report(folder, capsys, "--rules", "mine")
    assert code == 2
    assert "mine/metrics/m.yaml:2:1: error: the tool failed while reading this rule file" in stated
    assert found["findings"] == wanted["findings"]
    code, stated = reported(capsys, "rules", "check", "--rules", "mine")
    assert code == 2


@pytest.mark.parametrize("args", [("--verbose",), ()])
def test_a_configuration_that_cannot_be_read_is_named(folder, capsys, monkeypatch, args):
    (folder / "reconcile.toml").write_text("quiet = true\n")
    fails(reconcile.cli.main, "find", monkeypatch, lambda *_: True, RecursionError("deep"))
    code, stated = reported(capsys, "report", "in", *args)
    assert code == 2
    assert stated.startswith("reconcile.toml:1:1: error: the tool failed while reading this file (RecursionError")
    assert ("Traceback" in stated) is bool(args)
    assert reported(capsys, "--no-config", "report", "in")[0] == 1


def test_a_box_that_cannot_be_taken_is_named_and_the_others_are(folder, capsys, monkeypatch):
    for name, text in (("c", "The bridge is 310 metres long.\n"), ("d", "The bridge is 350 metres long.\n")):
        (folder / f"in/{name}.txt").write_text(text)
    report(folder, capsys)
    path = folder / "out/report.md"
    lines = path.read_text().replace("[ ] both stand, because …", "[x] both stand, because of two days").split("\n")
    path.write_text("\n".join(lines))
    boxes = [n for n, line in enumerate(lines, 1) if "[x]" in line]
    assert len(boxes) == 2
    fails(reconcile.review.ticks, "_taken", monkeypatch, lambda ticked, desk: ticked[0].line == boxes[0])
    code, stated = reported(capsys, "review", "apply", "out/report.md", "in", "--by", "ada")
    assert code == 2
    assert f"out/report.md:{boxes[0]}:1: error: the tool failed while deciding as this box says" in stated
    assert len(list((folder / "in/decisions").glob("*.yaml"))) == 1


@pytest.mark.parametrize(
    ("module", "name", "args"),
    [
        (reconcile.cli.diff, "compare", ("diff", "out/report.json", "out/report.json")),
        (reconcile.cli.diff, "read_report", ("diff", "out/report.json", "out/report.json")),
        (reconcile.cli.verify, "replay", ("verify", "out/report.json")),
    ],
)
def test_a_report_that_cannot_be_read_again_is_named(folder, capsys, monkeypatch, module, name, args):
    report(folder, capsys)
    fails(module, name, monkeypatch, lambda *_: True)
    code, stated = reported(capsys, *args)
    assert code == 2
    assert "out/report.json:1:1: error: the tool failed" in stated
    assert "Traceback" not in stated
    assert "Traceback" in reported(capsys, *args, "--verbose")[1]


def test_a_format_that_cannot_be_made_leaves_the_others(folder, capsys, monkeypatch):
    def broken(run, folder="."):
        raise ValueError("odd")

    formats = {**FORMATS, "html": Reporter("", "report.html", broken)}
    monkeypatch.setattr(reconcile.cli.report, "FORMATS", formats)
    code, stated = reported(capsys, "report", "in", "-o", "out")
    assert code == 4
    assert "out/report.html:1:1: error: the tool failed while making this report" in stated
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["report.json", "report.md"]
    code, stated = reported(capsys, "report", "in", "--format", "html")
    assert code == 4
    assert "-:1:1: error: the tool failed while making this report" in stated


def test_a_fault_next_to_an_unread_input_is_the_graver(folder, capsys, monkeypatch):
    (folder / "in/c.txt").write_bytes(b"\xff\xfe")
    fails(reconcile.pipeline, "align", monkeypatch, of_source("b.txt"))
    assert report(folder, capsys)[0] == 4
    (folder / "in/sources.yaml").write_text("a.txt: 5\n")
    assert report(folder, capsys)[0] == 2
