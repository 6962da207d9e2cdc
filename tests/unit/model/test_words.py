"""Stems: inflections of one word compare equal, other words do not."""

import pytest

from reconcile.model.words import singular, stem, stems


@pytest.mark.parametrize(
    ("word", "common"),
    [
        ("vendors", "vend"),
        ("vendor", "vend"),
        ("companies", "company"),
        ("planned", "plan"),
        ("planning", "plan"),
        ("plan", "plan"),
        ("plant", "plant"),
        ("march", "march"),
        ("glass", "glass"),
        ("glasses", "glass"),
        ("organisation", "organise"),
        ("organization", "organise"),
        ("use", "use"),
        ("bed", "bed"),
        ("egg", "egg"),
    ],
)
def test_what_a_word_is_compared_by(word, common):
    assert stem(word) == stem(word.upper()) == common


def test_the_stems_of_a_text_are_its_words_but_numbers_and_what_is_left_out():
    assert stems("The 40 planned plants", {"the"}) == {"plan", "plant"}


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("companies", "company"),
        ("boxes", "box"),
        ("glasses", "glass"),
        ("cars", "car"),
        ("bus", "bus"),
        ("news", "news"),
        ("women", "woman"),
        ("ties", "tie"),
    ],
)
def test_a_plural_has_a_singular(plural, one):
    assert singular(plural) == one
