"""Quoting sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from report_reader import read

from reconcile.model.span import Span
from reconcile.report.gfm import CONTEXT_CHARACTERS, WHOLE_CHARACTERS, quoted


def mark(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def test_a_short_sentence_is_quoted_whole() -> None:
    text = "Before. The mill sold 40 tons\nof flour. After."
    sentence = mark(text, "The mill sold 40 tons\nof flour.")
    assert quoted(text, sentence, [mark(text, "40 tons")]) == "“The mill sold **40 tons** of flour.”"


def test_two_values_in_one_sentence() -> None:
    text = "From 40 to $50."
    assert quoted(text, Span(0, len(text)), [mark(text, "$50"), mark(text, "40")]) == "“From **40** to **$50**.”"


def test_values_that_touch_become_one() -> None:
    text = "up 40 tons"
    assert quoted(text, Span(0, len(text)), [Span(3, 5), Span(6, 10)]) == "“up **40 tons**”"


def test_inside_a_word_tags_are_used() -> None:
    text = "for US$5m."
    assert quoted(text, Span(0, len(text)), [mark(text, "$5m")]) == "“for US<b>$5m</b>.”"


def test_a_long_sentence_is_cut_between_words_around_each_value() -> None:
    filler = "lorem ipsum dolor sit amet " * 30
    text = f"{filler}first 11 then {filler}last 22 end {filler}".strip()
    shown = quoted(text, Span(0, len(text)), [mark(text, "11"), mark(text, "22")])
    assert shown.startswith("“… ")
    assert shown.endswith(" …”")
    assert shown.count(" … ") == 1
    assert "first **11** then" in shown
    assert "last **22** end" in shown
    assert set(shown.strip("“”").replace("*", "").split()) - {"…"} <= set(text.split())
    assert len(shown) < 4 * CONTEXT_CHARACTERS + 200


def test_a_long_sentence_without_a_value_is_cut_at_its_end() -> None:
    text = "word " * 200
    shown = quoted(text, Span(0, len(text)), [])
    assert shown.startswith("“word")
    assert shown.endswith(" …”")
    assert len(shown) <= WHOLE_CHARACTERS + 30


def test_a_value_outside_the_sentence_is_left_alone() -> None:
    assert quoted("one two", Span(0, 3), [Span(4, 7)]) == "“one”"


@given(st.text(alphabet="ab $*5\n", max_size=900), st.integers(0, 900), st.integers(0, 900))
def test_what_is_marked_is_always_shown(text: str, a: int, b: int) -> None:
    low, high = sorted((min(a, len(text)), min(b, len(text))))
    shown = read(quoted(text, Span(0, len(text)), [Span(low, high)])).text
    assert "".join(text[low:high].split()) in "".join(shown.split())
