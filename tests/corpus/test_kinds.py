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
PAIRS = [(*pair, DAY) for kind in TABLE.values() for pair in kind["pairs"]]
PAIRS += [(*pair, None) for kind in TABLE.values() for pair in kind.get("undated", ())]


def summary(claim):
    """A claim as the table has it."""
    metric = claim.metric.label if claim.metric.is_open else claim.metric.id
    parts = [claim.quote, claim.subject.id if claim.subject else "-", metric]
    parts += [str(claim.factuality)] if claim.factuality != "asserted" else []
    return " | ".join([*parts, *(f"{k}: {v}" for k, v in sorted(claim.qualifiers.items()))])


@pytest.mark.parametrize(("text", "claims"), CLAIMS, ids=[text for text, _ in CLAIMS])
def test_what_a_sentence_claims(stages, text, claims):
    assert [summary(claim) for claim in stages.claims(document(text, published=DAY))] == claims


@pytest.mark.parametrize(("one", "other", "expected", "day"), PAIRS, ids=[f"{pair[0]} {pair[1]}" for pair in PAIRS])
def test_what_is_found_in_two_sources(stages, one, other, expected, day):
    found = stages.run([document(one, id="one", published=day), document(other, id="other", published=day)]).findings
    assert ("conflict" if any(f.verdict is Relation.CONFLICT for f in found) else "none") == expected
