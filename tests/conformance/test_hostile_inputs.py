"""No input raises, and none takes out of proportion: time grows in line with length, and text without numbers costs no
more than a few times what news of its length does."""

import time
from pathlib import Path

import pytest

from reconcile.pipeline import document

pytestmark = pytest.mark.slow

SIZE = 60_000
# the aim is three, and two for twice the length; clocks on shared machines waver
FACTOR = 4
GROWTH = 3
TRIES = 5
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
    """Processor time of one run: what else the machine does is not counted, though it can slow a run by its caches."""
    begin = time.process_time()
    stages.claims(document(text))
    return time.process_time() - begin


def takes_at_most(stages, text, limit):
    """Whether one of several runs keeps to a limit; a text that costs out of proportion does not, however often."""
    return any(seconds(stages, text) <= limit for _ in range(TRIES))


@pytest.fixture(scope="module")
def news_seconds(stages):
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    news = (text * (SIZE // len(text) + 1))[:SIZE]
    return min(seconds(stages, news) for _ in range(2))


@pytest.mark.parametrize("name", EMPTY)
def test_text_without_numbers_costs_no_more_than_a_few_times_news(stages, news_seconds, name):
    assert takes_at_most(stages, (PIECES[name] * SIZE)[:SIZE], FACTOR * news_seconds)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_in_line_with_length(stages, piece):
    short, long = ((piece * SIZE)[:n] for n in (SIZE // 4, SIZE // 2))
    half = min(seconds(stages, short) for _ in range(2))
    assert takes_at_most(stages, long, GROWTH * half + 0.05)


def test_what_costs_the_square_of_its_length_is_found():
    class Squaring:
        def claims(self, document):
            for _ in document.text:
                document.text.count("no such word")

    short, long = ("a" * n for n in (10_000, 20_000))
    half = min(seconds(Squaring(), short) for _ in range(2))
    assert not takes_at_most(Squaring(), long, GROWTH * half)
