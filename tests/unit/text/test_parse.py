"""Noun phrases: what belongs to one, where the next begins, and that a long one costs no more than short ones."""

import time

import pytest

from reconcile.extractors.mentions import read_mentions
from reconcile.pipeline import document
from reconcile.text.parse import SentenceParse
from reconcile.text.segments import segment


def parsed(stages, text):
    segments = segment(document(text), stages.pack.language)
    return SentenceParse(segments, stages.pack, 0, (), read_mentions(segments.tokens, stages.pack, stages.grammar))


def phrases(parse):
    """The phrases of a sentence, each once, as written."""
    found = dict.fromkeys(parse.phrase_at(i) for i in range(parse.first, parse.last))
    return [parse.text(p.first, p.last) for p in found if p is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They sold the firm 3 million phones.", ["They", "the firm 3 million phones"]),
        ("They sold the firm its 3 mills.", ["They", "the firm", "its 3 mills"]),
        ("They sold all the ships.", ["They", "all the ships"]),
        ("They saw a publicly traded miller.", ["They", "a publicly traded miller"]),
        ("They saw a short-haul ship.", ["They", "a short-haul ship"]),
        ("They cut its 2012 budget.", ["They", "its 2012 budget"]),
        ("They sold budgets in 2012 and fled.", ["They", "budgets"]),
        ("Revenue of the firm fell.", ["Revenue", "the firm"]),
    ],
)
def test_what_makes_one_phrase(stages, text, found):
    assert phrases(parsed(stages, text)) == found


def test_a_genitive_that_opens_a_phrase_is_in_its_own_alone(stages):
    parse = parsed(stages, "On Monday's vote the council fell.")
    at = next(i for i in range(parse.first, parse.last) if parse.key(i) == "vote")
    assert phrases(parse)[-1] == "the council"
    assert parse.text(parse.phrase_at(at).first, parse.phrase_at(at).last) == "vote"


def test_outside_the_sentence_there_is_no_phrase(stages):
    parse = parsed(stages, "The firm fell.")
    assert parse.phrase_at(parse.first - 1) is None
    assert parse.phrase_at(parse.last) is None


@pytest.mark.parametrize("piece", ["twenty-", "1 lakh ", "its 2 "])
def test_a_long_phrase_costs_no_more_than_as_many_words_in_short_ones(stages, piece):
    """Processor seconds for the phrases of all words; the limit is twice, and clocks waver."""
    short, long = parsed(stages, piece * 20), parsed(stages, piece * 140)
    least = min(seconds(short, 70) for _ in range(5))
    assert any(seconds(long, 10) <= 2.5 * least for _ in range(5))


def seconds(parse, times):
    begin = time.process_time()
    for _ in range(times):
        again = SentenceParse(parse.segments, parse.pack, 0, (), tuple(b.mention for b in parse.mentions))
        for i in range(parse.first, parse.last):
            again.phrase_at(i)
            again.genitive_in(i, parse.last)
    return time.process_time() - begin
