"""Numbers to words and back, every format of a value reads back to it, offsets quote the text, no input raises."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.extractors.mentions import read_mentions
from reconcile.extractors.quantities.skip_reasons import find_skip_reasons
from reconcile.model.mention import Mention
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def spell(n: int, *, british: bool) -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, word in SCALES:
        if n >= size:
            head = f"{spell(n // size, british=british)} {word}"
            if not n % size:
                return head
            joiner = " and " if british and n % size < 100 else " "
            return head + joiner + spell(n % size, british=british)
    raise AssertionError(n)


def read(text: str) -> tuple[Mention, ...]:
    pipeline = default_pipeline()
    return read_mentions(Tokens(text), pipeline.pack, pipeline.grammar)


def only(text: str) -> Decimal:
    found = [m for m in read(text) if m.value is not None]
    assert len(found) == 1, [(m.quote, m.kind) for m in found]
    assert found[0].value is not None
    low = found[0].value.low
    assert low is not None
    return low


@given(st.integers(2, 10**14), st.booleans())
@settings(max_examples=150, deadline=None)
def test_words_read_back(n: int, british: bool) -> None:
    assert only(f"They have {spell(n, british=british)}.") == n


@given(st.integers(10000, 10**13))
@settings(max_examples=100, deadline=None)
def test_digit_formats_read_back(n: int) -> None:
    for form in (f"{n:,}", f"{n:,}".replace(",", "\u202f"), str(n)):
        assert only(f"It gave ${form}!") == n
        assert only(f"It gave {form} dollars!") == n
        assert only(f"It gave {form} kg!") == n


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(["million", "billion", "m", "bn"]))
@settings(max_examples=100, deadline=None)
def test_scales_read_back(whole: int, tenth: int, scale: str) -> None:
    factor = Decimal(1000000) if scale[0] == "m" else Decimal(1000000000)
    space = " " if len(scale) > 2 else ""
    want = Decimal(f"{whole}.{tenth}") * factor
    assert only(f"It gave ${whole}.{tenth}{space}{scale}!") == want


PIECES = st.sampled_from(
    [
        "0",
        "1",
        "7",
        "12",
        "3.5",
        "1,000",
        "12,5",
        ".5",
        "½",
        "1/2",
        "-",
        "–",
        "+",
        "$",
        "€",
        "£",
        "%",
        "°",
        "'",
        '"',
        "(",
        ")",
        ".",
        ",",
        ":",
        "/",
        "^",
        "x",
        "e",
        "k",
        "m",
        "bn",
        "million",
        "hundred",
        "one",
        "two",
        "half",
        "third",
        "dozen",
        "more",
        "than",
        "at",
        "least",
        "about",
        "between",
        "from",
        "to",
        "and",
        "or",
        "of",
        "in",
        "a",
        "the",
        "per",
        "over",
        "nearly",
        "percent",
        "points",
        "km",
        "in",
        "kg",
        "pounds",
        "years",
        "old",
        "aged",
        "No",
        "#",
        "first",
        "largest",
        "most",
        "USD",
        "US",
        "A",
        "S",
        "iPhone",
        "thousands",
        "tens",
        "both",
        "minus",
        "each",
        "10",
        "2017",
        "S&P",
        " ",
        "\n",
        "\xa0",
        "𝟛",
        "٣",
        "²",
        "⁄",
    ]
)


@pytest.mark.slow
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=30).map(lambda p: "".join(a + b for a, b in p)))
@settings(max_examples=300, deadline=None)
def test_offsets_quote_the_text_and_nothing_raises(text: str) -> None:
    pipeline = default_pipeline()
    tokens = Tokens(text)
    found = read_mentions(tokens, pipeline.pack, pipeline.grammar)
    last = 0
    for mention in found:
        assert mention.span.start >= last
        assert text[mention.span.start : mention.span.end] == mention.quote != ""
        assert mention.value is not None or mention.timex is not None
        last = mention.span.end
    for excuse in find_skip_reasons(tokens, pipeline.pack, found):
        assert text[excuse.span.start : excuse.span.end] == excuse.quote


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    assert all(text[m.span.start : m.span.end] == m.quote for m in found)


@pytest.mark.slow
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=20).map(lambda p: "".join(a + b for a, b in p)))
@settings(max_examples=200, deadline=None)
def test_every_digit_is_in_a_mention_or_excused(text: str) -> None:
    pipeline = default_pipeline()
    tokens = Tokens(text)
    found = read_mentions(tokens, pipeline.pack, pipeline.grammar)
    covered = [m.span for m in found] + [e.span for e in find_skip_reasons(tokens, pipeline.pack, found)]
    for i, char in enumerate(text):
        if char.isdecimal():
            assert any(span.start <= i < span.end for span in covered), (i, char, covered)
