"""What makes a difference of a value, or a class of what is counted."""

import pytest

from reconcile.extractors.claims.scopes import comparative


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("The fare is £40 less than elsewhere.", "£40", "less"),
        ("Orle Rail hired 300 people more than Borex.", "300", "more"),
        ("Orle Rail hired 300 more people than Borex.", "300", "more"),
        ("Orle Rail hired 300 more people.", "300", None),
        ("The fare is £40, less than elsewhere.", "£40", None),
        ("Orle Rail hired 300 people to run more trains than Borex.", "300", None),
        ("Output grew 40 percent more than planned.", "40 percent", None),
    ],
)
def test_a_difference(read, at, text, quote, word):
    parse = read(text)
    i = comparative(parse, at(parse, quote))
    assert (None if i is None else parse.key(i)) == word
