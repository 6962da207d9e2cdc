"""Severity: base, raised where the gap changes a conclusion, lowered where it is less sure, every step shown."""

import pytest

from reconcile import document, reconcile


def finding(*texts, code="RC101"):
    run = reconcile([document(text, id=f"{'abcd'[i]}.txt") for i, text in enumerate(texts)])
    return next(f for f in run.findings if f.code == code)


def steps(*texts, code="RC101"):
    return finding(*texts, code=code).severity_steps


def test_the_base_is_shown_alone_where_nothing_moves_it():
    found = finding(
        "Revenue of Acme Steel was $41 million in 2030.", "Acme Steel reported revenue of $47 million in 2030."
    )
    assert (str(found.severity), found.severity_steps) == ("error", ("error (base)",))


@pytest.mark.parametrize(
    ("one", "other", "raised"), [(48, 53, True), (41, 46, False), (53, 58, False), (49.6, 50.3, True)]
)
def test_two_sides_of_a_majority_raise(one, other, raised):
    found = steps(
        f"Odo Brandt won {one} percent of the vote in 2030.", f"In 2030 Odo Brandt won {other} percent of the vote."
    )
    assert ("raised: a majority (50) lies between the sides" in found) is raised


def test_anothers_value_between_the_sides_raises():
    found = steps(
        "Revenue of Acme Steel was $41 million in 2030. Revenue of Dale Mills was $44 million in 2030.",
        "Acme Steel reported revenue of $47 million in 2030.",
    )
    assert found[1] == "raised: the order with Dale Mills, $44 million, depends on it"


def test_a_value_beyond_both_sides_raises_nothing():
    found = steps(
        "Revenue of Acme Steel was $41 million in 2030. Revenue of Dale Mills was $49 million in 2030.",
        "Acme Steel reported revenue of $47 million in 2030.",
    )
    assert found == ("error (base)",)


def test_being_first_or_not_raises():
    texts = (f"Acme Steel was ranked {place} among steel makers in 2030." for place in ("first", "third"))
    assert "raised: only one side has it first" in steps(*texts, code="RC301")


def test_copies_of_one_origin_lower():
    words = "revenue of Acme Steel, which runs old mills on the north bank of the Orm, was $4{} million in 2030"
    found = finding(f"It was said that {words.format(1)}.", f"Last week {words.format(7)}.")
    assert str(found.severity) == "warning"
    assert found.severity_steps[1].startswith("lowered: all sides copy one origin")
