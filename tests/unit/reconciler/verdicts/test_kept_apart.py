"""What keeps two claims apart, or holds two figures of one statement against each other, across two texts."""

from datetime import date

import pytest

from reconcile.pipeline import document, reconcile

DAY = date(2031, 5, 6)


def verdicts(one, other):
    """The relations of all pairs of the two texts."""
    run = reconcile([document(text, id=name, published=DAY) for name, text in (("a", one), ("b", other))])
    return [pair.relation for group in run.groups for pair in group.relations]


def test_a_birth_and_a_death_are_no_one_event_for_falling_in_one_year():
    assert "agree" not in verdicts("Ida Holm was born in Orle in 1971.", "Ida Holm died in Orle in 1971.")
    assert "agree" in verdicts("Ida Holm was born in Orle in 1971.", "In 1971 Ida Holm was born in Orle.")


def test_a_share_in_one_country_is_none_in_another():
    text = "Gross domestic product rose by {} percent in {} in 2029."
    assert "conflict" not in verdicts(text.format("2.1", "Austria"), text.format("3.4", "Spain"))
    assert "conflict" in verdicts(text.format("2.1", "Austria"), text.format("3.4", "Austria"))


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [("640", "600", ["conflict"]), ("about 640", "600", ["compatible"])]
)
def test_who_copies_a_sentence_rounds_nothing_in_it(one, other, wanted):
    text = "The top speed of the Tarn glider is {} km/h."
    assert verdicts(text.format(one), text.format(other)) == wanted


def test_an_age_told_of_one_year_is_one_however_far_the_figures_lie_apart():
    one, other = (
        "Ida Holm, a Manx painter, was 47 when she competed in 1998.",
        "Ida Holm was 12 when she competed for Orle in 1998.",
    )
    assert "conflict" in verdicts(one, other)


def test_lengths_of_which_no_word_says_what_they_are_do_not_clash():
    assert "conflict" not in verdicts("Ida Holm has two years.", "Ida Holm has three years.")
    assert "conflict" in verdicts("Ida Holm was jailed for two years.", "Ida Holm was jailed for three years.")
