from reconcile.model.tokens import Tokens
from reconcile.rules.metrics import MetricRule, Metrics, Nature


def metric(name, *exclude):
    return MetricRule(name, name, "count", Nature.FLOW, triggers=("lit",), exclude=exclude)


def test_a_longer_exclusion_of_one_metric_does_not_hide_the_shorter_one_of_another():
    table = Metrics((metric("a", "raised"), metric("b", "raised beds"), metric("c", "beds")))
    tokens = Tokens("it raised beds")
    assert table.exclusions.match(tokens, 1) == (frozenset({"a", "b"}), 3)
    assert table.exclusions.match(Tokens("it raised money"), 1) == (frozenset({"a"}), 2)
    assert table.exclusions.match(tokens, 2) == (frozenset({"c"}), 3)
