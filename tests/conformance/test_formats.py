"""Each format is read back by a program or a schema that others wrote."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from csvw import CSVW
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml, Skipped
from rdflib import RDF, Graph, Namespace
from sarif import loader

from reconcile.errors import Diagnostic, Severity
from reconcile.model.decision import Basis, Decision, Judgement, Review, State
from reconcile.model.document import Document, Source
from reconcile.report.formats import FORMATS

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
SDO, OA = Namespace("https://schema.org/"), Namespace("http://www.w3.org/ns/oa#")
TEXTS = {
    "ferry.txt": "Nordby Ferries carried 4.1 million passengers in 2030. It has 23 ships, said Ida Holm.",
    "harbour.txt": "In 2030 Nordby Ferries carried 4.6 million passengers.\n"
    "It was ranked sixth among the largest lines behind Stena, Viking and Tallink.",
    "letter.txt": "Nordby Ferries carried 4.1 million passengers in 2030.",
}


def documents():
    reported = Source(publisher="The Harbour [x](1)", published=date(2031, 2, 3), url="https://harbour.example/1")
    return [Document(n, t, reported if n == "harbour.txt" else Source(), path=f"in box/{n}") for n, t in TEXTS.items()]


@pytest.fixture(scope="module")
def run(stages):
    trouble = Diagnostic("input.unreadable", Severity.ERROR, "not text", "in box/photo.txt:1:1")
    made = stages.run(documents(), [trouble])
    assert {f.code for f in made.findings} == {"RC101", "RC412"}
    return made


@pytest.fixture(scope="module")
def conflict(run):
    return next(finding for finding in run.findings if finding.code == "RC101")


def decided(run, finding, verdict=Judgement.KEEP, state=State.DECIDED):
    claims = {claim.id: claim for claim in run.claims}
    bases = tuple(
        Basis(c.source, c.quote, "", str(c.kind), c.rule, "", "", "", side=n, right=c.quote.startswith("4.1"))
        for n, c in enumerate((claims[side.claim] for side in finding.evidence), 1)
    )
    decision = Decision(
        finding.fingerprint, finding.code, verdict, "asked the line", "Ines", date(2031, 3, 1), claims=bases
    )
    return replace(run, reviews=(Review(decision, state, (finding.fingerprint,)),))


def sarif(run):
    return json.loads(FORMATS["sarif"].render(run))


def test_sarif_fits_the_schema_of_oasis(run, conflict):
    for made in (run, decided(run, conflict), replace(run, findings=())):
        assert [e.message for e in Draft4Validator(SCHEMA).iter_errors(sarif(made))] == []


def test_the_schema_is_not_empty_talk(run):
    broken = sarif(run)
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert list(Draft4Validator(SCHEMA).iter_errors(broken))


def test_sarif_is_read_by_sarif_tools(run, tmp_path):
    file = tmp_path / "report.sarif"
    file.write_text(FORMATS["sarif"].render(run), encoding="utf-8")
    read = loader.load_sarif_file(str(file))
    assert read.get_result_count() == len(run.findings)
    assert {record["Code"] for record in read.get_records()} == {f.code for f in run.findings}


def test_sarif_names_every_side_of_a_conflict(run, conflict):
    result = next(r for r in sarif(run)["runs"][0]["results"] if r["ruleId"] == "RC101")
    sides = [*result["locations"], *result["relatedLocations"]]
    assert len(sides) == len(conflict.evidence) >= 2
    assert {s["physicalLocation"]["artifactLocation"]["uri"] for s in sides} >= {"in%20box/harbour.txt"}
    for n in range(1, len(sides)):
        assert f"]({n})" in result["message"]["text"]
    region = sides[0]["physicalLocation"]["region"]
    text = TEXTS["ferry.txt"]
    assert text[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"] == "4.1 million"


def test_a_sarif_fingerprint_outlives_lines_added_above(run, stages):
    moved = [Document(d.id, f"A note.\n\n{d.text}", d.source, path=d.path) for d in documents()]
    again = stages.run(moved)

    def prints(made):
        return {r["partialFingerprints"]["reconcileFinding/v1"] for r in sarif(made)["runs"][0]["results"]}

    assert prints(again) == prints(run)


def test_decided_findings_are_suppressed_with_their_reason(run, conflict):
    results = sarif(decided(run, conflict))["runs"][0]["results"]
    reported = {r["ruleId"]: r.get("suppressions") for r in results}
    assert reported["RC412"] is None
    assert "asked the line (Ines, 1 March 2031)" in reported["RC101"][0]["justification"]


def test_foreign_text_makes_no_link_in_sarif(run):
    trap = replace(run.findings[0], message="see [this](1) and \\[that](2)", why="", slip=None)
    text = sarif(replace(run, findings=(trap,)))["runs"][0]["results"][0]["message"]["text"]
    assert text.startswith("see \\[this\\](1) and \\\\\\[that\\](2).")


def test_junit_is_read_by_junitparser(run, conflict):
    read = JUnitXml.fromstring(FORMATS["junit"].render(run).encode())
    cases = [case for suite in read for case in suite]
    kinds = [type(result) for case in cases for result in case.result]
    assert kinds.count(Failure) == 2
    assert kinds.count(Error) == 1
    assert (read.tests, read.failures, read.errors, read.skipped) == (len(cases), 2, 1, 0)
    failure = next(r for case in cases for r in case.result if type(r) is Failure and "RC101" in r.type)
    assert "in box/harbour.txt:1: 4.6 million" in failure.text
    names = [(case.classname, case.name) for case in cases]
    assert len(names) == len(set(names))


def test_a_decided_conflict_is_a_skipped_test(run, conflict):
    read = JUnitXml.fromstring(FORMATS["junit"].render(decided(run, conflict)).encode())
    skipped = [r for suite in read for case in suite for r in case.result if type(r) is Skipped]
    assert ["asked the line" in result.message for result in skipped] == [True]
    assert read.failures == 1


def test_tables_are_read_by_csvw_with_their_datatypes(run, tmp_path):
    for name, render in FORMATS["csv"].files.items():
        (tmp_path / name).write_text(render(run), encoding="utf-8")
    read = CSVW(str(tmp_path / "csv-metadata.json"), validate=True)
    assert read.is_valid, read.warnings
    inputs, claims, findings = (list(table.iterdicts()) for table in read.tables)
    assert [row["source"] for row in inputs] == ["in box/photo.txt", *sorted(TEXTS)]
    assert sum(row["claims"] or 0 for row in inputs) == len(run.claims)
    assert {row["id"] for row in claims} == {claim.id for claim in run.claims}
    low = next(row["low"] for row in claims if row["quote"] == "4.6 million")
    assert low == 4_600_000
    assert all(isinstance(row["start"], int) for row in claims)
    assert len(findings) == sum(len(f.evidence) for f in run.findings)
    assert date(2031, 2, 3) in {row["published"].date() for row in findings if row["published"]}


def test_the_metadata_names_every_column_in_order(run):
    tables = json.loads(FORMATS["csv"].companion_files["csv-metadata.json"](run))["tables"]
    files = FORMATS["csv"].files
    for table in tables:
        header = next(csv.reader(io.StringIO(files[table["url"]](run))))
        assert header == [column["name"] for column in table["tableSchema"]["columns"]]


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-cmd"])
def test_no_cell_is_a_formula(run, words):
    claim = replace(run.claims[0], quote=words)
    rows = csv.DictReader(io.StringIO(FORMATS["csv"].render(replace(run, claims=(claim,)))))
    assert next(rows)["quote"] == f"'{words}"


@pytest.mark.parametrize("words", ["-5", "+3%", "4.1 million", "$3"])
def test_numbers_stay_as_written(run, words):
    claim = replace(run.claims[0], quote=words)
    rows = csv.DictReader(io.StringIO(FORMATS["csv"].render(replace(run, claims=(claim,)))))
    assert next(rows)["quote"] == words


def graph(run):
    return Graph().parse(data=FORMATS["jsonld"].render(run), format="json-ld")


def test_claims_are_read_as_linked_data(run):
    read = graph(run)
    claims = set(read.subjects(RDF.type, SDO.Claim))
    assert len(claims) == len(run.claims)
    assert {str(n) for n in read.objects(None, SDO.text)} >= {c.quote for c in run.claims}
    for claim in claims:
        (article,) = read.objects(claim, SDO.appearance)
        assert (article, RDF.type, SDO.Article) in read


def test_anchors_find_the_words_by_place_and_by_quotation(run):
    read = graph(run)
    notes = list(read.subjects(RDF.type, OA.Annotation))
    assert len(notes) == len(run.claims)
    texts = {f"urn:reconcile:source:{name}": text for name, text in TEXTS.items()}
    for note in notes:
        (target,) = read.objects(note, OA.hasTarget)
        (source,) = read.objects(target, OA.hasSource)
        by = {read.value(s, RDF.type): s for s in read.objects(target, OA.hasSelector)}
        place, words = by[OA.TextPositionSelector], by[OA.TextQuoteSelector]
        start, end = int(read.value(place, OA.start)), int(read.value(place, OA.end))
        exact, before, after = (str(read.value(words, p)) for p in (OA.exact, OA.prefix, OA.suffix))
        text = texts[str(source)]
        assert text[start:end] == exact
        assert text.count(before + exact + after) == 1


def test_nobody_is_reviewed_but_by_a_person(run, conflict):
    assert not list(graph(run).subjects(RDF.type, SDO.ClaimReview))
    for state in (State.KNOWN, State.REOPENED, State.EXPIRED):
        assert not list(graph(decided(run, conflict, state=state)).subjects(RDF.type, SDO.ClaimReview))
    for verdict in (Judgement.NOT_SAME, Judgement.TOOL_WRONG):
        assert not list(graph(decided(run, conflict, verdict)).subjects(RDF.type, SDO.ClaimReview))


def test_a_decision_reviews_each_side(run, conflict):
    read = graph(decided(run, conflict))
    reviews = list(read.subjects(RDF.type, SDO.ClaimReview))
    assert len(reviews) == len(conflict.evidence)
    rated = {
        str(read.value(r, SDO.claimReviewed)): int(read.value(read.value(r, SDO.reviewRating), SDO.ratingValue))
        for r in reviews
    }
    assert rated == {"4.1 million": 1, "4.6 million": 0}
    assert {str(n) for r in reviews for n in read.objects(read.value(r, SDO.author), SDO.name)} == {"Ines"}
