"""Share against its figures: a part over its whole is the share given with them.

"It will cut 1,900 posts, or 8 percent of its staff of 38,000" does not hold; 5 percent does. The share must be put as
another word for the part ("or", brackets), and part, share and whole stand next to one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value, plain
from reconcile.reconciler.checks.change_frames import by_sentence, cut
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC419"
PARTS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY})
HUNDRED = Decimal(100)
_WORD = re.compile(r"[^\W_]+|[();:]")
# How many words may stand between two of the three.
REACH = 6


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each share that is not its part over its whole."""
    for members in by_sentence(claims):
        text = documents[members[0].source].text
        for three in zip(members, members[1:], members[2:], strict=False):
            found = _read(*three, text, pack.policy)
            if found is not None:
                yield from _checked(*found, pack.policy)


def _read(a: Claim, b: Claim, c: Claim, text: str, policy: Policy) -> tuple[Claim, Claim, Claim] | None:
    """Part, share and whole: "A, or 5 percent of the B", "A of the B, or 5 percent"."""
    first, second = _between(a, b, text), _between(b, c, text)
    if max(len(first), len(second)) > REACH or frozenset((*first, *second)) & policy.cues["apart"]:
        return None
    if b.kind is Kind.PERCENT and _renamed(first) and second[:1] in (["of"], [")"]) and "of" in second:
        return (a, b, c) if _of_one(a, c, text) else None
    if c.kind is Kind.PERCENT and "of" in first and _renamed(second):
        return (a, c, b) if _of_one(a, b, text) else None
    return None


def _between(a: Claim, b: Claim, text: str) -> list[str]:
    return _WORD.findall(text[a.span.end : b.span.start].lower())


def _renamed(words: list[str]) -> bool:
    """Whether what follows is said to be the same in other words."""
    return words[-1:] in (["or"], ["("])


def _of_one(part: Claim, whole: Claim, text: str) -> bool:
    """Whether two figures can be a part and its whole: plain ones, both money or both counts."""
    plain_ones = all(c.kind in PARTS and c.per is None and not cut(c, text) for c in (part, whole))
    money = {c.unit for c in (part, whole) if Kind.MONEY in (part.kind, whole.kind)}
    return plain_ones and len(money) <= 1


def _checked(part: Claim, share: Claim, whole: Claim, policy: Policy) -> Iterator[Finding]:
    if part.value is None or share.value is None or whole.value is None:
        return
    made = quotient(part.value, whole.value)
    meant = share.value.soft or share.value.written()
    if made is None or made.overlaps(meant):
        return
    number = plain(
        ((part.value.low or Decimal(0)) / (whole.value.low or Decimal(1)) * HUNDRED).quantize(Decimal("0.1"))
    )
    message = f"“{part.quote}” of “{whole.quote}” is {number} per cent, not “{share.quote}”."
    yield make_finding(CODE, (share, part, whole), message, f"the share is {number} per cent", policy)


def quotient(part: Value, whole: Value) -> Interval | None:
    """The share in per cent of a part in a whole, trailing zeros taken for rounding; None where it has no bounds."""
    a, b = part.written(loose=True), whole.written(loose=True)
    if not (part.is_point and whole.is_point) or part.soft is not None or whole.soft is not None:
        return None
    if a.low is None or a.high is None or b.low is None or b.high is None or a.low < 0 or b.low <= 0:
        return None
    return Interval(a.low / b.high * HUNDRED, a.high / b.low * HUNDRED)
