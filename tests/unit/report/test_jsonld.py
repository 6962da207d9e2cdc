"""JSON-LD of made-up runs: what is reviewed, where claims stand."""

import json
from dataclasses import replace
from datetime import date

import pytest
from report_builder import FOODS, claims, full

from reconcile.model.decision import Basis, Decision, Judgement, Review, State
from reconcile.report.index import Index
from reconcile.report.jsonld import render_jsonld


def index(**more):
    return Index.of(replace(full(), **more), "reports")


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
