"""Forms of verbs by spelling, and families of verbs."""

from functools import cache

import pytest

from reconcile.rules.inflection import (
    family_words,
    is_reference,
    known_references,
    past,
    past_forms,
    present_participle,
    third_person,
    verb_forms,
    with_families,
)
from reconcile.rules.lexicon import Phrases, Synonyms, Words


@pytest.mark.parametrize(
    ("base", "third", "past_form", "participle"),
    [
        ("reach", "reaches", "reached", "reaching"),
        ("pass", "passes", "passed", "passing"),
        ("fix", "fixes", "fixed", "fixing"),
        ("veto", "vetoes", "vetoed", "vetoing"),
        ("carry", "carries", "carried", "carrying"),
        ("play", "plays", "played", "playing"),
        ("make", "makes", "maked", "making"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("tie", "ties", "tied", "tying"),
        ("plan", "plans", "planned", "planning"),
        ("cut", "cuts", "cutted", "cutting"),
        ("trim", "trims", "trimmed", "trimming"),
        ("sell", "sells", "selled", "selling"),
        ("load", "loads", "loaded", "loading"),
        ("show", "shows", "showed", "showing"),
        ("tax", "taxes", "taxed", "taxing"),
        ("visit", "visits", "visited", "visiting"),
        ("offer", "offers", "offered", "offering"),
        ("splash", "splashes", "splashed", "splashing"),
    ],
)
def test_forms_follow_the_spelling(base, third, past_form, participle):
    assert (third_person(base), past(base), present_participle(base)) == (third, past_form, participle)


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("occur", ("occured", "occurred")),
        ("visit", ("visited", "visitted")),
        ("plan", ("planned",)),
        ("reach", ("reached",)),
        ("load", ("loaded",)),
        ("follow", ("followed",)),
        ("develop", ("developed", "developped")),
    ],
)
def test_a_longer_verb_may_double_its_last_consonant(base, forms):
    assert past_forms(base) == forms


def test_a_verb_has_its_base_first_and_each_form():
    assert list(verb_forms("occur")) == ["occur", "occurs", "occured", "occurred", "occuring", "occurring"]
    assert list(verb_forms("move")) == ["move", "moves", "moved", "moving"]


ROWS = (("swim", "swam", "swum"),)


@cache
def words():
    return family_words([("moving", ["soar", "swim"]), ("moving", ["glide"]), ("ending", ["swim"])], ROWS)


def test_a_reference_stands_for_the_verbs_of_its_family_once_each():
    assert words()["@ending"] == ("swim", "swims", "swam", "swum", "swimming")
    assert words()["@ending.finite"] == ("swim", "swims", "swam")
    assert words()["@moving.past"] == ("soared", "swam", "glided")
    assert words()["@moving"].count("soar") == 1
    assert set(words()) == known_references(["moving", "ending"])


def test_references_are_replaced_in_every_kind_of_list():
    value = {"a": Words(["went", "@moving.past"]), "b": (("go", "@ending.finite"),), "c": "@moving", "d": 3}
    new = with_families(value, words())
    assert new["a"].listed == ("went", "soared", "swam", "glided")
    assert new["b"] == (("go", "swim", "swims", "swam"),)
    assert (new["c"], new["d"]) == ("@moving", 3)
    assert with_families(Phrases(["@nobody", "up"]), words()).listed == ("@nobody", "up")
    assert with_families(Synonyms([("go", "@moving.past")]), words())["glided"] == "go"


def test_the_sign_alone_names_no_family():
    assert [is_reference(word) for word in ("@a", "@", "a@", "")] == [True, False, False, False]
