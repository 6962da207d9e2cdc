from datetime import date

import pytest

from reconcile.cli.exits import FailOn, outcome
from reconcile.cli.options import Exit
from reconcile.errors import Diagnostic, Severity
from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.model.finding import Finding, Relation


def finding(severity, verdict):
    return Finding("RC101", "t", severity, verdict, "m", "w", None, None, (), (), "f", ())


@pytest.mark.parametrize(
    ("severity", "verdict", "fails"),
    [
        (Severity.ERROR, Relation.CONFLICT, {"conflict", "error", "warning", "note"}),
        (Severity.NOTE, Relation.CONFLICT, {"conflict", "note"}),
        (Severity.WARNING, Relation.REVISED, {"warning", "note"}),
        (Severity.NOTE, Relation.COMPATIBLE, {"note"}),
    ],
)
def test_what_fails_on_what(severity, verdict, fails):
    for level in FailOn:
        code = outcome([finding(severity, verdict)], [], level).code
        assert code == (Exit.FINDINGS if level in {*fails, "unreviewed"} else Exit.CLEAN), level


def settled(verdict, state):
    decision = Decision("f", "RC101", verdict, "why", "ada", date(2031, 5, 3))
    return {"f": Review(decision, state, ("f",))}


def test_a_decided_finding_fails_nothing():
    of = settled(Judgement.KEEP, State.DECIDED)
    for level in FailOn:
        assert outcome([finding(Severity.ERROR, Relation.CONFLICT)], [], level, of).code is Exit.CLEAN, level


def test_what_a_baseline_knows_fails_only_where_all_must_be_reviewed():
    of = settled(Judgement.KNOWN, State.KNOWN)
    for level in FailOn:
        done = outcome([finding(Severity.ERROR, Relation.CONFLICT)], [], level, of)
        assert done.code is (Exit.FINDINGS if level == "unreviewed" else Exit.CLEAN), level
        assert "1 known" in done.why or level == "never"


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        ([("input.missing", Severity.ERROR)], Exit.UNREAD),
        ([("input.missing", Severity.ERROR), ("sources.invalid", Severity.ERROR)], Exit.USAGE),
        ([("sources.no-such-file", Severity.WARNING), ("time.unresolved", Severity.NOTE)], Exit.FINDINGS),
    ],
)
def test_trouble_with_inputs_comes_before_findings(codes, code):
    problems = [Diagnostic(c, severity, "m", "f:1:1") for c, severity in codes]
    assert outcome([finding(Severity.ERROR, Relation.CONFLICT)], problems, FailOn.CONFLICT).code is code
