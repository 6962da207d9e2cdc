"""What follows from the word classes and verbs."""

from reconcile.model.words import stem
from reconcile.rules.language import Language, Pronouns, Refers
from reconcile.rules.lexicon import ByWord, Words

LANGUAGE = Language(
    determiners=Words(["the"]),
    prepositions=Words(["of"]),
    auxiliaries=Words(["was"]),
    conjunctions=Words(["and"]),
    possessives=Words(["its"]),
    subordinators=Words(["that"]),
    modals=Words(["may"]),
    pronouns=ByWord([Pronouns(("it",), Refers.THING)]),
    verbs=Words(["occur", "swim", "bear"]),
    irregular_verbs=(("swim", "swam", "swum"),),
    noun_first_verbs=Words(["report"]),
    harm_words=Words(["killed", "injuries"]),
)


def test_closed_classes():
    assert LANGUAGE.function_words == {"the", "of", "was", "and"}
    assert LANGUAGE.closed == {"the", "of", "was", "and", "its", "that", "may", "it"}
    assert LANGUAGE.pronouns == {"it": Refers.THING}


def test_every_form_has_its_base():
    assert {form for form, base in LANGUAGE.lemmas.items() if base == "occur"} == {
        "occur", "occurs", "occured", "occurred", "occuring", "occurring",
    }  # fmt: skip
    assert LANGUAGE.lemmas["swam"] == LANGUAGE.lemmas["swum"] == LANGUAGE.lemmas["swimming"] == "swim"


def test_forms_of_irregular_verbs_win():
    both = Language(verbs=Words(["found"]), irregular_verbs=(("find", "found", "found"),))
    assert both.lemmas["found"] == "find"
    assert both.lemmas["founded"] == "found"


def test_participles_are_regular_and_irregular():
    assert {"occurred", "swum"} <= LANGUAGE.participles
    assert "swam" not in LANGUAGE.participles


def test_nouns_that_are_verbs_and_harm():
    assert LANGUAGE.noun_first == {"report", "reports"}
    assert LANGUAGE.harms == {stem("killed"), stem("injuries")}
