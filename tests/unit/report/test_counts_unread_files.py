"""Files that were not read stand at the head of every format, before anything that was found."""

import csv
import io
import json
from dataclasses import replace

import pytest
from junitparser import Error, JUnitXml
from report_builder import EMPTY, full

from reconcile.errors import Diagnostic, Severity
from reconcile.report.counts import MOST_FILES
from reconcile.report.formats import FORMATS
from reconcile.report.github import MOST_ANNOTATIONS

PAGE = Diagnostic("input.not-read", Severity.ERROR, "a web page, which is not read", "articles/zinc_[mine].html:1:1")
ROWS = (
    Diagnostic("claims.value", Severity.ERROR, "‘many’ is no number", "articles/ore.csv:3:5"),
    Diagnostic("claims.value", Severity.ERROR, "‘few’ is no number", "articles/ore.csv:4:5"),
)
SOURCES = Diagnostic("sources.invalid", Severity.ERROR, "expected a date", "articles/sources.yaml:1:1")
HINT = Diagnostic("facts.expired", Severity.WARNING, "expired in May", "facts/a.yaml:1:1")


@pytest.fixture
def run():
    made = full()
    return replace(made, diagnostics=(*made.diagnostics, *ROWS, PAGE, SOURCES, HINT))


def render(run, name):
    return FORMATS[name].render(run)


def test_a_file_is_listed_once_with_its_first_reason_and_only_for_errors_of_inputs(run):
    assert [(file.path, file.why) for file in run.unread_files] == [
        ("articles/ore.csv", "‘many’ is no number (and 1 more)"),
        ("articles/zinc_[mine].html", "a web page, which is not read"),
    ]
    assert full().unread_files == ()


@pytest.mark.parametrize(
    ("name", "before"),
    [("md", "RC101"), ("summary", "finding"), ("html", "<main"), ("json", '"claims"'), ("jsonld", '"Article"'),
     ("sarif", '"results"'), ("junit", 'name="facts"'), ("github", "::error file=")],
)  # fmt: skip
def test_each_file_stands_before_what_was_found(run, name, before):
    text = render(run, name)
    found = text.index(before)
    for words in ("ore.csv", "zinc", "a web page, which is not read"):
        assert 0 <= text.index(words) < found, words


@pytest.mark.parametrize("name", list(FORMATS))
def test_where_everything_was_read_nothing_says_otherwise(name):
    texts = [made(full()) for made in FORMATS[name].files.values()]
    for words in (
        "not read, or not all",
        "1 file not read",
        "DigitalDocument",
        "\nnot read,",
        '"executionSuccessful": false',
    ):
        assert not any(words in text for text in texts), words


@pytest.mark.parametrize("name", ["md", "html", "summary"])
def test_a_run_without_findings_does_not_sound_as_if_all_were_well(run, name):
    quiet = replace(run, findings=(), groups=())
    assert "2 files not read, or not all of them, so this report is incomplete" in render(quiet, name)
    assert "Nothing for a person to decide in what was read" in render(quiet, name)


def test_a_foreign_name_is_no_mark_up(run):
    assert "zinc\\_\\[mine\\].html" in render(run, "md")
    assert "zinc_[mine].html" in render(run, "html")


def test_of_very_many_files_the_head_names_some_and_counts_the_rest():
    pages = tuple(replace(PAGE, where=f"in/{n:03}.html:1:1") for n in range(MOST_FILES + 7))
    run = replace(EMPTY, diagnostics=pages)
    for name in ("md", "html", "summary", "github"):
        head = render(run, name).partition("##" if name != "summary" else "\n\nNo ")[0]
        assert "and 7 more files" in head, name
    assert len(json.loads(render(run, "json"))["unread_files"]) == MOST_FILES + 7


def test_json_gives_every_reason_and_an_empty_list_where_all_were_read(run):
    files = json.loads(render(run, "json"))["unread_files"]
    assert [(file["path"], len(file["reasons"])) for file in files] == [
        ("articles/ore.csv", 2),
        ("articles/zinc_[mine].html", 1),
    ]
    assert json.loads(render(full(), "json"))["unread_files"] == []


def test_sarif_says_that_it_did_not_succeed_and_names_the_files(run):
    (invocation,) = json.loads(render(run, "sarif"))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    places = [
        note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for note in invocation["toolExecutionNotifications"]
    ]
    assert places[:3] == ["articles/ore.csv", "articles/ore.csv", "articles/zinc_%5Bmine%5D.html"]


def test_junit_has_a_test_that_errs_for_each_first_of_all(run):
    inputs = next(iter(JUnitXml.fromstring(render(run, "junit").encode())))
    kinds = [(case.name, [type(result) for result in case.result]) for case in inputs]
    assert kinds[0] == ("articles/ore.csv:3:5 (claims.value)", [Error])
    assert [name for name, results in kinds if results == [Error]][
        2
    ] == "articles/zinc_[mine].html:1:1 (input.not-read)"


def test_the_annotation_leaves_room_for_as_many_findings_as_github_shows(run):
    many = replace(
        run, findings=tuple(replace(run.findings[0], fingerprint=f"f{n}") for n in range(MOST_ANNOTATIONS + 3))
    )
    lines = render(many, "github").splitlines()
    assert sum(line.startswith("::") for line in lines) == MOST_ANNOTATIONS
    assert lines[0].startswith("::error title=2 files not read")
    assert "4 more findings in the report." in lines


def test_the_table_of_inputs_lists_every_file_the_unread_first(run):
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].files["inputs.csv"](run))))
    assert [(row["state"], row["source"], row["claims"]) for row in rows] == [
        ("not read", "articles/ore.csv", ""),
        ("not read", "articles/zinc_[mine].html", ""),
        ("read", "harbour.txt", "3"),
        ("read", "quay_news.md", "4"),
    ]
    assert rows[1]["why"] == "a web page, which is not read"
    assert rows[2]["publisher"] == "The Leith Courier"


def test_linked_data_calls_an_unread_file_no_article(run):
    nodes = json.loads(render(run, "jsonld"))["@graph"]
    assert [(n["@type"], n["name"], n["creativeWorkStatus"]) for n in nodes[:2]] == [
        ("DigitalDocument", "articles/ore.csv", "not read"),
        ("DigitalDocument", "articles/zinc_[mine].html", "not read"),
    ]
    assert nodes[2]["@type"] == "Article"
