"""Coverage tells what is in a claim, what a rule set aside and what was not read, and `explain --why-not` agrees."""

import click
import pytest

from reconcile.cli.why_not import WhyNot
from reconcile.pipeline import default_pipeline, document

TEXTS = [
    "The yard sold 40 boats in 2019. Then came three years.",
    "The yard sold 40 boats in 2019. In 2019 a quay.",
    "The yard sold 40 boats every two weeks.",
    "The yard had 40 boats. Ten minutes.",
    "Recently the yard sold 40 boats after two days.",
    "The firm sold 500 cars in 2019.",
    "In 2019 the yard opened. It sold 40 boats that year. The tide of 2021.",
    "2140 The mayor has arrived.\n\n2125 Police say 12 people were killed.\n\n4/8\n\n345 comments",
    "It has 6,5000,000 boats, and Apollo 11 landed.",
]


def states(text: str) -> dict[str, str]:
    coverage = default_pipeline().analyse(document(text)).coverage
    known = {text[place.start : place.end]: "in a claim" for place in coverage.places}
    left = {item.quote: item.skip_rule or "unread" for item in (*coverage.skipped, *coverage.unread)}
    return known | left


def test_a_time_in_no_claim_that_no_rule_sets_aside_is_unread():
    assert states("The yard sold 40 boats every two weeks.") == {"40": "in a claim", "every two weeks": "unread"}


def test_a_length_of_time_that_sets_the_scene_is_set_aside():
    assert states("The yard sold 40 boats after two days.")["two days"] == "excuse.duration-adjunct"


def test_a_time_that_names_none_is_set_aside():
    assert states("Recently the yard sold 40 boats.")["Recently"] == "excuse.vague-time"


def test_the_time_of_a_claim_is_in_it():
    assert states("The yard sold 40 boats in 2019.") == {"40": "in a claim", "2019": "in a claim"}


def places(text: str) -> list[tuple[int, str]]:
    coverage = default_pipeline().analyse(document(text)).coverage
    return [(place.start, text[place.start : place.end]) for place in coverage.places]


def test_the_year_that_another_time_points_back_to_is_in_the_claim():
    assert states("2019 was a good year. The firm sold 500 cars that year.") == {
        "2019": "in a claim",
        "500": "in a claim",
        "that year": "in a claim",
    }


def test_of_equal_times_before_the_nearest_is_taken_up():
    text = "The tide of 2019. 2019 was a good year. That year was wet. The firm sold 500 cars that year."
    assert [start for start, quote in places(text) if quote == "2019"] == [text.index("2019 was")]


def test_a_number_in_no_mention_is_unread_or_set_aside():
    assert states("It has 6,5000,000 boats, and Apollo 11 landed.") == {
        "6,5000,000": "unread",
        "11": "non-quantity.name",
    }


def test_an_equal_time_elsewhere_is_in_no_claim():
    text = "The yard sold 40 boats in 2019. Snow fell. The tide of 2019."
    coverage = default_pipeline().analyse(document(text)).coverage
    assert [(item.quote, item.span.start) for item in coverage.unread] == [("2019", text.rindex("2019"))]


@pytest.mark.parametrize("text", TEXTS)
def test_every_number_and_time_has_one_state(text):
    read = default_pipeline().analyse(document(text))
    spans = [*read.coverage.places, *(u.span for u in (*read.coverage.skipped, *read.coverage.unread))]
    assert len(spans) == len(set(spans)) == read.coverage.total
    assert {mention.span for mention in read.mentions} <= set(spans)


def why(text: str) -> dict[str, str]:
    """The first line below each head of `explain --why-not`, by the number or time it is of."""
    stages = default_pipeline()
    blocks = WhyNot(stages, document(text), stages.analyse(document(text)), None).blocks(None)
    return {
        head.split("  ")[1].split(" (")[0]: reported.strip()
        for head, reported, *_ in map(str.splitlines, map(click.unstyle, blocks))
    }


@pytest.mark.parametrize("text", TEXTS)
def test_why_not_says_what_coverage_says(text):
    reported = why(text)
    for quote, state in states(text).items():
        if state == "in a claim":
            assert reported[quote].startswith(("taken by", "no claim  it is none by itself"))
        elif state == "unread":
            assert reported[quote].startswith("unread")
        else:
            assert reported[quote].startswith(f"set aside {state}")
