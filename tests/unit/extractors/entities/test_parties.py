"""What is known of the names of an article before it is read."""

from reconcile.extractors.entities.names import read_names
from reconcile.extractors.entities.parties import MARGIN, read_parties
from reconcile.pipeline import document
from reconcile.text.segments import segment


def parties(stages, text):
    segments = segment(document(text), stages.pack.language)
    return read_parties(segments, read_names(segments, stages.pack), stages.pack.language)


def test_the_foremost_is_named_clearly_more_often_than_any_other(stages):
    text = "Nokia grew. Apple fell. " + "Nokia rose. " * (MARGIN - 1)
    assert parties(stages, text).foremost is None
    assert parties(stages, text + "Nokia won.").foremost.id == "nokia"
    assert parties(stages, "Then it rained.").foremost is None


def test_a_place_is_not_what_an_article_is_about(stages):
    assert parties(stages, "Norway grew. Norway rose. Norway won.").foremost is None


def test_who_is_called_by_surname_alone_is_a_person(stages):
    found = parties(stages, "Ben Amis met Ann Holm at the Orle Inn. Amis left the Inn.")
    assert found.surnamed == {"ben amis"}
    assert "orle inn" in found.impersonal
