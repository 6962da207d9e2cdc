"""Which finding comes first."""

from dataclasses import replace

from report_builder import claims, conflict

from reconcile.errors import Severity
from reconcile.model.finding import Evidence, Relation
from reconcile.report.index import Index, by_consequence


def index(run):
    return Index.of(run, "reports")


def test_graver_findings_come_first_then_conflicts_then_those_of_more_sources():
    one = conflict(claims()["sales-a"], claims()["sales-b"])
    order = [
        one,
        replace(one, evidence=one.evidence[:1], fingerprint="a"),
        replace(one, verdict=Relation.UNDECIDED),
        replace(one, verdict=Relation.REVISED),
        replace(one, severity=Severity.WARNING),
        replace(one, severity=Severity.NOTE, code="RC099"),
        replace(one, severity=Severity.NOTE),
        replace(one, severity=Severity.NOTE, fingerprint="8"),
        replace(one, severity=Severity.NOTE, evidence=tuple(Evidence(s.source, 99, 100, "", "") for s in one.evidence)),
    ]
    assert list(by_consequence(reversed(order))) == order
