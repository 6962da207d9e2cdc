"""Kinds of claims that are easily taken for others, from `kinds.yaml`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from reconcile.model.finding import Relation
from reconcile.pipeline import document

TABLE = yaml.safe_load((Path(__file__).parent / "kinds.yaml").read_text("utf8"))
DAY = date(2031, 5, 14)
CLAIMS = [(text, claims) for kind in TABLE.values() for text, claims in kind["claims"].items()]
PAIRS = [pair for kind in TABLE.values() for pair in kind["pairs"]]


def summary(claim):
    """A claim as the table has it."""
    metric = claim.metric.label if claim.metric.is_open else claim.metric.id
    parts = [claim.quote, claim.subject.id if claim.subject else "-", metric]
    parts += [str(claim.factuality)] if claim.factuality != "asserted" else []
    return " | ".join([*parts, *(f"{k}: {v}" for k, v in sorted(claim.qualifiers.items()))])


@pytest.mark.parametrize(("text", "claims"), CLAIMS, ids=[text for text, _ in CLAIMS])
def test_what_a_sentence_claims(stages, text, claims):
    assert [summary(claim) for claim in stages.claims(document(text, published=DAY))] == claims


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS, ids=[f"{one} {other}" for one, other, _ in PAIRS])
def test_what_is_found_in_two_sources(stages, one, other, expected):
    found = stages.run([document(one, id="one", published=DAY), document(other, id="other", published=DAY)]).findings
    assert ("conflict" if any(f.verdict is Relation.CONFLICT for f in found) else "none") == expected
