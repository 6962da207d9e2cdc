"""Parts against total: the parts that a colon or dash announces add up to the total before it.

"12 people were killed: seven men and four women" leaves one out. Only plain counts are added, and only where the list
runs to the end of the sentence and does not call itself a sample ("including").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reconcile.judge.within.alarm import alarm
from reconcile.judge.within.ends import by_sentence, cut
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import plain
from reconcile.rules.load import Pack

CODE = "RC405"
_OPENS = re.compile(r":|\s[-\u2013\u2014]\s|\u2014")
_WORD = re.compile(r"[a-z]+")
# Words that may stand after the last part.
TAIL = 3
ADDED = frozenset({Kind.COUNT, Kind.NUMBER})


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each total that is not the sum of the parts announced after it."""
    for members in by_sentence(claims):
        text = documents[members[0].source].text
        for i, total in enumerate(members[:-2]):
            parts = members[i + 1 :]
            if total.kind is Kind.COUNT and not cut(total, text) and _announced(total, parts, text, pack):
                yield from _added(total, parts, pack)
                break


def _announced(total: Claim, parts: tuple[Claim, ...], text: str, pack: Pack) -> bool:
    """Whether all of `parts` are counts that a colon or dash announces, and nothing says that they are a sample."""
    opening = text[total.span.end : parts[0].span.start]
    listing = text[total.span.end : parts[-1].sentence.end].lower()
    tail = text[parts[-1].span.end : parts[-1].sentence.end].split()
    plain_counts = all(_is_plain(c) and c.kind in ADDED for c in (total, *parts))
    sample = pack.policy.cues["sample"] & frozenset(_WORD.findall(listing))
    at_once = bool(_OPENS.search(opening)) and not _WORD.search(_OPENS.split(opening.lower())[-1])
    return plain_counts and at_once and not sample and len(tail) <= TAIL and ";" not in listing


def _is_plain(claim: Claim) -> bool:
    return claim.value is not None and claim.value.is_point and claim.hedge is None and claim.per is None


def _added(total: Claim, parts: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    given = total.value.low if total.value is not None else None
    found = summed(parts)
    if given is not None and found != given:
        message = f"{len(parts)} parts of “{total.quote}” add up to {plain(found)}, not {plain(given)}."
        yield alarm(CODE, (total, *parts), message, f"the parts make {plain(found)}", pack.policy)


def summed(parts: Iterable[Claim]) -> Decimal:
    """The sum of counts."""
    return sum((c.value.low or Decimal(0) for c in parts if c.value is not None), Decimal(0))
