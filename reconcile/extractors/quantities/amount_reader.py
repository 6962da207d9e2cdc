"""Amounts: one number with its sign, its currency, unit or counted noun; what hedges and ranges are built around.

One of something, or both: "one ship", "one in five", "both firms", "a kilogram", "a dollar and 30 cents".
"""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities import ages, bounds, counts, money, non_quantities, ratios, units
from reconcile.extractors.quantities.amount import ONE, Amount, Numeral
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_number
from reconcile.model.mention import Kind
from reconcile.text.scan import Scan

_TWO = Decimal(2)
# A unit after an article counts one of itself only for these, and only where its phrase ends ("a gallon of milk").
_SINGLE = frozenset({"mass", "volume", "data"})
_AFTER_UNIT = frozenset({"", ".", ",", ";", ")", "of", "and", "is", "or"})


def read_one(scan: Scan, i: int, number: Numeral) -> Amount | None:
    """As in "one": a count before a noun, a share before "in five", else a pronoun."""
    lexicon = scan.pack.numerals
    share = ratios.read_share(scan, number)
    if share is not None:
        return share
    after = scan.keys[i + 1]
    if non_quantities.is_compound(scan, i + 1):
        return None
    before = scan.before(i)
    if before == "that" and (noun := counts.read_noun(scan, i + 1, one=True)) is not None:
        # the conjunction: "it said that one ship sank"; the pronoun has no noun after it
        return Amount(number, Kind.COUNT, "count.noun", i + 1, noun.unit, "count", noun=noun.span)
    if before in lexicon.one_before or after in lexicon.one_after or (not after and i > 0):
        return None
    if after == "of":
        # set aside like every definite count: "one of the best" says that there are others, not how many
        return Amount(number, Kind.NUMBER, "count.definite", i + 1)
    noun = counts.read_noun(scan, i + 1, one=True)
    if noun is not None:
        return Amount(number, Kind.COUNT, "count.noun", i + 1, noun.unit, "count", noun=noun.span)
    return Amount(number, Kind.NUMBER, "number.one", i + 1)


def read_both(scan: Scan, i: int) -> Amount | None:
    noun = counts.read_noun(scan, i + 1)
    if noun is None or scan.keys[i + 1] in ("of", "the"):
        return None
    two = Numeral(_TWO, ONE, ONE, i + 1, in_words=True)
    return Amount(two, Kind.COUNT, "count.definite", i + 1, noun.unit, "count", noun=noun.span)


def read_article(scan: Scan, i: int) -> Amount | None:
    """As in "a kilogram", "a dollar and 30 cents": the article counts one."""
    j = i + 1
    key = scan.keys[j]
    if not key[:1].isalpha() or (key in scan.pack.currencies.prefix and money.read_prefixed(scan, j) is not None):
        return None
    if key in scan.pack.units.table or key in scan.pack.currencies.suffix:
        one = Numeral(ONE, ONE, ONE, j, in_words=True)
        return _a_unit(scan, one, j)
    return None


def _a_unit(scan: Scan, one: Numeral, j: int) -> Amount | None:
    cash = money.read_suffix(scan, one, j)
    if cash is not None:
        whole = money.with_cents(scan, cash)
        return whole if whole.end > cash.end or scan.keys[cash.end] not in scan.pack.nouns.stops else None
    measure = units.read_unit(scan, one, j)
    if measure is None or measure.kind is not Kind.MEASURE or measure.dimension not in _SINGLE or measure.unit == "bit":
        return None
    return measure if scan.keys[measure.end] in _AFTER_UNIT else None


_BEFORE_MINUS = frozenset("([{<>=:~/\"'“‘*|,;")
_POINTS_BACK = Decimal(10)


def read_amount(scan: Scan, i: int) -> Amount | None:
    """One number at token `i` with its unit, which may stand later in its list; None where digits are no quantity."""
    amount = read_own(scan, i)
    if amount is not None and amount.kind is Kind.NUMBER and amount.rule != "number.year":
        return bounds.shared_ahead(scan, amount, read_own)
    if amount is not None and amount.rule == "money.sign" and amount.number.scale == ONE:
        return bounds.scale_ahead(scan, amount, read_own)
    return amount


def read_own(scan: Scan, i: int) -> Amount | None:
    """One number at token `i` with the unit that stands beside it."""
    return scan.once("own", _read_own, i)


def _read_own(scan: Scan, i: int) -> Amount | None:
    key, pack = scan.keys[i], scan.pack
    if key[:1].isdecimal():
        return _from_number(scan, i, read_number(scan, i))
    if key in pack.currencies.prefix:
        amount = money.read_prefixed(scan, i)
        if amount is not None:
            return _with_rate(scan, money.with_cents(scan, amount))
    if key in pack.hedges.minus and not (i > 1 and scan.keys[i - 1] == "or" and scan.keys[i - 2] == "plus"):
        return _negative(scan, i)
    if key == "(":
        return money.read_bracketed(scan, i)
    if key in ages.AGE_WORDS:
        return ages.read_aged(scan, i)
    if key in pack.units.constants:
        return units.read_constant(scan, i)
    if key == "both":
        return read_both(scan, i)
    multiple = ratios.read_multiple(scan, i)
    if multiple is not None:
        return multiple
    number = read_number(scan, i)
    if number is not None:
        return _from_number(scan, i, number)
    if key in pack.numerals.scales:
        return _scale_alone(scan, i)
    return read_article(scan, i) if key in scan.pack.numerals.articles else None


def _scale_alone(scan: Scan, i: int) -> Amount | None:
    """As in "thousand litres": a scale word that counts one of itself, before a unit."""
    if scan.touches(i) or scan.before(i) in scan.pack.numerals.few:
        return None
    value = scan.pack.numerals.scales[scan.keys[i]]
    return _measured(scan, Numeral(value, value, value, i + 1, in_words=True, scale=value))


def _negative(scan: Scan, i: int) -> Amount | None:
    word = scan.keys[i].isalpha()
    if not word and scan.touches(i) and scan.keys[i - 1] not in _BEFORE_MINUS:
        return None
    j = i + 1 + (word and scan.keys[i + 1] in HYPHENS)
    if scan.keys[j] in scan.pack.currencies.prefix:
        amount = money.read_prefixed(scan, j) if scan.touches(j) else None
    elif (word or scan.touches(j) or i == 0) and not (
        scan.keys[j] in HYPHENS or scan.keys[j] in scan.pack.hedges.minus
    ):
        number = read_number(scan, j)
        amount = None if number is None else _from_number(scan, j, number, signed=True)
    else:
        return None
    if amount is None or amount.number.bounds is not None:
        return None
    return amount._replace(number=amount.number._replace(value=-amount.number.value, plain=False), signed=True)


def _from_number(scan: Scan, i: int, number: Numeral | None, *, signed: bool = False) -> Amount | None:
    if number is None or (not number.in_words and non_quantities.code(scan, i, number.end) is not None):
        return None
    measured = _measured(scan, number)
    if measured is not None:
        if measured.kind is not Kind.MONEY and not number.in_words and _is_identifier(scan, i, number):
            return None
        return measured
    return _bare(scan, i, number, signed=signed)


def _is_identifier(scan: Scan, i: int, number: Numeral) -> bool:
    """Whether digits touch a letter before them, or are a designation: capitals, digits, one letter ("SN 1987A")."""
    if scan.touches(i) and scan.keys[i - 1][-1].isalpha():
        return True
    j = number.end
    return non_quantities.is_designated(scan, i) and number.plain and len(scan.keys[j]) == 1 and scan.touches(j)


def _measured(scan: Scan, number: Numeral) -> Amount | None:
    """The number with what follows it: a currency, a unit, an age, a multiple."""
    j = number.end
    if number.glued:
        letter = units.letter_as_unit(scan, number)
        if letter is not None:
            return units.with_smaller(scan, letter)
    k = _to_unit(scan, number)
    amount = money.read_suffix(scan, number, k)
    if amount is not None and (amount.end > k + 2 or units.read_unit(scan, number, k) is None):
        return _with_rate(scan, money.with_cents(scan, amount))
    amount = units.read_unit(scan, number, k)
    if amount is not None:
        return _finish_measure(scan, amount)
    times = ratios.read_times(scan, number, j)
    return _with_rate(scan, times) if times is not None else ages.read_short_age(scan, number, j)


def _to_unit(scan: Scan, number: Numeral) -> int:
    """Where the unit may stand: after "of" for numbers nobody counted and for fractions, and after "a" for those."""
    keys, j = scan.keys, number.end
    if keys[j] == "of" and (number.bounds is not None or number.fraction):
        j += 1
    return j + (number.fraction and keys[j] in scan.pack.numerals.articles)


def _finish_measure(scan: Scan, amount: Amount) -> Amount:
    if amount.kind is not Kind.MEASURE:
        return amount
    if amount.dimension == "time":
        aged = ages.read_age(scan, amount)
        if aged is not None:
            return aged
    amount = units.with_smaller(scan, amount)
    if scan.keys[amount.end] == "below" and amount.dimension in ("temperature", "angle"):
        end = amount.end + 1 + (scan.keys[amount.end + 1] == "zero")
        amount = amount._replace(number=amount.number._replace(value=-amount.number.value), end=end)
    return amount if amount.per is not None else _with_rate(scan, amount)


def _with_rate(scan: Scan, amount: Amount) -> Amount:
    j = amount.end
    key = scan.keys[j]
    per = scan.pack.units
    if key not in per.per_words and key not in per.per_articles and key not in HYPHENS:
        return amount
    found = counts.read_per(scan, j)
    if found is None:
        return amount
    again = counts.read_per(scan, found[1]) if scan.keys[found[1]] == "per" else None
    if again is not None:
        # "20 litres per head per day"
        return amount._replace(per=f"{found[0]} per {again[0]}", end=again[1])
    return amount._replace(per=found[0], end=found[1])


def _bare(scan: Scan, i: int, number: Numeral, *, signed: bool) -> Amount | None:
    """A number without a unit: an age between commas, a share, a count with its noun, or a number."""
    if scan.keys[number.end] == "over":
        over = ratios.read_over(scan, number)
        if over is not None:
            return over
    if scan.keys[i] == "one" and number.end == i + 1 and not number.fraction:
        return read_one(scan, i, number)
    share = ratios.read_share(scan, number)
    if share is not None:
        return share
    if scan.keys[number.end] == "below" and scan.keys[number.end + 1] == "zero":
        frost = number._replace(value=-number.value, plain=False)
        return Amount(frost, Kind.MEASURE, "measure.below-zero", number.end + 2, "degree", "temperature")
    if number.in_words and non_quantities.in_name(scan, i, number.end):
        return None
    if not signed and non_quantities.glued(scan, i, number.end, words=number.in_words) is not None:
        return None
    if not number.in_words and (number.plain or number.glued):
        if number.plain and ages.is_apposed(scan, i, number):
            return ages.apposed(number)
        if non_quantities.is_address(scan, i) or (not signed and non_quantities.is_score(scan, i, number.end)):
            return None
    if number.fraction and number.value < 1:
        return Amount(number, Kind.RATIO, "ratio.fraction", number.end, "share", "ratio")
    return _counted(scan, i, number)


def _counted(scan: Scan, i: int, number: Numeral) -> Amount | None:
    hedged = scan.before(i) in scan.pack.hedges.before
    if number.plain and 1800 <= number.value <= 2100 and not number.in_words and not hedged:
        # a year before a noun ("2018 sales") counts nothing; the readers of time have their own say
        return Amount(number, Kind.NUMBER, "number.year", number.end)
    if non_quantities.is_compound(scan, number.end):
        return None
    noun = counts.read_noun(scan, number.end, one=number.value == 1)
    if (
        not number.in_words
        and not number.plain
        and (number.scale == 1 or number.glued)
        and non_quantities.named(scan, i, counted=True)
    ):
        return None
    if (
        (number.plain or number.in_words)
        and number.value < 100000
        and non_quantities.named(scan, i, counted=noun is not None) is not None
    ):
        return None
    if noun is None:
        noun = _noun_after_hedge(scan, number.end)
    if noun is not None:
        # "the two companies" points back; "the 500,000 voters" says how many
        small = number.in_words or number.value < _POINTS_BACK
        definite = small and scan.before(i) in scan.pack.nouns.definite
        rule = "count.definite" if definite else "count.noun"
        return Amount(number, Kind.COUNT, rule, number.end, noun.unit, "count", noun=noun.span)
    return Amount(number, Kind.NUMBER, "number.bare", number.end)


def _noun_after_hedge(scan: Scan, j: int) -> counts.Noun | None:
    """The noun of "a dozen or so people", "50-odd ships"."""
    table, keys = scan.pack.hedges.after, scan.keys
    j += keys[j] in HYPHENS
    hedge = table.match(scan.tokens, j) if keys[j] in table else None
    return None if hedge is None or keys[j] == "more" else counts.read_noun(scan, hedge[1])
