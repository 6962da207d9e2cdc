"""The weights of evidence as a rule file."""

from decimal import Decimal

from reconcile.reconciler.matching.evidence import Weighed
from reconcile.rules.load import read
from reconcile.rules.matching import Feature, Model
from reconcile.rules.source import PackFile


def told(text):
    pack, problems = read([PackFile("matching.yaml", text, "own/matching.yaml")])
    return pack.matching, problems


def test_where_no_pack_says_anything_nothing_is_joined():
    matching, problems = told("")
    assert not problems
    assert matching.values == matching.events == Model()
    assert Weighed(matching.values).join == 1000


def test_weights_are_given_by_feature():
    matching, problems = told("values: {bias: -1.5, join: 0.4, find: 0.2, weights: {values-fit: 2.61}}")
    assert not problems
    assert matching.values == Model(
        Decimal("-1.5"), {Feature.VALUES_FIT: Decimal("2.61")}, Decimal("0.4"), Decimal("0.2")
    )


def test_a_feature_that_nobody_counts_is_refused_with_its_place():
    _, problems = told("values:\n  weights:\n    value-fits: 2\n")
    assert [p.where for p in problems] == ["own/matching.yaml:1:1"]
    assert "value-fits" in problems[0].message


def test_the_bars_and_weights_of_the_default_pack(stages):
    for model in (stages.pack.matching.values, stages.pack.matching.events):
        assert 0 < model.join < 1
        assert 0 < model.find < 1
        assert model.weights[Feature.SHARED_WORDS] > 0
        assert model.weights[Feature.VALUES_FIT] > 0
        # two digits: what is written is what is weighed
        assert all(weight == round(weight, 2) for weight in (model.bias, *model.weights.values()))
