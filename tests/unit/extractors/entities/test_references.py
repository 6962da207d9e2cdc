"""What stands for what, by the clause it is in: pronouns, possessors, and descriptions by an age or a noun."""

import pytest

from reconcile.extractors.entities.coreference import open_discourse
from reconcile.extractors.entities.names import read_names
from reconcile.extractors.entities.subjects import is_expletive, resolve_pronoun
from reconcile.pipeline import document
from reconcile.rules.language import Refers
from reconcile.text.parse import SentenceParse
from reconcile.text.segments import segment


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        # a possessor after "and" is of what it is joined to
        ("Nokia rivals Apple and its 300 welders.", "300", "apple"),
        # one in a phrase that opens the sentence is of the main subject
        ("Apple fell. With its 300 welders, Nokia opened a plant.", "300", "nokia"),
        # a common noun that a clause before is said of
        ("Apple grew. The plant is cheap as it holds 40 mills.", "40", "plant"),
        ("Ann Holm left. The driver paid because he sold 40 mills.", "40", "driver"),
        # the nearest of several where the pronoun is plural
        ("Villagers hired 30 welders and lost their 40 mills.", "40", "villagers"),
        # nobody with an article before the name is a person
        ("Ben Amis won. Amis met the Grand Prix. Later in Orle he sold 40 mills.", "40", "ben amis"),
        # whom a text calls by surname alone is a person
        ("Ben Amis saw Red Orle. Amis fell. Later in Ardal he sold 40 mills.", "40", "ben amis"),
        # someone called by age and noun
        ("Ann Marsh leads Nokia. The 52-year-old coach won 14 games.", "14", "ann marsh"),
        ("Ann Marsh leads Nokia. The 52-year-old coach won.", "52-year-old", "ann marsh"),
        # called by a noun before an article and its name
        ("The ferry, the Orle, sank. The ferry carried 40 people.", "40", "orle"),
        # the party that the article names most
        ("Nokia grew. Nokia hired. Nokia won. Apple fell. The firm hired 300 welders.", "300", "nokia"),
        ("Nokia grew. Nokia hired. Nokia won. Apple fell. There were 300 welders.", "300", "nokia"),
    ],
)
def test_who_is_meant(claim, text, quote, subject):
    assert claim(text, quote).subject.id == subject


def test_the_end_of_a_compound_calls_nothing(claim):
    assert claim("Guests saw the life-boat Orle. The boat carried 40 people.", "40").subject.id == "boat"


def test_it_before_a_clause_stands_for_nothing(read):
    said = read("It was expected that 40 mills would close.")
    meant = read("It was expected in Orle.")
    assert is_expletive(said, said.first)
    assert not is_expletive(meant, meant.first)


def test_an_object_is_not_what_its_clause_is_said_of(stages):
    segments = segment(document("Guards chased robbers and caught them."), stages.pack.language)
    names = read_names(segments, stages.pack)
    parse = SentenceParse(segments, stages.pack, 0, names, ())
    discourse = open_discourse(segments, names, stages.pack.language)
    at = parse.tokens.keys.index("them")
    assert resolve_pronoun(parse, discourse, at, Refers.PLURAL).id == "robbers"


def test_a_noun_is_labelled_with_what_describes_it(claim):
    found = claim("The head of the mill paid $7 million.", "$7 million").subject
    assert (found.id, found.label) == ("head", "head of the mill")
