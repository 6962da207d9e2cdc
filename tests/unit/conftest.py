"""Finding the one claim that a test is about."""

import pytest

from reconcile.pipeline import document


@pytest.fixture
def claim(stages):
    """The claim with a quote; `at` counts those with the same quote, dates left out."""

    def find(text, quote, at=0, **about):
        claims = stages.claims(document(text, **about))
        found = [c for c in claims if c.quote == quote and c.kind != "date"]
        assert len(found) > at, [(c.quote, str(c.kind)) for c in claims]
        return found[at]

    return find
