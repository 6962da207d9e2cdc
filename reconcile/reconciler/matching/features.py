"""What is counted of two claims that may be of one fact: named features, and what each means in words.

Each feature is a row of `FEATURES`. All is counted in thousandths and whole numbers, so that a sum is the same on every
machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from reconcile.model.claim import Claim, Factuality, two_labels
from reconcile.model.mention import WHEN, Kind
from reconcile.model.value import significant_digits
from reconcile.model.words import stems
from reconcile.reconciler.matching.cannot_link import has_name, has_rule, values_fit
from reconcile.reconciler.matching.contexts import Profile
from reconcile.rules.matching import Feature
from reconcile.rules.policy import Policy

# What a feature that holds counts, and the unit of all that is counted: thousandths.
ONE = 1000
# One value is e times, e² times, at most e³ times the other: beyond, farther apart says no more.
MOST_RATIO = 3 * ONE
# More digits in common than these say no more.
MOST_DIGITS = 4
# Characters of a text that tell the news in short, and those after which a place says no more.
LEAD, FAR = 500, 3000
# How far likeness leads or trails that of the next best match, at most.
MOST_MARGIN = ONE // 2
TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET, Factuality.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of one claim, counted once for all pairs it stands in.

    `log` is the natural logarithm of its value in thousandths, None for zero and for what has no value;
    `slip` its digits in order of size: values that have the same may be one with its digits or its scale mistaken.
    """

    claim: Claim
    profile: Profile
    log: int | None
    digits: int
    slip: str
    metric: frozenset[str]
    rule: str | None
    nouns: frozenset[str]
    subject: frozenset[str]
    place: int
    resolved: bool

    @classmethod
    def of(cls, claim: Claim, profile: Profile, policy: Policy, empty: frozenset[str]) -> Traits:
        """The traits of a claim; `empty` words of a subject's name say nothing."""
        value, kin = claim.scaled_value, policy.synonyms
        magnitude = value.magnitude if value is not None else Decimal(0)
        digits = significant_digits(magnitude) if magnitude else ""
        return cls(
            claim=claim,
            profile=profile,
            log=int(magnitude.ln() * ONE) if magnitude else None,
            digits=max(1, len(digits)) if value is not None and value.is_point else 0,
            slip="".join(sorted(digits)),
            metric=frozenset(kin.get(w, w) for w in claim.metric.content) if claim.metric is not None else frozenset(),
            rule=_rule(claim, policy),
            nouns=policy.nouns(claim.unit) if claim.kind is Kind.COUNT and claim.unit else frozenset(),
            subject=frozenset(kin.get(w, w) for w in stems(claim.subject.label if claim.subject else "", empty)),
            place=claim.span.start,
            resolved=claim.period is not None and claim.period.is_resolved,
        )


def _rule(claim: Claim, policy: Policy) -> str | None:
    """The rule that names a claim's metric, or the first of those that texts use for one another."""
    if claim.metric is None or not has_rule(claim):
        return None
    return policy.metric_synonyms.get(claim.metric.id, claim.metric.id)


class PairOfTraits(NamedTuple):
    """Two claims as the features see them; `similarity` and `margin` in thousandths.

    `best`: no claim of the one's text is more like the other, nor the other way about. `elsewhere`: how
    like one of them a claim of the other's text is that gives the same, where these two differ; 0 where none does.
    """

    a: Traits
    b: Traits
    fits: bool
    similarity: int
    best: bool
    margin: int
    alone: bool
    elsewhere: int


class Row(NamedTuple):
    """A feature: what it counts, and what that means where it speaks for one fact; empty for what is no reason."""

    feature: Feature
    count: Callable[[PairOfTraits], int]
    says: str = ""


def same(a: Claim, b: Claim) -> bool:
    """Whether two claims give the same, as far as both give it; one figure under two labels is the same.

    What one denies and the other does not is nothing that both give.
    """
    if (a.factuality is Factuality.DENIED) != (b.factuality is Factuality.DENIED):
        return False
    return values_fit(a, b) or two_labels(a, b)


def may_agree(a: Claim, b: Claim) -> bool:
    """Whether two claims give the same, or times of which one may lie in the other."""
    if same(a, b):
        return True
    return a.kind in WHEN and a.period is not None and b.period is not None and a.period.overlaps(b.period)


def _share(one: frozenset[str], other: frozenset[str]) -> int:
    """What the smaller set has in common with the other, in thousandths."""
    least = min(len(one), len(other))
    return ONE * len(one & other) // least if least else 0


def _flag(test: Callable[[PairOfTraits], bool]) -> Callable[[PairOfTraits], int]:
    return lambda p: ONE if test(p) else 0


def _ratio(p: PairOfTraits) -> int:
    if p.a.log is None or p.b.log is None:
        return 0 if p.a.log is p.b.log else MOST_RATIO
    return 0 if _may_be_slip(p) else min(MOST_RATIO, abs(p.a.log - p.b.log))


def _equal_digits(p: PairOfTraits) -> int:
    least = min(p.a.digits, p.b.digits, MOST_DIGITS)
    return ONE * (least - 1) if least and (p.fits or _may_be_slip(p)) else 0


def _may_be_slip(p: PairOfTraits) -> bool:
    """Whether two values have the same digits in any order, as with the scale or the digits mistaken."""
    return bool(p.a.slip) and p.a.slip == p.b.slip


def _two_subjects(p: PairOfTraits) -> bool:
    return bool(p.a.subject and p.b.subject) and not p.a.subject & p.b.subject


def _meet(p: PairOfTraits) -> bool:
    one, other = p.a.claim.period, p.b.claim.period
    return one is not None and other is not None and one.overlaps(other)


def _apart(p: PairOfTraits) -> bool:
    return p.a.resolved and p.b.resolved and not _meet(p)


def _stated_apart(p: PairOfTraits) -> bool:
    return p.a.claim.says_when and p.b.claim.says_when and _apart(p)


# The natural logarithm of so many days and one, in thousandths; beyond, all is far.
_DAYS = tuple(int(Decimal(n).ln() * ONE) for n in range(1, 21))


def _days_apart(p: PairOfTraits) -> int:
    one, other = p.a.claim.period, p.b.claim.period
    if one is None or other is None or not _apart(p):
        return 0
    return _DAYS[min(len(_DAYS) - 1, one.gap(other))]


def _one_alone(stances: frozenset[Factuality]) -> Callable[[PairOfTraits], int]:
    return _flag(lambda p: (p.a.claim.factuality in stances) != (p.b.claim.factuality in stances))


def _of_kind(kind: Kind) -> Callable[[PairOfTraits], int]:
    return _flag(lambda p: p.a.claim.kind is kind or p.b.claim.kind is kind)


FEATURES = (
    Row(Feature.VALUES_FIT, _flag(lambda p: p.fits), "the values are the same, as far as both give them"),
    Row(Feature.EQUAL_DIGITS, _equal_digits, "so many digits are seldom the same by chance"),
    Row(Feature.VALUE_RATIO, _ratio),
    Row(Feature.SHARED_WORDS, lambda p: p.similarity, "the words around both values are alike"),
    Row(Feature.BEST, _flag(lambda p: p.best), "nothing else in either text is as much like it"),
    Row(Feature.EQUAL_ELSEWHERE, _flag(lambda p: p.elsewhere > 0)),
    Row(Feature.ALIKE_ELSEWHERE, lambda p: p.elsewhere),
    Row(Feature.MARGIN, lambda p: p.margin, "what else the texts give is less like it"),
    Row(Feature.METRIC_WORDS, lambda p: _share(p.a.metric, p.b.metric), "what is measured is called by the same words"),
    Row(
        Feature.SAME_RULE,
        _flag(lambda p: p.a.rule is not None and p.a.rule == p.b.rule),
        "one rule names what both measure",
    ),
    Row(Feature.TWO_RULES, _flag(lambda p: None not in (p.a.rule, p.b.rule) and p.a.rule != p.b.rule)),
    Row(Feature.ONE_RULE, _flag(lambda p: (p.a.rule is None) != (p.b.rule is None))),
    Row(Feature.SAME_NOUN, _flag(lambda p: bool(p.a.nouns & p.b.nouns)), "both count the same"),
    Row(Feature.TWO_NOUNS, _flag(lambda p: bool(p.a.nouns and p.b.nouns) and not p.a.nouns & p.b.nouns)),
    Row(Feature.SUBJECT_WORDS, lambda p: _share(p.a.subject, p.b.subject), "both are said of the same"),
    Row(Feature.TWO_SUBJECTS, _flag(_two_subjects)),
    Row(
        Feature.TWO_NAMED_SUBJECTS,
        _flag(lambda p: _two_subjects(p) and has_name(p.a.claim) and has_name(p.b.claim)),
    ),
    Row(
        Feature.BOTH_IN_LEAD,
        _flag(lambda p: p.a.place < LEAD and p.b.place < LEAD),
        "both stand at the beginning of their texts",
    ),
    Row(Feature.PLACES_APART, lambda p: ONE * abs(min(p.a.place, FAR) - min(p.b.place, FAR)) // FAR),
    Row(Feature.NAMES_SHARED, lambda p: _share(p.a.claim.names, p.b.claim.names), "both sentences name the same"),
    Row(Feature.PERIODS_MEET, _flag(_meet), "both are of one time"),
    Row(Feature.PERIODS_APART, _flag(_apart)),
    Row(Feature.STATED_PERIODS_APART, _flag(_stated_apart)),
    Row(Feature.DAYS_APART, _days_apart),
    Row(
        Feature.SAME_QUOTE,
        _flag(lambda p: p.a.claim.quote.casefold() == p.b.claim.quote.casefold()),
        "both give it in the same words",
    ),
    Row(Feature.ONE_TO_COME, _one_alone(TO_COME)),
    Row(Feature.ONE_EACH, _flag(lambda p: p.alone), "each text gives only one of the sort"),
    Row(Feature.COUNT, _of_kind(Kind.COUNT)),
    Row(Feature.AGE, _of_kind(Kind.AGE)),
    Row(Feature.BARE_NUMBER, _of_kind(Kind.NUMBER)),
)
