"""JUnit of made-up runs: what is numbered, what fails."""

from dataclasses import replace

from report_builder import claims, conflict, full, group

from reconcile.model.finding import Relation
from reconcile.report.index import Index
from reconcile.report.junit import render_junit


def index(**more):
    return Index.of(replace(full(), **more), "reports")


def test_junit_numbers_facts_of_one_name():
    made = claims()
    twins = [group(name, "sales", [made["sales-a"], made["sales-b"]], Relation.AGREE, "") for name in "xyz"]
    page = render_junit(index(groups=tuple(twins), findings=()))
    assert [f'name="sales{end}"' in page for end in ("", " (2)", " (3)")] == [True] * 3


def test_junit_counts_and_tells_failures_from_notes():
    conflicting = conflict(*(claims()[name] for name in ("sales-a", "sales-b")))
    revised = replace(conflicting, verdict=Relation.REVISED)
    assert 'name="facts" tests="2" failures="1" errors="0" skipped="0"' in render_junit(index(findings=(conflicting,)))
    page = render_junit(index(findings=(revised,)))
    assert 'name="facts" tests="2" failures="0"' in page
    assert "<system-out>" in page
