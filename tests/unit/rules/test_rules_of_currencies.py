"""How currencies are written: words, signs, codes and parts."""

from decimal import Decimal

import pytest

from reconcile.model.tokens import Tokens
from reconcile.rules.currencies import Currency, CurrencyLexicon, Money, Shared, Subunit
from reconcile.rules.lexicon import Words

LEXICON = CurrencyLexicon(
    currencies=(
        Currency("USD", "US dollar", 2, ("US",), ("greenback",), ("US",), ("dollar", "dollars"), ("$", "US$")),
        Currency("AUD", "Australian dollar", 2, ("AU",), (), ("Australian",), ("dollars",), ("A$", "A $")),
        Currency("GBP", "pound", 2, ("GB",), ("quid",), (), (), ("£", "PS")),
        Currency("INR", "rupee", 2, ("IN",), ("rupees",), (), (), ()),
    ),
    shared=(Shared(("dollars", "buck", "$"), ("USD", "AUD")),),
    subunits=(
        Subunit(("cents", "c"), ("USD", "AUD"), Decimal("0.01"), ("c",)),
        Subunit(("pence",), ("GBP",), Decimal("0.01")),
        Subunit(("grand",), ("INR",), Decimal(1000), last=True),
        Subunit(("cents",), ("INR",), Decimal("0.1"), joined=True),
    ),
    weak=("PS",),
    before=Words(["rupees"]),
    code_scales={"M": Decimal(1_000_000)},
)


def prefix(text):
    return LEXICON.prefix.match(Tokens(text), 0)


def suffix(text):
    return LEXICON.suffix.match(Tokens(text), 0)


def test_a_sign_stands_on_both_sides_and_keeps_what_else_it_may_mean():
    dollar = Money("USD", others=("AUD",))
    assert prefix("$") == suffix("$") == (dollar, 1)
    assert prefix("USD") == (Money("USD"), 1)
    assert prefix("£") == (Money("GBP"), 1)
    assert prefix("PS") == (Money("GBP", weak=True), 1)


def test_a_word_stands_before_the_number_only_where_it_is_listed():
    assert prefix("rupees") == (Money("INR"), 1)
    assert prefix("quid") is None
    assert suffix("Quid") == (Money("GBP"), 1)
    assert prefix("Australian dollars") == suffix("australian dollars") == (Money("AUD"), 2)


@pytest.mark.parametrize(("text", "code"), [("AUD$", "AUD"), ("aud$", "AUD"), ("us$", "USD"), ("US$", "USD")])
def test_letters_before_a_dollar_sign_stand_in_any_case(text, code):
    assert prefix(text) == (Money(code), len(Tokens(text).keys))


def test_one_letter_before_a_dollar_sign_is_an_article():
    currency = Currency("AUD", "Australian dollar", 2, signs=("A$", "A $", "AU$", "£"))
    assert currency.lettered_signs() == ("AU$", "AUD$")


def test_a_word_of_several_is_the_usual_one():
    assert suffix("buck") == (Money("USD", others=("AUD",)), 1)
    assert suffix("dollars") == (Money("USD", others=("AUD",)), 1)


def test_a_part_of_a_currency():
    assert suffix("pence") == (Money("GBP", Decimal("0.01")), 1)
    assert suffix("cents") == (Money("USD", Decimal("0.01"), ("AUD",)), 1)
    assert suffix("c") == (Money("USD", Decimal("0.01"), ("AUD",), glued=True), 1)
    assert suffix("C") is None
    assert prefix("c") is None


def test_a_part_after_an_adjective_of_its_land_is_of_that_land():
    assert suffix("Australian cents") == (Money("AUD", Decimal("0.01")), 2)
    assert suffix("US cents") == (Money("USD", Decimal("0.01")), 2)
    assert suffix("Australian grand") is None


def test_a_word_of_several_parts_is_each_after_its_currency():
    cents = LEXICON.smaller.match(Tokens("cents"), 0)
    assert cents == ({"USD": Decimal("0.01"), "AUD": Decimal("0.01"), "INR": Decimal("0.1")}, 1)
    assert suffix("grand") == (Money("INR", Decimal(1000), last=True), 1)


def test_a_code_stands_in_small_letters_unless_it_is_a_word():
    assert suffix("aud") == prefix("Aud") == (Money("AUD"), 1)
    lexicon = CurrencyLexicon((Currency("ALL", "lek", 2),), weak=("ALL",))
    assert lexicon.suffix.match(Tokens("all"), 0) is None
    assert lexicon.suffix.match(Tokens("ALL"), 0) == (Money("ALL", weak=True), 1)


def test_an_adjective_of_the_land_stands_before_any_name_of_its_money():
    assert suffix("US greenback") == (Money("USD"), 2)


def test_a_scale_joins_a_code_after_the_number_only():
    assert suffix("MUSD") == (Money("USD", Decimal(1_000_000)), 1)
    assert prefix("MUSD") is None


def test_the_money_of_a_land():
    assert LEXICON.countries == {"US": "USD", "AU": "AUD", "GB": "GBP", "IN": "INR"}
    assert Money("USD").part == 1
