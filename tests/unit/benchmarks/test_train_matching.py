"""Training of the weights of matching: right on what is plain, the same every time."""

import json
from decimal import Decimal

import pytest

from benchmarks import train_matching as law
from reconcile.reconciler.matching.features import FEATURES
from reconcile.rules.matching import Feature, Model

NUMBER = {row.feature: n for n, row in enumerate(FEATURES)}
FIT, WORDS = NUMBER[Feature.VALUES_FIT], NUMBER[Feature.SHARED_WORDS]


def rows():
    """Stories in which two claims are of one fact where they fit, but for one in five."""
    return [
        law.Row(f"s{i % 7}", (i % 3 == 0) != (i % 5 == 0), ((FIT, 1.0), (WORDS, i % 2 / 2)) if i % 3 == 0 else ())
        for i in range(210)
    ]


def test_what_speaks_for_one_fact_weighs_more_than_nothing():
    bias, weights = law.weights_of(rows(), (FIT, WORDS))
    assert bias < -1
    assert weights[FIT] > 2
    assert abs(weights[WORDS]) < 0.5
    p = law.sure(bias + weights[FIT])
    assert p == pytest.approx(0.8, abs=0.05)


def test_the_same_rows_give_the_same_file():
    bars = {"values": Model(join=Decimal("0.4"), find=Decimal("0.2"))}
    text = law.yaml_of({"values": law.weights_of(rows(), (FIT, WORDS))}, bars)
    assert text == law.yaml_of({"values": law.weights_of(rows(), (FIT, WORDS))}, bars)
    assert "  join: 0.4\n  find: 0.2\n" in text
    assert "    values-fit: 2." in text


def test_probabilities_are_told_beside_what_is_right():
    found = law.cross_validated(rows(), (FIT, WORDS))
    assert len(found) == 210
    lines = list(law.report("values", found))
    assert lines[0] == f"values: 210 pairs, {sum(row.of_one for row in rows())} of one fact"
    assert any(line.startswith("  from 0.5: 0.8") for line in lines)


def test_a_labelled_story_gives_pairs(tmp_path, stages):
    texts = ("The ferry to Tarn carried 212 passengers.", "On the ferry to Tarn were 212 passengers.")
    docs = [{"doc_id": f"d{i}", "text": text} for i, text in enumerate(texts)]
    mentions = [{"doc_id": f"d{i}", "start": t.index("212"), "end": t.index("212") + 3} for i, t in enumerate(texts)]
    (tmp_path / "clusters.jsonl").write_text(json.dumps({"cluster_id": "c", "docs": docs}), encoding="utf-8")
    (tmp_path / "facts.jsonl").write_text(json.dumps({"cluster_id": "c", "mentions": mentions}), encoding="utf-8")
    ((story, articles, facts),) = law.stories(tmp_path)
    claims = [c for article in articles for c in stages.claims(article)]
    ((name, row),) = law.rows_of(story, claims, facts, stages.pack)
    assert (name, row.story, row.of_one) == ("values", "c", True)
    assert dict(row.counts)[FIT] == 1
    ((_, apart),) = law.rows_of(story, claims, [facts[0][:1]], stages.pack)
    assert not apart.of_one
