"""Which rules are proposed: the phrase that switches one off, how wide a tolerance, which name is whose."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from reconcile.errors import Severity
from reconcile.model.claim import Claim, Metric, Subject
from reconcile.model.document import Document, Source
from reconcile.model.finding import Evidence, Finding, Relation
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.model.words import stem
from reconcile.review.deciding import Lookup
from reconcile.review.proposals import proposals
from reconcile.rules.entities import Entity, EntityType
from reconcile.rules.examples import Example, Want
from reconcile.rules.metrics import MetricRule, Nature

OTTERS = Metric("otters", "otters")


def rule(*read, triggers=("saw", "saw again"), tolerance=Decimal(0)):
    examples = tuple(Example(say, (Want("5"),)) for say in read)
    return MetricRule(
        "otters", "otters", "count", Nature.CONSTANT, triggers=triggers, examples=examples, tolerance=tolerance
    )


def claim(document, number, subject=None, metric=OTTERS, context=()):
    at = document.text.index(number)
    return Claim(
        id=f"{document.id}:{at}",
        source=document.id,
        span=Span(at, at + len(number)),
        quote=number,
        sentence=Span(0, len(document.text)),
        kind=Kind.COUNT,
        rule="count.noun",
        trail=(),
        value=Value.exact(Decimal(number)),
        subject=None if subject is None else Subject(subject.lower(), subject),
        metric=metric,
        context=context,
    )


def proposed(*claims_and_documents, metric=None, entities=()):
    """The labels of what is proposed for a finding between claims, by their keys."""
    claims = [claim for claim, _ in claims_and_documents]
    documents = {document.id: document for _, document in claims_and_documents}
    pack = SimpleNamespace(
        metrics=SimpleNamespace(by_id={"otters": metric} if metric else {}),
        entities=SimpleNamespace(by_id={entity.id: entity for entity in entities}),
        policy=SimpleNamespace(synonyms={}),
        language=SimpleNamespace(function_words=()),
    )
    sides = tuple(Evidence(c.source, *c.span, c.quote, "", c.id) for c in claims)
    finding = Finding("RC101", "t", Severity.NOTE, Relation.CONFLICT, "", "", None, None, sides, (), "f0", ())
    known = Lookup(None, pack, {c.id: c for c in claims}, documents, {})
    return {proposal.key: proposal.label for proposal in proposals(finding, known)}


def text(words, name="a"):
    return Document(name, words, Source())


@pytest.mark.parametrize(
    ("sentence", "read", "phrase"),
    [
        ("Acme Park saw clever otters, 7 of them.", (), "saw clever"),
        ("Acme Park saw clever otters, 7 of them.", ("They saw clever cats.",), "Park saw"),
        ("Acme Park saw clever otters, 7 of them.", ("They saw clever cats.", "A Park saw 5."), "Park saw clever"),
        ("Acme Park saw 7 otters.", (), "Park saw"),
        ("Acme Park saw 7 otters.", ("A Park saw 5.",), "Acme Park saw"),
        ("Saw clever grey 7.", ("They saw clever cats.",), "Saw clever grey"),
        ("Saw 7.", (), None),
        ("7 in the park they saw", (), "they saw"),
        ("Acme Park saw again otters, 7 of them.", (), "saw again otters"),
    ],
)
def test_the_fewest_neighbours_that_no_sentence_to_be_read_has(sentence, read, phrase):
    document = text(sentence)
    found = proposed((claim(document, "7"), document), metric=rule(*read))
    wanted = None if phrase is None else f"“{phrase}” (a) says nothing of “otters”"
    assert found.get("exclude-1") == wanted


@pytest.mark.parametrize(
    ("low", "high", "tolerance", "per_cent"),
    [
        ("100", "104", "0", "3.9"),
        ("100", "125", "0", "20"),
        ("100", "126", "0", None),
        ("100", "100", "0", None),
        ("0", "5", "0", None),
        ("-9", "-8", "0", None),
        ("95", "100", "0.05", None),
        ("95", "100", "0.049", "5"),
    ],
)
def test_a_tolerance_is_as_wide_as_the_values_lie_apart_and_a_fifth_at_most(low, high, tolerance, per_cent):
    one, other = text(f"There are {high} otters.", "a"), text(f"There are {low} otters.", "b")
    sides = ((claim(one, high), one), (claim(other, low), other))
    found = proposed(*sides, metric=rule(tolerance=Decimal(tolerance)))
    wanted = None if per_cent is None else f"let values of “otters” differ by {per_cent} per cent"
    assert found.get("tolerance") == wanted
    assert "tolerance" not in proposed(*sides)


@pytest.mark.parametrize(
    ("first", "second", "known", "label"),
    [
        ("Acme", "Acme Foods", (), "“Acme Foods” is another name of “Acme”"),
        ("Acme", "Acme Foods", ("Acme Foods",), "“Acme” is another name of “Acme Foods”"),
        ("Acme", "Acme Foods", ("Acme", "Acme Foods"), None),
        ("Acme", "the firm", (), None),
        ("the firm", "Acme", (), None),
        ("Acme", "Acme", (), None),
        ("Acme", None, (), None),
    ],
)
def test_a_name_that_the_rules_do_not_know_becomes_that_of_the_other(first, second, known, label):
    one, other = text("5 otters", "a"), text("6 otters", "b")
    entities = [Entity(name.lower(), name, EntityType.UNKNOWN) for name in known]
    found = proposed((claim(one, "5", first), one), (claim(other, "6", second), other), entities=entities)
    assert found.get("alias-1") == label


def test_words_that_stand_next_to_one_value_alone_tell_the_two_apart():
    one, other = text("5 wild otters", "a"), text("6 tame otters", "b")
    near = (
        (claim(one, "5", context=((stem("otters"), 2), (stem("wild"), 1))), one),
        (claim(other, "6", context=((stem("otters"), 2), (stem("tame"), 1))), other),
    )
    assert proposed(*near)["parting"] == "what stands next to “wild” is not what stands next to “tame”"
    far = ((claim(one, "5", context=((stem("wild"), 40),)), one), near[1])
    assert "parting" not in proposed(*far)
