"""What a rule for a value would say, from its sentence alone."""

from decimal import Decimal

import pytest

from reconcile.extractors.claims.metric_refusals import parse_at
from reconcile.extractors.claims.rule_proposals import example_of, proposed, slug
from reconcile.pipeline import document
from reconcile.rules.metrics import Nature


def proposal(stages, text, quote):
    read = stages.analyse(document(text))
    span = next(m.span for m in read.mentions if m.quote == quote)
    found = parse_at(read.segments, stages.pack, read.names, read.mentions, span)
    claim = next((c for c in read.claims if c.span == span), None)
    return proposed(*found, claim), claim


@pytest.mark.parametrize(
    ("text", "quote", "wanted"),
    [
        (
            "Marl Pottery glazed 4,000 urns in 2031.",
            "4,000",
            {"dimension": "count", "nouns": ("urn",), "triggers": ("glazed",), "id": "urns-glazed"},
        ),
        ("Marl Pottery levies $3 a barrel.", "$3 a barrel", {"dimension": "currency", "per": ("barrel",), "nouns": ()}),
        (
            "The kiln glowed at 900 degrees Celsius.",
            "900 degrees Celsius",
            {"dimension": "temperature", "triggers": ("glowed",)},
        ),
        (
            "The kiln opened on 3 May 2031.",
            "3 May 2031",
            {"dimension": "event", "nature": Nature.EVENT, "verbs": ("open",), "triggers": ("kiln",)},
        ),
    ],
)
def test_a_rule_is_proposed_from_what_the_value_is(stages, text, quote, wanted):
    rule, _ = proposal(stages, text, quote)
    assert {key: getattr(rule, key) for key in wanted} == wanted


def test_an_example_asserts_all_that_the_claim_says(stages):
    text = "Marl Pottery glazed more than 4,000 urns in 2031."
    rule, claim = proposal(stages, text, "more than 4,000")
    (want,) = example_of(text, rule, claim).get
    assert (want.quote, want.kind, want.unit, want.subject) == ("more than 4,000", "count", "urn", "Marl Pottery")
    assert (want.metric, want.period, want.value, want.low) == ("urns-glazed", "2031", None, Decimal(4000))


def test_a_slug_is_small_letters_and_hyphens():
    assert slug("Urns glazed (net, in May)") == "urns-glazed-net-in-may"
