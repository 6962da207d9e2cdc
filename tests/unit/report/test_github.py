"""Annotations and job summaries: the gravest first, ten, escaped, decided ones counted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from report_builder import claims, conflict, full
from report_reader import read

from reconcile.errors import Severity
from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.report.formats import FORMATS

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\n]*,?)+)::([^\n]*)")


def many(n):
    """A run with so many findings, every third a note."""
    made = claims()
    finding = conflict(made["sales-a"], made["sales-b"])
    return replace(
        full(),
        findings=tuple(
            replace(finding, fingerprint=f"f{i:02}", severity=Severity.ERROR if i % 3 else Severity.NOTE)
            for i in range(n)
        ),
    )


def settled(run, *names):
    decision = Decision("x", "RC101", Judgement.BOTH_STAND, "asked", "Ines", date(2031, 5, 2))
    return replace(run, reviews=tuple(Review(decision, State.DECIDED, (name,)) for name in names))


def test_ten_annotations_the_gravest_first():
    lines = FORMATS["github"].render(many(18)).splitlines()
    kinds = [COMMAND.fullmatch(line)[1] for line in lines[:10]]
    assert kinds == ["error"] * 10
    assert lines[10:] == ["8 more findings in the report."]


def test_an_annotation_says_where():
    line = FORMATS["github"].render(many(2)).splitlines()[0]
    _, where, reported = COMMAND.fullmatch(line).groups()
    assert "file=articles/harbour.txt,line=3,endLine=3,col=" in where
    assert where.endswith("title=RC101 values differ")
    assert reported.startswith("Harbour Foods took $1.2 billion")


def test_an_annotation_cannot_be_left_or_forged():
    run = many(1)
    finding = replace(run.findings[0], title="a,b::c", message="x\n::error::y %0A z", why="")
    (line,) = FORMATS["github"].render(replace(run, findings=(finding,))).splitlines()
    _, where, reported = COMMAND.fullmatch(line).groups()
    assert where.endswith("title=RC101 a%2Cb%3A%3Ac")
    assert reported == "x ::error::y %250A z. Likely slip: million and billion swapped."


def test_decided_findings_are_counted_and_not_annotated():
    run = settled(many(3), "f01", "f02")
    lines = FORMATS["github"].render(run).splitlines()
    assert [bool(COMMAND.fullmatch(line)) for line in lines] == [True, False]
    assert lines[1] == "2 findings decided."


def test_a_summary_is_short_and_counts_what_is_decided():
    shown = read(FORMATS["summary"].render(settled(many(60), "f01")))
    assert "59 findings for a person to decide" in shown.text
    assert "; 1 decided." in shown.text
    assert "34 more findings in the report." in shown.text
    assert len(FORMATS["summary"].render(many(3000)).encode()) < 60_000


def test_a_summary_says_what_could_not_be_read():
    trouble = replace(full().diagnostics[0], severity=Severity.ERROR, message="not text", where="photo.txt")
    assert (
        "not read: photo.txt: not text" in read(FORMATS["summary"].render(replace(full(), diagnostics=(trouble,)))).text
    )
