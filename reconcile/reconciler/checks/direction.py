"""Direction words against numbers: what rose is more after than before, what fell is less.

"Output fell from 40 to 50 million tonnes" does not hold. A clause with words of both directions, or a sentence that
turns them round ("not", "despite"), is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.reconciler.checks.change_frames import Change, changes
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC403"


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each change whose one direction word the numbers contradict."""
    for change in changes(claims, documents, pack.policy):
        direction = _described_direction(change, pack.policy)
        before, after = change.before.value, change.after.value
        if direction is None or before is None or after is None:
            continue
        went = (after.low or Decimal(0)) - (before.low or Decimal(0))
        if went * direction < 0:
            word = "up" if direction > 0 else "down"
            why = f"the words say {word}, the numbers go from {change.before.quote} to {change.after.quote}"
            message = f"“{change.before.quote}” to “{change.after.quote}” is called a move {word}."
            yield make_finding(
                CODE, (change.before, change.after), message, why, pack.policy, "the two ends are swapped"
            )


def _described_direction(change: Change, policy: Policy) -> int | None:
    """1 for up, -1 for down, None where the sentence says neither or more than one thing."""
    words = frozenset(change.words)
    rises, falls = words & policy.cues["rises"], words & policy.cues["falls"]
    if bool(rises) == bool(falls) or frozenset(change.sentence) & policy.cues["against"]:
        return None
    return 1 if rises else -1
