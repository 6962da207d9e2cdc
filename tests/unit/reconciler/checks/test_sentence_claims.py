"""A sentence with its claims: which words stand around a value, and which sentence is right before it."""

import pytest
from check_texts import claim_of, sentence_of

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.reconciler.checks.sentence_claims import sentences, words_of


def test_words_are_in_small_letters_without_signs():
    assert words_of("Up 3.5%, to $9 (NOT_ten)") == ("up", "3", "5", "to", "9", "not", "ten")


def test_words_around_a_claim_are_the_nearest():
    sentence = sentence_of("One two three 12 four five 30 six", ("12", 12), ("30", 30))
    a, b = sentence.claims
    assert sentence.before(a, 2) == ("two", "three")
    assert sentence.after(a, 2) == ("four", "five")
    assert sentence.between(a, b) == ("four", "five")
    assert sentence.words[:2] == ("one", "two")
    assert sentence.previous == ()


@pytest.mark.parametrize(("text", "cut"), [("Some 1, 009 men", True), ("Some 1 009", True), ("In May, 009 men", False)])
def test_a_number_may_be_cut_in_two(text, cut):
    assert sentence_of(text, ("009", 9)).is_cut(sentence_of(text, ("009", 9)).claims[0]) is cut


def made(text, quote, kind=Kind.COUNT, value=1):
    """A claim in a sentence that ends with the next point."""
    start = text.index(quote)
    span = Span(text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, text.index(".", start) + 1)
    value = None if value is None else Value.exact(value)
    return Claim(quote, "a", Span(start, start + len(quote)), quote, span, kind, "test", (), value=value)


@pytest.mark.parametrize(
    ("gap", "follows"), [(" ", True), ("  \n", True), ("\n\n", False), ("    ", False), (" No. ", False)]
)
def test_the_sentence_before_is_that_of_the_paragraph(gap, follows):
    text = f"He has 40.{gap}She has 50."
    a = Claim("a", "a", Span(7, 9), "40", Span(0, 10), Kind.COUNT, "test", (), value=Value.exact(40))
    at = text.index("50")
    b = Claim(
        "b", "a", Span(at, at + 2), "50", Span(10 + len(gap), at + 3), Kind.COUNT, "test", (), value=Value.exact(50)
    )
    first, second = sentences(text, [b, a])
    assert (first.claims, first.previous) == ((a,), ())
    assert second.previous == ((a,) if follows else ())


def test_ranks_and_claims_without_a_value_are_in_no_sentence():
    text = "Third of 12."
    rank, count = made(text, "Third", Kind.RANK), made(text, "12")
    nothing = made(text, "of", value=None)
    (sentence,) = sentences(text, [count, rank, nothing])
    assert sentence.claims == (count,)
    assert claim_of(text, "12", 12).span == count.span
