"""Facts to groups: every pair's relation, and the verdict on the whole.

Which pairs of a group are held side by side: all of a small one, the distinct values of a crowd.

Ten thousand equal claims are fifty million pairs that say one thing. In a crowd each claim is paired with the first
that gives the same value, and the commonest values with each other.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from reconcile.model.claim import Claim, in_one_slot
from reconcile.model.document import Document
from reconcile.model.finding import Fact, FactKind, Group, Pair, Relation, Support
from reconcile.reconciler.verdicts.downgrade_reasons import (
    copied_verdict,
    distant,
    downgrade_reason,
    marked_difference,
    may_recur,
    names_no_metric,
    one_is_a_mean,
)
from reconcile.reconciler.verdicts.relations import relate
from reconcile.reconciler.verdicts.slips import is_unmistakable_slip
from reconcile.reconciler.verdicts.values import FITS, Judged, common_point
from reconcile.rules.load import Pack

# The most claims of which all pairs are judged.
LARGE_GROUP = 200
# The most distinct values of a crowd that are compared with each other.
DISTINCT = 60


def pairs_to_judge(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs to judge, each once; linear in the number of claims beyond `LARGE_GROUP`."""
    if len(claims) <= LARGE_GROUP:
        yield from combinations(claims, 2)
        return
    same: defaultdict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        same[_distinguishing_key(claim)].append(claim)
    for first, *others in same.values():
        yield from ((first, other) for other in others)
    common = sorted(same.values(), key=len, reverse=True)[:DISTINCT]
    yield from combinations([members[0] for members in common], 2)


def _distinguishing_key(claim: Claim) -> object:
    """All by which two claims of one fact can differ."""
    value = claim.scaled_value
    who = claim.subject.id if claim.subject is not None else None
    what = claim.metric.id if claim.metric is not None else None
    return value, claim.unit, claim.kind, claim.period, claim.factuality, claim.titles, claim.organisation, who, what


# The first relation of this list that some pair has is the group's verdict.
GRAVITY = (
    Relation.CONFLICT,
    Relation.REVISED,
    Relation.UNDECIDED,
    Relation.NOT_COMPARABLE,
    Relation.COMPATIBLE,
    Relation.AGREE,
)
CLASHES = frozenset({Relation.CONFLICT, Relation.REVISED})
BY_DECISION = "of two things, by a person's decision"
# What stands behind the name of a group of which not every pair is told.
CROWDED = " (relations between its distinct values only)"
RECURS = "it comes about again and again, and both may be so"
UNNAMED = "no word says what is measured"
LOOSE = "too little says that both are of one thing"

Related = tuple[Claim, Claim, Judged]


def judge_group(fact: Fact, documents: Mapping[str, Document], pack: Pack) -> Group:
    """The group of a fact, with the relation of every pair of its claims; of a crowd, of those that tell."""
    pairs = [
        (a, b, _adjust_verdict(fact, a, b, relate(fact.kind, a, b, pack, documents), pack))
        for a, b in pairs_to_judge(fact.claims)
    ]
    if fact.kind is FactKind.VALUE:
        pairs = _leave_ambiguous_undecided(pairs)
    relations = tuple(Pair(a.id, b.id, judged.relation, judged.why) for a, b, judged in pairs)
    crowded = len(fact.claims) > LARGE_GROUP
    return Group(
        id=group_id(fact),
        about=f"{fact.about}{CROWDED}" if crowded else fact.about,
        claims=tuple(c.id for c in fact.claims),
        verdict=group_verdict(fact, relations),
        support=Support.SINGLE,
        relations=relations,
        because=fact.because,
    )


def _adjust_verdict(fact: Fact, a: Claim, b: Claim, judged: Judged, pack: Pack) -> Judged:
    """A relation of two claims that no rule binds is left undecided where more speaks for two things than for one.

    A person's word goes before all that is only likely, and so does the one place of one sentence.
    """
    pair = frozenset((a.id, b.id))
    if pair in fact.cannot_link:
        return Judged(Relation.NOT_COMPARABLE, BY_DECISION)
    if in_one_slot(a, b):
        return copied_verdict(a, b, judged)
    if pair in fact.must_link:
        return judged
    reason = _reason_to_doubt(fact, a, b, judged.relation, pack)
    return judged if reason is None else Judged(Relation.UNDECIDED, reason)


def _reason_to_doubt(fact: Fact, a: Claim, b: Claim, relation: Relation, pack: Pack) -> str | None:
    """Why two values that clash, or that only a bound or hedge lets fit, may be of two things, or None."""
    policy, fits = pack.policy, relation is Relation.COMPATIBLE and fact.kind is FactKind.VALUE
    if not fits and relation not in CLASHES:
        return None
    reason = one_is_a_mean(a, b, policy) if fits else marked_difference(a, b, policy)
    if reason is not None or fits:
        return reason or distant(a, b)
    if may_recur(a, b, policy, pack.language):
        return RECURS
    if any(names_no_metric(claim, pack.language) for claim in (a, b)):
        return UNNAMED
    if frozenset((a.id, b.id)) in fact.weak_links and not is_unmistakable_slip(a, b):
        return LOOSE
    return downgrade_reason(a, b, policy)


def _leave_ambiguous_undecided(pairs: list[Related]) -> list[Related]:
    """Leaves undecided each conflict with a source that gives the other's value too: it tells two things apart."""
    fits = {(x.source, y.id) for a, b, j in pairs if j.relation in FITS for x, y in ((a, b), (b, a))}
    return [
        (a, b, Judged(Relation.UNDECIDED, "one source gives both values, so they may be of two things"))
        if judged.relation in CLASHES
        and a.metric is not None
        and a.metric.is_open
        and ((a.source, b.id) in fits or (b.source, a.id) in fits)
        else (a, b, judged)
        for a, b, judged in pairs
    ]


def group_id(fact: Fact) -> str:
    """Made of the fact's key and its claims."""
    parts = "\0".join((fact.key, *(c.id for c in fact.claims)))
    return hashlib.sha256(parts.encode()).hexdigest()[:12]


def group_verdict(fact: Fact, pairs: tuple[Pair, ...]) -> Relation:
    """The gravest relation; agreement is not transitive, so a group of values agrees only on a common point."""
    found = {p.relation for p in pairs}
    verdict = next((r for r in GRAVITY if r in found), Relation.AGREE)
    values = tuple(c.scaled_value for c in fact.claims)
    measured = tuple(v for v in values if v is not None)
    if verdict is Relation.AGREE and fact.kind is FactKind.VALUE and not common_point(measured):
        return Relation.COMPATIBLE
    return verdict
