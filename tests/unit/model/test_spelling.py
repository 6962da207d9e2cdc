import pytest

from reconcile.model.names import distance, likely_same_name, one_surname
from reconcile.model.words import singular, stem


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [("marsh", "marsh", 0), ("marsh", "marsch", 1), ("marsh", "masrh", 1), ("marsh", "holm", 3), ("", "ab", 2)],
)
def test_distance_stops_at_its_limit(a, b, want):
    assert distance(a, b, 2) == want


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("jane marsh", "jane marsch", True),
        ("jane marsh", "jane marsh", False),
        ("jane marsh", "june marsh", True),
        ("jane marsh", "dane marsh", True),
        ("jane marsh", "dane walsh", False),
        ("jane marsh", "dan marsh", False),
        ("jane marsh", "marsh", False),
        ("wilhelmina marshall", "wilhelmena marschall", True),
        ("jane marsh", "jane march-holm", False),
    ],
)
def test_one_name_misspelt(a, b, same):
    assert likely_same_name(a, b) is same
    assert likely_same_name(b, a) is same


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("vendors", "vendor"), True),
        (("developers", "development"), False),
        (("sold", "sell"), False),
        (("shipped", "shipping"), True),
        (("companies", "company"), True),
    ],
)
def test_stems(words, same):
    assert (stem(words[0]) == stem(words[1])) is same


@pytest.mark.parametrize(
    ("plural", "one"),
    [("smartphones", "smartphone"), ("people", "person"), ("boxes", "box"), ("news", "news"), ("companies", "company")],
)
def test_singular(plural, one):
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("jim marsh", "james t. marsh", True),
        ("marsh", "jane marsh", True),
        ("ana déry", "ana dery", True),
        ("li na-rae", "li na rae", True),
        ("jane marsh", "jane walsh", False),
        ("jane marsh", "marsh jane", False),
    ],
)
def test_one_surname(a, b, same):
    assert one_surname(a, b) is same
    assert one_surname(b, a) is same
