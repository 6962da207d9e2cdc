"""The rest of a whole: a share or count and the one said to remain make the whole, within rounding.

"Six of its 43 plants will close, leaving it with 35" does not hold; 37 does. After "the remaining", "the other" or
"leaving" a figure is all of the rest; after "still" or "left" it may be less, but not more.

"60 percent were for it, the remaining 30 percent against" leaves a tenth out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value, grouped
from reconcile.reconciler.checks.change_frames import by_sentence, cut
from reconcile.reconciler.checks.parts import COUNTED, adds_up, is_plain, summed
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC406"
WHOLE = Interval.point(Decimal(100))
# How many characters before a share are searched for the word that makes it a remainder.
REACH = 24


def check_share_left(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each sentence whose shares, the last of which is called the rest, cannot make a whole."""
    for members in by_sentence(claims):
        shares = tuple(c for c in members if c.kind is Kind.PERCENT)
        text = documents[members[0].source].text
        if len(shares) > 1 and _remains(shares[-1], text, pack) and _are_points(shares) and not whole(shares):
            quotes = " and ".join(f"“{c.quote}”" for c in shares)
            yield make_finding(
                CODE, shares, f"{quotes} are not a whole.", "the shares do not make 100 per cent", pack.policy
            )


def _are_points(claims: Iterable[Claim]) -> bool:
    return all(c.value is not None and c.value.is_point for c in claims)


def whole(shares: Iterable[Claim]) -> bool:
    """Whether shares as written can make 100 per cent."""
    shares = tuple(shares)
    low, high = (sum((_end(c, low=low) for c in shares), Decimal(0)) for low in (True, False))
    return Interval(low, high).overlaps(WHOLE)


def _remains(claim: Claim, text: str, pack: Pack) -> bool:
    lead = text[max(claim.sentence.start, claim.span.start - REACH) : claim.span.start].lower().split()
    return bool(pack.policy.cues["rest"] & frozenset(lead))


def _end(claim: Claim, *, low: bool) -> Decimal:
    """The least or greatest share that would be written so, hedges taken at their word."""
    value = claim.value
    if value is None:
        return Decimal(0)
    meant = value.soft or value.written()
    return (meant.low if low else meant.high) or Decimal(0)


_WORD = re.compile(r"[^\W_]+")
_OF = re.compile(r"(?P<part>\S+) of (?:the |its |their |his |her )?(?P<whole>\d[\d,]*)")
ONE = Decimal(1)
# How many words before a figure, and after it, say that it is the rest.
BEFORE, AFTER = 3, 3
# What is farther from the whole than this is likelier of something else.
NEAR = Decimal("0.25")


def check_count_left(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each rest that does not make the whole with the part named before it."""
    for members in by_sentence(claims):
        text = documents[members[0].source].text
        counts = [c for m in members for c in figures(m) if c.kind in COUNTED]
        if len(counts) != 3 or not all(is_plain(c) and not cut(c, text) for c in counts):
            continue
        first, second, rest = counts
        pair = _part_and_whole(first, second, text, pack.policy)
        if pair is not None and rest.unit in (None, pair[1].unit):
            yield from _checked(*pair, rest, _stated_rest(rest, text, pack.policy), pack.policy)


def figures(claim: Claim) -> tuple[Claim, ...]:
    """The part and the whole of "14 of 19 charges", which are one claim of a share; of any other, itself."""
    match = _OF.fullmatch(claim.quote)
    share = claim.value.low if claim.value is not None and claim.value.is_point else None
    if match is None or claim.kind is not Kind.RATIO or claim.hedge is not None or share is None:
        return (claim,)
    given = Decimal(match["whole"].replace(",", ""))
    part = replace(claim, kind=Kind.COUNT, unit=None, value=Value.exact((share * given).quantize(ONE), ONE))
    whole = replace(claim, kind=Kind.COUNT, unit=None, value=Value.exact(given, ONE))
    return (
        replace(part, span=Span(claim.span.start, claim.span.start + match.end("part")), quote=match["part"]),
        replace(whole, span=Span(claim.span.start + match.start("whole"), claim.span.end), quote=match["whole"]),
    )


def _part_and_whole(a: Claim, b: Claim, text: str, policy: Policy) -> tuple[Claim, Claim] | None:
    """The part and its whole: "six of its 43 plants", "of the 43 plants, six"."""
    between = _WORD.findall(text[a.span.end : b.span.start].lower())
    if "of" in between and len(between) <= BEFORE and b.kind is Kind.COUNT:
        return a, b
    lead = _WORD.findall(text[a.sentence.start : a.span.start].lower())[-2:]
    if a.kind is Kind.COUNT and lead[:1] == ["of"] and lead[-1] in policy.cues["definite"] and b.unit in (None, a.unit):
        return b, a
    return None


def _stated_rest(rest: Claim, text: str, policy: Policy) -> str | None:
    """Whether a figure is said to be all of the rest, or some of it at least; None where it is neither."""
    before = _WORD.findall(text[rest.sentence.start : rest.span.start].lower())[-BEFORE:]
    after = _WORD.findall(text[rest.span.end : rest.sentence.end].lower())[:AFTER]
    if frozenset(before + after) & policy.cues["rest_not"]:
        return None
    if frozenset(before) & policy.cues["rest_all"]:
        return "all"
    return "some" if frozenset(before + after) & policy.cues["rest_some"] else None


def _checked(part: Claim, whole: Claim, rest: Claim, rest_word: str | None, policy: Policy) -> Iterator[Finding]:
    given = whole.value.low if whole.value is not None else None
    found = summed((part, rest))
    if rest_word is None or given is None or adds_up(whole, (part, rest)) or abs(found - given) > NEAR * given:
        return
    if rest_word == "all" or found > given:
        left = grouped(given - summed((part,)))
        message = f"“{part.quote}” of “{whole.quote}” leave {left}, not “{rest.quote}”."
        yield make_finding(CODE, (rest, part, whole), message, f"{left} remain", policy)
