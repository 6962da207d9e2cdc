"""Why digits or number words are no quantity: names, identifiers, scores, versions."""

from __future__ import annotations

from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.text.scan import Scan

# The digits of a telephone number, and the most groups they are written in.
_LEAST, _MOST, _GROUPS = 9, 15, 6
# More tokens than the name of a street has.
_STREET = 6
_YEAR = 4
_SIGNS = HYPHENS | {"+"}
_JOINS = HYPHENS | {")", ".", "/", "("}
_SENTENCE_ENDS = frozenset({".", "!", "?", '"', "“", "”", "'", "‘", "(", "•", "*", "—", "|", ";", "", "-", "–"})


def glued(scan: Scan, i: int, end: int, *, words: bool = False) -> str | None:
    """The trap of digits `[i, end)` that touch letters or a longer run: identifiers, versions, telephone numbers."""
    keys = scan.keys
    if scan.touches(i):
        found = _glued_before(scan, i, end, words=words)
        if found is not None:
            return found
    if words:
        return None
    if scan.touches(end):
        after = keys[end]
        if after[:1].isalpha() or after == "_":
            return "trap.identifier"
        if after == "/" and scan.touches(end + 1) and keys[end + 1][:1].isdecimal():
            return "trap.chain"
        if after == ":" and scan.touches(end + 1) and keys[end + 1][:1].isdecimal():
            return "trap.clock"
        if after in HYPHENS and scan.touches(end + 1) and keys[end + 1][:1].isdecimal():
            return _chain(scan, end)
    return None


def _glued_before(scan: Scan, i: int, end: int, *, words: bool) -> str | None:
    keys, before = scan.keys, scan.keys[i - 1]
    if before[-1].isalpha() or before in ("_", "@", "=", "#"):
        return "trap.identifier"
    if i < 2 or not scan.touches(i - 1):
        return None
    if before in _SIGNS and not words and in_catalogue(scan, i):
        return "trap.identifier"
    if before in HYPHENS:
        if keys[i - 2][:1].isdecimal() and not words and _in_chain(scan, i, end):
            return "trap.chain"
        measured = i > 2 and scan.touches(i - 2) and keys[i - 3][:1].isdecimal()
        if keys[i - 2].isalpha() and not measured and not _opens(scan, i - 2):
            return "trap.identifier" if scan.word(i - 2) != keys[i - 2] else "trap.compound"
    if before == "." and keys[i - 2].isalpha() and not words:
        return "trap.identifier"
    if before in (":", "/", "\\") and keys[i - 2][-1:].isalnum() and not words:
        return "trap.chain"
    return None


def in_catalogue(scan: Scan, i: int) -> bool:
    """Whether digits after a sign go on from letters and digits that are no year: "J0534.5+2200"."""
    return (
        scan.touches(i - 2)
        and scan.keys[i - 2][:1].isdecimal()
        and len(scan.keys[i - 2]) > _YEAR
        and scan.before(i - 2)[-1:].isalpha()
    )


def is_designated(scan: Scan, i: int) -> bool:
    """Whether letters in capitals that are no unit, sign or word of a headline stand before digits: "NGC 4151b"."""
    word = scan.word(i - 1) if i > 0 else ""
    return 1 < len(word) <= _YEAR and word.isupper() and word.isalpha() and scan.before(i) not in scan.pack.nouns.stops


def _in_chain(scan: Scan, i: int, end: int) -> bool:
    """Whether a hyphen follows as well, or stood before the digits before: telephone numbers; or 2012-13."""
    keys, before = scan.keys, scan.keys[i - 2]
    if scan.touches(end) and keys[end] in HYPHENS and scan.touches(end + 1):
        return True
    if i > 3 and keys[i - 3] in HYPHENS and scan.touches(i - 2) and keys[i - 4][-1:].isdecimal():
        return True
    return len(before) == 4 and before[:2] in ("18", "19", "20") and len(keys[i]) == 2


def _opens(scan: Scan, k: int) -> bool:
    """Whether the word before a hyphen is a hedge, a sign or a number: "sub-300", "minus-5", "one-in-five"."""
    key, hedges = scan.keys[k], scan.pack.hedges
    return (
        key in hedges.before
        or key in hedges.minus
        or key in hedges.opens
        or key in scan.pack.numerals.cardinals
        or (key in ("to", "or", "and", "in", "for", "of", "by"))
    )


def _chain(scan: Scan, j: int) -> str | None:
    """Digits joined by two hyphens or more: telephone numbers, dates in digits, account numbers."""
    k = j + 2
    if scan.touches(k) and scan.keys[k] in HYPHENS and scan.touches(k + 1) and scan.keys[k + 1][:1].isalnum():
        return "trap.chain"
    return None


def named(scan: Scan, i: int, *, counted: bool) -> str | None:
    """The trap of a number at token `i` that belongs to the name before it: "Falcon 9", "Section 8", "page 12"."""
    k = i - 1
    if k >= 0 and scan.keys[k] in HYPHENS and scan.touches(i):
        k -= 1
        if scan.keys[k].isdecimal() and scan.touches(k + 1):
            # "Boeing 737-800", "pages 12-15"
            k -= 1
    elif k > 1 and not counted and scan.keys[k] in ("and", "to", "or", ",") and scan.keys[k - 1].isdecimal():
        # "chapters 3 and 4"
        k -= 2
        if scan.keys[k] not in scan.pack.non_quantities.any_case:
            return None
    if k < 0 or "\n" in scan.tokens.gap(i):
        return None
    word, lexicon = scan.keys[k], scan.pack.non_quantities
    if word == "." and scan.touches(k) and scan.before(k) in lexicon.abbreviations:
        return "trap.name"
    if not word[0].isalpha():
        return None
    if word in lexicon.any_case:
        return "trap.name"
    written = scan.word(k)
    if not any(c.isupper() for c in written):
        return None
    if word in lexicon.names and not (counted and _starts_sentence(scan, k) and not _mixed_case(written)):
        return "trap.name"
    if counted or _starts_sentence(scan, k) or word in scan.pack.nouns.stops or word in scan.pack.hedges.before:
        return "trap.name" if not counted and _mixed_case(written) else None
    return "trap.name"


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
    near = (*range(i - 1, max(i - 7, -1), -1), *range(end, min(end + 6, scan.n)))
    return any(_is_plain(scan, k) for k in near)


def _is_plain(scan: Scan, k: int) -> bool:
    key = scan.keys[k]
    return len(key) > 3 and key.isalpha() and not scan.is_capital(k) and key not in scan.pack.nouns.stops


def code(scan: Scan, i: int, end: int) -> str | None:
    """The trap of digits `[i, end)` that what follows makes a code: "90049 zip code", "1080p", "3.11 or later"."""
    keys, lexicon = scan.keys, scan.pack.non_quantities
    if keys[end] == "p" and scan.touches(end) and keys[i] + "p" in lexicon.resolutions:
        return "trap.resolution"
    if keys[end] in lexicon.codes and lexicon.codes.match(scan.tokens, end) is not None:
        return "trap.code"
    if keys[end] == "or" and keys[end + 1] in lexicon.later and "." in keys[i]:
        return "trap.version"
    return None


def telephone(scan: Scan, i: int) -> int:
    """The end of a telephone number that begins at token `i`, 0 where none does.

    Written in groups, of 9 to 15 digits in all (ITU-T E.164): after a plus, with a first group in brackets, with a
    zero first, or in threes and four as in North America.
    """
    keys = scan.keys
    first, before = keys[i], scan.before(i)
    bracketed = before == "(" and keys[i + 1] == ")"
    if not (first.isdecimal() and (len(first) == 3 or bracketed or first[0] == "0" or before == "+")):
        return 0
    lengths, end, j = [len(first)], i + 1, i + 1
    while len(lengths) < _GROUPS:
        for _ in range(2):
            j += keys[j] in _JOINS and "\n" not in scan.tokens.gap(j)
        if not keys[j].isdecimal() or scan.tokens.gap(j) not in ("", " ", "\u00a0"):
            break
        lengths.append(len(keys[j]))
        end = j = j + 1
    if len(lengths) < 2 or not _LEAST <= sum(lengths) <= _MOST:
        return 0
    opened = bracketed or first[0] == "0" or (before == "+" and scan.touches(i))
    return end if opened or lengths == [3, 3, 4] else 0


WEB = frozenset({"http", "https", "www", "ftp"})


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


def is_score(scan: Scan, i: int, end: int) -> bool:
    """Whether digits `[i, end)` are one side of n-n beside a word of sport, or of a falling pair: "won 3-1"."""
    if _joins_score(scan, end):
        return _is_pair(scan, i, end + 2, tight=scan.touches(end))
    if i > 1 and _joins_score(scan, i - 1):
        return _is_pair(scan, i - 2, end, tight=scan.touches(i))
    return False


def _joins_score(scan: Scan, j: int) -> bool:
    """Whether token `j` stands between two sides: "3-1", "3 - 1", "2 for 9"."""
    keys = scan.keys
    if not (_small(keys[j - 1]) and _small(keys[j + 1])):
        return False
    return keys[j] == "for" or (keys[j] in ("-", "–", "‑") and scan.touches(j) == scan.touches(j + 1))


def _small(key: str) -> bool:
    return key.isdecimal() and len(key) <= 3


def _is_pair(scan: Scan, first: int, end: int, *, tight: bool) -> bool:
    """Whether the sides `[first, end)` are a score: a word of sport is near, or they fall and touch their dash."""
    keys, scores = scan.keys, scan.pack.non_quantities.scores
    if not (_small(keys[first]) and _small(keys[end - 1])):
        return False
    falls = tight and int(keys[first]) >= int(keys[end - 1])
    return falls or keys[end] in scores or any(keys[k] in scores for k in range(max(0, first - 3), first))


def is_compound(scan: Scan, j: int) -> bool:
    """Whether the number is joined to a word that is no unit: "six-speed", "three-bed"."""
    if scan.keys[j] not in HYPHENS or not (scan.touches(j) and scan.touches(j + 1)):
        return False
    word = scan.keys[j + 1]
    if word in scan.pack.hedges.after or word in scan.pack.numerals.cardinals:
        return False
    return (
        word.isalpha() and word not in scan.pack.hedges.glue and word not in scan.pack.hedges.lists and word != "plus"
    )
