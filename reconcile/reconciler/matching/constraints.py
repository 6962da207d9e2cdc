"""What people decided of claims goes before likeness: facts are put together and taken apart as they said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from reconcile.model.claim import Claim
from reconcile.model.decision import Pairs, Ties
from reconcile.model.finding import Fact, FactKind


def steered(facts: tuple[Fact, ...], ties: Ties) -> tuple[Fact, ...]:
    """The facts with what is said to be one thing in one fact, and what is said to be two in two where that is clean.

    A claim that nobody told apart from either side keeps both in its fact; the pair itself is then not compared.
    """
    if not ties:
        return facts
    apart: dict[str, set[frozenset[str]]] = {}
    for pair in ties.apart:
        for name in pair:
            apart.setdefault(name, set()).add(pair)
    return tuple(part for fact in _joined(facts, ties) for part in _taken_apart(fact, apart))


def _joined(facts: tuple[Fact, ...], ties: Ties) -> list[Fact]:
    out: dict[int, Fact] = dict(enumerate(facts))
    homes: dict[str, set[int]] = {}
    for i, fact in out.items():
        for claim in fact.claims:
            homes.setdefault(claim.id, set()).add(i)
    for one in ties.same:
        kinds: dict[FactKind, list[int]] = {}
        for i in sorted(set().union(*(homes.get(name, ()) for name in one))):
            kinds.setdefault(out[i].kind, []).append(i)
        for first, *others in kinds.values():
            parts = [out[first], *(out.pop(i) for i in others)]
            out[first] = _as_one(parts, one)
            for claim in out[first].claims:
                homes[claim.id] = homes[claim.id] - set(others) | {first}
    return list(out.values())


def _as_one(facts: Sequence[Fact], one: frozenset[str]) -> Fact:
    """Several facts as one; whatever nobody spoke of is not held against each other across them."""
    members = {c.id: c for fact in facts for c in fact.claims}
    same = {frozenset(pair) for pair in combinations(sorted(one & members.keys()), 2)}
    across = {frozenset((a.id, b.id)) for f, g in combinations(facts, 2) for a in f.claims for b in g.claims}
    return replace(
        facts[0],
        claims=tuple(sorted(members.values(), key=lambda c: (c.source, c.span))),
        loose=frozenset(across.union(*(f.loose for f in facts)) - same),
        close=frozenset().union(*(f.close for f in facts)),
        same=frozenset(same.union(*(f.same for f in facts))),
    )


def _taken_apart(fact: Fact, apart: Mapping[str, set[frozenset[str]]]) -> Iterator[Fact]:
    """The fact, or the parts that a person told apart wholly; `apart` holds the pairs by each of their claims."""
    members = {c.id for c in fact.claims}
    told = frozenset(pair for name in members for pair in apart.get(name, ()) if pair <= members)
    if not told:
        yield fact
        return
    for part in _components(fact.claims, told):
        key = fact.key if part[0] is fact.claims[0] else f"{fact.key}|{part[0].id}"
        yield replace(fact, key=key, claims=tuple(part), apart=told)


def _components(claims: tuple[Claim, ...], told: Pairs) -> Iterator[list[Claim]]:
    """Claims linked by pairs that nobody told apart, in the order of their first claims."""
    left = {claim.id: claim for claim in claims}
    while left:
        first = next(iter(left))
        part = {first: left.pop(first)}
        open_ = [first]
        while open_:
            here = open_.pop()
            near = {name: claim for name, claim in left.items() if frozenset((here, name)) not in told}
            for name in near:
                del left[name]
            part |= near
            open_ += near
        yield [claim for claim in claims if claim.id in part]
