"""Shares of a whole: what is given as one is its part over it, and all together are no more than it.

"It will cut 1,900 posts, or 8 percent of its staff of 38,000" does not hold; 5 percent does. The share must be put as
another word for the part ("or", brackets), and part, share and whole stand next to one another.

"Brandt won 58 percent of the vote and Fisk 47 percent" does not hold. Only metrics that the policy names as shares of
one whole (`additive_metrics`), given in one sentence to different holders.

"60 percent were for it, the remaining 30 percent against" leaves a tenth out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reconcile.model.claim import Claim, Factuality
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value, grouped, plain
from reconcile.reconciler.checks.sentence_claims import SentenceClaims
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

SHARE, SUM, REST = "RC419", "RC417", "RC406"
PARTS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY})
HUNDRED = Decimal(100)
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[();:]")
# How many words may stand between two of part, share and whole.
REACH = 6
# How many words before a share are searched for the word that makes it the rest.
REST_REACH = 3


def check(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """One finding for each share that is not its part over its whole."""
    for three in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
        found = _part_share_whole(sentence, *three, pack.policy)
        if found is not None:
            yield from _check_share(*found, pack.policy)


def _part_share_whole(
    sentence: SentenceClaims, a: Claim, b: Claim, c: Claim, policy: Policy
) -> tuple[Claim, Claim, Claim] | None:
    """Part, share and whole: "A, or 5 percent of the B", "A of the B, or 5 percent"."""
    first, second = (
        _WORD_OR_SIGN.findall(sentence.text[x.span.end : y.span.start].lower()) for x, y in ((a, b), (b, c))
    )
    if max(len(first), len(second)) > REACH or frozenset((*first, *second)) & policy.cues["apart"]:
        return None
    if b.kind is Kind.PERCENT and _renames(first) and second[:1] in (["of"], [")"]) and "of" in second:
        return (a, b, c) if _are_part_and_whole(sentence, a, c) else None
    if c.kind is Kind.PERCENT and "of" in first and _renames(second):
        return (a, c, b) if _are_part_and_whole(sentence, a, b) else None
    return None


def _renames(words: list[str]) -> bool:
    """Whether what follows is said to be the same in other words."""
    return words[-1:] in (["or"], ["("])


def _are_part_and_whole(sentence: SentenceClaims, part: Claim, whole: Claim) -> bool:
    """Whether two figures can be a part and its whole: plain ones, both money or both counts."""
    plain_ones = all(c.kind in PARTS and c.per is None and not sentence.is_cut(c) for c in (part, whole))
    return plain_ones and (Kind.MONEY not in (part.kind, whole.kind) or part.unit == whole.unit)


def _check_share(part: Claim, share: Claim, whole: Claim, policy: Policy) -> Iterator[Finding]:
    made = quotient(part.stated_value, whole.stated_value)
    meant = share.stated_value.soft or share.stated_value.written()
    if made is None or made.overlaps(meant):
        return
    ratio = (part.number or Decimal(0)) / (whole.number or Decimal(1)) * HUNDRED
    number = plain(ratio.quantize(Decimal("0.1")))
    message = f"“{part.quote}” of “{whole.quote}” is {number} per cent, not “{share.quote}”."
    yield make_finding(SHARE, (share, part, whole), message, f"the share is {number} per cent", policy)


def quotient(part: Value, whole: Value) -> Interval | None:
    """The share in per cent of a part in a whole, trailing zeros taken for rounding; None where it has no bounds."""
    if not (part.is_point and whole.is_point) or part.soft is not None or whole.soft is not None:
        return None
    share = part.written(loose=True).over(whole.written(loose=True))
    return None if share is None else share.scaled(HUNDRED)


def check_sum(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """One finding for each whole of which the holders in a sentence have more than all."""
    shares: defaultdict[tuple[str, object], dict[str, Claim]] = defaultdict(dict)
    for claim in sentence.claims:
        if claim.metric is not None and claim.metric.id in pack.policy.additive_metrics and _is_plain(claim):
            holder = claim.subject.id if claim.subject is not None else ""
            shares[(claim.metric.id, claim.period)].setdefault(holder, claim)
    for _, by_holder in sorted(shares.items(), key=lambda item: item[0][0]):
        sides = tuple(by_holder.values())
        if "" not in by_holder and _total(sides, low=True) > HUNDRED:
            total = grouped(sum((c.number or Decimal(0) for c in sides), Decimal(0)))
            message = f"{_quoted(sides)} of one whole are {total} percent."
            yield make_finding(SUM, sides, message, f"together {total}", pack.policy)


def _is_plain(claim: Claim) -> bool:
    plain = claim.number is not None and claim.hedge is None
    return claim.kind is Kind.PERCENT and plain and claim.factuality is Factuality.ASSERTED


def check_rest(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """A finding where the shares of a sentence, the last of which is called the rest, cannot make a whole."""
    shares = tuple(c for c in sentence.claims if c.kind is Kind.PERCENT)
    if len(shares) < 2 or any(c.number is None for c in shares) or make_whole(shares):
        return
    if not pack.policy.cues["rest"].isdisjoint(sentence.before(shares[-1], REST_REACH)):
        why = "the shares do not make 100 per cent"
        yield make_finding(REST, shares, f"{_quoted(shares)} are not a whole.", why, pack.policy)


def make_whole(shares: Iterable[Claim]) -> bool:
    """Whether shares, as written or as hedged, can make 100 per cent."""
    shares = tuple(shares)
    return Interval(_total(shares, low=True), _total(shares, low=False)).contains(HUNDRED)


def _total(shares: tuple[Claim, ...], *, low: bool) -> Decimal:
    """The least or greatest sum of shares that would be written so, hedges taken at their word."""
    meant = [c.stated_value.soft or c.stated_value.written() for c in shares]
    return sum(((m.low if low else m.high) or Decimal(0) for m in meant), Decimal(0))


def _quoted(claims: tuple[Claim, ...]) -> str:
    return " and ".join(f"“{c.quote}”" for c in claims)
