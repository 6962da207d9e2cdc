"""Groups that grow by links, and claims that speak for a group."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Metric, Subject
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.reconciler.matching.clustering import (
    AverageLinkage,
    Link,
    candidates,
    cluster_claims,
    merge_relabelled,
    representatives,
)
from reconcile.reconciler.matching.contexts import Contexts, dice_similarity
from reconcile.reconciler.matching.evidence import Evidence

SAID = (("ferri", 1), ("passenger", 2), ("tarn", 3))


def claim(name, number=212, context=SAID, **fields):
    source = fields.pop("source", name)
    value = Value.exact(Decimal(number), Decimal(1))
    fields = {"kind": Kind.COUNT, "context": context, "value": value, **fields}
    return Claim(name, source, Span(0, 3), str(number), Span(0, 9), rule="test", trail=(), **fields)


def evidence_of(stages, claims):
    return Evidence(claims, Contexts(claims, stages.pack), stages.pack)


def clustered(stages, *claims):
    groups = cluster_claims([[c] for c in claims], evidence_of(stages, claims))
    return sorted("".join(sorted(c.id for c in group)) for group in groups)


def test_claims_in_like_words_are_one_group(stages):
    assert clustered(stages, claim("a"), claim("b"), claim("c", context=(("goat", 1), ("bridg", 2)))) == ["ab", "c"]
    assert clustered(stages, claim("a"), claim("b", kind=Kind.PERCENT)) == ["a", "b"]
    assert clustered(stages, claim("a"), claim("b", per="day")) == ["a", "b"]


def test_what_stands_apart_from_one_stands_apart_from_its_group(stages):
    # a and c of one text give two values
    assert clustered(stages, claim("a"), claim("b"), claim("c", 900, source="a")) == ["ab", "c"]


def test_candidates_share_words_or_a_value(stages):
    def pairs(*claims):
        return sorted(candidates(list(claims), evidence_of(stages, claims)))

    far = tuple((f"w{i}", 1) for i in range(30))
    assert pairs(claim("a"), claim("b", 5)) == [(0, 1)]
    assert pairs(claim("a"), claim("b", source="a")) == []
    assert pairs(claim("a"), claim("b", context=(("goat", 1),))) == []
    # so few words in common are enough for one value, or one place of one sentence, and for no other
    assert pairs(claim("a"), claim("b", context=(*far, ("tarn", 40)))) == [(0, 1)]
    assert pairs(claim("a"), claim("b", 5, context=(*far, ("tarn", 40)))) == []
    slot = {"slot": "s"}
    assert pairs(claim("a", **slot), claim("b", 5, context=(*far, ("tarn", 40)), **slot)) == [(0, 1)]


def test_one_claim_a_source_speaks_for_a_group():
    part = [claim(f"{i}", source=f"{i % 20}") for i in range(40)]
    assert [c.id for c in representatives(part)] == [str(i) for i in range(12)]


def linked(stages, parts, *links):
    clusters = AverageLinkage(parts, evidence_of(stages, [c for part in parts for c in part]))
    clusters.link(iter(links))
    return ["".join(c.id for c in group) for group in clusters.groups()]


def test_the_mean_over_all_pairs_decides(stages):
    parts = [[claim("a")], [claim("b")], [claim("c")]]
    sure, least = 1000, int(stages.pack.matching.values.join * 1000)
    assert linked(stages, parts, Link(sure, 1, 2, True)) == ["a", "bc"]
    # a pair that is no candidate counts as 0
    half = Link(2 * least, 0, 1, True)
    assert linked(stages, parts, Link(sure, 1, 2, True), half) == ["abc"]
    assert linked(stages, parts, Link(sure, 1, 2, True), half._replace(probability=2 * least - 1)) == ["a", "bc"]
    # whatever order the links come in
    assert linked(stages, parts, half, Link(sure, 1, 2, True)) == ["abc"]


def test_what_agrees_on_nothing_needs_what_makes_a_difference_worth_telling(stages):
    parts = [[claim("a")], [claim("b", 5)]]
    bars = stages.pack.matching.values
    least = int(min(bars.find, bars.join) * 1000)
    assert linked(stages, parts, Link(least, 0, 1, False)) == ["ab"]
    assert linked(stages, parts, Link(least - 1, 0, 1, False)) == ["a", "b"]
    assert least < bars.join * 1000
    assert linked(stages, parts, Link(least, 0, 1, True)) == ["a", "b"]


def test_one_text_gives_a_fact_one_value(stages):
    parts = [[claim("a")], [claim("b")], [claim("c", 5, source="a")]]
    assert linked(stages, parts, Link(900, 0, 1, True), Link(1000, 1, 2, False)) == ["a", "bc"]
    assert linked(stages, parts, Link(1000, 0, 1, True), Link(900, 1, 2, False)) == ["ab", "c"]


def money(name, unit, **fields):
    subject = fields.pop("subject", Subject("acme", "Acme"))
    return claim(name, 499, kind=Kind.MONEY, unit=unit, dimension="currency", subject=subject, **fields)


def relabelled(stages, *groups):
    evidence = evidence_of(stages, [c for group in groups for c in group])
    return ["".join(c.id for c in group) for group in merge_relabelled([list(group) for group in groups], evidence)]


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
