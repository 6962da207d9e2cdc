"""Declared facts: what the user vouches for is held against every claim first, as long as it has not expired.

A fact expires by the date the user asks about, or by the claim's own: a claim of a later day than the last on which the
fact may be relied on is not checked against it. No clock is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Fact, Finding, Group, Option, Pair, Relation
from reconcile.reconciler.verdicts.findings import ALWAYS, listed, make_finding, shown
from reconcile.reconciler.verdicts.groups import group_verdict
from reconcile.reconciler.verdicts.severity import lowers
from reconcile.rules.policy import Policy

DIFFERS, EXPIRED = "RC501", "RC502"


def checked(
    fact: Fact, group: Group, documents: Mapping[str, Document], as_of: date | None
) -> tuple[Group, tuple[Claim, ...]]:
    """The group without the conflicts that rest on an expired fact, and the facts that had expired."""
    declared = {c.id: c for c in fact.claims if documents[c.source].source.declared and c.expires is not None}
    if not declared:
        return group, ()
    claims = {c.id: c for c in fact.claims}
    late = {c.id: c for c in declared.values() if as_of is not None and c.expires is not None and as_of > c.expires}
    relations = []
    for pair in group.relations:
        old = _expired_side(pair, claims, declared, documents, as_of)
        if old is None:
            relations.append(pair)
            continue
        late[old.id] = old
        why = f"the declared fact expired on {old.expires}"
        relations.append(replace(pair, relation=Relation.UNDECIDED, why=why))
    kept = tuple(relations)
    return replace(group, relations=kept, verdict=group_verdict(fact, kept)), tuple(late.values())


def _expired_side(
    pair: Pair,
    claims: Mapping[str, Claim],
    declared: Mapping[str, Claim],
    documents: Mapping[str, Document],
    as_of: date | None,
) -> Claim | None:
    """The declared fact of a pair, where it had expired for the other claim."""
    name, other = (pair.left, pair.right) if pair.left in declared else (pair.right, pair.left)
    fact = declared.get(name)
    return fact if fact is not None and _expired(fact, claims[other], documents, as_of) else None


def _expired(fact: Claim, claim: Claim, documents: Mapping[str, Document], as_of: date | None) -> bool:
    day = as_of or _day(claim, documents)
    return fact.expires is not None and day is not None and day > fact.expires


def _day(claim: Claim, documents: Mapping[str, Document]) -> date | None:
    """The last day a claim is of, else the day on which it was published."""
    end = claim.period.end if claim.period is not None else None
    if end is None:
        return documents[claim.source].source.published
    return end.date() if isinstance(end, datetime) else end - timedelta(days=1)


def differing(fact: Fact, group: Group, documents: Mapping[str, Document], policy: Policy) -> Iterator[Finding]:
    """One finding for the claims that a declared fact contradicts."""
    declared = frozenset(c.id for c in fact.claims if documents[c.source].source.declared)
    pairs = [
        p for p in group.relations if p.relation is Relation.CONFLICT and (p.left in declared) != (p.right in declared)
    ]
    if not pairs:
        return
    ids = {i for p in pairs for i in (p.left, p.right)}
    facts = tuple(c for c in fact.claims if c.id in ids & declared)
    claims = tuple(c for c in fact.claims if c.id in ids - declared)
    facts_in_words = " and ".join(dict.fromkeys(_fact_with_source(c, documents) for c in facts))
    values = listed(tuple(dict.fromkeys(shown(c) for c in claims)), quoted=True)
    message = f"{fact.about[:1].upper()}{fact.about[1:]} is given as {values}; the declared fact says {facts_in_words}."
    yield _finding(DIFFERS, facts, claims, message, pairs[0].why, group, policy)


def without(fact: Fact, group: Group, findings: Iterable[Finding]) -> Group:
    """The group without the conflicts of claims that a declared fact contradicts already."""
    contradicted = {side.claim for finding in findings for side in finding.evidence}
    if not contradicted:
        return group
    rest = tuple(p for p in group.relations if p.left not in contradicted and p.right not in contradicted)
    return replace(group, relations=rest, verdict=group_verdict(fact, rest))


def outdated(
    facts: Iterable[Claim], fact: Fact, group: Group, documents: Mapping[str, Document], policy: Policy
) -> Iterator[Finding]:
    """One finding for each declared fact that claims could not be checked against, since it had expired."""
    for old in facts:
        message = f"The declared fact {_fact_with_source(old, documents)} ({fact.about}) expired on {old.expires}."
        why = "what is of a later day, or asked about on a later day, is not checked against it"
        found = _finding(EXPIRED, (old,), (), message, why, group, policy)
        yield replace(found, verdict=Relation.UNDECIDED)


def _fact_with_source(claim: Claim, documents: Mapping[str, Document]) -> str:
    who = documents[claim.source].source.publisher
    return f"“{shown(claim)}”" + (f" ({who})" if who else "")


def _finding(
    code: str,
    facts: tuple[Claim, ...],
    claims: tuple[Claim, ...],
    message: str,
    why: str,
    group: Group,
    policy: Policy,
) -> Finding:
    sides = (*facts, *claims)
    found = make_finding(code, sides, message, why, policy, None, f"judge.reference.{code.lower()}", lowers(claims, ()))
    keep = Option("keep-a", f"the fact stands: “{shown(facts[0])}”")
    return replace(found, group=group.id, options=(keep, *ALWAYS))
