"""Count against the list that follows: "three countries: A, B and C" names three.

Only lists that a colon opens in the sentence of the count, whose items all begin with a capital and that run to its
end; a list that calls itself a sample is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reconcile.judge.within.alarm import alarm
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import plain
from reconcile.rules.load import Pack

CODE = "RC411"
_SPLIT = re.compile(r",?\s+and\s+|,\s+")
_LETTERS = re.compile(r"[a-z]+")
# A longer list, or an item of more words, is likelier prose.
LONGEST, WORDS = 12, 4


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each count that is not the number of names listed after its colon."""
    for claim in claims:
        count = claim.value.low if claim.value is not None and claim.value.is_point else None
        if claim.kind is not Kind.COUNT or count is None or claim.hedge is not None or not 2 <= count <= LONGEST:
            continue
        items = _items(documents[claim.source].text[claim.span.end : claim.sentence.end], pack)
        if items and len(items) != count:
            message = f"“{claim.quote}” announces {plain(count)}, and {len(items)} follow: {', '.join(items)}."
            yield alarm(
                CODE, (claim,), message, f"the list has {len(items)}", pack.policy, "one is missing or counted twice"
            )


def _items(rest: str, pack: Pack) -> tuple[str, ...]:
    """The names after the only colon of `rest`, or nothing where what follows is no plain list of names."""
    head, colon, tail = rest.partition(":")
    words = frozenset(_LETTERS.findall(rest.lower()))
    if (
        not colon
        or any(c in tail for c in ":;()")
        or any(c.isdigit() for c in rest)
        or words & pack.policy.cues["sample"]
    ):
        return ()
    items = tuple(i for i in _SPLIT.split(tail.strip().rstrip(".!?")) if i)
    named = all(i[0].isupper() and len(i.split()) <= WORDS for i in items)
    joined = " and " in tail and len(items) > 1 and len(head.split()) <= 2 * WORDS
    return items if named and joined else ()
