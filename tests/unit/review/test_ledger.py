"""The ledger on disk: any order, any number of folders, never half a file."""

import dataclasses
import os
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.decision import Basis, Decision, Judgement
from reconcile.review.ledger import (
    ClaimEntry,
    DecisionFile,
    decision_text,
    default_folders,
    file_name,
    read_decision,
    read_ledger,
    write,
)
from reconcile.rules.source import PackFile

ROOT = Path(__file__).resolve().parents[3]
words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(lambda t: t.strip() == t and t)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
bases = st.builds(
    Basis,
    source=words, quote=words, value=words, kind=words, rule=words, key=words, digest=words, passage=words,
    period=st.none() | words, published=st.none() | days, side=st.integers(0, 9), right=st.none() | st.booleans(),
)  # fmt: skip
decisions = st.builds(
    Decision,
    finding=words, code=words, verdict=st.sampled_from(Judgement), reason=words, by=words, on=days, about=words,
    keeps=st.none() | words, recheck=st.none() | days, rules=st.dictionaries(words, words, max_size=3),
    claims=st.lists(bases, max_size=3).map(tuple),
)  # fmt: skip

HAND = "finding: abc\nverdict: both-stand\nreason: one counts the wounded\nby: ada\non: 2031-05-03\n"


def bare(decision):
    return {**decision.to_dict(), "rules": dict(decision.rules), "about": decision.about, "claims": decision.claims}


@given(decisions)
def test_what_is_written_is_read_back(decision):
    made, problems = read_decision(PackFile("a.yaml", decision_text(decision), "a.yaml"))
    assert problems == ()
    assert bare(made) == bare(decision)


@given(decisions)
def test_equal_decisions_give_equal_bytes_without_lines_or_times(decision):
    other = Decision(**{f: getattr(decision, f) for f in Decision.__slots__ if f != "where"}, where="elsewhere:9:9")
    assert decision_text(decision) == decision_text(other)


def test_a_file_has_the_fields_of_the_record_and_no_other():
    shapes = ((ClaimEntry, Basis, ()), (DecisionFile, Decision, ("where",)))
    for shape, record, left_out in shapes:
        fields = {field.name for field in dataclasses.fields(record)} - set(left_out)
        assert set(shape.__struct_fields__) == fields


def test_a_decision_can_be_written_by_hand():
    decision, problems = read_decision(PackFile("a.yaml", HAND, "decisions/a.yaml"))
    assert problems == ()
    assert (decision.verdict, decision.by, decision.claims) == (Judgement.BOTH_STAND, "ada", ())


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("both-stand", "both-stands", "a.yaml:2:1: error: 'both-stands' is not one of"),
        ("reason: one counts the wounded\n", "", "a.yaml:1:1: error: missing key 'reason'"),
        ("one counts the wounded", '""', "a.yaml:3:1: error: 'reason' is empty"),
        ("on: 2031-05-03", "on: yesterday", "a.yaml:5:1: error: not a date"),
        ("by: ada", "bye: ada", "a.yaml:4:1: error: unknown key 'bye'; did you mean 'by'?"),
        ("finding: abc", "finding: [abc", "error: not readable as YAML"),
    ],
)
def test_a_slip_is_reported_with_its_place(before, after, message):
    decision, problems = read_decision(PackFile("a.yaml", HAND.replace(before, after), "a.yaml"))
    assert decision is None
    assert any(message in str(problem) for problem in problems)
    assert all(problem.code.startswith("ledger.") for problem in problems)


def made(finding, by, on=date(2031, 5, 3)):
    return Decision(finding, "RC101", Judgement.KEEP, "why", by, on, keeps="5")


def problems_of(ledger):
    return [(d.finding, d.by, d.on) for d in ledger.decisions]


few = st.lists(st.builds(made, st.sampled_from("abc"), st.sampled_from(["ada", "bob", "Ada"])), max_size=6)


@pytest.mark.slow
@given(few, few)
def test_two_folders_together_are_their_union_in_any_order(tmp_path_factory, one, other):
    home = tmp_path_factory.mktemp("ledgers")
    left, right, merged = home / "left", home / "right", home / "merged"
    for folder, these in ((left, one), (right, other), (merged, [*one, *other])):
        folder.mkdir()
        for decision in these:
            write(folder, decision)
    assert (
        problems_of(read_ledger((left, right)))
        == problems_of(read_ledger((right, left)))
        == problems_of(read_ledger((merged,)))
    )
    shutil.copytree(left, right, dirs_exist_ok=True)
    assert problems_of(read_ledger((right,))) == problems_of(read_ledger((merged,)))


def test_two_people_write_two_files_and_one_person_one():
    assert file_name(made("abc", "Ada")) != file_name(made("abc", "ada"))
    assert file_name(made("abc", "ada")) == file_name(made("abc", "ada", date(2032, 1, 1)))
    assert file_name(made("../../x", "../ada/")).count("/") == 0


def test_a_file_is_named_by_40_characters_of_the_finding_and_24_of_the_reviewer():
    finding, reviewer, own = file_name(made("f" * 60, "r" * 60)).removesuffix(".yaml").split("-")
    assert (len(finding), len(reviewer), len(own)) == (40, 24, 6)


def test_of_one_reviewer_the_last_word_counts(tmp_path):
    for name, day in (("a", 9), ("b", 3)):
        (tmp_path / f"{name}.yaml").write_text(decision_text(made("abc", "ada", date(2031, 5, day))))
    assert problems_of(read_ledger((tmp_path,))) == [("abc", "ada", date(2031, 5, 9))]


def test_a_bad_file_hides_no_good_one(tmp_path):
    write(tmp_path, made("abc", "ada"))
    (tmp_path / "bad.yaml").write_bytes(b"\xff\xfe\x00bad")
    (tmp_path / ".hidden.yaml").write_text("nonsense")
    ledger = read_ledger((tmp_path,))
    assert problems_of(ledger) == [("abc", "ada", date(2031, 5, 3))]
    assert [p.code.partition(".")[0] for p in ledger.problems] == ["ledger"]


def test_a_folder_that_is_not_there_is_an_empty_ledger(tmp_path):
    assert read_ledger((tmp_path / "none",)).decisions == ()


def test_the_ledger_lies_next_to_the_articles(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("x")
    assert default_folders([str(tmp_path), str(file)]) == (tmp_path / "decisions",)
    assert default_folders(["-"]) == (Path("decisions"),)


KEEP_WRITING = """
import sys, itertools
from pathlib import Path
from reconcile.writing import write_atomically
path = Path(sys.argv[1])
for n in itertools.count():
    write_atomically({path: f"{n}\\n" * 20000 + "end\\n"}, path.parent)
    print(n, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.0, 0.003, 0.011, 0.023, 0.041])
def test_killed_while_writing_a_file_is_whole_and_what_was_reported_is_kept(tmp_path, delay):
    path = tmp_path / "decisions" / "a.yaml"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))}
    process = subprocess.Popen(
        [sys.executable, "-c", KEEP_WRITING, str(path)], stdout=subprocess.PIPE, text=True, env=env
    )
    reported = [process.stdout.readline() for _ in range(3)]
    time.sleep(delay)
    process.kill()
    rest = process.stdout.read().split()
    process.wait()
    last = int((rest or [reported[-1].strip()])[-1])
    number, *others = path.read_text().splitlines()
    assert others[-1] == "end"
    assert set(others[:-1]) == {number}
    assert int(number) >= last
    write(path.parent, made("abc", "ada"))
    assert sorted(p.name for p in path.parent.iterdir()) == sorted(["a.yaml", file_name(made("abc", "ada"))])
