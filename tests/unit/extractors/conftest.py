"""Sentences as the extractors of claims get them."""

import pytest

from reconcile.extractors.claims.claim_builder import sentence_parts
from reconcile.extractors.entities.names import read_names
from reconcile.pipeline import document
from reconcile.text.parse import SentenceParse
from reconcile.text.segments import segment


@pytest.fixture
def read(stages):
    """The parse of one sentence of a text, the first unless `index` says which."""

    def parse(text, index=0, **about):
        article = document(text, **about)
        segments = segment(article, stages.pack.language)
        names, mentions = read_names(segments, stages.pack), stages.mentions(article)
        return SentenceParse(segments, stages.pack, index, *sentence_parts(segments, names, mentions, index))

    return parse


@pytest.fixture
def at():
    """The mention of a parse with a quote, and where it stands."""

    def find(parse, quote):
        return next(anchored for anchored in parse.mentions if anchored.mention.quote == quote)

    return find
