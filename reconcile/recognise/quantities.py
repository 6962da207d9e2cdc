"""Quantities: hedge, number, unit and range put together into one mention."""

from __future__ import annotations

from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.recognise import ages, counts, hedges, money, ranges, rates, ratios, traps, units
from reconcile.recognise.amount import Amount
from reconcile.recognise.digits import VULGAR
from reconcile.recognise.number_words import ARTICLES, HYPHENS
from reconcile.recognise.numeral import Numeral
from reconcile.recognise.numerals import read_number
from reconcile.recognise.scan import Scan
from reconcile.rules.hedges import Hedge
from reconcile.rules.load import Pack


def quantity_starts(pack: Pack) -> frozenset[str]:
    """The token keys at which a quantity may begin, besides digits."""
    numerals = pack.numerals
    multiples = ratios.multiple_starts(numerals.folds, numerals.cardinals, numerals.multiples)
    words = (
        frozenset(numerals.cardinals)
        | frozenset(numerals.vague)
        | multiples
        | VULGAR
        | frozenset(numerals.fractions)
        | frozenset(numerals.scales)
        | {"both", "dozen", "."}
    )
    signs = (
        pack.currencies.prefix.firsts() | pack.hedges.before.firsts() | pack.hedges.opens.firsts() | pack.hedges.minus
    )
    return words | signs | numerals.few.firsts() | ages.OPENERS | ARTICLES


def read_quantity(scan: Scan, i: int) -> Mention | None:
    """The quantity that begins at token `i`, with the hedge before it and after it."""
    key, lexicon = scan.keys[i], scan.pack.hedges
    if key in lexicon.opens:
        opened = ranges.read_opened(scan, i, read_amount)
        if opened is not None:
            return _range(scan, i, opened, None)
    hedge, j = _hedge(scan, i) if key in lexicon.before else (None, i)
    if j > i:
        opened = ranges.read_opened(scan, j, read_amount) if scan.keys[j] in lexicon.opens else None
        if opened is not None:
            return _range(scan, i, opened, hedge)
    amount = read_amount(scan, j)
    if amount is None:
        return None if j == i or key not in lexicon.minus else read_amount_mention(scan, i)
    joined = ranges.read_joined(scan, amount, j, read_amount)
    if joined is not None:
        return _range(scan, i, joined, hedge)
    return _single(scan, i, j, amount, hedge)


def read_amount_mention(scan: Scan, i: int) -> Mention | None:
    """An amount without hedges as a mention."""
    amount = read_amount(scan, i)
    return None if amount is None else _single(scan, i, i, amount, None)


def _hedge(scan: Scan, i: int) -> tuple[Hedge | None, int]:
    """The hedge at token `i` and where its number begins; at most two stand together ("at least about")."""
    table, keys = scan.pack.hedges.before, scan.keys
    hedge: Hedge | None = None
    j = i
    for _ in range(2):
        found = table.match(scan.tokens, j) if keys[j] in table else None
        if found is None:
            break
        if hedge is None or hedge.bound in ("~", "="):
            hedge = found[0]
        j = found[1]
        if keys[j] in HYPHENS and keys[j - 1].isalpha() and scan.touches(j) and scan.touches(j + 1):
            j += 1
    if hedge is not None and keys[j] in ARTICLES and keys[j + 1] in scan.pack.currencies.prefix:
        j += not keys[j + 1].isalpha()
    return hedge, j


def read_amount(scan: Scan, i: int) -> Amount | None:
    """One number at token `i` with its unit; None where digits are no quantity."""
    key, pack = scan.keys[i], scan.pack
    if key[:1].isdecimal():
        return _from_number(scan, i, read_number(scan, i))
    if key in pack.currencies.prefix:
        amount = money.read_prefixed(scan, i)
        if amount is not None:
            return _with_rate(scan, money.with_cents(scan, amount))
    if key in pack.hedges.minus:
        return _negative(scan, i)
    if key in ages.OPENERS:
        return ages.read_aged(scan, i)
    if key == "both":
        return _both(scan, i)
    multiple = ratios.read_multiple(scan, i)
    if multiple is not None:
        return multiple
    number = read_number(scan, i)
    if number is not None:
        return _from_number(scan, i, number)
    if key in pack.numerals.scales:
        return _scale_alone(scan, i)
    return _article(scan, i) if key in ARTICLES else None


def _scale_alone(scan: Scan, i: int) -> Amount | None:
    """As in "thousand litres": a scale word that counts one of itself, before a unit."""
    if scan.touches(i) or scan.before(i) in scan.pack.numerals.few:
        return None
    value = scan.pack.numerals.scales[scan.keys[i]]
    return _measured(scan, Numeral(value, value, value, i + 1, in_words=True, scale=value))


def _negative(scan: Scan, i: int) -> Amount | None:
    word = scan.keys[i].isalpha()
    if not word and (scan.touches(i) and scan.keys[i - 1][-1:].isalnum()):
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
    if number is None:
        return None
    measured = _measured(scan, number)
    if measured is not None:
        if measured.kind is not Kind.MONEY and not number.in_words and scan.touches(i) and _is_identifier(scan, i):
            return None
        return measured
    return _bare(scan, i, number, signed=signed)


def _is_identifier(scan: Scan, i: int) -> bool:
    return scan.keys[i - 1][-1].isalpha()


def _measured(scan: Scan, number: Numeral) -> Amount | None:
    """The number with what follows it: a currency, a unit, an age, a multiple."""
    j, keys = number.end, scan.keys
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
    return j + (number.fraction and keys[j] in ARTICLES)


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
    found = rates.read_per(scan, j)
    return amount if found is None else amount._replace(per=found[0], end=found[1])


def _bare(scan: Scan, i: int, number: Numeral, *, signed: bool) -> Amount | None:
    """A number without a unit: an age between commas, a share, a count with its noun, or a number."""
    if scan.keys[i] == "one" and number.end == i + 1 and not number.fraction:
        return _one(scan, i, number)
    share = ratios.read_share(scan, i, number)
    if share is not None:
        return share
    if not signed and traps.glued(scan, i, number.end, words=number.in_words) is not None:
        return None
    if number.plain and not number.in_words:
        if ages.is_apposed(scan, i, number):
            return ages.apposed(number)
        if traps.is_score(scan, i, number.end):
            return None
    if number.fraction:
        return Amount(number, Kind.RATIO, "ratio.fraction", number.end, "share", "ratio")
    return _counted(scan, i, number)


def _counted(scan: Scan, i: int, number: Numeral) -> Amount | None:
    hedged = scan.before(i) in scan.pack.hedges.before
    if number.plain and 1800 <= number.value <= 2100 and not number.in_words and not hedged:
        # a year before a noun ("2018 sales") counts nothing; the readers of time have their own say
        return Amount(number, Kind.NUMBER, "number.year", number.end)
    if _is_compound(scan, number.end):
        return None
    noun = counts.read_noun(scan, number.end, one=number.value == 1)
    if (
        (number.plain or number.in_words)
        and number.value < 100000
        and traps.named(scan, i, counted=noun is not None) is not None
    ):
        return None
    if noun is not None:
        definite = scan.before(i) in scan.pack.nouns.definite
        rule = "count.definite" if definite else "count.noun"
        return Amount(number, Kind.COUNT, rule, number.end, noun.unit, "count", noun=noun.span)
    bare = Amount(number, Kind.NUMBER, "number.bare", number.end)
    return ranges.shared_ahead(scan, bare, read_amount)


def _is_compound(scan: Scan, j: int) -> bool:
    """Whether the number is joined to a word that is no unit: "six-speed", "three-bed"."""
    if scan.keys[j] not in HYPHENS or not (scan.touches(j) and scan.touches(j + 1)):
        return False
    word = scan.keys[j + 1]
    return (
        word.isalpha() and word not in scan.pack.hedges.glue and word not in scan.pack.hedges.lists and word != "plus"
    )


def _one(scan: Scan, i: int, number: Numeral) -> Amount | None:
    """As in "one": a count before a noun, a share before "in five", else a pronoun."""
    lexicon = scan.pack.numerals
    share = ratios.read_share(scan, i, number)
    if share is not None:
        return share
    after = scan.keys[i + 1]
    if scan.before(i) in lexicon.one_before or after in lexicon.one_after or not after:
        return None
    noun = counts.read_noun(scan, i + 1, one=True)
    if noun is not None:
        return Amount(number, Kind.COUNT, "count.noun", i + 1, noun.unit, "count", noun=noun.span)
    return ranges.shared_ahead(scan, Amount(number, Kind.NUMBER, "number.one", i + 1), read_amount)


def _both(scan: Scan, i: int) -> Amount | None:
    noun = counts.read_noun(scan, i + 1)
    if noun is None or scan.keys[i + 1] in ("of", "the"):
        return None
    two = Numeral(scan.pack.numerals.cardinals.get("two", Numeral._field_defaults["scale"] * 2), *_UNIT, i + 1, True)
    return Amount(two, Kind.COUNT, "count.definite", i + 1, noun.unit, "count", noun=noun.span)


# A unit after an article counts one of itself only for these, and only where its phrase ends ("a gallon of milk").
_SINGLE = frozenset({"mass", "volume", "data"})
_AFTER_UNIT = frozenset({"", ".", ",", ";", ")", "of", "and", "is", "or"})
_UNIT = (Numeral._field_defaults["scale"], Numeral._field_defaults["scale"])


def _article(scan: Scan, i: int) -> Amount | None:
    """As in "a kilogram", "a dollar and 42 cents", "a US$4 billion plan": the article counts one, or stands before a sign."""
    j = i + 1
    key = scan.keys[j]
    if not key[:1].isalpha() or (key in scan.pack.currencies.prefix and money.read_prefixed(scan, j) is not None):
        return None
    if key in scan.pack.units.table or key in scan.pack.currencies.suffix:
        one = Numeral(_UNIT[0], _UNIT[0], _UNIT[0], j, in_words=True)
        return _a_unit(scan, one, j)
    return None


def _a_unit(scan: Scan, one: Numeral, j: int) -> Amount | None:
    cash = money.read_suffix(scan, one, j)
    if cash is not None:
        whole = money.with_cents(scan, cash)
        return whole if whole.end > cash.end or scan.keys[cash.end] not in scan.pack.nouns.stops else None
    measure = units.read_unit(scan, one, j)
    if measure is None or measure.kind is not Kind.MEASURE or measure.dimension not in _SINGLE:
        return None
    return measure if scan.keys[measure.end] in _AFTER_UNIT else None


def _single(scan: Scan, i: int, j: int, amount: Amount, hedge: Hedge | None) -> Mention | None:
    end = amount.end
    lexicon = scan.pack.hedges.after
    after = None
    if scan.keys[end] in lexicon or scan.keys[end] in HYPHENS:
        after = lexicon.match(scan.tokens, end + (scan.keys[end] in HYPHENS and scan.keys[end + 1] in lexicon))
        if after is not None and not _hedges_after(scan, end, after[1], amount):
            after = None
    if after is not None and (hedge is None or hedge.bound in ("~", "=")):
        hedge, end = after
    value = hedges.value_of(amount.number, amount.factor, hedge)
    return _mention(scan, i, end, amount, hedge, value, amount.rule)


def _hedges_after(scan: Scan, end: int, stop: int, amount: Amount) -> bool:
    """Whether words after an amount hedge it: not the "more" of "5 more ships", not the plus of a sum."""
    if scan.keys[end] == "more":
        return amount.kind is Kind.NUMBER and not scan.keys[stop][:1].isalpha()
    return not (scan.keys[end] == "+" and scan.keys[stop][:1].isdecimal())


def _range(scan: Scan, i: int, found: ranges.Range, hedge: Hedge | None) -> Mention:
    value = hedges.range_of(found.low.number, found.high.number, found.high.factor, approximate=hedge is not None)
    return _mention(scan, i, found.end, found.high, hedge, value, found.rule)


def _mention(
    scan: Scan, i: int, end: int, amount: Amount, hedge: Hedge | None, value: hedges.Value, rule: str
) -> Mention:
    start, stop = scan.starts[i], scan.ends[end - 1]
    if amount.number.glued and amount.kind is not Kind.MONEY and amount.kind is not Kind.MEASURE:
        name = scan.pack.numerals.scale_units.get(amount.number.glued)
        if name is not None:
            amount = amount._replace(readings=(*amount.readings, units.as_letter_reading(amount.number, name)))
    return Mention(
        Span(start, stop),
        scan.text[start:stop],
        amount.kind,
        rule,
        value,
        amount.unit,
        amount.dimension,
        amount.per,
        None if hedge is None else hedge.bound,
        amount.noun,
        ages.as_duration(amount),
        amount.readings,
    )
