"""Age against birth year: who was born in a year is, on a day, that many years old or one less.

"Jane Marsh, 53, was born in 1950", published in 2014, does not hold: 63 or 64. Needs the publication date
and a sentence that speaks of no other time ("died", "when she was").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.judge.within.alarm import alarm
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import plain
from reconcile.rules.load import Pack

CODE = "RC408"
_TOKEN = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# How many words after "born" a year may stand.
REACH = 8


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each age that the birth year of its sentence does not allow on the day of publication."""
    for claim in claims:
        published = documents[claim.source].source.published
        age = claim.value.low if claim.value is not None and claim.value.is_point else None
        if claim.kind is not Kind.AGE or published is None or age is None or claim.hedge is not None:
            continue
        text = documents[claim.source].text[claim.sentence.start : claim.sentence.end].lower()
        born = _born(text, pack)
        if born is not None and Decimal(published.year - born) - age not in (0, 1):
            right = published.year - born
            why = f"born in {born}, published in {published.year}: {right - 1} or {right}"
            message = f"The age “{claim.quote}” ({plain(age)}) does not fit the birth year {born}."
            yield alarm(CODE, (claim,), message, why, pack.policy, "the age, the year or the person is wrong")


def _born(text: str, pack: Pack) -> int | None:
    """The one year of birth that a sentence about the present gives."""
    words = _TOKEN.findall(text)
    if pack.policy.cues["past"] & frozenset(words):
        return None
    at = [i for i, w in enumerate(words) if w in pack.policy.cues["born"]]
    years = [w for w in words[at[0] + 1 : at[0] + 1 + REACH] if _YEAR.fullmatch(w)] if len(at) == 1 else []
    return int(years[0]) if len(years) == 1 else None
