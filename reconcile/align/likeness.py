"""How alike two claims are: what is said around the values, and the parts of structure that both give alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from reconcile.align.context import Contexts
from reconcile.align.magnitude import far, fit
from reconcile.align.separate import apart, no_moment_shared, one_rule, two_metrics
from reconcile.model.claim import Claim, in_one_slot
from reconcile.model.fact import FactKind
from reconcile.model.mention import Kind
from reconcile.rules.policy import Policy

# What a part of structure that both claims give alike (subject, metric, rate, counted noun, period) adds.
PART = Decimal("0.04")
PARTS = 5
# Two values of one text are seldom of one thing; more must speak for it, less where they are equal.
SAME_TEXT = Decimal("0.5")
SAID_TWICE = Decimal("0.15")
# Two claims this alike, by so many words at least, are the same sentence, give or take a word.
CLOSE = Decimal("0.65")
CLOSE_WORDS = 3


def likeness(a: Claim, b: Claim, contexts: Contexts) -> Decimal:
    """The share of context in common, and something for each part of structure; symmetric."""
    if contexts.rivals(a, b):
        return Decimal(0)
    if in_one_slot(a, b):
        return Decimal(1)
    return contexts.alike(a, b) + PART * contexts.parts(a, b)


def close(a: Claim, b: Claim, score: Decimal, contexts: Contexts) -> bool:
    """Whether two claims are one sentence, give or take a word; with another name or time it tells another fact."""
    if in_one_slot(a, b):
        return True
    if score < CLOSE or len(contexts.of(a).keys() & contexts.of(b).keys()) < CLOSE_WORDS:
        return False
    if (a.names - b.names and b.names - a.names) or contexts.two_nouns(a, b):
        return False
    return a.kind is Kind.DATE or a.period is None or b.period is None or not no_moment_shared(a.period, b.period)


def parted(a: Claim, b: Claim, contexts: Contexts, score: Decimal | None = None) -> bool:
    """Whether two claims are of two things for all that they are alike, by `score` where that is known already."""
    return (
        apart(a, b, contexts.growing)
        or contexts.two_ends(a, b)
        or _misnamed(a, b, contexts, score)
        or _too_far(a, b, contexts, score)
    )


def _misnamed(a: Claim, b: Claim, contexts: Contexts, score: Decimal | None) -> bool:
    """Whether rules name two metrics; one of them may be misread where words and values bind the two all the same."""
    if not two_metrics(a, b, contexts.akin):
        return False
    if not fit(a, b) or contexts.two_nouns(a, b):
        return True
    return (likeness(a, b, contexts) if score is None else score) < contexts.firm


def _too_far(a: Claim, b: Claim, contexts: Contexts, score: Decimal | None) -> bool:
    """Whether two values are too far apart for one thing, and neither a rule nor the same words say they are of it."""
    if not far(a, b) or one_rule(a, b):
        return False
    return not close(a, b, likeness(a, b, contexts) if score is None else score, contexts)


@dataclass(frozen=True, slots=True)
class Bars:
    """How alike two claims must be to be linked, by the kind of fact and what their values say."""

    least: Mapping[FactKind, Decimal]
    same_time: Decimal
    tie: Decimal

    @classmethod
    def of(cls, policy: Policy) -> Bars:
        """The bars of a policy."""
        return cls(
            {FactKind.VALUE: policy.alike, FactKind.EVENT: policy.alike_dates}, policy.alike_same_time, policy.tie
        )

    def lowest(self, kind: FactKind) -> Decimal:
        """The bar under which nothing is linked, whatever the values."""
        return min(self.least[kind], self.same_time) if kind is FactKind.EVENT else self.least[kind]

    def bar(self, kind: FactKind, a: Claim, b: Claim, *, fits: bool) -> Decimal:
        """The least likeness of two claims; equal values need fewer words, two values of one text more."""
        base = self.same_time if fits and kind is FactKind.EVENT else self.least[kind]
        if a.source != b.source:
            return base
        return base + (SAID_TWICE if fits else SAME_TEXT)


def linked(kind: FactKind, a: Claim, b: Claim, contexts: Contexts, bars: Bars) -> Decimal | None:
    """The strength of the link of two claims, equal values breaking ties; None where nothing links them."""
    fits = fit(a, b)
    score = likeness(a, b, contexts)
    if score < bars.bar(kind, a, b, fits=fits) or parted(a, b, contexts, score):
        return None
    return score + (bars.tie if fits else Decimal(0))
