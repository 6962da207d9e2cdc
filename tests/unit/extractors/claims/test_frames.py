from decimal import Decimal

import pytest

from reconcile.pipeline import document


def claim(stages, text, quote, **about):
    found = [c for c in stages.claims(document(text, **about)) if c.quote == quote]
    assert len(found) == 1, [c.quote for c in stages.claims(document(text, **about))]
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "subject", "metric"),
    [
        ("Acme sold 5 million hats.", "5 million", "Acme", "hats sold"),
        ("Acme, which makes cars, sold 5 million bikes.", "5 million", "Acme", "bikes sold"),
        ("Acme has a fleet of 300 vans.", "300", "Acme", "vans fleet"),
        ("The girth of the Halden oak was 9 metres.", "9 metres", "Halden oak", "girth"),
        ("Acme's pledge stood at $4 billion.", "$4 billion", "Acme", "pledge"),
        ("Borex and its rival grew. Acme, with pledges of $4 billion, did not.", "$4 billion", "Acme", "pledges"),
        ("Nokia grew, and it sold 5 million hats.", "5 million", "Nokia", "hats sold"),
        ("Nokia rose and sold 5 million hats.", "5 million", "Nokia", "hats sold"),
        ("Nokia plans to build 40 ships.", "40", "Nokia", "ships build"),
    ],
)
def test_subject_and_metric_without_rules(stages, text, quote, subject, metric):
    found = claim(stages, text, quote)
    assert found.subject.label == subject
    assert found.metric.is_open
    assert found.metric.label == metric


def test_a_description_denotes_a_main_party_only_where_one_fits(stages):
    lead = "Apple and Nokia met. "
    assert claim(stages, lead + "The Finnish company sold 5 million cars.", "5 million").subject.id == "nokia"
    assert claim(stages, lead + "The company sold 5 million cars.", "5 million").subject.id not in ("nokia", "apple")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The two companies sold cars.", "two"),
        ("One of the firms sold cars.", "One"),
        ("It ran like a hundred horses.", "a hundred"),
    ],
)
def test_what_points_back_or_likens_asserts_nothing(stages, text, quote):
    assert not [c for c in stages.claims(document(text)) if c.quote == quote]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Acme sold 5 million cars.", "asserted"),
        ("Acme will sell 5 million cars.", "forecast"),
        ("Acme could sell 5 million cars.", "forecast"),
        ("Acme plans to sell 5 million cars.", "target"),
        ("Acme did not sell 5 million cars.", "denied"),
        ("If Acme sold 5 million cars, it would grow.", "hypothetical"),
        ("Acme will grow, but it sold 5 million cars.", "asserted"),
    ],
)
def test_factuality(stages, text, factuality):
    assert claim(stages, text, "5 million").factuality == factuality


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to the Dale Institute, Acme sold 5 million cars.", "Dale Institute"),
        ("Acme sold 5 million cars, said Jane Marsh.", "Jane Marsh"),
        ("Borex estimated that Acme sold 5 million cars.", "Borex"),
        ("Acme sold 5 million cars.", None),
    ],
)
def test_attribution(stages, text, who):
    assert claim(stages, text, "5 million").attribution == who


def test_every_claim_is_anchored_and_has_a_trail(stages):
    text = "Acme sold 5 million cars. Jane Marsh, CEO of Acme, has 30 horses."
    for c in stages.claims(document(text)):
        assert text[c.span.start : c.span.end] == c.quote
        assert c.trail


def test_exact_value_and_precision(stages):
    value = claim(stages, "Acme sold 5.20 million cars.", "5.20 million").value
    assert (value.low, value.ulp) == (Decimal(5200000), Decimal(10000))
