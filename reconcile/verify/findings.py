"""The findings of a report, held against its claims: what is said across articles is made again, word by word.

A finding within one text rests on the text too: of it the claims show the sides, the fingerprint and, where the values
alone tell it, that the law it names is broken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reconcile.judge import names, reference
from reconcile.judge.causes import Series
from reconcile.judge.findings import CODES, REVISED, Around, evidence, findings_of, fingerprint
from reconcile.judge.groups import CROWDED
from reconcile.judge.severity import Others
from reconcile.judge.within import rank_list
from reconcile.model.claim import Claim
from reconcile.model.fact import Fact
from reconcile.model.finding import Evidence, Finding, Group, Relation
from reconcile.model.mention import Kind
from reconcile.rules.load import Pack
from reconcile.verify.compare import differences
from reconcile.verify.laws import holds
from reconcile.verify.problem import Path, Problem, brief
from reconcile.verify.report import Report

# Codes of findings that the relations of a group make, and nothing else.
_OF_RELATIONS = frozenset({*CODES.values(), REVISED})
# Codes whose evidence shows where a claim's names stand, and not its value.
_OF_NAMES = frozenset({names.CODE, rank_list.CODE})
# A finding with these fields rests on more than the JSON tells of its claims: words near the value, the text's subject.
_NOT_REBUILT = ("severity", "severity_steps")
_MAKER = "its claims make"


class Findings:
    """The findings of a report, held against its claims and groups by the rules of `pack`."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._report = report
        self._pack = pack
        self._claims: Mapping[str, Claim] = {claim.id: claim for claim in report.claims}
        self._groups: Mapping[str, Group] = {group.id: group for group in report.groups}
        series = Series(report.claims, pack.metrics.nature)
        self._around = Around(Others(report.claims), series)
        self._of_group: defaultdict[str | None, list[int]] = defaultdict(list)
        for i, finding in enumerate(report.findings):
            self._of_group[finding.group].append(i)

    def check(self, at: int, told: Finding) -> Iterator[Problem]:
        """What a finding says of its code, its sides and its group that is not so; `at` is its number."""
        here: Path = ("findings", at)
        rule = self._pack.policy.findings.get(told.code)
        if rule is None:
            yield Problem((*here, "code"), f"no finding has the code {brief(told.code)}")
            return
        if told.title != rule.title:
            yield Problem((*here, "title"), f"is {brief(told.title)}; findings {told.code} are {brief(rule.title)}")
        if not _is_graded(told, str(rule.severity)):
            yield Problem((*here, "severity"), "is not what its steps make, or these do not begin at that of its code")
        for i, side in enumerate(told.evidence):
            yield from self._side((*here, "evidence", i), side, told.code)
        named = [side.claim for side in told.evidence if side.claim is not None]
        sides = tuple(self._claims[id_] for id_ in dict.fromkeys(named) if id_ in self._claims)
        # one claim that is both sides (a range that is a change) has a fingerprint of its two ends
        if sides and len(named) == len(sides) and told.fingerprint != fingerprint(told.code, sides):
            yield Problem((*here, "fingerprint"), "is not that of its claims")
        if holds(told.code, sides, self._pack):
            yield Problem(here, "the claims it names can stand together")
        if told.group is not None:
            yield from self._in_group(here, told, sides)

    def check_group(self, group: Group) -> Iterator[Problem]:
        """The findings that the relations of a group make: each must be listed, with these very words."""
        members = tuple(self._claims[id_] for id_ in group.claims)
        if group.kind is None:
            return
        fact = Fact(group.kind, "", group.about.removesuffix(CROWDED), members)
        listed = [(i, self._report.findings[i]) for i in self._of_group[group.id]]
        declared = [finding for _, finding in listed if finding.code == reference.DIFFERS]
        made = list(findings_of(fact, reference.without(fact, group, declared), self._pack.policy, self._around))
        told = [(i, finding) for i, finding in listed if finding.code in _OF_RELATIONS]
        for (i, finding), again in zip(told, made, strict=False):
            fits = finding.slip == again.slip or finding.slip in self._slips(fact, group, declared)
            wanted = replace(again, slip=finding.slip) if fits else again
            yield from differences(_rebuilt(finding), _rebuilt(wanted), ("findings", i), _MAKER)
        for i, _ in told[len(made) :]:
            yield Problem(("findings", i), "the relations of its group make no such finding")
        for again in made[len(told) :]:
            yield Problem(("findings",), f"one is missing: {brief(again.message)} ({again.code})")

    def check_order(self) -> Iterator[Problem]:
        """The gravest come first."""
        order = [(-f.severity.rank, f.code, f.fingerprint) for f in self._report.findings]
        if order != sorted(order):
            yield Problem(("findings",), "are not in order: the gravest first, then by code and fingerprint")

    def _side(self, here: Path, side: Evidence, code: str) -> Iterator[Problem]:
        if side.source not in self._report.documents:
            yield Problem((*here, "source"), f"is {brief(side.source)}, which the manifest does not name")
        if side.claim is None:
            return
        claim = self._claims.get(side.claim)
        if claim is None:
            yield Problem((*here, "claim"), f"{brief(side.claim)} is not in the report")
        elif code not in _OF_NAMES:
            yield from differences(side.to_dict(), evidence(claim).to_dict(), here, "its claim has")
        elif side.source != claim.source:
            yield Problem((*here, "source"), f"is {brief(side.source)}; its claim has {brief(claim.source)}")

    def _in_group(self, here: Path, told: Finding, sides: tuple[Claim, ...]) -> Iterator[Problem]:
        group = self._groups.get(told.group or "")
        ids = {claim.id for claim in sides}
        if group is None or not ids <= set(group.claims):
            yield Problem((*here, "group"), "is not in the report, or not that of its claims")
            return
        clashing = any(p.relation is told.verdict and {p.left, p.right} <= ids for p in group.relations)
        if told.verdict in (Relation.CONFLICT, Relation.REVISED) and told.code != names.CODE and not clashing:
            yield Problem((*here, "verdict"), f"no two of its claims are in relation “{told.verdict}”")

    def _slips(self, fact: Fact, group: Group, declared: list[Finding]) -> set[str | None]:
        """The slips of a group whose percentages stand beside words of change, which the JSON does not tell."""
        moves = tuple((word, 0) for word in sorted(self._pack.policy.moves))
        members = tuple(replace(c, context=moves) if c.kind is Kind.PERCENT else c for c in fact.claims)
        fact = replace(fact, claims=members)
        rest = reference.without(fact, group, declared)
        return {finding.slip for finding in findings_of(fact, rest, self._pack.policy, self._around)}


def _rebuilt(finding: Finding) -> dict[str, object]:
    return {key: value for key, value in finding.to_dict().items() if key not in _NOT_REBUILT}


def _is_graded(told: Finding, base: str) -> bool:
    """Whether the steps of a severity begin at the base of the code, and without a further step it is the base."""
    steps = told.severity_steps
    return bool(steps) and steps[0] == f"{base} (base)" and (len(steps) > 1 or told.severity == base)
