"""Why a rule refuses a value: one sentence a condition, and the change of the rule that would help."""

import msgspec
import pytest

from reconcile.extractors.claims.metric_matching import Condition
from reconcile.extractors.claims.metric_refusals import parse_at, phrases_near, refusals
from reconcile.extractors.claims.rule_proposals import remedies
from reconcile.pipeline import document, load_rules, pipeline

RULES = """\
metrics:
  - id: kilns-lit
    label: kilns lit
    dimension: count
    nature: flow
    triggers: [kindled]
    nouns: [kiln]
    exclude: [drill]
  - {id: kiln-price, label: price of a kiln, dimension: currency, nature: instant, triggers: [kiln rate], per: [kiln]}
  - {id: kiln-opening, label: kiln opening, dimension: event, nature: event, triggers: [new kiln], verbs: [inaugurate]}
  - {id: kiln-crew, label: crew, dimension: count, nature: instant, triggers: [stokers number], bare: true}
"""


@pytest.fixture(scope="module")
def kilns(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kilns")
    (folder / "metrics").mkdir()
    (folder / "metrics" / "kilns.yaml").write_text(RULES, encoding="utf-8")
    return pipeline(load_rules(folder))


def refused(stages, text, quote, rule):
    read = stages.analyse(document(text))
    span = next(m.span for m in read.mentions if quote in m.quote)
    parse, anchored = parse_at(read.segments, stages.pack, read.names, read.mentions, span)
    return next(r for r in refusals(parse, anchored) if r.rule.id == rule), phrases_near(parse, anchored)


@pytest.mark.parametrize(
    ("text", "quote", "rule", "condition", "words"),
    [
        ("Marl Pottery kindled 30 stoves.", "30", "kilns-lit", Condition.NOUNS, "“stove” is none of its nouns (kiln)"),
        ("Marl Pottery fired 30 kilns.", "30", "kilns-lit", Condition.TRIGGERS, "none of its triggers"),
        ("Marl Pottery kindled 30 kilns in a drill.", "30", "kilns-lit", Condition.EXCLUDE, "“drill” stands"),
        ("Marl Pottery paid $30 to be kindled.", "$30", "kilns-lit", Condition.DIMENSION, "count; this is currency"),
        ("Marl asked a kiln rate of $30 a day.", "$30", "kiln-price", Condition.PER, "this is per day"),
        ("The fire was kindled; Marl has 30 kilns.", "30", "kilns-lit", Condition.CLAUSE, "another clause, beyond “;”"),
        ("Marl opened a new kiln on 3 May 2031.", "2031", "kiln-opening", Condition.VERBS, "time is “open”"),
    ],
)  # fmt: skip
def test_the_first_condition_that_failed_is_named(kilns, text, quote, rule, condition, words):
    found, _ = refused(kilns, text, quote, rule)
    assert found.failures[0].condition is condition
    assert words in found.failures[0].note


def test_a_rule_that_takes_the_value_has_no_failure_and_is_the_nearest(kilns):
    text = "Marl Pottery kindled 30 kilns."
    found, _ = refused(kilns, text, "30", "kilns-lit")
    assert found.failures == ()
    read = kilns.analyse(document(text))
    parse, anchored = parse_at(read.segments, kilns.pack, read.names, read.mentions, read.mentions[0].span)
    assert refusals(parse, anchored)[0].rule.id == "kilns-lit"


@pytest.mark.parametrize(
    ("text", "quote", "rule", "key", "value"),
    [
        ("Marl Pottery kindled 30 stoves.", "30", "kilns-lit", "nouns", ("kiln", "stove")),
        ("Marl Pottery fired 30 kilns.", "30", "kilns-lit", "triggers", ("kindled", "fired")),
        ("Marl Pottery kindled 30 kilns in a drill.", "30", "kilns-lit", "exclude", ()),
        ("Marl opened a new kiln on 3 May 2031.", "2031", "kiln-opening", "verbs", ("inaugurate", "open")),
    ],
)
def test_the_first_remedy_changes_the_key_that_failed(kilns, text, quote, rule, key, value):
    found, phrases = refused(kilns, text, quote, rule)
    remedy = next(remedies(found, phrases))
    assert remedy.keys == (key,)
    assert getattr(remedy.rule, key) == value
    assert msgspec.structs.replace(remedy.rule, **{key: getattr(found.rule, key)}) == found.rule


def test_no_words_help_against_another_dimension(kilns):
    found, phrases = refused(kilns, "Marl Pottery paid $30 to be kindled.", "$30", "kilns-lit")
    assert list(remedies(found, phrases)) == []
