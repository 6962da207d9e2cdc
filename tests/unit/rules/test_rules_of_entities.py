"""Names with capitals and without, adjectives, offices; a blank name is no name."""

import pytest

from reconcile.model.tokens import Tokens
from reconcile.rules.entities import Entities, Entity, EntityType, Office, Offices
from reconcile.rules.lexicon import Phrases, Words
from reconcile.rules.load import read
from reconcile.rules.source import PackFile

WHO = Entity("who", "World Health Organization", EntityType.ORGANISATION, ("WHO",), kinds=("Agency",))
LEAD = Entity("lead", "Lead Works", EntityType.ORGANISATION, ("LEAD", "Lead", "LEAD Works Group"))
THREE = Entity("three", "3M", EntityType.ORGANISATION, ("300 Club",))
PERU = Entity("peru", "Peru", EntityType.PLACE, adjectives=("Peruvian",))
NAMED = Entities((WHO, LEAD, THREE, PERU))


@pytest.mark.parametrize(
    ("text", "entity", "end"),
    [
        ("world health organization", WHO, 3),
        ("WHO said", WHO, 1),
        ("Lead Works", LEAD, 2),
        ("LEAD", LEAD, 1),
        ("LEAD Works Group", LEAD, 3),
        ("lead", LEAD, 1),
    ],
)
def test_the_longest_name_is_found(text, entity, end):
    assert NAMED.names.match(Tokens(text), 0) == (entity, end)


@pytest.mark.parametrize("text", ["who said", "Who", "world health", "", "Norway"])
def test_an_acronym_in_other_letters_and_a_beginning_are_no_name(text):
    assert NAMED.names.match(Tokens(text), 0) is None


def test_a_longer_acronym_wins_only_in_capitals():
    short, long = Entity("short", "Ash", EntityType.PERSON), Entity("long", "ASH TREE", EntityType.PRODUCT)
    names = Entities((short, long)).names
    assert names.match(Tokens("ASH TREE"), 0) == (long, 2)
    assert names.match(Tokens("ASH tree"), 0) == (short, 1)
    assert names.match(Tokens("Ash TREE"), 0) == (short, 1)


def test_of_one_length_the_name_in_any_case_wins():
    plain, capital = Entity("plain", "Ash", EntityType.PERSON), Entity("capital", "ASH", EntityType.PRODUCT)
    assert Entities((plain, capital)).names.match(Tokens("ASH"), 0) == (plain, 1)


def test_first_words_and_first_digits_of_names():
    assert [word in NAMED.names for word in ("who", "lead", "peru", "norway")] == [True, True, True, False]
    assert NAMED.names.numbers == {Tokens("3M").keys[0], "300"}


def test_adjectives_and_kinds_are_in_small_letters():
    entities = Entities((WHO, PERU))
    assert entities.adjectives == {"peruvian": "peru"}
    assert entities.kinds == {"agency"}


def test_a_later_entity_replaces_one_with_its_id():
    new = Entity("peru", "Republic of Peru", EntityType.PLACE)
    entities = Entities.merge([Entities((PERU,)), Entities((new,))])
    assert entities.by_id == {"peru": new}
    assert entities.names.match(Tokens("Peru"), 0) is None
    assert entities.adjectives == {}


def test_titles_of_the_last_office_with_an_id():
    offices = Offices(
        offices=(Office("chief", ("chief", "boss")), Office("chief", ("chief executive",), unique=True)),
        other_modifiers=Words(["vice"]),
        past_modifiers=Words(["former"]),
        tails=Phrases(["of the board"]),
    )
    assert offices.by_id["chief"].unique
    assert offices.titles.match(Tokens("Chief Executive"), 0) == (offices.by_id["chief"], 2)
    assert offices.titles.match(Tokens("boss"), 0) is None
    assert offices.modifiers == {"vice", "former"}
    assert offices.starts == {"chief", "vice", "former"}


@pytest.mark.parametrize("name", ['""', '" "'])
def test_a_blank_name_is_told_at_its_place_and_its_entity_left_out(name):
    text = f"entities:\n  - {{id: a, name: Alder, type: person}}\n  - {{id: b, name: {name}, type: person}}\n"
    pack, problems = read([PackFile("entities/mine.yaml", text, "mine.yaml")])
    assert [(p.where, p.code, p.message) for p in problems] == [
        ("mine.yaml:3:13", "rules.blank-word", "a blank word matches nothing")
    ]
    assert list(pack.entities.by_id) == ["a"]


def test_a_blank_code_of_a_currency_is_told_too():
    text = 'currencies:\n  - {code: " ", name: shell, minor: 0}\n'
    _, problems = read([PackFile("lexicon/en/currencies.yaml", text, "c.yaml")])
    assert [(p.where, p.code) for p in problems] == [("c.yaml:2:6", "rules.blank-word")]
