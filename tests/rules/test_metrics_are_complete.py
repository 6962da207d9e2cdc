"""Each metric of the default pack says all it should, and proves it with one example that asserts everything."""

import pytest

from reconcile.rules.examples import Want
from reconcile.rules.load import load
from reconcile.rules.metrics import KINDS, Nature
from reconcile.sources.packs import default_pack, read_pack

METRICS = list(load(read_pack(default_pack())).metrics.by_id.values())
# What most newsrooms ask for by name, one from each area.
NAMED = {
    "market-value", "revenue", "net-profit", "units-sold", "users", "employees", "purchase-price", "stake",
    "share-price",
    "funding-raised", "economic-growth", "inflation-rate", "unemployment-rate", "interest-rate", "exports", "votes",
    "turnout", "seats", "poll-share", "killed", "injured", "missing", "magnitude", "displaced", "cases", "vaccinated",
    "electricity-generated", "emissions", "temperature", "satellites-launched", "goals", "attendance",
}  # fmt: skip


def named(metric):
    return metric.id


def lacks(metric, want):
    """What an example's want leaves unsaid, of what makes a claim."""
    event = metric.nature is Nature.EVENT
    value = any(getattr(want, end) is not None for end in ("value", "low", "high"))
    stated = {
        "metric": want.metric == metric.id,
        "period": want.period is not None,
        "value": value or event,
        "unit": want.unit is not None or event or metric.dimension in KINDS,
        "subject": want.subject is not None or event,
    }
    return [name for name, holds in stated.items() if not holds]


@pytest.mark.parametrize("metric", METRICS, ids=named)
def test_one_example_asserts_value_unit_subject_metric_and_period(metric):
    wants = [want for example in metric.examples for want in example.get]
    assert wants
    missing = min((lacks(metric, want) for want in wants), key=len)
    assert missing == [], f"no example of {metric.id} asserts its {', '.join(missing)}"


@pytest.mark.parametrize("metric", METRICS, ids=named)
def test_each_has_a_sentence_to_leave_alone_and_a_range_of_plausible_values(metric):
    assert any(example.none for example in metric.examples)
    if metric.nature is not Nature.EVENT:
        assert metric.plausible is not None
        assert None not in (metric.plausible.low, metric.plausible.high)
        assert metric.plausible.low < metric.plausible.high
    assert 0 <= metric.tolerance <= 1 / 10
    assert metric.label
    assert metric.triggers


def test_the_areas_of_a_newsroom_are_covered():
    ids = {metric.id for metric in METRICS}
    assert NAMED - ids == set()
    assert len(ids) >= 170


def test_a_metric_that_lacks_something_is_found_out():
    metric = next(m for m in METRICS if m.id == "revenue")
    assert lacks(metric, Want("$5", metric="revenue", subject="Acme")) == ["period", "value", "unit"]
