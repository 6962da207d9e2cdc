"""What has not the form of a report is refused at its place in the JSON, in plain words, and never ends in an error."""

import json
from itertools import cycle
from pathlib import Path

import pytest
from verify_builder import STAGES, TEXT, alterations, report

from reconcile.errors import Diagnostic
from reconcile.verify.problem import Problem, diagnostics, locate, parse, place_in_words
from reconcile.verify.replay import replay
from reconcile.verify.report import Report, read_report


def refused(path, value):
    """What is said of a report that has `value` at a place."""
    data = node = report()
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    read = read_report(data)
    assert not isinstance(read, Report)
    return [str(problem) for problem in read]


RELATIONS = "agree, compatible, conflict, revised, not-comparable, undecided"


@pytest.mark.parametrize(
    ("path", "value", "stated"),
    [
        (("findings", 0, "verdict"), "clash", f"findings[0].verdict: expected one of {RELATIONS}, not “clash”"),
        (("findings", 0, "severity"), None, "findings[0].severity: expected a text, not null"),
        (("findings", 0, "severity"), "grave", "expected one of note, warning, error, not “grave”"),
        (("groups", 1, "kind"), "thing", "groups[1].kind: expected one of value, rank, event, person, office"),
        (("groups", 0, "claims"), "all", "groups[0].claims: expected a list, not “all”"),
        (("claims", 0, "start"), -1, "claims[0].start: expected a whole number >= 0, not -1"),
        (("claims", 0, "start"), True, "claims[0].start: expected a whole number, not true"),
        (("claims", 0, "end"), 0, "claims[0].end: ends at 0, before it starts"),
        (("claims", 0, "value", "low"), "NaN", "claims[0].value.low: expected a number written as text"),
        (("claims", 0, "value", "low"), "1e999999999", "claims[0].value.low: expected a number written as text"),
        (("claims", 0, "value", "low"), "٤", "claims[0].value.low: expected a number written as text"),
        (("claims", 0, "value", "low"), 41000000, "claims[0].value.low: expected a text or null, not 41000000"),
        (("claims", 0, "value", "low"), "9" * 30, "claims[0]: empty interval"),
        (("claims", 0, "value", "low_open"), 0, "claims[0].value.low_open: expected true or false, not 0"),
        (("claims", 0, "period", "start"), "2030-13-01", "claims[0]: month must be in 1..12"),
        (("claims", 0, "period", "start"), "2030-01-01T00:00+02:00", "expected a time without a zone"),
        (("claims", 0), [], "claims[0]: expected an object, not []"),
        (("manifest", "sources", 0, "published"), "soon", "sources[0].published: not a date; write it as 2024-01-31"),
        (("reviews",), 3, "reviews: expected a list, not 3"),
        (("coverage", "percent"), "all", "coverage.percent: expected a whole number or null, not “all”"),
        (("diagnostics", 0, "where"), 3, "diagnostics[0].where: expected a text, not 3"),
    ],
)
def test_a_value_of_another_sort_is_named_with_its_place(path, value, stated):
    (problem,) = refused(path, value)
    assert stated in problem


@pytest.mark.parametrize("data", [[], 4, None, {}, {"claims": 4}, {"manifest": {"version": "1"}, "coverage": {}}])
def test_what_is_no_report_is_refused(data):
    read = read_report(data)
    assert not isinstance(read, Report)
    assert read[-1].code == "verify.form"


def test_a_part_nested_as_deep_as_json_is_read_is_no_trouble(tmp_path):
    data = report()
    data["claims"][0]["deep"] = "DEEP"
    (tmp_path / "r.json").write_text(json.dumps(data).replace('"DEEP"', "[" * 900 + "]" * 900), encoding="utf-8")
    _, read = parse(tmp_path / "r.json")
    assert isinstance(read_report(read), Report)


def test_every_part_that_is_wrong_is_named():
    data = report()
    data["claims"][1]["kind"] = data["groups"][0]["support"] = data["findings"][1]["verdict"] = "odd"
    read = read_report(data)
    assert [place_in_words(problem.path) for problem in read] == [
        "claims[1].kind", "groups[0].support", "findings[1].verdict"
    ]  # fmt: skip


def test_any_value_at_any_place_is_read_or_refused():
    data, odds = report(), cycle((None, 1.5, [[]], {"": {}}, "\x00\u202e", -(10**30)))
    for path, _ in alterations(data):
        node = data
        for step in path[:-1]:
            node = node[step]
        if path[-1] in (node if isinstance(node, dict) else range(len(node))):
            kept = node[path[-1]]
            node[path[-1]] = next(odds)
            read = read_report(data)
            if isinstance(read, Report):
                list(replay(read, STAGES.pack))
            node[path[-1]] = kept


@pytest.mark.parametrize(
    ("content", "stated", "where"),
    [
        (b'{"a": 1,\n "b" 2}', "not readable as JSON: Expecting ':' delimiter", "r.json:2:6"),
        (b'{"a": 1, "a": 2}', "the key “a” stands twice in one object", "r.json:1:1"),
        (b'{"a": NaN}', "NaN is no number of JSON", "r.json:1:1"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not readable as JSON", "r.json:1:1"),
        (b'{"a":\n "\\ud800"}', "half of a character", "r.json:2:3"),
        (b"[" * 100_000, "nested too deeply", "r.json:1:1"),
        (b"", "nothing in it to read", "r.json:1:1"),
        (b'{"a": "\xff"}', "not UTF-8", "r.json:1:8"),
    ],
)
def test_what_is_no_json_is_refused(tmp_path, monkeypatch, content, stated, where):
    monkeypatch.chdir(tmp_path)
    Path("r.json").write_bytes(content)
    problem = parse(Path("r.json"))
    assert isinstance(problem, Diagnostic)
    assert stated in problem.message
    assert problem.where == where


def test_a_byte_order_mark_is_no_part_of_the_json(tmp_path):
    (tmp_path / "r.json").write_bytes(b"\xef\xbb\xbf[1]")
    assert parse(tmp_path / "r.json") == ("[1]", [1])


def value_at(text, place):
    line, column = place
    start = sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1
    return json.JSONDecoder().raw_decode(text, start)[0]


def test_each_place_of_a_report_is_found_in_its_text():
    def places(node, path=()):
        yield path, node
        for key in node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
            yield from places(node[key], (*path, key))

    found = list(places(report()))
    assert len(found) > 500
    assert all(value_at(TEXT, locate(TEXT, path)) == value for path, value in found[::7])


def test_a_place_that_is_not_there_is_that_of_the_part_around_it():
    text = '{"a": [1, {"b": 2}]}'
    assert locate(text, ("a", 1, "b")) == (1, 17)
    assert locate(text, ("a", 1, "c", 4)) == (1, 11)
    assert locate(text, ("a", 7)) == (1, 7)
    assert locate(text, ("a", "1")) == (1, 7)
    assert locate(text, ()) == (1, 1)


def test_a_text_without_a_space_has_places_too():
    text = '{"a":[1,2,{"b":[],"c":3}],"d":4}'
    paths = (("a",), ("a", 0), ("a", 1), ("a", 2, "b"), ("a", 2, "c"), ("d",))
    assert [value_at(text, locate(text, path)) for path in paths] == [[1, 2, {"b": [], "c": 3}], 1, 2, [], 3, 4]


def test_many_problems_are_counted():
    replayed = list(diagnostics([Problem(("a",), "odd")] * 43, "{}", "r.json"))
    assert len(replayed) == 41
    assert len(list(diagnostics([Problem(("a",), "odd")] * 40, "{}", "r.json"))) == 40
    assert replayed[-1].message == "3 more problems are not listed"
    assert str(replayed[0]) == "r.json:1:1: error: a: odd [verify.follows]"
