import pytest

from reconcile.extractors.claims.score_sides import REACH
from reconcile.pipeline import extract


def sides(text):
    return [c.subject.label if c.subject else None for c in extract(text) if c.dimension == "score"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The Rovers beat the Blues 3-1.", ["Rovers", "Blues"]),
        ("The Rovers lost 3-1 to the Blues.", ["Blues", "Rovers"]),
        ("The Rovers lost 1-3 to the Blues.", ["Rovers", "Blues"]),
        ("The Rovers won 3-1 in Orle.", ["Rovers", None]),
        ("The Rovers won 3-1 and met the Blues.", ["Rovers", None]),
        ("The court backed it in a 5-4 vote against the Blues.", ["court", "court"]),
        ("The Rovers (3-1) met the Blues.", ["Rovers", "Rovers"]),
        ("The win took the Rovers' record to 3-1.", ["Rovers", "Rovers"]),
    ],
)
def test_whose_the_numbers_of_a_score_are(text, want):
    assert sides(text) == want


def test_the_other_side_is_named_near():
    assert sides(f"The Rovers won 3-1{' old' * (REACH - 1)} against the Blues.")[1] == "Blues"
    assert sides(f"The Rovers won 3-1{' old' * REACH} against the Blues.")[1] is None
