"""SARIF of made-up runs: what is cut, what is escaped."""

import json
from dataclasses import replace

from report_builder import full

from reconcile.model.finding import Evidence
from reconcile.report.index import Index
from reconcile.report.sarif import render_sarif


def index(**more):
    return Index.of(replace(full(), **more), "reports")


def test_sarif_names_a_thousand_other_sides_at_most():
    one = full().findings[0]
    many = replace(one, evidence=tuple(Evidence("a.txt", n, n + 1, "5", "5") for n in range(1200)))
    (result,) = json.loads(render_sarif(index(findings=(many,))))["runs"][0]["results"]
    assert [place["id"] for place in result["relatedLocations"]] == list(range(1, 1001))
    assert result["message"]["text"].endswith("[a.txt](1000).")


def test_sarif_escapes_what_would_read_as_a_link():
    finding = replace(full().findings[1], message="see [5](http://e.org)")
    (result,) = json.loads(render_sarif(index(findings=(finding,))))["runs"][0]["results"]
    assert result["message"]["text"].startswith("see \\[5\\](http://e.org).")
