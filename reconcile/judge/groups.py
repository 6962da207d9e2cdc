"""Facts to groups: every pair's relation, and the verdict on the whole."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from itertools import combinations

from reconcile.judge.relations import relate
from reconcile.judge.support import support
from reconcile.judge.values import common_point
from reconcile.model.document import Document
from reconcile.model.fact import Fact, FactKind
from reconcile.model.finding import Group, Pair, Relation
from reconcile.rules.load import Pack

# The first relation of this list that some pair has is the group's verdict.
GRAVITY = (
    Relation.CONFLICT,
    Relation.REVISED,
    Relation.UNDECIDED,
    Relation.NOT_COMPARABLE,
    Relation.COMPATIBLE,
    Relation.AGREE,
)


def judge_group(fact: Fact, documents: Mapping[str, Document], pack: Pack) -> Group:
    """The group of a fact, with the relation of every pair of its claims."""
    pairs = tuple(
        Pair(a.id, b.id, judged.relation, judged.why)
        for a, b in combinations(fact.claims, 2)
        for judged in (relate(fact.kind, a, b, pack),)
    )
    return Group(
        id=group_id(fact),
        about=fact.about,
        claims=tuple(c.id for c in fact.claims),
        verdict=_verdict(fact, pairs),
        support=support(fact.claims, documents),
        relations=pairs,
    )


def group_id(fact: Fact) -> str:
    """Made of the fact's key and its claims."""
    parts = "\0".join((fact.key, *(c.id for c in fact.claims)))
    return hashlib.sha256(parts.encode()).hexdigest()[:12]


def _verdict(fact: Fact, pairs: tuple[Pair, ...]) -> Relation:
    """The gravest relation; agreement is not transitive, so a group of values agrees only on a common point."""
    found = {p.relation for p in pairs}
    verdict = next((r for r in GRAVITY if r in found), Relation.AGREE)
    values = tuple(c.norm or c.value for c in fact.claims)
    measured = tuple(v for v in values if v is not None)
    if verdict is Relation.AGREE and fact.kind is FactKind.VALUE and not common_point(measured):
        return Relation.COMPATIBLE
    return verdict
