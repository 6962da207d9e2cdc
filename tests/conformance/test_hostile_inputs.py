"""No input raises, and none takes out of proportion: time grows in line with length, and text without numbers costs no
more than a few times what news of its length does."""

import time
from pathlib import Path

import pytest

from reconcile.pipeline import document

SIZE = 60_000
# the aim is three, and two for twice the length; clocks on shared machines waver
FACTOR = 4
GROWTH = 3
# in these no token is a number: there is nothing to read
EMPTY = ("digits", "commas", "hyphens", "one-word", "hedges", "quotation-marks", "prepositions", "brackets")
SEEDS = Path(__file__).parents[2] / "seeds"

PIECES = {
    "digits": "9",
    "spaced-digits": "9 ",
    "commas": ",",
    "hyphens": "a-",
    "numbers-and-hyphens": "1-",
    "slashes": "1/",
    "one-word": "a",
    "hedges": "about more than ",
    "dollars": "$",
    "scales": "million ",
    "number-words": "five and ",
    "capitals": "Aa ",
    "names": "Al, ",
    "quotation-marks": '"“',
    "months": "May ",
    "selectors": "last ",
    "prepositions": "of the ",
    "brackets": "(",
    "between": "between ",
    "ordinals": "third ",
    "titles": "CEO ",
    "relatives": "who said ",
    "initials": "a. ",
    "years": "1999 ",
    "money": "$5 ",
    "from-to": "from 5 to ",
    "genitives": "a's ",
}


def seconds(stages, text):
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        stages.claims(document(text))
        best = min(best, time.process_time() - begin)
    return best


@pytest.fixture(scope="module")
def news_seconds(stages):
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return seconds(stages, (text * (SIZE // len(text) + 1))[:SIZE])


@pytest.mark.parametrize("name", EMPTY)
def test_text_without_numbers_costs_no_more_than_a_few_times_news(stages, news_seconds, name):
    assert seconds(stages, (PIECES[name] * SIZE)[:SIZE]) <= FACTOR * news_seconds


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_in_line_with_length(stages, piece):
    half, whole = (seconds(stages, (piece * SIZE)[:n]) for n in (SIZE // 4, SIZE // 2))
    assert whole <= GROWTH * half + 0.05
