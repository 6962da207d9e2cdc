"""Whatever an article, a name or a decision holds, each format stays readable and says the same number of things."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from junitparser import JUnitXml
from rdflib import RDF, Graph, Namespace
from test_html_hostile import HOSTILE
from test_report_hostile import run_of

from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.report.formats import FORMATS
from reconcile.report.gfm import visible

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "conformance" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)
WORDS = [*(word for word in HOSTILE if visible(word)), "\r\n::error::x", "]]></failure>", "\x0b\ufffe"]


@pytest.fixture(params=WORDS, ids=range(len(WORDS)))
def run(request):
    word = request.param
    decision = Decision(word, word, Judgement.KEEP, word, word, date(2031, 1, 1), word, word)
    return replace(run_of(word), reviews=(Review(decision, State.EXPIRED, (word,)),))


def test_sarif_fits_its_schema(run):
    reported = json.loads(FORMATS["sarif"].render(run))
    assert list(Draft4Validator(SCHEMA).iter_errors(reported)) == []
    assert len(reported["runs"][0]["results"]) == len(run.findings)


def test_junit_is_well_formed(run):
    read = JUnitXml.fromstring(FORMATS["junit"].render(run).encode("utf-8"))
    assert sum(1 for suite in read for _ in suite) == read.tests > 0


def test_tables_have_their_rows_and_no_formula(run):
    for name, render in FORMATS["csv"].files.items():
        if name.endswith(".csv"):
            head, *rows = csv.reader(io.StringIO(render(run)))
            assert {len(row) for row in rows} == {len(head)}
            assert not [cell for row in rows for cell in row if cell[:1] in ("=", "@", "\t", "\r")]
    assert len(list(csv.reader(io.StringIO(FORMATS["csv"].render(run))))) == len(run.claims) + 1


def test_linked_data_keeps_every_claim(run):
    read = Graph().parse(data=FORMATS["jsonld"].render(run), format="json-ld")
    claims = set(read.subjects(RDF.type, Namespace("https://schema.org/").Claim))
    assert len(claims) == len(run.claims)


def test_annotations_are_one_line_each(run):
    lines = FORMATS["github"].render(run).split("\n")
    assert len(lines) == len(run.findings) + 1
    assert all(line.startswith("::error ") for line in lines[:-1])


def test_everything_can_be_written_to_a_file(run):
    for reporter in FORMATS.values():
        for render in reporter.files.values():
            assert render(run).encode("utf-8")
