"""The reconciler: facts to groups and findings, then what each text says against itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from reconcile.judge import names, reference
from reconcile.judge.causes import Series
from reconcile.judge.findings import Around, findings_of
from reconcile.judge.origins import Origins
from reconcile.judge.parting import judged
from reconcile.judge.severity import Others
from reconcile.judge.support import path, support
from reconcile.judge.within import (
    age,
    apiece,
    average,
    bracketed,
    change,
    direction,
    headline,
    headline_change,
    holders,
    lasted,
    listed,
    order,
    plausible,
    points,
    rank_list,
    remainder,
    rest,
    share,
    shares,
    together,
    total,
    weekday,
    years,
)
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.fact import Fact
from reconcile.model.finding import Finding, Group
from reconcile.rules.load import Pack

# Checks of one article against itself: each a file of its own, claims to findings.
CHECKS = (
    rank_list, change, direction, points, total, together, remainder, rest, weekday, age, listed, years, order, apiece,
    average, headline, headline_change, holders, share, shares, bracketed, lasted,
)  # fmt: skip
WITHIN = tuple(module.check for module in CHECKS)


def judge(
    facts: tuple[Fact, ...],
    claims: tuple[Claim, ...],
    documents: Mapping[str, Document],
    pack: Pack,
    as_of: date | None = None,
) -> tuple[tuple[Group, ...], tuple[Finding, ...]]:
    """All groups, and all findings with the gravest first; `as_of` is the day asked about, for facts that expire."""
    found: list[Finding] = []
    pairs: list[tuple[Fact, Group]] = []
    for fact, group in chain.from_iterable(judged(whole, documents, pack) for whole in facts):
        kept, late = reference.checked(fact, group, documents, as_of)
        found.extend(reference.outdated(late, fact, kept, documents, pack.policy))
        pairs.append((fact, kept))
    origins = Origins((fact for fact, _ in pairs), documents, pack)
    pairs = [(fact, _rested(fact, group, origins, documents)) for fact, group in pairs]
    around = Around(Others(claims), Series(claims, pack.metrics.nature))
    found.extend(f for fact, group in pairs for f in _across(fact, group, documents, pack, around))
    articles = {id_: d for id_, d in documents.items() if d.rows is None}
    told = tuple(c for c in claims if c.source in articles)
    found.extend(plausible.check(claims, documents, pack))
    found.extend(f for check in WITHIN for f in check(told, articles, pack))
    return tuple(group for _, group in pairs), tuple(sorted(found, key=_order))


def _rested(fact: Fact, group: Group, origins: Origins, documents: Mapping[str, Document]) -> Group:
    """The group with what it rests on."""
    parts = origins.parts(fact.claims)
    if len(parts) == len(fact.claims) == 1:
        return replace(group, kind=fact.kind, origins=(group.claims,))
    return replace(
        group,
        kind=fact.kind,
        support=support(parts, documents),
        origins=tuple(tuple(c.id for c in part) for part in parts),
        path=path(parts, documents),
    )


def _across(
    fact: Fact, group: Group, documents: Mapping[str, Document], pack: Pack, around: Around
) -> Iterator[Finding]:
    told = tuple(reference.differing(fact, group, documents, pack.policy))
    yield from told
    yield from findings_of(fact, reference.without(fact, group, told), pack.policy, around)
    yield from names.check(fact, group, documents, pack.policy)


def _order(finding: Finding) -> tuple[int, str, str]:
    return -finding.severity.rank, finding.code, finding.fingerprint
