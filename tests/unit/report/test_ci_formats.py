"""SARIF, JUnit and JSON-LD of made-up runs: what is cut, what is numbered, what is reviewed."""

import json
from dataclasses import replace
from datetime import date

import pytest
from report_builder import FOODS, claims, conflict, full, group

from reconcile.model.decision import Basis, Decision, Judgement, Review, State
from reconcile.model.finding import Evidence, Relation
from reconcile.report.index import Index
from reconcile.report.jsonld import render_jsonld
from reconcile.report.junit import render_junit
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


@pytest.mark.parametrize(
    ("verdict", "right", "rating"),
    [
        (Judgement.KEEP, True, (1, "kept by the reviewer")),
        (Judgement.KEEP, False, (0, "not kept by the reviewer")),
        (Judgement.BOTH_STAND, None, (1, "stands beside what the others say")),
        (Judgement.KEEP, None, None),
        (Judgement.TOOL_WRONG, None, None),
    ],
)
def test_jsonld_rates_the_claim_that_a_person_judged(verdict, right, rating):
    sale = claims()["sales-a"]
    basis = Basis(sale.source, sale.quote, "1.2 billion", "money", "revenue", "k", "d", "p", side=1, right=right)
    decision = Decision("7f3c9a1e", "RC101", verdict, "asked", "Ines", date(2031, 5, 3), claims=(basis,))
    other = replace(basis, quote="another")
    reviews = [Review(replace(decision, claims=(basis, other)), state, ("7f3c9a1e", "gone")) for state in State]
    nodes = json.loads(render_jsonld(index(reviews=tuple(reviews))))["@graph"]
    made = [node["reviewRating"] for node in nodes if node["@type"] == "ClaimReview"]
    assert [(r["ratingValue"], r["alternateName"]) for r in made] == ([rating] if rating else [])


def test_jsonld_anchors_have_32_characters_on_either_side():
    nodes = json.loads(render_jsonld(index()))["@graph"]
    sale = claims()["sales-a"]
    (anchor,) = (
        n
        for n in nodes
        if n["@type"] == "oa:Annotation" and n["oa:hasBody"]["@id"].endswith(sale.id.replace("@", "%40"))
    )
    _, quote = anchor["oa:hasTarget"]["oa:hasSelector"]
    text = next(d.text for d in full().documents if d.id == sale.source)
    start, end = sale.span
    assert (quote["oa:prefix"], quote["oa:suffix"]) == (text[start - 32 : start], text[end : end + 32])
    assert sum(node.get("about", {}).get("name") == FOODS.label for node in nodes) == 5
