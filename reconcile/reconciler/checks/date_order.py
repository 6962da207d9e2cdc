"""Order of dates: nobody dies before being born, and nothing ends before it begins.

"Lena Fisk, who was born in 1961 and died in 1957" does not hold. Which words are of a beginning and which of its end
stands in the policy (`orders`); each must stand once in the sentence, with one year right after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.model.span import Span
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.reconciler.verdicts.findings import fingerprint
from reconcile.rules.load import Pack

CODE = "RC410"
_TOKEN = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
# How many words after its verb a year may stand ("was born on the fifth of May in 1961").
REACH = 5
# Between the two verbs stand no more words than this, or they are of two things.
MAX_WORDS_BETWEEN = 12


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each sentence in which an end has an earlier year than its beginning."""
    for source, span in sorted({(c.source, c.sentence) for c in claims}):
        tokens = list(_TOKEN.finditer(documents[source].text, span.start, span.end))
        words = [t.group().lower() for t in tokens]
        for begins, ends in pack.policy.begin_end_pairs:
            pair = _years(words, begins, ends, pack.policy.cues["another"])
            if pair is not None and int(words[pair[1]]) < int(words[pair[0]]):
                found = Span(tokens[pair[0]].start(), tokens[pair[1]].end())
                yield _finding(documents[source], found, begins, ends, [words[i] for i in pair], pack)


def _years(words: list[str], begins: str, ends: str, another: frozenset[str]) -> tuple[int, int] | None:
    """The places of the years of the beginning and of the end, in this order of words; None where it is not plain.

    After a word of `another`, somebody or something else may be spoken of.
    """
    if words.count(begins) != 1 or words.count(ends) != 1:
        return None
    first, last = words.index(begins), words.index(ends)
    if not first < last <= first + MAX_WORDS_BETWEEN or another & frozenset(words[first + 1 : last]):
        return None
    one = [i for i in range(first + 1, min(first + 1 + REACH, last)) if _YEAR.fullmatch(words[i])]
    other = [i for i in range(last + 1, min(last + 1 + REACH, len(words))) if _YEAR.fullmatch(words[i])]
    return (one[0], other[0]) if len(one) == len(other) == 1 else None


def _finding(document: Document, span: Span, begins: str, ends: str, years: list[str], pack: Pack) -> Finding:
    first, last = years
    quote = document.text[span.start : span.end]
    message = f"Something {begins} in {first} is said to have {ends} in {last}."
    found = make_finding(CODE, (), message, f"{last} is before {first}", pack.policy, "one of the years is wrong")
    evidence = Evidence(document.id, span.start, span.end, quote, f"{begins} {first}, {ends} {last}")
    return replace(found, evidence=(evidence,), fingerprint=fingerprint_of_years(first, last))


def fingerprint_of_years(first: str, last: str) -> str:
    """Made of the years of a beginning and its end."""
    return f"{fingerprint(CODE, ())[:8]}{first}{last}"
