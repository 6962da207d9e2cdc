"""Replays a report from the claims in it: whatever does not follow from them is told.

A relation must be the one that the two claims have by the laws of `reconciler`. A doubt may leave it undecided, never
make it firmer, and then gives its own reason. A group's verdict follows from its relations, its support from its
origins, its name from its claims; a finding, with all its words, from the pairs, or from the law, that it names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import ParamSpec

from reconcile.model.claim import Claim
from reconcile.model.finding import Fact, FactKind, Group, Pair, Relation
from reconcile.model.mention import Kind
from reconcile.model.run import Coverage, digest, unread_files, whole_percent
from reconcile.reconciler.matching.fact_groups import names_of_facts
from reconcile.reconciler.matching.features import FEATURES
from reconcile.reconciler.verdicts.downgrade_reasons import copied_verdict
from reconcile.reconciler.verdicts.groups import BY_DECISION, CROWDED, group_verdict, pairs_to_judge
from reconcile.reconciler.verdicts.relations import relate
from reconcile.reconciler.verdicts.support import path as path_of
from reconcile.reconciler.verdicts.support import support
from reconcile.rules.load import Pack
from reconcile.verify.compare import differences
from reconcile.verify.findings import Findings
from reconcile.verify.problem import Path, Problem, brief
from reconcile.verify.report import Report

Arguments = ParamSpec("Arguments")
DOUBTED = frozenset({Relation.COMPATIBLE, Relation.CONFLICT, Relation.REVISED})
# What a person said of two claims needs no law.
BY_PERSON = (Relation.NOT_COMPARABLE, BY_DECISION)

# All that speaks for two claims being of one fact.
REASONS = frozenset(row.says for row in FEATURES if row.says)


def replay(report: Report, pack: Pack) -> tuple[Problem, ...]:
    """Everything in a report that does not follow from its claims; `pack` are the rules that it was made with."""
    return judged((), _replay, report, pack)


def _replay(report: Report, pack: Pack) -> Iterator[Problem]:
    yield from _listed_twice(report)
    sources = {entry.document.id for entry in report.sources}
    strays = [(i, claim) for i, claim in enumerate(report.claims) if claim.source not in sources]
    if strays:
        i, claim = strays[0]
        yield Problem(("claims", i, "source"), f"is {brief(claim.source)}, which the manifest does not name")
        return
    groups = _Groups(report, pack)
    for i, group in enumerate(report.groups):
        yield from judged(("groups", i), groups.check, i, group)
    if not report.has_faults:
        yield from _in_no_group(report)
    findings = Findings(report, pack)
    for i, finding in enumerate(report.findings):
        yield from judged(("findings", i), findings.check, i, finding)
    for i, group in enumerate(report.groups):
        yield from judged(("groups", i), findings.check_group, group)
    yield from findings.check_order()
    yield from _check_coverage(report)
    unread = [file.to_dict() for file in unread_files(report.diagnostics)]
    yield from differences(report.data.get("unread_files", []), unread, ("unread_files",), "the diagnostics give")


def judged(
    path: Path, check: Callable[Arguments, Iterable[Problem]], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> tuple[Problem, ...]:
    """What a check finds; values that no law of the judge can take are a problem of the report, not of the tool."""
    try:
        return tuple(check(*args, **kwargs))
    except Exception as error:
        return (Problem(path, f"cannot be judged: {type(error).__name__}, {error}"),)


def _listed_twice(report: Report) -> Iterator[Problem]:
    """What stands in a list a second time, word for word."""
    ids = Counter(claim.id for claim in report.claims)
    for name in ("claims", "groups", "findings"):
        seen: set[str] = set()
        for i, item in enumerate(report.data[name]):
            # two claims read from the same words share an id, and so may the groups of each
            shared = name == "groups" and any(ids[id_] > 1 for id_ in item["claims"])
            if digest(item) in seen and not shared:
                yield Problem((name, i), "stands here a second time")
            seen.add(digest(item))


def _in_no_group(report: Report) -> Iterator[Problem]:
    """Claims of a value or time that no group holds: each stands in one at least."""
    held = {id_ for group in report.groups for id_ in group.claims}
    for i, claim in enumerate(report.claims):
        if claim.id not in held and claim.kind not in (Kind.ROLE, Kind.RANK):
            yield Problem(("claims", i), f"{brief(claim.quote)} stands in no group")


class _Groups:
    """The groups of a report, held against its claims."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._claims: Mapping[str, Claim] = {claim.id: claim for claim in report.claims}
        self._documents = report.documents
        self._pack = pack
        self._is_reviewed = report.is_reviewed
        self._names: dict[FactKind, set[str]] = {kind: set() for kind in FactKind}
        self._named_after: dict[tuple[str, FactKind], set[str]] = {}
        for claim, kind, name in names_of_facts(tuple(chain.from_iterable(map(_labelled, report.claims))), pack):
            self._names[kind].add(name)
            self._named_after.setdefault((claim.id, kind), set()).add(name)

    def check(self, at: int, group: Group) -> Iterator[Problem]:
        """What of a group does not follow; `at` is its number."""
        here: Path = ("groups", at)
        members = tuple(self._claims[id_] for id_ in group.claims if id_ in self._claims)
        if len(members) < len(group.claims) or group.kind is None or not members:
            yield Problem((*here, "claims"), "names a claim that is not in the report")
            return
        fact = Fact(group.kind, "", group.about, members)
        if self._is_misnamed(group, members):
            yield Problem((*here, "about"), f"is {brief(group.about)}, which its claims do not say")
        pairs = [(a.id, b.id) for a, b in pairs_to_judge(members)]
        if sorted((p.left, p.right) for p in group.relations) != sorted(pairs):
            yield Problem((*here, "relations"), "are not those of the pairs of its claims")
            return
        yield from self._relations(here, group.kind, group.relations)
        verdict = group_verdict(fact, group.relations)
        if verdict is not group.verdict:
            yield Problem((*here, "verdict"), f"its relations make “{verdict}”, not “{group.verdict}”")
        yield from self._support(here, group, members)

    def _relations(self, here: Path, kind: FactKind, pairs: tuple[Pair, ...]) -> Iterator[Problem]:
        for i, pair in enumerate(pairs):
            if not self._follows(kind, pair):
                both = " and ".join(brief(self._claims[id_].quote) for id_ in (pair.left, pair.right))
                message = f"“{pair.relation}” ({pair.why}) of {both} does not follow from them"
                yield Problem((*here, "relations", i), message)

    def _is_misnamed(self, group: Group, members: tuple[Claim, ...]) -> bool:
        if group.kind is None:
            return True
        about = group.about.removesuffix(CROWDED)
        if self._is_reviewed or len({c.source for c in members}) < 2:
            # a fact that was taken apart again keeps the name that it had as a whole
            return about not in self._names[group.kind]
        return not any(about in self._named_after.get((c.id, group.kind), ()) for c in members)

    def _follows(self, kind: FactKind, pair: Pair) -> bool:
        a, b = self._claims[pair.left], self._claims[pair.right]
        base = relate(kind, a, b, self._pack, self._documents)
        if (pair.relation, pair.why) in ((base.relation, base.why), BY_PERSON):
            return True
        if pair.relation is Relation.UNDECIDED:
            return base.relation in DOUBTED and pair.why != base.why
        copied = copied_verdict(a, b, base)
        return (copied.relation, copied.why) == (pair.relation, pair.why)

    def _support(self, here: Path, group: Group, members: tuple[Claim, ...]) -> Iterator[Problem]:
        """Whether the origins share out the claims, and support and path are what these make."""
        if sorted(chain.from_iterable(group.origins)) != sorted(group.claims):
            yield Problem((*here, "origins"), "do not share out its claims")
            return
        parts = tuple(tuple(self._claims[id_] for id_ in part) for part in group.origins)
        wanted = support(parts, self._documents)
        if group.support is not wanted:
            yield Problem((*here, "support"), f"its origins make “{wanted}”, not “{group.support}”")
        if len(members) > 1 and sorted(map(_step, group.path)) != sorted(map(_step, path_of(parts, self._documents))):
            yield Problem((*here, "path"), "is not the way that its claims make")
        if not REASONS.issuperset(group.because):
            yield Problem((*here, "because"), "is no reason to take claims for one fact")


def _step(clause: str) -> str:
    """A step on the way of a number, without what depends on the lines that claims of one day stand in."""
    return clause.rpartition("”")[0]


def _labelled(claim: Claim) -> Iterator[Claim]:
    """The claim, and with each label that its metric may have without the text's own words, added in brackets."""
    yield claim
    metric = claim.metric
    if metric is None or not metric.label.endswith(")"):
        return
    for bracket in re.finditer(r" \(", metric.label):
        yield replace(claim, metric=replace(metric, label=metric.label[: bracket.start()]))


def _check_coverage(report: Report) -> Iterator[Problem]:
    """Where a count is not that of what is listed, or a list is not of the sources of the report."""
    stated = report.data["coverage"]
    named = [entry.document.id for entry in report.sources]
    if [covered.source for covered in report.coverage] != named:
        yield Problem(("coverage", "sources"), "are not the sources that the manifest names")
    for i, covered in enumerate(report.coverage):
        yield from _check_source(("coverage", "sources", i), covered, stated["sources"][i])
    totals = _totals(report.coverage)
    yield from differences({key: stated[key] for key in totals}, totals, ("coverage",), "its lists make")


def _check_source(here: Path, covered: Coverage, stated: Mapping[str, object]) -> Iterator[Problem]:
    """As `_check_coverage`, of one source, whose counts are `stated`."""
    made = covered.to_dict()
    counts = {key: made[key] for key in ("total", "percent")}
    if covered.places:
        counts["bound"] = len(covered.places)
    yield from differences({key: stated[key] for key in counts}, counts, here, "its lists make")
    for name, entries in (("excused", covered.skipped), ("unread", covered.unread)):
        if {entry.source for entry in entries} - {covered.source}:
            yield Problem((*here, name), "names another source")


def _totals(coverage: tuple[Coverage, ...]) -> dict[str, int | None]:
    """The counts over all sources."""
    total = sum(c.total for c in coverage)
    return {
        "total": total,
        "percent": whole_percent(sum(c.accounted for c in coverage), total),
        "bound": sum(c.claimed for c in coverage),
        "excused": sum(len(c.skipped) for c in coverage),
        "unread": sum(len(c.unread) for c in coverage),
    }
