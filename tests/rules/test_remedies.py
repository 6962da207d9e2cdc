"""Whatever metric loses its triggers, an edit is found that makes it read its own example again."""

from dataclasses import replace
from itertools import islice

import msgspec
import pytest

from reconcile.extractors.claims.metric_matching import Condition
from reconcile.extractors.claims.metric_refusals import parse_at, phrases_near, refusals
from reconcile.extractors.claims.rule_proposals import remedies
from reconcile.pipeline import document
from reconcile.rules.load import load
from reconcile.rules.metrics import Metrics
from reconcile.sources.packs import default_pack, read_pack

METRICS = list(load(read_pack(default_pack())).metrics.by_id.values())[::5]


def with_rule(stages, rule):
    metrics = Metrics(tuple({**stages.pack.metrics.by_id, rule.id: rule}.values()))
    return replace(stages, pack=replace(stages.pack, metrics=metrics))


def taken(stages, text, metric):
    return next((c for c in stages.claims(text) if c.metric is not None and c.metric.id == metric), None)


@pytest.mark.parametrize("metric", METRICS, ids=lambda m: m.id)
def test_an_edit_is_found(stages, metric):
    example = next(example for example in metric.examples if example.get)
    text = document(example.say, published=example.on)
    claim = taken(stages, text, metric.id)
    broken = with_rule(stages, msgspec.structs.replace(metric, triggers=("no such words",)))
    assert taken(broken, text, metric.id) is None
    read = broken.analyse(text)
    parse, anchored = parse_at(read.segments, broken.pack, read.names, read.mentions, claim.span)
    refusal = next(r for r in refusals(parse, anchored) if r.rule.id == metric.id)
    assert [failure.condition for failure in refusal.failures] == [Condition.TRIGGERS]
    tried = islice(remedies(refusal, phrases_near(parse, anchored)), 12)
    assert any(taken(with_rule(broken, remedy.rule), text, metric.id) for remedy in tried)
