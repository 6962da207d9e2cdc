"""Amounts: one number with its sign, its currency, unit or counted noun; what hedges and ranges are built around.

One of something, or both: "one ship", "one in five", "both firms", "a kilogram", "a dollar and 30 cents".
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from reconcile.extractors.quantities import (
    bounds,
    counts,
    digit_groups,
    mixed_units,
    money,
    non_quantities,
    ratios,
    units,
)
from reconcile.extractors.quantities.amount import ONE, ZERO, Amount, Numeral, PlacedNumber
from reconcile.extractors.quantities.measures import EXPRESSIONS, MEASURES, read_age, read_aged, with_rate
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import NUMBER_SIGNS, read_number
from reconcile.extractors.quantities.scores import sides
from reconcile.model.mention import Kind
from reconcile.rules.load import Pack
from reconcile.text.scan import Reader, Scan, read_first

_TWO = Decimal(2)
# What ends the phrase of a unit, besides the words of the lexicon.
_ENDS = frozenset({"", ".", ",", ";", ")"})
# Years: four digits between these before a noun count nothing ("2018 sales").
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
# After a name, a number below this is part of it ("Falcon 9"); larger ones are counts even there.
_NAMED = 100_000
# A smaller number in digits points back after "the", as any in words does: "the 9 firms", not "the 500,000 voters".
_POINTS_BACK = 10
# Letters of the shortest word that is no sign of a currency.
_WORD = 3
# What a minus may touch on its left.
_BEFORE_MINUS = frozenset("([{<>=:~/\"'“‘*|,;")


def read_one(scan: Scan, i: int, number: Numeral) -> Amount | None:
    """As in "one": a count before a noun, a share before "in five", else a pronoun."""
    lexicon = scan.pack.numerals
    after = scan.keys[i + 1]
    if non_quantities.is_compound(scan, i + 1):
        return None
    before = scan.before(i)
    if before == "that" and (noun := counts.read_noun(scan, i + 1, one=True)) is not None:
        # the conjunction: "it said that one ship sank"; the pronoun has no noun after it
        return noun.counted_by(number, "count.noun")
    if _is_low_end(scan, i):
        return Amount(number, Kind.NUMBER, "number.one", i + 1)
    if before in lexicon.one_before or after in lexicon.one_after or (not after and i > 0):
        return None
    if after == "of":
        # set aside like every definite count: "one of the best" says that there are others, not how many
        return Amount(number, Kind.NUMBER, "count.definite", i + 1)
    noun = counts.read_noun(scan, i + 1, one=True)
    return Amount(number, Kind.NUMBER, "number.one", i + 1) if noun is None else noun.counted_by(number, "count.noun")


def _is_low_end(scan: Scan, i: int) -> bool:
    """Whether a larger number follows as the other end of a range: "one to two million", "between one and two"."""
    lexicon, keys = scan.pack.hedges, scan.keys
    opened = i > 0 and scan.before(i) in lexicon.between and keys[i + 1] in lexicon.and_
    joined = (
        keys[i + 1] in lexicon.glue and keys[i + 1].isalpha() and scan.before(i) not in scan.pack.numerals.one_before
    )
    if not opened and not joined:
        return False
    return keys[i + 2].isdecimal() or scan.pack.numerals.cardinals.get(keys[i + 2], ZERO) > ONE


def read_both(scan: Scan, i: int) -> Amount | None:
    """As in "both firms": two of something known; "both of them" points back."""
    noun = counts.read_noun(scan, i + 1)
    if noun is None or scan.keys[i + 1] == "of":
        return None
    return noun.counted_by(Numeral(_TWO, ONE, ONE, i + 1, in_words=True), "count.definite")


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
    measure = units.read_unit(scan, one, j)
    if measure is None or measure.kind is not Kind.MEASURE:
        return _a_currency(scan, one, j)
    lexicon = scan.pack.units
    more = mixed_units.with_half(scan, measure)
    if measure.dimension == "time":
        # "a year old", "a year and a half old", but "a years-old slump"
        return read_age(scan, more) if counts.singular(scan, scan.keys[j]) == scan.keys[j] else None
    if more.end > measure.end:
        return more
    if measure.dimension not in lexicon.single_dimensions or measure.unit in lexicon.not_single:
        return None
    return measure if scan.keys[measure.end] in _ENDS or scan.keys[measure.end] in lexicon.after_single else None


def _a_currency(scan: Scan, one: Numeral, j: int) -> Amount | None:
    cash = money.read_suffix(scan, one, j)
    if cash is None or scan.word(j).isupper() or len(scan.keys[j]) < _WORD:
        # "a Re content", "a USD loan": an article counts words, no signs and no codes
        return None
    whole = mixed_units.with_half(scan, money.with_cents(scan, cash))
    return whole if whole.end > cash.end or scan.keys[cash.end] not in scan.pack.nouns.stops else None


def read_amount(scan: Scan, i: int) -> Amount | None:
    """One number at token `i` with its unit, which may stand later in its list; None where digits are no quantity."""
    amount = read_own(scan, i)
    if amount is not None and amount.kind is Kind.NUMBER and amount.rule != "number.year":
        return bounds.shared_ahead(scan, amount, read_own)
    return amount


def read_own(scan: Scan, i: int) -> Amount | None:
    """One number at token `i` with the unit that stands beside it."""
    return scan.once("own", lambda scan, i: read_first(AMOUNTS, scan, i), i)


def _is_number_word(scan: Scan, i: int) -> bool:
    key = scan.keys[i]
    return key in scan.pack.numerals.first_words or key in NUMBER_SIGNS


def _is_minus(scan: Scan, i: int) -> bool:
    """Whether a minus that is no part of "plus or minus" stands at token `i`."""
    hedges, keys = scan.pack.hedges, scan.keys
    if keys[i] not in hedges.minus:
        return False
    return not (i > 1 and keys[i - 1] in scan.pack.numerals.choices and keys[i - 2] in hedges.all_after)


def _numbered(scan: Scan, i: int) -> Amount | None:
    return _from_number(scan, i, read_number(scan, i))


def _priced(scan: Scan, i: int) -> Amount | None:
    amount = money.read_prefixed(scan, i)
    return None if amount is None else with_rate(scan, money.with_cents(scan, amount))


def _scale_alone(scan: Scan, i: int) -> Amount | None:
    """As in "thousand litres": a scale word that counts one of itself, before a unit."""
    if scan.touches(i) or scan.before(i) in scan.pack.numerals.few:
        return None
    value = scan.pack.numerals.scales[scan.keys[i]]
    scale = Numeral(value, value, value, i + 1, in_words=True, scale=value)
    return read_first(MEASURES, scan, PlacedNumber(i, scale))


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
    """A number with what follows it: its unit, else a share or an age, else the noun it counts."""
    if number is None or (not number.in_words and non_quantities.code(scan, i, number.end) is not None):
        return None
    place = PlacedNumber(i, number, signed)
    measured = read_first(MEASURES, scan, place)
    if number.unsure and not _is_settled(scan, place, measured):
        return None
    if measured is None:
        return _bare(scan, place)
    identifier = scan.touches(i) and scan.keys[i - 1][-1].isalpha() and not number.in_words
    return None if identifier and measured.kind is not Kind.MONEY else measured


def _is_settled(scan: Scan, at: PlacedNumber, measured: Amount | None) -> bool:
    """Whether digits that may be two numbers are one: alone in a cell, or before a unit or a noun and after no name.

    A noun settles nothing in a text that groups its digits with commas, nor after "at 9", which may be an hour.
    """
    i, end = at.start, at.number.end
    if digit_groups.is_cell(scan, i, end):
        return True
    before = scan.before(i)
    if before in scan.pack.non_quantities.names or non_quantities.is_named(scan, i, counted=False):
        return False
    if measured is not None:
        return measured.kind is not Kind.RATIO
    if before in scan.pack.times.at_words or digit_groups.grouping(scan).commas:
        return False
    return counts.read_noun(scan, end) is not None


def _bare(scan: Scan, at: PlacedNumber) -> Amount | None:
    """A number without a unit: a share, an age between commas, a count with its noun, or a number."""
    expression = read_first(EXPRESSIONS, scan, at)
    if expression is not None:
        return expression
    i, number = at.start, at.number
    if number.end == i + 1 and not number.fraction and scan.pack.numerals.cardinals.get(scan.keys[i]) == 1:
        return read_one(scan, i, number)
    if _is_no_quantity(scan, at):
        return None
    if number.fraction and number.value < 1:
        return Amount(number, Kind.RATIO, "ratio.fraction", number.end, "share", "ratio")
    return _counted(scan, i, number)


def _is_no_quantity(scan: Scan, at: PlacedNumber) -> bool:
    """Whether a number is part of a name, a code, an address or the score of a game."""
    i, number = at.start, at.number
    if number.in_words and non_quantities.in_name(scan, i, number.end):
        return True
    if _is_glued(scan, at):
        return True
    if number.in_words or not (number.plain or number.glued):
        return False
    return non_quantities.is_address(scan, i) or (not at.signed and sides(scan, i) is not None)


def _is_glued(scan: Scan, at: PlacedNumber) -> bool:
    """Whether a number touches letters or a longer run of digits; a minus may touch what stands before it."""
    number = at.number
    if at.signed:
        return not number.in_words and non_quantities.glued_after(scan, number.end) is not None
    return non_quantities.glued(scan, at.start, number.end, words=number.in_words) is not None


def _counted(scan: Scan, i: int, number: Numeral) -> Amount | None:
    """A number with the noun it counts, if any; None where it belongs to a compound or the name before it."""
    hedged = scan.before(i) in scan.pack.hedges.all_before
    if number.plain and _FIRST_YEAR <= number.value <= _LAST_YEAR and not number.in_words and not hedged:
        # the readers of time have their own say
        return Amount(number, Kind.NUMBER, "number.year", number.end)
    if non_quantities.is_compound(scan, number.end):
        return None
    noun = counts.read_noun(scan, number.end, one=number.value == 1)
    if _is_named(scan, i, number, counted=noun is not None):
        return None
    noun = noun or _noun_after_hedge(scan, number.end)
    if noun is None:
        return Amount(number, Kind.NUMBER, "number.bare", number.end)
    small = number.in_words or number.value < _POINTS_BACK
    definite = small and scan.before(i) in scan.pack.nouns.definite
    counted = noun.counted_by(number, "count.definite" if definite else "count.noun")
    return ratios.with_so_many(scan, counted, bisect_left(scan.starts, noun.span.end)) or counted


def _is_named(scan: Scan, i: int, number: Numeral, *, counted: bool) -> bool:
    """Whether a number belongs to the name before it: "Falcon 9", "Windows 3.1"; `counted` says that a noun follows."""
    if number.plain or number.in_words:
        return number.value < _NAMED and non_quantities.is_named(scan, i, counted=counted)
    unscaled = number.scale == 1 or number.glued != ""
    return unscaled and non_quantities.is_named(scan, i, counted=True)


def _noun_after_hedge(scan: Scan, j: int) -> counts.Noun | None:
    """The noun of "a dozen or so people", "50-odd ships"."""
    table, keys = scan.pack.hedges.all_after, scan.keys
    j += keys[j] in HYPHENS
    hedge = table.match(scan.tokens, j) if keys[j] in table else None
    return None if hedge is None or keys[j] == "more" else counts.read_noun(scan, hedge[1])


def amount_starts(pack: Pack) -> frozenset[str]:
    """The token keys at which an amount may begin, besides digits: those of the rows of `AMOUNTS`."""
    numerals = pack.numerals
    words = numerals.first_words | frozenset(numerals.multiples) | frozenset(numerals.scales) | numerals.both
    signs = NUMBER_SIGNS | {"("} | pack.currencies.prefix.firsts() | pack.hedges.minus
    return words | signs | pack.units.constants.firsts() | numerals.before_ages.firsts()


# What an amount begins with. Signs of currencies and minus may be letters and words, so they stand before the words.
AMOUNTS: tuple[Reader[int, Amount], ...] = (
    Reader("digits", lambda scan, i: scan.keys[i][:1].isdecimal(), _numbered, "The dock holds 12 ships."),
    Reader("currency sign", lambda scan, i: scan.keys[i] in scan.pack.currencies.prefix, _priced, "The dock cost $5."),
    Reader("minus", _is_minus, _negative, "The rate is -5%."),
    Reader("brackets", lambda scan, i: scan.keys[i] == "(", money.read_bracketed, "The net loss was ($99)."),
    Reader("age word", lambda scan, i: scan.keys[i] in scan.pack.numerals.before_ages, read_aged, "He is aged 25."),
    Reader(
        "constant",
        lambda scan, i: scan.keys[i] in scan.pack.units.constants,
        units.read_constant,
        "It neared absolute zero.",
    ),
    Reader("both", lambda scan, i: scan.keys[i] in scan.pack.numerals.both, read_both, "Yesterday both ships sank."),
    Reader("twice", lambda scan, i: scan.keys[i] in scan.pack.numerals.multiples, ratios.read_multiple, "It doubled."),
    Reader("number words", _is_number_word, _numbered, "Yesterday twelve ships sank."),
    Reader(
        "lone scale",
        lambda scan, i: scan.keys[i] in scan.pack.numerals.scales,
        _scale_alone,
        "It holds thousand litres.",
    ),
    Reader("article", lambda scan, i: scan.keys[i] in scan.pack.numerals.articles, read_article, "He drank a gallon."),
)
