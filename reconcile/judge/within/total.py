"""Parts against total: the parts that a text announces add up to the total that it gives with them.

"12 people were killed: seven men and four women" leaves one out. The parts stand behind a colon or dash or in brackets,
to the end of their sentence; as bare figures behind a comma ("12 goals, five at home and six away"); or before a total
that says it is one ("71 and 15 seats, together 84"). A list that calls itself a sample ("including") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reconcile.judge.within.alarm import alarm
from reconcile.judge.within.ends import by_sentence, cut
from reconcile.judge.within.parts import COUNTED, Parts, adds_up, is_plain, parts_in
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import grouped
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC405"
# Between a total and its parts: words without a sign of the sentence, then what announces the parts.
_OPENS = re.compile(r"(?P<words>[^:;()\u2013\u2014]*?)(?P<sign>:\s|\s?[\u2013\u2014]\s?|\s-{1,2}\s|\s\()")
_COMMA = re.compile(r"(?:\s[^\W\d_]+){1,3},\s")
_CLOSES = re.compile(r"[.!?)]|\s?[\u2013\u2014]|\s-{1,2}\s")
# As many words may stand between a total and its colon.
WORDS = 10


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each total that is not the sum of the parts given with it."""
    for members in by_sentence(claims):
        text = documents[members[0].source].text
        for i, total in enumerate(members[:-1]):
            if not is_plain(total) or cut(total, text):
                continue
            parts = _announced(total, members[i + 1 :], text, pack.policy)
            if parts is not None:
                yield from _added(total, parts, pack)
                break


def _announced(total: Claim, later: tuple[Claim, ...], text: str, policy: Policy) -> Parts | None:
    """The parts that follow a total and all that follows it, to the end of the sentence or the closing sign."""
    if not _counts(total, text, policy):
        return None
    end = total.sentence.end
    match = _OPENS.match(text, total.span.end, end)
    if match is not None and len(match["words"].split()) <= WORDS:
        closing = _CLOSES.search(text, later[-1].span.end, end)
        listing = Span(match.end(), closing.start() if closing is not None else end)
        parts = parts_in(listing, later, text, total, policy)
        return parts if parts is not None and len(parts) > 1 else None
    return _elliptic(total, later, text, policy)


def _counts(total: Claim, text: str, policy: Policy) -> bool:
    """Whether a figure is one of something: a bare number only after "rose to", "stands at"."""
    if total.kind is Kind.PERCENT:
        return False
    before = text[max(total.sentence.start, total.span.start - 12) : total.span.start].lower().split()[-1:]
    return total.kind is not Kind.NUMBER or bool(frozenset(before) & policy.cues["reaches"])


def _elliptic(total: Claim, later: tuple[Claim, ...], text: str, policy: Policy) -> Parts | None:
    """Bare figures behind a comma, of what was just counted: "12 goals, five at home and six away"."""
    match = _COMMA.match(text, total.span.end, total.sentence.end)
    bare = all(c.kind is Kind.NUMBER for c in later) and total.kind is Kind.COUNT
    before = text[total.sentence.start : total.span.start].lower().split()[-2:]
    if match is None or not bare or match.end() != later[0].span.start or before[:1] == ["of"]:
        return None
    listing = Span(match.end(), total.sentence.end)
    parts = parts_in(listing, later, text, total, policy)
    beyond = parts is not None and len(parts.claims) > 1 and not parts.singles and _exceeds(parts, total)
    return parts if beyond else None


def _exceeds(parts: Parts, total: Claim) -> bool:
    """Whether parts are more than their total; less may be some of them ("12 novels, two at sea and one in bed")."""
    return total.value is not None and total.value.low is not None and parts.total() > total.value.low


def _added(total: Claim, parts: Parts, pack: Pack) -> Iterator[Finding]:
    given = total.value.low if total.value is not None else None
    found = parts.total()
    if given is not None and not any(adds_up(total, parts.claims, n) for n in range(parts.singles + 1)):
        unit = "" if total.kind in COUNTED else f" {total.unit}"
        message = f"{len(parts)} parts of “{total.quote}” add up to {grouped(found)}{unit}, not {grouped(given)}."
        why = f"the parts make {grouped(found)}{unit}"
        yield alarm(CODE, (total, *parts.claims), message, why, pack.policy)
