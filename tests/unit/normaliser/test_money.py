from __future__ import annotations

from reconcile import recognise
from reconcile.normaliser.money import localise
from reconcile.pipeline import default_pipeline

COUNTRIES = default_pipeline().pack.currencies.countries


def test_a_bare_dollar_is_that_of_the_source() -> None:
    (mention,) = recognise("They paid $9 million.")
    there = localise(mention, "CA", COUNTRIES)
    assert mention.unit == "USD"
    assert there.unit == "CAD"
    assert "USD" in {reading.unit for reading in there.readings}
    assert "CAD" not in {reading.unit for reading in there.readings}


def test_a_named_dollar_stays() -> None:
    (mention,) = recognise("They paid US$9 million.")
    assert localise(mention, "CA", COUNTRIES) is mention


def test_a_sign_the_country_does_not_share_stays() -> None:
    (mention,) = recognise("They paid $9 million.")
    assert localise(mention, "FR", COUNTRIES) is mention
    assert localise(mention, None, COUNTRIES) is mention
