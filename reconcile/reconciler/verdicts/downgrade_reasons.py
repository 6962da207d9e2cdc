"""What makes it likelier that two values are of two things than that one of them is wrong, where no rule binds them.

A word beside one of two values alone that makes it another: an average, a total, the others, a change of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.finding import Relation
from reconcile.model.mention import Kind
from reconcile.model.words import stem, stems
from reconcile.reconciler.matching.cannot_link import (
    has_name,
    has_own_name,
    is_one_statement,
    same_metric_rule,
    two_nouns,
)
from reconcile.reconciler.verdicts.slips import is_unmistakable_slip, slip
from reconcile.reconciler.verdicts.values import Judged
from reconcile.rules.language import Language
from reconcile.rules.policy import Policy

# Sources that disagree on one thing are seldom farther apart than this, unless one made a slip.
FACTOR = Decimal(3)


def downgrade_reason(a: Claim, b: Claim, policy: Policy) -> str | None:
    """The doubt in words, or None; symmetric."""
    if a.source == b.source:
        return "one text gives both, more likely of two things"
    if a.kind is Kind.ROLE:
        return None
    if two_nouns(a, b, policy):
        return "other things are counted"
    if same_metric_rule(a, b) or is_unmistakable_slip(a, b):
        return None
    if a.names and b.names and not a.names & b.names:
        return "the sentences share no name"
    if _two_subjects(a, b, policy.synonyms):
        return "said of two subjects"
    return None if is_one_statement(a, b) else distant(a, b)


def may_recur(a: Claim, b: Claim, policy: Policy, language: Language) -> bool:
    """Whether two times are of what comes about again and again: prices rise, and a club wins; symmetric.

    Something won, or played for, is one happening: "won *the cup*". So is what a thing without a name does that is no
    measure: a ferry that sank did so once, sales and Acme sink again.
    """
    if a.kind is not Kind.DATE or a.metric is None or b.metric is None or not (a.metric.is_open and b.metric.is_open):
        return False
    content = a.metric.content | b.metric.content
    own = frozenset(word for c in (a, b) if c.subject is not None for word in stems(c.subject.label))
    moves, again = policy.rises | policy.falls, policy.recurring
    measured = not own.isdisjoint(stems(" ".join(language.company_metrics)))
    moved = not content.isdisjoint(moves) and (measured or has_name(a) or has_name(b))
    return moved or (bool(content & again) and not content - own - again)


def names_no_metric(claim: Claim, language: Language) -> bool:
    """Whether what a length of time is called says no more than whose it is: "Orr has *two years*"."""
    if claim.metric is None or not claim.metric.is_open or claim.kind is not Kind.DURATION:
        return False
    own = stems(claim.subject.label) if claim.subject is not None else frozenset()
    lengths = {stem(a.name) for a in language.attributes if str(Kind.DURATION) in a.kinds}
    return not stems(claim.metric.label, language.closed) - own - lengths


def _two_subjects(a: Claim, b: Claim, synonyms: Mapping[str, str]) -> bool:
    """Whether both are said of something with a name, and the two names share no word.

    "The couple" may well be the Archers; a description is no name.
    """
    if a.subject is None or b.subject is None or a.subject.id == b.subject.id:
        return False
    if not (has_own_name(a) and has_own_name(b)) or _take_part(a, b):
        return False
    one, other = (_words(s.label, synonyms) for s in (a.subject, b.subject))
    return bool(one and other) and not one & other


def _take_part(a: Claim, b: Claim) -> bool:
    """Whether each sentence names the other's subject too: "Acme bought Borex", "Borex went to Acme"."""
    if a.subject is None or b.subject is None:
        return False
    return stems(a.subject.label) <= b.names and stems(b.subject.label) <= a.names


def _words(text: str, synonyms: Mapping[str, str]) -> frozenset[str]:
    return frozenset(synonyms.get(word, word) for word in stems(text))


def distant(a: Claim, b: Claim) -> str | None:
    """The doubt about two values, bounds or not, that lie far apart: a bound far off admits all and tells nothing."""
    x, y = a.scaled_value, b.scaled_value
    if x is None or y is None or slip(x, y, a.dimension) is not None:
        return None
    low, high = sorted((x.magnitude, y.magnitude))
    far = high > low * FACTOR
    return "too far apart for two reports of one thing, and no slip explains it" if far else None


def copied_verdict(a: Claim, b: Claim, judged: Judged) -> Judged:
    """The relation of two claims of one sentence but for the figure: who copies a sentence rounds nothing in it.

    A bound is meant there too: "more than 130" leaves out 130 itself, but "about 130" may well be more.
    """
    x, y = a.scaled_value, b.scaled_value
    if x is None or y is None or a.unit != b.unit or judged.relation is not Relation.COMPATIBLE:
        return judged
    if x.is_point and y.is_point and x.soft is None and y.soft is None:
        return Judged(Relation.CONFLICT, "the same sentence, once with another figure")
    point, bounded = (x, y) if x.is_point else (y, x)
    one_sided = None in (bounded.low, bounded.high) and (bounded.bounds.low_open or bounded.bounds.high_open)
    if point.is_point and point.soft is None and one_sided and not x.bounds.overlaps(y.bounds):
        return Judged(Relation.CONFLICT, "the same words, once with a bound that leaves the other out")
    return judged


# How near the value such a word stands, in words; 1 is right after it, 2 right before it.
NEAR_WORDS = 2
# Kinds of values that move; a percentage beside "rose" is the change already.
LEVELS = frozenset({Kind.MONEY, Kind.COUNT, Kind.NUMBER, Kind.MEASURE})


def one_is_a_mean(a: Claim, b: Claim, policy: Policy) -> str | None:
    """The doubt where one value alone is an average, or None; symmetric."""
    return _one_sided_word(_near_stems(a), _near_stems(b), policy.means)


def marked_difference(a: Claim, b: Claim, policy: Policy) -> str | None:
    """Why a word beside one of two values that differ speaks for two things, or None; symmetric."""
    one, other = _near_stems(a), _near_stems(b)
    if a.kind in LEVELS and b.kind in LEVELS and bool(one & policy.moves) != bool(other & policy.moves):
        return "one may be a change, the other what it changed to"
    return _one_sided_word(one, other, policy.means) or _one_sided_word(one, other, policy.marks)


def _one_sided_word(one: frozenset[str], other: frozenset[str], words: Mapping[str, str]) -> str | None:
    if one.isdisjoint(words) == other.isdisjoint(words):
        return None
    return f"“{words[min((one | other) & words.keys())]}” stands beside one value alone"


def _near_stems(claim: Claim) -> frozenset[str]:
    near = (word for word, away in claim.context if away <= NEAR_WORDS)
    return stems(claim.quote) | frozenset(near)
