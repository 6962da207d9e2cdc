"""The reconciler: facts to groups and findings, then what each text says against itself."""

from __future__ import annotations

from collections import defaultdict
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
    change,
    converted_figure,
    headline,
    lists,
    per_unit,
    plausible_range,
    remainder,
    shares,
    single_office,
    total,
    weekday,
    years,
)
from reconcile.reconciler.checks.sentence_claims import SentenceClaims, sentences
from reconcile.reconciler.verdicts import declared_facts, titles
from reconcile.reconciler.verdicts.findings import RunContext, findings_of
from reconcile.reconciler.verdicts.groups import judge_group
from reconcile.reconciler.verdicts.severity import PeerValues
from reconcile.reconciler.verdicts.slips import Series
from reconcile.reconciler.verdicts.support import Origins, path, support
from reconcile.rules.load import Pack

Check = Callable[[Document, tuple[Claim, ...], Pack], Iterable[Finding]]
SentenceCheck = Callable[[SentenceClaims, Pack], Iterable[Finding]]
# Checks of one sentence against itself.
SENTENCE_CHECKS: tuple[SentenceCheck, ...] = (
    change.check,
    change.check_points,
    total.check_total,
    total.check_running_total,
    remainder.check,
    per_unit.check_price,
    per_unit.check_average,
    shares.check,
    shares.check_sum,
    shares.check_rest,
    converted_figure.check,
)
# Checks of one article against itself.
CHECKS: tuple[Check, ...] = (
    lists.check_count,
    lists.check_rank,
    weekday.check,
    years.check_age,
    years.check_span,
    years.check_order,
    years.check_length,
    headline.check_value,
    headline.check_change,
    single_office.check,
)
S = TypeVar("S")
T = TypeVar("T")
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
    found: list[Finding] = []
    faults: list[Diagnostic] = []
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[claim.source].append(claim)
    for id_, document in sorted(documents.items()):
        for name, work in _checks_of(document, tuple(own[id_]), pack):
            done = guarded(work, CHECK, f"making the check {name!r} of this document", place(document, 0))
            if isinstance(done, Diagnostic):
                faults.append(done)
            else:
                found.extend(done)
    return tuple(found), tuple(faults)


def _checks_of(
    document: Document, claims: tuple[Claim, ...], pack: Pack
) -> Iterator[tuple[str, Callable[[], tuple[Finding, ...]]]]:
    """The checks that a document undergoes, each with the name of its module."""
    for check in (plausible_range.check, *(CHECKS if document.rows is None else ())):
        yield _name(check), partial(_findings, check, document, claims, pack)
    if document.rows is None:
        parts = tuple(sentences(document.text, claims))
        for sentence_check in SENTENCE_CHECKS:
            yield _name(sentence_check), partial(_findings_of_sentences, sentence_check, parts, pack)


def _name(check: Callable[..., object]) -> str:
    return check.__module__.rpartition(".")[2]


def _findings(check: Check, document: Document, claims: tuple[Claim, ...], pack: Pack) -> tuple[Finding, ...]:
    return tuple(check(document, claims, pack))


def _findings_of_sentences(check: SentenceCheck, parts: tuple[SentenceClaims, ...], pack: Pack) -> tuple[Finding, ...]:
    return tuple(finding for sentence in parts for finding in check(sentence, pack))


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
    fact: Fact, documents: Mapping[str, Document], pack: Pack, as_of: date | None
) -> Iterator[tuple[Fact, Group, tuple[Finding, ...]]]:
    """The fact with its group and the findings on declared facts that expired."""
    kept, late = declared_facts.checked(fact, judge_group(fact, documents, pack), documents, as_of)
    yield fact, kept, tuple(declared_facts.outdated(late, fact, kept, documents, pack.policy))


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
    yield from titles.check_spelling(fact, group, documents, pack.policy)


def _order(finding: Finding) -> tuple[int, str, str]:
    return -finding.severity.rank, finding.code, finding.fingerprint
