"""What a hostile or careless hand may put into a file: words, numbers, dates and characters that readers trip over."""

from __future__ import annotations

import random

DATES = (
    "0001-01-01", "9999-12-31", "0000-00-00", "2031-02-30", "10000-01-01", "31 December 9999", "January 1, 0001",
    "2031-W53-7", "2031-366", "12/31/9999", "29 February 2031", "year 0", "the year 99999", "9999-12-31T23:59:60Z",
    "last year", "next century", "Q4 9999", "5 million years ago", "1 January 2031 BC",
)  # fmt: skip
NUMBERS = (
    "9" * 400, "9" * 5000, "1e999999", "-1e-999999", "1e400", "0x1F", "NaN", "Infinity", "-Infinity", "-0", "0/0",
    "1,2,3,4,5,6,7", "1.2.3.4", "6,5000,000", "٣٤٥", "½", "10^10^10", "1e5 million billion trillion", "5-3-1-2",
    "$" + "9" * 60 + " trillion", "between 9 and 3", "99999999999999999999 per cent", "-5 people", "0 people",
    "4/0", "100/3/2", "zero hundred", "a million million million", "1 000 000 000 000 000 000 000 km",
)  # fmt: skip
CHARACTERS = (
    "\x00", "\x1b[31m", "\x07", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\u202e", "\u200b", "\u00ad", "\ufffe",
    "\U0001f600", "\U0010ffff", "e\u0301" * 30, "\u0344" * 200, "\r", "\r\n", "\t", "\x0b", "\x0c", "İ", "ß", "ŉ", "ﬁ",
    "\u3000", "“", "”", "’", "|", "<script>alert(1)</script>", "]]>", "<!-- option keep-a -->", "<!-- finding x -->",
    "\\ud800", "\\udfff", "\\u0000", "\\x00", "\\", "%00", "%", "${token}", "{0}", "$", "`", "](x)",
)  # fmt: skip
YAML = (
    "&a", "*a", "&a [*a]", "!!python/object:os.system x", "!!binary x", "!x", "? x", "---", "...", "%YAML 9.9",
    "{", "}", "[", "]", ": ", "- ", "# ", "|", ">", "<<: *a", "~", "null", "yes", "12:30:45", "0o17", "@", "%TAG ! x",
    "- - - - x", "{a: {b: {c: 1}}}", "'", '"', "\t",
)  # fmt: skip
REGEX = ("(", "[", "(?P<x>", "a{999999}", "(a+)+$", "\\1", ".*", "^", "$", "|", "[^]", "(?:", "\\b\\B", "*", "+", "?")
WORDS = (
    "", " ", "on", "no", "per cent", "of the", "said", "more than", "not", "the crash", "it", "km", "USD", "million",
    "respectively", "a a a a a a", "x" * 3000, "known", "keep", "both-stand", "value", "=cmd()", "../../etc", "/", "-",
    "published", "publisher", "subject", "metric", "high", "facts", "units", "true", "false",
)  # fmt: skip
_PIECES = ("(", "[", "{", "- ", "1-", "5 km ", "“", "a", "9", ",", "0.", "% ", "and ", "$", "|", "\n", " ")
ALL = (DATES, NUMBERS, CHARACTERS, YAML, REGEX, WORDS)


def token(dice: random.Random) -> str:
    """One of them, each family as often as another."""
    return dice.choice(dice.choice(ALL))


def long_run(dice: random.Random) -> str:
    """A stretch of one thing, long enough for what grows faster than its length to show."""
    return dice.choice(_PIECES) * dice.choice((50, 500, 4000))
