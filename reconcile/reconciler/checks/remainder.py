"""The rest of a whole: a count and the one said to remain make the whole, within rounding.

"Six of its 43 plants will close, leaving it with 35" does not hold; 37 does. After "the remaining", "the other" or
"leaving" a figure is all of the rest; after "still" or "left" it may be less, but not more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value, grouped
from reconcile.reconciler.checks.parts import COUNTED, adds_up, is_plain, summed
from reconcile.reconciler.checks.sentence_claims import SentenceClaims
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC406"
_OF = re.compile(r"(?P<part>\S+) of (?:the |its |their |his |her )?(?P<whole>\d[\d,]*)")
ONE = Decimal(1)
# How many words before a figure, and after it, say that it is the rest.
REACH = 3
# What is farther from the whole than this part of it is likelier of something else.
NEAR = Decimal("0.25")


def check(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """A finding where a rest does not make the whole with the part named before it."""
    counts = [c for m in sentence.claims for c in figures(m) if c.kind in COUNTED]
    if len(counts) != 3 or not all(is_plain(c) and not sentence.is_cut(c) for c in counts):
        return
    first, second, rest = counts
    pair = _part_and_whole(sentence, first, second, pack.policy)
    if pair is not None and rest.unit in (None, pair[1].unit):
        yield from _check(sentence, *pair, rest, pack.policy)


def figures(claim: Claim) -> tuple[Claim, ...]:
    """The part and the whole of "14 of 19 charges", which are one claim of a share; of any other, itself."""
    match, share = _OF.fullmatch(claim.quote), claim.number
    if match is None or claim.kind is not Kind.RATIO or claim.hedge is not None or share is None:
        return (claim,)
    given = Decimal(match["whole"].replace(",", ""))
    part = replace(claim, kind=Kind.COUNT, unit=None, value=Value.exact((share * given).quantize(ONE), ONE))
    whole = replace(claim, kind=Kind.COUNT, unit=None, value=Value.exact(given, ONE))
    return (
        replace(part, span=Span(claim.span.start, claim.span.start + match.end("part")), quote=match["part"]),
        replace(whole, span=Span(claim.span.start + match.start("whole"), claim.span.end), quote=match["whole"]),
    )


def _part_and_whole(sentence: SentenceClaims, a: Claim, b: Claim, policy: Policy) -> tuple[Claim, Claim] | None:
    """The part and its whole: "six of its 43 plants", "of the 43 plants, six"."""
    between = sentence.between(a, b)
    if "of" in between and len(between) <= REACH and b.kind is Kind.COUNT:
        return a, b
    lead = sentence.before(a, 2)
    if (
        a.kind is Kind.COUNT
        and lead[:1] == ("of",)
        and lead[-1] in policy.cues["definite"]
        and b.unit in (None, a.unit)
    ):
        return b, a
    return None


def _check(sentence: SentenceClaims, part: Claim, whole: Claim, rest: Claim, policy: Policy) -> Iterator[Finding]:
    stated, given = _stated_rest(sentence, rest, policy), whole.number or Decimal(0)
    excess = summed((part, rest)) - given
    if stated is None or adds_up(whole, (part, rest)) or abs(excess) > NEAR * given:
        return
    if stated == "all" or excess > 0:
        left = grouped(given - summed((part,)))
        message = f"“{part.quote}” of “{whole.quote}” leave {left}, not “{rest.quote}”."
        yield make_finding(CODE, (rest, part, whole), message, f"{left} remain", policy)


def _stated_rest(sentence: SentenceClaims, rest: Claim, policy: Policy) -> str | None:
    """Whether a figure is said to be all of the rest, or some of it at least; None where it is neither."""
    before = frozenset(sentence.before(rest, REACH))
    around = before | frozenset(sentence.after(rest, REACH))
    if around & policy.cues["rest_not"]:
        return None
    if before & policy.cues["rest_all"]:
        return "all"
    return "some" if around & policy.cues["rest_some"] else None
