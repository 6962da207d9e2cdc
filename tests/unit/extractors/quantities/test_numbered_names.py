"""Names of the rules that begin with digits are names, and no numbers."""

from __future__ import annotations

from reconcile import extract


def test_a_name_with_digits_is_what_the_claim_is_of():
    claim = next(c for c in extract("3M employs 60,000 people.") if c.quote == "60,000")
    assert claim.subject is not None
    assert claim.subject.id == "3m"
