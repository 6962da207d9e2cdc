"""Names of the default pack: acronyms only in capitals, no two entities under one name, countries complete."""

import pytest

from reconcile.model.tokens import Tokens
from reconcile.pipeline import load_rules


@pytest.fixture(scope="module")
def entities():
    return load_rules().entities


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("WHO", "who"),
        ("Who", None),
        ("US", "us"),
        ("Us", None),
        ("Nato", "nato"),
        ("NATO", "nato"),
        ("World Health Organization", "who"),
        ("UN Security Council", "un-security-council"),
        ("Un Security", None),
    ],
)
def test_an_acronym_is_one_only_in_capitals(entities, text, wanted):
    found = entities.names.match(Tokens(text), 0)
    assert (found[0].id if found else None) == wanted


def test_no_name_stands_for_two(entities):
    owners = {}
    for entity in entities.by_id.values():
        for name in (entity.name, *entity.aliases):
            owners.setdefault(name, set()).add(entity.id)
    assert {name: sorted(ids) for name, ids in owners.items() if len(ids) > 1} == {}


def test_every_adjective_leads_to_a_country(entities):
    assert len([e for e in entities.by_id.values() if len(e.id) == 2 and e.type == "place"]) >= 195
    assert entities.adjectives["kenyan"] == "ke"
    assert entities.adjectives["south korean"] == "kr"


@pytest.mark.parametrize("word", ["target", "gap", "orange", "block", "nice", "reading", "mobile", "male", "sharp"])
def test_common_words_are_no_names(entities, word):
    assert entities.names.match(Tokens(word.title()), 0) is None
