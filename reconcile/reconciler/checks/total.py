"""Parts against their total, before or after it: "The Reds have 40 seats and the Greens 11. Together they hold 51."

A total that says it is one ("together", "in all") is the sum of the two figures right before it, where the sentence of
the total, or else the one before it, gives just two of that unit. And a sentence that lists three figures or more does
not go beyond the figure that the sentence before it ends with, where it comes to nearly as much: "Sales were $4.1
billion. Coffee brought in $1.9 billion, meals $1.4 billion and snacks $0.9 billion."

"12 people were killed: seven men and four women" leaves one out. The parts stand behind a colon or dash or in brackets,
to the end of their sentence; as bare figures behind a comma ("12 goals, five at home and six away"); or before a total
that says it is one ("71 and 15 seats, together 84"). A list that calls itself a sample ("including") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import grouped
from reconcile.reconciler.checks.change_frames import by_sentence, cut
from reconcile.reconciler.checks.parts import COUNTED, Parts, addable, adds_up, is_plain, items, parts_in, summed
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC405"
# Between a total and its parts: words without a sign of the sentence, then what announces the parts.
_OPENS = re.compile(r"(?P<words>[^:;()\u2013\u2014]*?)(?P<sign>:\s|\s?[\u2013\u2014]\s?|\s-{1,2}\s|\s\()")
_COMMA = re.compile(r"(?:\s[^\W\d_]+){1,3},\s")
_CLOSES = re.compile(r"[.!?)]|\s?[\u2013\u2014]|\s-{1,2}\s")
# As many words may stand between a total and its colon.
WORDS = 10


def check_total(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
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
        yield make_finding(CODE, (total, *parts.claims), message, why, pack.policy)


_WORD = re.compile(r"[^\W_]+")
# A list of as many figures that comes within this part of a total beyond it is a list of its parts.
LISTED, NEAR = 3, Decimal("0.1")
# How many words from a total the word stands that calls it one.
REACH = 6
# The sentences are neighbours when no more than this stands between them.
GAP = 3

Members = tuple[Claim, ...]


def check_running_total(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each sum of the two figures before it, and each list that goes beyond its total."""
    before: Members = ()
    for members in by_sentence(claims):
        text = documents[members[0].source].text
        near = before if before and _neighbours(before[0], members[0], text) else ()
        yield from _sums(members, near, text, pack.policy)
        if near and _beyond(near[-1], members, text, pack.policy):
            yield _finding(near[-1], members, pack.policy)
        before = members


def _sums(members: Members, near: Members, text: str, policy: Policy) -> Iterator[Finding]:
    """One finding for each total of a sentence that is not the sum of the two figures before it."""
    for total in filter(is_plain, members):
        parts = _two_before(total, members, near, text, policy)
        if parts and not adds_up(total, parts):
            yield _finding(total, parts, policy)


def _neighbours(a: Claim, b: Claim, text: str) -> bool:
    """Whether one sentence of a paragraph follows the other."""
    gap = text[a.sentence.end : b.sentence.start]
    return a.source == b.source and len(gap) <= GAP and not gap.strip() and gap.count("\n") < 2


def _two_before(total: Claim, members: Members, near: Members, text: str, policy: Policy) -> Members:
    """The only two figures that a total called one can be the sum of; empty where there are more, fewer or none."""
    if total.kind is Kind.PERCENT or not _called_total(total, text, policy):
        return ()
    own = tuple(c for c in members if c.span.end <= total.span.start)
    group = next((some for some in (own, near) if any(addable(c, total) for c in some)), ())
    addends = tuple(c for c in group if c.kind not in (Kind.DURATION, Kind.PERCENT))
    return addends if len(addends) == 2 and all(addable(c, total) for c in addends) and _of_two(addends, total) else ()


def _called_total(total: Claim, text: str, policy: Policy) -> bool:
    """Whether a word near a figure calls it a total, and none says that it is of a sample or goes beyond one."""
    words = _WORD.findall(text[total.sentence.start : total.span.start].lower())
    after = _WORD.findall(text[total.span.end : total.sentence.end].lower())
    near = frozenset((*words[-REACH:], *after[:REACH]))
    return bool(near & policy.cues["together"]) and not near & (policy.cues["sample"] | policy.cues["beyond"])


def _of_two(parts: Members, total: Claim) -> bool:
    """Whether two figures are of different holders and of the kind of thing that the total counts."""
    a, b = parts
    counted = {c.unit for c in (a, b, total) if c.unit is not None}
    return len(counted) == 1 and (a.subject is None or b.subject is None or a.subject.id != b.subject.id)


def _beyond(total: Claim, parts: Members, text: str, policy: Policy) -> bool:
    """Whether a list of alike figures comes to a little more than the one before it, beyond what rounding does."""
    if len(parts) < LISTED or not is_plain(total) or not all(addable(c, total) for c in parts):
        return False
    sentence = parts[0].sentence
    listed_items = items(sentence, text)
    one_each = len(listed_items) == len(parts) and all(
        a.start <= c.span.start < a.end for a, c in zip(listed_items, parts, strict=True)
    )
    words = frozenset(_WORD.findall(text[sentence.start : sentence.end].lower()))
    given = total.value.low if total.value is not None else None
    if given is None or not one_each or words & (policy.cues["sample"] | policy.cues["subset"] | policy.cues["from"]):
        return False
    one_time = all(c.period == parts[0].period for c in parts)
    return one_time and given < summed(parts) <= given * (1 + NEAR) and not adds_up(total, parts)


def _finding(total: Claim, parts: Members, policy: Policy) -> Finding:
    found, given = summed(parts), total.value.low if total.value is not None else None
    unit = "" if total.kind in COUNTED else f" {total.unit}"
    quotes = ", ".join(f"“{c.quote}”" for c in parts)
    message = f"{quotes} add up to {grouped(found)}{unit}, not {grouped(given or Decimal(0))}."
    return make_finding(CODE, (total, *parts), message, f"together {grouped(found)}{unit}", policy)
