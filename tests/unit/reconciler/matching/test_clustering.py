"""Groups that grow by links, and claims that speak for a group."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Metric, Subject
from reconcile.model.finding import FactKind
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.reconciler.matching.clustering import (
    ConstrainedClusters,
    candidates,
    cluster_claims,
    merge_relabelled,
    representatives,
)
from reconcile.reconciler.matching.contexts import Contexts, dice_similarity
from reconcile.reconciler.matching.similarity import Thresholds

SAID = (("ferri", 1), ("passenger", 2), ("tarn", 3))


def claim(name, number=212, context=SAID, **fields):
    source = fields.pop("source", name)
    value = Value.exact(Decimal(number), Decimal(1))
    fields = {"kind": Kind.COUNT, "context": context, "value": value, **fields}
    return Claim(name, source, Span(0, 3), str(number), Span(0, 9), rule="test", trail=(), **fields)


def clustered(stages, *claims):
    groups = cluster_claims(
        FactKind.VALUE, [[c] for c in claims], Contexts(claims, stages.pack), Thresholds.of(stages.pack.policy)
    )
    return sorted("".join(sorted(c.id for c in group)) for group in groups)


def test_claims_in_like_words_are_one_group(stages):
    assert clustered(stages, claim("a"), claim("b"), claim("c", context=(("goat", 1), ("bridg", 2)))) == ["ab", "c"]
    assert clustered(stages, claim("a"), claim("b", kind=Kind.PERCENT)) == ["a", "b"]
    assert clustered(stages, claim("a"), claim("b", per="day")) == ["a", "b"]


def test_what_stands_apart_from_one_stands_apart_from_its_group(stages):
    # a and c of one text give two values
    assert clustered(stages, claim("a"), claim("b"), claim("c", 900, source="a")) == ["ab", "c"]


def test_candidates_share_a_stem_and_may_be_alike(stages):
    def pairs(*claims):
        found = candidates(
            FactKind.VALUE, list(claims), Contexts(claims, stages.pack), Thresholds.of(stages.pack.policy)
        )
        return sorted(found)

    assert pairs(claim("a"), claim("b")) == [(0, 1)]
    assert pairs(claim("a"), claim("b", context=(("goat", 1),))) == []
    slot = {"slot": "s"}
    far = tuple((f"w{i}", 1) for i in range(15))
    assert pairs(claim("a", **slot), claim("b", context=(*far, ("tarn", 40)), **slot)) == [(0, 1)]
    assert pairs(claim("a"), claim("b", context=(*far, ("tarn", 40)))) == []


def test_one_claim_a_source_speaks_for_a_group():
    part = [claim(f"{i}", source=f"{i % 20}") for i in range(40)]
    assert [c.id for c in representatives(part)] == [str(i) for i in range(12)]


def test_groups_keep_the_number_of_their_first_part(stages):
    parts = [[claim("a")], [claim("b")], [claim("c")]]
    clusters = ConstrainedClusters(parts, Contexts([p[0] for p in parts], stages.pack))
    clusters.merge(2, 1)
    clusters.merge(1, 2)
    assert [[c.id for c in group] for group in clusters.groups()] == [["a"], ["b", "c"]]
    clusters.merge(2, 0)
    assert [[c.id for c in group] for group in clusters.groups()] == [["a", "b", "c"]]


def money(name, unit, **fields):
    subject = fields.pop("subject", Subject("acme", "Acme"))
    return claim(name, 499, kind=Kind.MONEY, unit=unit, dimension="currency", subject=subject, **fields)


def relabelled(stages, *groups):
    contexts = Contexts([c for group in groups for c in group], stages.pack)
    return ["".join(c.id for c in group) for group in merge_relabelled([list(group) for group in groups], contexts)]


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        (money("a", "EUR"), money("b", "GBP"), True),
        (money("a", "EUR"), money("b", "GBP", context=(("goat", 1),)), True),
        (money("a", "EUR"), money("b", "GBP", context=(("goat", 1),), subject=Subject("bolt", "Bolt")), False),
        (money("a", "EUR"), money("b", "GBP", context=(("goat", 1),), subject=None), False),
        (money("a", "EUR"), money("b", "GBP", context=(("goat", 1),), metric=Metric("cost", "cost")), True),
        (money("a", "EUR"), money("b", "GBP", source="a"), False),
        (money("a", "USD"), money("b", "AUD"), False),
    ],
)
def test_one_figure_under_two_labels(stages, a, b, joined):
    assert relabelled(stages, [a], [b]) == (["ab"] if joined else ["a", "b"])


def test_two_metrics_are_not_bound_by_a_name(stages):
    a, b = money("a", "EUR", metric=Metric("cost", "cost")), money("b", "GBP", context=(("goat", 1),))
    assert relabelled(stages, [a], [replace(b, metric=Metric("fine", "fine"))]) == ["a", "b"]


def test_a_group_is_united_once_and_a_round_number_says_nothing(stages):
    a, b, c = money("a", "EUR"), money("b", "GBP"), money("c", "JPY")
    assert relabelled(stages, [a], [b], [c]) in (["ab", "c"], ["abc"])
    apart = [[money(f"x{i}", "EUR", context=(("goat", 1),), subject=None)] for i in range(19)]
    last = [money("z", "GBP")]
    assert "az" in relabelled(stages, [a], *apart[:-1], last)
    assert "az" not in relabelled(stages, [a], *apart, last)


def test_the_weight_in_common_is_over_the_mean_of_both():
    assert dice_similarity({"a": 3, "b": 1}, {"a": 2, "c": 4}, 10) == Decimal("0.4")
    assert dice_similarity({}, {}, 0) == 0
