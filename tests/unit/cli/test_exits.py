import pytest

from reconcile.cli.exits import Exit, FailOn, outcome
from reconcile.errors import Diagnostic, Severity
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
        assert code == (Exit.FINDINGS if level in fails else Exit.CLEAN), level


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
