import pytest

from reconcile.extractors.claims.rank_lists import ahead


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Orle Foods came third behind Nokia and Borex Ltd.", ("Nokia", "Borex Ltd")),
        ("Orle Foods came second, only to Nokia.", ()),
        ("Orle Foods came second only to Nokia.", ("Nokia",)),
        ("Orle Foods came third and fell behind.", ()),
    ],
)
def test_who_is_listed_ahead(read, text, names):
    parse = read(text)
    start = parse.mentions[0].last
    assert ahead(parse, start)[0] == names
