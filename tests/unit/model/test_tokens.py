import pytest

from reconcile.model.tokens import PhraseTable, Tokens


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("280m users", ["280", "m", "users"]),
        ("$3.9bn", ["$", "3.9", "bn"]),
        ("twenty-five", ["twenty", "-", "five"]),
        ("U.S. troops", ["u.s.", "troops"]),
        ("1,234.5 and 6.", ["1,234.5", "and", "6", "."]),
        ("2½ m²", ["2", "½", "m", "²"]),
        ("Acme’s", ["acme", "’", "s"]),
        ("İstanbul", ["i̇stanbul"]),
    ],
)
def test_tokens(text, keys):
    tokens = Tokens(text)
    assert tokens.keys == keys
    assert [text[s:e].lower() for s, e in zip(tokens.starts, tokens.ends, strict=True)] == keys


@pytest.mark.parametrize(
    ("text", "entry", "length"),
    [
        ("more than enough", "more than", 2),
        ("more people", "more", 1),
        ("third largest", "third-largest", 2),
        ("third-largest", "third-largest", 3),
        ("U.S. dollars", "us dollars", 2),
        ("nothing", None, 0),
    ],
)
def test_the_longest_phrase_wins_and_hyphens_are_spaces(text, entry, length):
    table = PhraseTable(
        [
            ("more", "more"),
            ("more than", "more than"),
            ("third-largest", "third-largest"),
            ("U.S. dollars", "us dollars"),
        ]
    )
    found = table.match(Tokens(text), 0)
    assert found == ((entry, length) if entry else None)
