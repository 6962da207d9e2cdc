"""Names: short forms stand for the one longer name of the text, and a common word that opens a sentence is none."""

import pytest

from reconcile.extractors.entities.names import read_names
from reconcile.extractors.entities.short_names import linked
from reconcile.pipeline import default_pipeline, document
from reconcile.text.segments import segment


def ids(text):
    stages = default_pipeline()
    return [name.id for name in read_names(segment(document(text), stages.pack.language), stages.pack)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the first word of the one longer name
        ("Tamsin Cables sold two mills. Tamsin has three left.", ["tamsin cables", "tamsin cables"]),
        # of two longer names neither is meant
        ("Tamsin Cables sued Tamsin Ropes. Tamsin won.", ["tamsin cables", "tamsin ropes", "tamsin"]),
        # a word that the text uses as a place is a name of its own
        ("Orle Mills hired staff in Orle. Orle voted.", ["orle mills", "orle", "orle"]),
        # a surname goes before a company that begins with it
        ("Ann Marsh runs Marsh Cables. Marsh said so.", ["ann marsh", "marsh cables", "ann marsh"]),
        # legal endings make no other name
        ("Tamsin Cables Ltd grew. Later Tamsin Cables shrank.", ["tamsin cables", "tamsin cables"]),
        ("Tamsin Union grew.", ["tamsin union"]),
    ],
)
def test_a_short_form_is_the_longer_name(text, expected):
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Damage was put at $9 million.", []),
        ("Turnover was $9 million.", []),
        ("Half-year profit at Tamsin rose.", ["tamsin"]),
        ("Orle-based Tamsin Cables grew.", ["orle", "tamsin cables"]),
        # a capital inside a sentence makes a name of a common word
        ("Blaze opened a shop. The owner of Blaze is Ann Marsh.", ["blaze", "blaze", "ann marsh"]),
        ("Goalkeeper Ben Amis has signed.", ["ben amis"]),
        ("Goalkeeper Holdings Group has signed.", ["goalkeeper holdings group"]),
    ],
)
def test_a_common_word_at_the_head_of_a_sentence_is_no_name(text, expected):
    assert ids(text) == expected


def test_a_full_name_alone_stays_as_it_is():
    stages = default_pipeline()
    segments = segment(document("Tamsin Cables grew."), stages.pack.language)
    (name,) = read_names(segments, stages.pack)
    assert linked([name], segments.tokens, stages.pack.language) == (name,)
