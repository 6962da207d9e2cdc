"""Why digits or number words are no quantity: names, identifiers, versions."""

from __future__ import annotations

from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.text.scan import Scan
from reconcile.text.word_classes import is_inner_apostrophe

# The digits of a telephone number (ITU-T E.164), and the most groups they are written in.
_LEAST, _MOST, _GROUPS = 9, 15, 6
# Digits of the groups of a number in North America, and of the first group of any that nothing else marks.
_AMERICAN, _FIRST_GROUP = [3, 3, 4], 3
# More tokens than the name of a street has.
_STREET = 6
# Digits of a year.
_YEAR = 4
_CENTURIES = ("18", "19", "20")
# Tokens to either side among which a word in small letters tells running text from a headline.
_TEXT_REACH = 6
_SIGNS = HYPHENS | {"+"}
_JOINS = HYPHENS | {")", ".", "/", "("}
_SENTENCE_ENDS = frozenset({".", "!", "?", '"', "“", "”", "'", "‘", "(", "•", "*", "—", "|", ";", "", "-", "–"})


def glued(scan: Scan, i: int, end: int, *, words: bool = False) -> str | None:
    """Why digits `[i, end)` that touch letters or a longer run are no quantity: identifiers, chains, clock times."""
    before = _glued_before(scan, i, end, words=words) if scan.touches(i) else None
    return before if before is not None or words else glued_after(scan, end)


def glued_after(scan: Scan, end: int) -> str | None:
    """Why digits that end before token `end` and touch what follows are no quantity."""
    if not scan.touches(end):
        return None
    after = scan.keys[end]
    if after[:1].isalpha() or after == "_":
        return "non-quantity.identifier"
    if not (scan.touches(end + 1) and scan.keys[end + 1][:1].isdecimal()):
        return None
    return _chain(scan, end) if after in HYPHENS else _JOINED.get(after)


# What a sign between two runs of digits makes of them.
_JOINED = {"/": "non-quantity.chain", ":": "non-quantity.clock"}
_MARKS = frozenset("_@=#")
# Before "=" these compare: ">=25".
_COMPARES = frozenset("<>")
_PATHS = frozenset(":/\\")


def _glued_before(scan: Scan, i: int, end: int, *, words: bool) -> str | None:
    """Why a number `[i, end)` that touches what stands before it is no quantity."""
    keys, before = scan.keys, scan.keys[i - 1]
    if before[-1].isalpha() or (before in _MARKS and scan.before(i - 1) not in _COMPARES):
        return "non-quantity.identifier"
    if i < 2 or not scan.touches(i - 1):
        return None
    if not words:
        digits = _digits_before(scan, i, end)
        if digits is not None:
            return digits
    if before not in HYPHENS or not keys[i - 2].isalpha() or _opens(scan, i - 2):
        return None
    measured = i > 2 and scan.touches(i - 2) and keys[i - 3][:1].isdecimal()
    if measured:
        return None
    return "non-quantity.identifier" if scan.word(i - 2) != keys[i - 2] else "non-quantity.compound"


def _digits_before(scan: Scan, i: int, end: int) -> str | None:
    """Why digits `[i, end)` that a sign joins to letters or digits before them are no quantity."""
    keys, before = scan.keys, scan.keys[i - 1]
    if (before in _SIGNS and in_catalogue(scan, i)) or (before == "." and keys[i - 2] != "."):
        # what follows a point is the end of something, but for three points
        return "non-quantity.identifier"
    if before in HYPHENS and keys[i - 2][:1].isdecimal() and _in_chain(scan, i, end):
        return "non-quantity.chain"
    return "non-quantity.chain" if before in _PATHS and keys[i - 2][-1:].isalnum() else None


def in_catalogue(scan: Scan, i: int) -> bool:
    """Whether digits after a sign go on from letters and digits that are no year: "J0534.5+2200"."""
    return (
        scan.touches(i - 2)
        and scan.keys[i - 2][:1].isdecimal()
        and len(scan.keys[i - 2]) > _YEAR
        and scan.before(i - 2)[-1:].isalpha()
    )


def _in_chain(scan: Scan, i: int, end: int) -> bool:
    """Whether a hyphen follows as well, or stood before the digits before: telephone numbers; or 2012-13."""
    keys, before = scan.keys, scan.keys[i - 2]
    if scan.touches(end) and keys[end] in HYPHENS and scan.touches(end + 1):
        return True
    if i > 3 and keys[i - 3] in HYPHENS and scan.touches(i - 2) and keys[i - 4][-1:].isdecimal():
        return True
    return len(before) == _YEAR and before.startswith(_CENTURIES) and len(keys[i]) == 2


def _opens(scan: Scan, k: int) -> bool:
    """Whether the word before a hyphen is a hedge, a sign or a number: "sub-300", "minus-5", "one-in-five"."""
    key, hedges = scan.keys[k], scan.pack.hedges
    return (
        key in hedges.all_before
        or key in hedges.minus
        or key in hedges.opens
        or key in scan.pack.numerals.cardinals
        or key in scan.pack.non_quantities.number_joins
    )


def _chain(scan: Scan, j: int) -> str | None:
    """Digits joined by two hyphens or more: telephone numbers, dates in digits, account numbers."""
    k = j + 2
    if scan.touches(k) and scan.keys[k] in HYPHENS and scan.touches(k + 1) and scan.keys[k + 1][:1].isalnum():
        return "non-quantity.chain"
    return None


def is_named(scan: Scan, i: int, *, counted: bool) -> bool:
    """Whether a number at token `i` belongs to the name before it: "Falcon 9", "Section 8", "page 12".

    `counted` says that a noun follows the number.
    """
    k = _name_before(scan, i, counted=counted)
    if k < 0 or "\n" in scan.tokens.gap(i):
        return False
    word, lexicon = scan.keys[k], scan.pack.non_quantities
    if word == ".":
        return scan.touches(k) and scan.before(k) in lexicon.abbreviations
    return word in lexicon.any_case or (word[0].isalpha() and _is_proper(scan, k, counted=counted))


def _name_before(scan: Scan, i: int, *, counted: bool) -> int:
    """The token that may be the name of a number at token `i`, over a hyphen or another number; below 0 for none."""
    keys, k = scan.keys, i - 1
    if k >= 0 and keys[k] in HYPHENS and scan.touches(i):
        # "Boeing 737-800", "pages 12-15"
        return k - 2 if keys[k - 1].isdecimal() and scan.touches(k) else k - 1
    if k > 1 and not counted and _lists(scan, k) and keys[k - 1].isdecimal():
        # "chapters 3 and 4"
        return k - 2 if keys[k - 2] in scan.pack.non_quantities.any_case else -1
    return k


def _lists(scan: Scan, k: int) -> bool:
    return scan.keys[k] in scan.pack.numerals.choices or scan.keys[k] == "to" or scan.keys[k] == ","


def _is_proper(scan: Scan, k: int, *, counted: bool) -> bool:
    """Whether token `k` is a name that takes a number: one of the lexicon, or any with a capital in a sentence."""
    k -= 2 * is_inner_apostrophe(scan.tokens, scan.pack.language, k - 1)
    word, written = scan.keys[k], scan.word(k)
    if not any(c.isupper() for c in written):
        return False
    mixed, starts = _mixed_case(written), _starts_sentence(scan, k)
    if word in scan.pack.non_quantities.names and not (counted and starts and not mixed):
        return True
    if counted:
        return False
    return mixed or not (starts or word in scan.pack.nouns.stops or word in scan.pack.hedges.all_before)


def _mixed_case(word: str) -> bool:
    """As in "iPhone", "QLED": capitals past the first letter."""
    return any(c.isupper() for c in word[1:])


def _starts_sentence(scan: Scan, k: int) -> bool:
    if k > 1 and scan.keys[k - 1] in HYPHENS and scan.touches(k) and scan.touches(k - 1):
        return _starts_sentence(scan, k - 2)
    return k == 0 or scan.keys[k - 1] in _SENTENCE_ENDS or "\n" in scan.tokens.gap(k)


def entity_name(scan: Scan, i: int) -> int:
    """The end of a name of the rules that begins with the digits at token `i` ("3M", "7-Eleven"); 0 for none."""
    if scan.keys[i] not in scan.pack.entities.names.numbers:
        return 0
    found = scan.pack.entities.names.match(scan.tokens, i)
    return 0 if found is None else found[1]


def in_name(scan: Scan, i: int, end: int) -> bool:
    """Whether a number word `[i, end)` with a capital is part of a name in running text: "the Seventh Cavalry".

    In a headline every word has one; a long word in small letters nearby tells running text.
    """
    if not scan.is_capital(i) or _starts_sentence(scan, i) or not scan.before(i).isalpha():
        return False
    near = (*range(max(i - _TEXT_REACH, 0), i), *range(end, min(end + _TEXT_REACH, scan.n)))
    return any(_is_plain(scan, k) for k in near)


def _is_plain(scan: Scan, k: int) -> bool:
    key = scan.keys[k]
    return len(key) > 3 and key.isalpha() and not scan.is_capital(k) and key not in scan.pack.nouns.stops


def code(scan: Scan, i: int, end: int) -> str | None:
    """Why digits `[i, end)` are no quantity by what follows them: "90049 zip code", "1080p", "March 7B"."""
    keys, lexicon = scan.keys, scan.pack.non_quantities
    if scan.before(i) in scan.pack.times.months and scan.is_lettered(i):
        return "non-quantity.identifier"
    if keys[end] == "p" and scan.touches(end) and keys[i] + "p" in lexicon.resolutions:
        return "non-quantity.resolution"
    if keys[end] in lexicon.codes and lexicon.codes.match(scan.tokens, end) is not None:
        return "non-quantity.code"
    if keys[end] == "or" and keys[end + 1] in lexicon.later and "." in keys[i]:
        return "non-quantity.version"
    return None


def telephone(scan: Scan, i: int) -> int:
    """The end of a telephone number that begins at token `i`, 0 where none does.

    Written in groups, of 9 to 15 digits in all (ITU-T E.164): after a plus, with a first group in brackets, with a
    zero first, or in threes and four as in North America.
    """
    keys = scan.keys
    first, before = keys[i], scan.before(i)
    bracketed = before == "(" and keys[i + 1] == ")"
    marked = bracketed or first[0] == "0"
    if not first.isdecimal() or not (len(first) == _FIRST_GROUP or marked or before == "+"):
        return 0
    lengths, end = _digit_groups(scan, i)
    if len(lengths) < 2 or not _LEAST <= sum(lengths) <= _MOST:
        return 0
    opened = marked or (before == "+" and scan.touches(i))
    return end if opened or lengths == _AMERICAN else 0


def _digit_groups(scan: Scan, i: int) -> tuple[list[int], int]:
    """The lengths of the groups of digits from token `i` on, with up to two signs between them, and where they end."""
    keys = scan.keys
    lengths, end, j = [len(keys[i])], i + 1, i + 1
    while len(lengths) < _GROUPS:
        for _ in range(2):
            j += keys[j] in _JOINS and "\n" not in scan.tokens.gap(j)
        if not keys[j].isdecimal() or scan.tokens.gap(j) not in _GAPS:
            break
        lengths.append(len(keys[j]))
        end = j = j + 1
    return lengths, end


_GAPS = ("", " ", "\u00a0")


def web_address(scan: Scan, i: int) -> int:
    """The end of the web address that begins at token `i`: all that follows without a space; past `i` in any case."""
    j = i + 1
    while j < scan.n and scan.touches(j):
        j += 1
    return j


def in_path(scan: Scan, i: int) -> bool:
    """Whether token `i` stands in the path of an address without its "http": "example.com/2016/05"."""
    keys = scan.keys
    return i > 1 and scan.touches(i) and keys[i - 1] in _PATH and scan.touches(i - 1) and keys[i - 2].isalpha()


_PATH = frozenset("/\\=&_")


def is_address(scan: Scan, i: int) -> bool:
    """Whether a street follows the number: "221B Baker Street", "9 West 31st Street"; but "9 Wall Street banks"."""
    k = i + 1 + (scan.touches(i + 1) and len(scan.keys[i + 1]) == 1 and scan.keys[i + 1].isalpha())
    for j in range(k, k + _STREET):
        if j > k and is_street(scan, j):
            return not scan.keys[j + 1].isalpha() or scan.is_capital(j + 1) or scan.keys[j + 1] in scan.pack.nouns.stops
        numbered = scan.keys[j][:1].isdecimal() or scan.keys[j] in scan.pack.numerals.ordinal_suffixes
        if not (numbered or scan.is_capital(j)):
            return False
    return False


def is_street(scan: Scan, i: int) -> bool:
    """Whether token `i` ends the name of a street, with its capital: "Street", "Ave."."""
    return scan.keys[i] in scan.pack.non_quantities.streets and scan.is_capital(i)


def is_compound(scan: Scan, j: int) -> bool:
    """Whether the number is joined to a word that is no unit: "six-speed", "three-bed"."""
    if scan.keys[j] not in HYPHENS or not (scan.touches(j) and scan.touches(j + 1)):
        return False
    word = scan.keys[j + 1]
    if word in scan.pack.hedges.all_after or word in scan.pack.numerals.cardinals:
        return False
    return (
        word.isalpha() and word not in scan.pack.hedges.glue and word not in scan.pack.hedges.lists and word != "plus"
    )
