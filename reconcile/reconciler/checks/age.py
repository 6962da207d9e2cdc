"""Age against birth year: who was born in a year is, on a day, that many years old or one less.

"Jane Marsh, 53, was born in 1950", published in 2014, does not hold: 63 or 64. Needs the publication date
and a sentence that speaks of no other time ("when she was"), or the year of death beside the year of birth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import plain
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack

CODE = "RC408"
_TOKEN = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# How many words after "born" a year may stand.
REACH = 8


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each age that the birth year of its sentence does not allow on its day."""
    for claim in claims:
        age = claim.value.low if claim.value is not None and claim.value.is_point else None
        if claim.kind is not Kind.AGE or age is None or claim.hedge is not None:
            continue
        document = documents[claim.source]
        words = _TOKEN.findall(document.text[claim.sentence.start : claim.sentence.end].lower())
        born, year, day = _life(words, document, pack)
        if born is not None and year is not None and Decimal(year - born) - age not in (0, 1):
            why = f"born in {born}, {day} in {year}: {year - born - 1} or {year - born}"
            message = f"The age “{claim.quote}” ({plain(age)}) does not fit the birth year {born}."
            yield make_finding(CODE, (claim,), message, why, pack.policy, "the age, the year or the person is wrong")


def _life(words: list[str], document: Document, pack: Pack) -> tuple[int | None, int | None, str]:
    """The year of birth, that of death or else of publication, and which of these it is."""
    published = document.source.published
    cues = pack.policy.cues
    separators = cues["apart"] | cues["to"]
    died = _year_after(words, cues["died"], separators)
    if died is not None:
        return _year_after(words[: _first(words, cues["died"])], cues["born"], separators), died, "died"
    if published is None or cues["past"] & frozenset(words):
        return None, None, ""
    return _year_after(words, cues["born"], separators), published.year, "published"


def _first(words: list[str], cues: frozenset[str]) -> int:
    """The place of the first word of `cues`."""
    return next(i for i, w in enumerate(words) if w in cues)


def _year_after(words: list[str], cues: frozenset[str], separators: frozenset[str]) -> int | None:
    """The one year soon after the one word of `cues`, or the first if it follows at once; not past `separators`
    words.
    """
    at = [i for i, w in enumerate(words) if w in cues]
    soon = words[at[0] + 1 : at[0] + 1 + REACH] if len(at) == 1 else []
    years = [i for i, w in enumerate(soon) if _YEAR.fullmatch(w)]
    is_birth_year = bool(years) and (len(years) == 1 or years[0] == 1) and not separators & frozenset(soon[: years[0]])
    return int(soon[years[0]]) if is_birth_year else None
