"""The phrase that a verb is said of."""

import pytest

from reconcile.extractors.entities.clause_subjects import find_subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The ferry, which was old, sank", "The ferry"),
        # a comma alone lists nothing
        ("As head of Borex Ltd, Ann Holm sold it", "Ann Holm"),
        ("Acme, Borex and Corin grew", "Acme, Borex and Corin"),
        ("Nokia opened and sold it", "Nokia"),
    ],
)
def test_what_the_last_verb_is_said_of(read, text, subject):
    parse = read(f"{text}.")
    found = find_subject(parse, parse.groups[-1])
    assert parse.text(found.chain.first, found.chain.last) == subject
