"""The reconciler: facts to groups and findings, then what each text says against itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeVar

from reconcile.errors import Diagnostic
from reconcile.guard import guarded, place
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Fact, Finding, Group
from reconcile.reconciler.checks import (
    age,
    average,
    change,
    converted_figure,
    date_order,
    direction,
    headline,
    length_between_years,
    list_count,
    percent_points,
    plausible_range,
    rank_list,
    remainder,
    share,
    share_sum,
    single_office,
    total,
    unit_price,
    weekday,
    year_span,
)
from reconcile.reconciler.verdicts import declared_facts, name_spellings
from reconcile.reconciler.verdicts.findings import RunContext, findings_of
from reconcile.reconciler.verdicts.groups import judge_fact
from reconcile.reconciler.verdicts.severity import PeerValues
from reconcile.reconciler.verdicts.slips import Series
from reconcile.reconciler.verdicts.support import Origins, path, support
from reconcile.rules.load import Pack

# Checks of one article against itself: each a file of its own, claims to findings.
CHECKS = (
    rank_list.check,
    change.check,
    direction.check,
    percent_points.check,
    total.check_total,
    total.check_running_total,
    remainder.check_share_left,
    remainder.check_count_left,
    weekday.check,
    age.check,
    list_count.check,
    year_span.check,
    date_order.check,
    unit_price.check,
    average.check,
    headline.check_headline,
    headline.check_headline_change,
    single_office.check,
    share.check,
    share_sum.check,
    converted_figure.check,
    length_between_years.check,
)
S = TypeVar("S")
T = TypeVar("T")
Check = Callable[[tuple[Claim, ...], Mapping[str, Document], Pack], Iterable[Finding]]
# The codes of a fault in judging one group, and in one check of one text.
GROUP, CHECK = "internal.group", "internal.check"


class Judgement(NamedTuple):
    """All groups, all findings with the gravest first, and what could not be judged by a fault of the tool."""

    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    faults: tuple[Diagnostic, ...]


def judge(
    facts: tuple[Fact, ...],
    claims: tuple[Claim, ...],
    documents: Mapping[str, Document],
    pack: Pack,
    as_of: date | None = None,
) -> Judgement:
    """All groups and findings; `as_of` is the day asked about, for facts that expire.

    A group or a check that fails is left out with a diagnostic, and takes nothing else with it.
    """
    grouped, ungrouped = _guard_each(
        ((fact, fact) for fact in facts), lambda fact: tuple(_grouped(fact, documents, pack, as_of)), documents
    )
    origins = Origins((fact for fact, _, _ in grouped), documents, pack)
    pairs = [(fact, _rested(fact, group, origins, documents)) for fact, group, _ in grouped]
    around = RunContext(PeerValues(claims), Series(claims, pack.metrics.nature))
    across, unjudged = _guard_each(
        ((pair[0], pair) for pair in pairs), lambda pair: tuple(_across(*pair, documents, pack, around)), documents
    )
    within, unchecked = _check_all(claims, documents, pack)
    findings = (*chain.from_iterable(late for _, _, late in grouped), *across, *within)
    faults = (*ungrouped, *unjudged, *unchecked)
    return Judgement(tuple(group for _, group in pairs), tuple(sorted(findings, key=_order)), faults)


def _check_all(
    claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    """What each text says against itself; the cells of tables are held against the plausible ranges alone."""
    articles = {id_: d for id_, d in documents.items() if d.rows is None}
    article_claims = tuple(c for c in claims if c.source in articles)
    checked = [_checked(plausible_range.check, claims, documents, pack)]
    checked.extend(_checked(check, article_claims, articles, pack) for check in CHECKS)
    return (
        tuple(chain.from_iterable(findings for findings, _ in checked)),
        tuple(chain.from_iterable(failed for _, failed in checked)),
    )


def _guard_each(
    items: Iterable[tuple[Fact, S]], work: Callable[[S], tuple[T, ...]], documents: Mapping[str, Document]
) -> tuple[tuple[T, ...], tuple[Diagnostic, ...]]:
    """What `work` makes of all items, each told of a fact, and a diagnostic for each at which it fails."""
    made: list[T] = []
    faults: list[Diagnostic] = []
    for fact, item in items:
        first = fact.claims[0]
        others = ", ".join(sorted({c.source for c in fact.claims}))
        doing = f"judging the group {fact.about!r} of {others}, which is left out"
        done = guarded(partial(work, item), GROUP, doing, place(documents[first.source], first.span.start))
        if isinstance(done, Diagnostic):
            faults.append(done)
        else:
            made.extend(done)
    return tuple(made), tuple(faults)


def _grouped(
    whole: Fact, documents: Mapping[str, Document], pack: Pack, as_of: date | None
) -> Iterator[tuple[Fact, Group, tuple[Finding, ...]]]:
    """The fact, or the facts it falls into, each with its group and the findings on declared facts that expired."""
    for fact, group in judge_fact(whole, documents, pack):
        kept, late = declared_facts.checked(fact, group, documents, as_of)
        yield fact, kept, tuple(declared_facts.outdated(late, fact, kept, documents, pack.policy))


def _checked(
    check: Check, claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    """The findings of a check of single texts; where it fails, those of every text at which it does not."""
    name = check.__module__.rpartition(".")[2]
    whole = guarded(partial(_findings, check, claims, documents, pack), CHECK, name, "")
    if not isinstance(whole, Diagnostic):
        return whole, ()
    found: list[Finding] = []
    faults: list[Diagnostic] = []
    for id_, document in documents.items():
        own = tuple(c for c in claims if c.source == id_)
        alone = partial(_findings, check, own, {id_: document}, pack)
        done = guarded(alone, CHECK, f"making the check {name!r} of this document", place(document, 0))
        if isinstance(done, Diagnostic):
            faults.append(done)
        else:
            found.extend(done)
    return tuple(found), tuple(faults)


def _findings(
    check: Check, claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack
) -> tuple[Finding, ...]:
    return tuple(check(claims, documents, pack))


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
    fact: Fact, group: Group, documents: Mapping[str, Document], pack: Pack, around: RunContext
) -> Iterator[Finding]:
    differing = tuple(declared_facts.differing(fact, group, documents, pack.policy))
    yield from differing
    yield from findings_of(fact, declared_facts.without(fact, group, differing), pack.policy, around)
    yield from name_spellings.check(fact, group, documents, pack.policy)


def _order(finding: Finding) -> tuple[int, str, str]:
    return -finding.severity.rank, finding.code, finding.fingerprint
