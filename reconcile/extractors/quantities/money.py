"""Money: a currency before or after the number, in parts of it (cents), and which currency a shared sign may be."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.amount import Amount, Numeral
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_number, scaled
from reconcile.model.mention import Kind, Reading
from reconcile.rules.currencies import Money
from reconcile.text.scan import Scan

# A cent of its currency; and as many cents as make a whole, with the least that two spoken digits give.
_HUNDREDTH = Decimal("0.01")
# Letters of the shortest word that is no abbreviation of a currency.
_WORD = 3
_CENTS, _LEAST_CENTS = 100, 10


def read_prefixed(scan: Scan, i: int) -> Amount | None:
    """An amount whose currency stands first: "$3.9 billion", "US$ 20", "CHF 3.04", "Rs 500"."""
    found = scan.pack.currencies.prefix.match(scan.tokens, i)
    if found is None:
        return None
    money, j = found
    if scan.keys[j] == "(":
        # "$(0.12)" and "$(1.2) million": with the sign outside, accounts write a loss in brackets
        loss = None if money.weak or scan.keys[j - 1].isalnum() else _loss(scan, j + 1)
        return None if loss is None else with_money(loss, money, loss.end, "money.brackets")
    minus = scan.keys[j] in scan.pack.hedges.minus and scan.touches(j + 1)
    number = read_number(scan, j + minus, money=True)
    if number is None:
        return None
    if money.weak and number.scale == 1 and not {",", "."} & set(scan.keys[j]):
        # letters that are also ordinary words need more than a whole number
        return None
    if scan.keys[i].isalpha() and (number.in_words or "\n" in scan.tokens.gap(j)):
        return None
    signed = number._replace(value=-number.value) if minus else number
    return _named_again(scan, with_money(signed, money, number.end, "money.sign"), money)


def _named_again(scan: Scan, amount: Amount, money: Money) -> Amount:
    """As in "$10 dollars", "US$5 USD" and "$5 Canadian dollars": the sign of `money` and its name after the number."""
    again = scan.pack.currencies.suffix.match(scan.tokens, amount.end)
    if again is None or again[0].part != 1 or again[0].code not in {money.code, *money.others}:
        return amount
    code = again[0].code if money.others else money.code
    return amount._replace(end=again[1], unit=code, readings=amount.readings if code == money.code else ())


def read_bracketed(scan: Scan, i: int) -> Amount | None:
    """As in "the margin was ($99)", "(1.2) million": brackets hold a loss where they restate no amount before them.

    A scale word after the bracket can only scale what is in it; without one, a word must ask for a value.
    """
    found = scan.pack.currencies.prefix.match(scan.tokens, i + 1)
    if found is not None and found[0].weak:
        return None
    loss = _loss(scan, i + 1 if found is None else found[1])
    if loss is None:
        return None
    scaled_outside = scan.keys[loss.end - 1] != ")"
    if found is None:
        return Amount(loss, Kind.NUMBER, "number.brackets", loss.end) if scaled_outside else None
    asked = scan.before(i) in scan.pack.currencies.loss_after
    return with_money(loss, found[0], loss.end, "money.brackets") if scaled_outside or asked else None


def _loss(scan: Scan, j: int) -> Numeral | None:
    """The number at token `j` that a bracket closes, below zero, with the scale after the bracket."""
    number = read_number(scan, j, money=True) if scan.keys[j][:1].isdecimal() else None
    if number is None or scan.keys[number.end] != ")":
        return None
    loss = number._replace(value=-number.value, end=number.end + 1, plain=False)
    return scaled(scan, loss, money=True) if loss.scale == 1 else loss


def read_suffix(scan: Scan, number: Numeral, j: int) -> Amount | None:
    """A currency after the number: "20 dollars", "95p", "1.3 billion shekels", "10-euro"."""
    table = scan.pack.currencies.suffix
    k = j + (scan.keys[j] in HYPHENS and scan.touches(j) and scan.touches(j + 1))
    if scan.keys[k] not in table:
        return None
    found = table.match(scan.tokens, k)
    if found is None:
        return None
    money, end = found
    if money.glued and not (scan.touches(k) and not number.in_words and k == j):
        return None
    if (money.weak and len(scan.keys[k]) < _WORD) or _opens_next(scan, k, end):
        return None
    if money.last and scan.keys[end].isalpha() and scan.keys[end] not in scan.pack.nouns.stops:
        return None
    return with_money(number, money, end, "money.word")


def _opens_next(scan: Scan, k: int, end: int) -> bool:
    """Whether a sign `[k, end)` apart from the digits before it belongs to those after it: "10 $ 30", no cents."""
    apart = not scan.keys[k].isalnum() and not scan.touches(k)
    return apart and scan.keys[end][:1].isdecimal() and not _is_cents(scan, end + 1)


def _is_cents(scan: Scan, j: int) -> bool:
    """Whether a hundredth of a currency stands at token `j`: "10 $ 30 cents"."""
    found = scan.pack.currencies.suffix.match(scan.tokens, j)
    return found is not None and found[0].part == _HUNDREDTH


def with_money(number: Numeral, money: Money, end: int, rule: str) -> Amount:
    """The number as money, with every other currency its sign may be."""
    why = "which dollar is not said" if money.part == 1 and money.code == "USD" else "which currency is not said"
    readings = tuple(Reading(why, unit=code, kind=Kind.MONEY) for code in money.others)
    return Amount(number, Kind.MONEY, rule, end, money.code, "currency", factor=money.part, readings=readings)


def _spoken_cents(scan: Scan, amount: Amount, j: int) -> Amount | None:
    """As in "20 dollars and 43", "17 euros 25": two digits that end the phrase are hundredths."""
    keys, number = scan.keys, amount.number
    if scan.touches(j) or number.value != number.value.to_integral_value():
        return None
    digits = keys[j].isdecimal() and len(keys[j]) == 2
    if not (digits or keys[j] in scan.pack.numerals.cardinals):
        return None
    part = read_number(scan, j)
    if part is None or part.scale != 1 or not _LEAST_CENTS <= part.value < _CENTS:
        return None
    point = keys[part.end] == "." and keys[part.end + 1][:1].isdecimal() and scan.touches(part.end + 1)
    if point or keys[part.end] not in ("", ".", "!", "?"):
        return None
    return _with_part(amount, part.value * _HUNDREDTH, _HUNDREDTH, part.end)


def with_cents(scan: Scan, amount: Amount) -> Amount:
    """As in "20 dollars and 43 cents", "8 yuan 5 jiao 3 fen": the parts are added to the whole."""
    if amount.factor != 1 or amount.number.scale != 1:
        return amount
    cents = _spoken_cents(scan, amount, amount.end + (scan.keys[amount.end] in scan.pack.numerals.ands))
    if cents is not None:
        return cents
    while (more := _and_part(scan, amount)) is not None:
        amount = more
    return amount


def _and_part(scan: Scan, amount: Amount) -> Amount | None:
    """The amount and the part of its currency that follows it, which may also say whose currency it is."""
    keys, j = scan.keys, amount.end
    j += keys[j] in scan.pack.numerals.ands
    part = read_number(scan, j) if keys[j][:1].isdecimal() or keys[j] in scan.pack.numerals.cardinals else None
    found = None if part is None or part.scale != 1 else scan.pack.currencies.smaller.match(scan.tokens, part.end)
    if part is None or found is None:
        return None
    codes = [code for code in (amount.unit, *(r.unit for r in amount.readings)) if code in found[0]]
    if not codes or part.value * found[0][codes[0]] >= amount.number.ulp:
        return None
    size = found[0][codes[0]]
    readings = tuple(r for r in amount.readings if r.unit in codes[1:])
    return _with_part(amount._replace(unit=codes[0], readings=readings), part.value * size, size, found[1])


def _with_part(amount: Amount, part: Decimal, place: Decimal, end: int) -> Amount:
    """The amount and a part of its unit, which gives the place of the last digit."""
    number = amount.number._replace(value=amount.number.value + part, ulp=place, loose_ulp=place, plain=False)
    return amount._replace(number=number, end=end)
