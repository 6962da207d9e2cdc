"""What people decided of claims goes before likeness: facts are put together and taken apart as they said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from reconcile.model.claim import Claim
from reconcile.model.decision import Constraints, Pairs
from reconcile.model.finding import Fact, FactKind


def apply_constraints(facts: tuple[Fact, ...], constraints: Constraints) -> tuple[Fact, ...]:
    """The facts with what is said to be one thing in one fact, and what is said to be two in two where that is clean.

    A claim that nobody told apart from either side keeps both in its fact; the pair itself is then not compared.
    """
    if not constraints:
        return facts
    separate: dict[str, set[frozenset[str]]] = {}
    for pair in constraints.cannot_link:
        for name in pair:
            separate.setdefault(name, set()).add(pair)
    return tuple(part for fact in _joined(facts, constraints) for part in _split_cannot_links(fact, separate))


def _joined(facts: tuple[Fact, ...], constraints: Constraints) -> list[Fact]:
    out: dict[int, Fact] = dict(enumerate(facts))
    facts_of: dict[str, set[int]] = {}
    for i, fact in out.items():
        for claim in fact.claims:
            facts_of.setdefault(claim.id, set()).add(i)
    for one in constraints.must_link:
        places = sorted(set().union(*(facts_of.get(name, ()) for name in one)))
        for first, *others in _by_kind(places, out):
            parts = [out[first], *(out.pop(i) for i in others)]
            out[first] = _as_one(parts, one)
            for claim in out[first].claims:
                facts_of[claim.id] = facts_of[claim.id] - set(others) | {first}
    return list(out.values())


def _by_kind(places: list[int], facts: Mapping[int, Fact]) -> list[list[int]]:
    """The places of facts, those of one kind together: facts of two kinds are never one."""
    kinds: dict[FactKind, list[int]] = {}
    for i in places:
        kinds.setdefault(facts[i].kind, []).append(i)
    return list(kinds.values())


def _as_one(facts: Sequence[Fact], one: frozenset[str]) -> Fact:
    """Several facts as one; whatever nobody spoke of is not held against each other across them."""
    members = {c.id: c for fact in facts for c in fact.claims}
    same = {frozenset(pair) for pair in combinations(sorted(one & members.keys()), 2)}
    across = {frozenset((a.id, b.id)) for f, g in combinations(facts, 2) for a in f.claims for b in g.claims}
    return replace(
        facts[0],
        claims=tuple(sorted(members.values(), key=lambda c: (c.source, c.span))),
        weak_links=frozenset(across.union(*(f.weak_links for f in facts)) - same),
        must_link=frozenset(same.union(*(f.must_link for f in facts))),
    )


def _split_cannot_links(fact: Fact, separate: Mapping[str, set[frozenset[str]]]) -> Iterator[Fact]:
    """The fact, or the parts that a person told apart wholly; `separate` holds the pairs by each of their claims."""
    members = {c.id for c in fact.claims}
    cannot_link = frozenset(pair for name in members for pair in separate.get(name, ()) if pair <= members)
    if not cannot_link:
        yield fact
        return
    for part in _components(fact.claims, cannot_link):
        key = fact.key if part[0] is fact.claims[0] else f"{fact.key}|{part[0].id}"
        yield replace(fact, key=key, claims=tuple(part), cannot_link=cannot_link)


def _components(claims: tuple[Claim, ...], cannot_link: Pairs) -> Iterator[list[Claim]]:
    """Claims linked by pairs that nobody told apart, in the order of their first claims."""
    left = {claim.id: claim for claim in claims}
    while left:
        first = next(iter(left))
        part = {first: left.pop(first)}
        open_ = [first]
        while open_:
            here = open_.pop()
            near = {name: claim for name, claim in left.items() if frozenset((here, name)) not in cannot_link}
            for name in near:
                del left[name]
            part |= near
            open_ += near
        yield [claim for claim in claims if claim.id in part]
