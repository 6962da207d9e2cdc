import pytest

from reconcile.extractors.claims.chances import LONGEST
from reconcile.model.claim import Factuality
from reconcile.pipeline import extract


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Nokia has a 40 percent chance of losing.", Factuality.FORECAST),
        ("Nokia has a 40 percent share of the market.", Factuality.ASSERTED),
        ("Nokia won 40 percent by chance.", Factuality.ASSERTED),
    ],
)
def test_what_is_likely_is_a_forecast(text, factuality):
    (claim,) = extract(text)
    assert claim.factuality is factuality


def test_only_the_first_words_of_what_a_chance_is_of_name_it():
    (claim,) = extract(f"There is a 40 percent chance of {'old ' * (LONGEST - 1)}rain.")
    assert claim.metric.label == f"chance of {' '.join(['old'] * (LONGEST - 1))}"
