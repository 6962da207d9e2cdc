"""The findings of a report, held against its claims: what is said across articles is made again, word by word.

A finding within one text rests on the text too: of it the claims show the sides, the fingerprint and, where the values
alone tell it, that the law it names is broken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import cycle
from types import MappingProxyType

from reconcile.model.claim import Claim
from reconcile.model.finding import Evidence, Fact, Finding, Group, Relation
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.reconciler.checks import lists, years
from reconcile.reconciler.checks.lists import misplaced
from reconcile.reconciler.checks.parts import adds_up
from reconcile.reconciler.checks.plausible_range import outside
from reconcile.reconciler.checks.remainder import figures
from reconcile.reconciler.checks.shares import make_whole
from reconcile.reconciler.verdicts import declared_facts, titles
from reconcile.reconciler.verdicts.findings import (
    CODES,
    REVISED,
    RunContext,
    evidence,
    findings_of,
    fingerprint,
    fingerprint_of_words,
    joint_trail,
)
from reconcile.reconciler.verdicts.groups import CROWDED
from reconcile.reconciler.verdicts.severity import PeerValues
from reconcile.reconciler.verdicts.slips import Series
from reconcile.rules.load import Pack
from reconcile.verify.compare import differences
from reconcile.verify.problem import Path, Problem, brief
from reconcile.verify.report import Report

# Codes of findings that the relations of a group make, and nothing else.
_OF_RELATIONS = frozenset({*CODES.values(), REVISED})
# Codes whose evidence shows where a claim's names stand, and not its value.
_OF_NAMES = frozenset({titles.SPELLING, lists.RANK})
_YEAR = re.compile("[0-9]{4}")
_MAKER = "its claims make"


class Findings:
    """The findings of a report, held against its claims and groups by the rules of `pack`."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._report = report
        self._pack = pack
        self._claims: Mapping[str, Claim] = {claim.id: claim for claim in report.claims}
        self._groups: Mapping[str, Group] = {group.id: group for group in report.groups}
        series = Series(report.claims, pack.metrics.nature)
        self._around = RunContext(PeerValues(report.claims), series)
        self._of_group: defaultdict[str | None, list[int]] = defaultdict(list)
        for i, finding in enumerate(report.findings):
            self._of_group[finding.group].append(i)

    def check(self, at: int, finding: Finding) -> Iterator[Problem]:
        """What a finding says of its code, its sides and its group that is not so; `at` is its number."""
        here: Path = ("findings", at)
        rule = self._pack.policy.findings.get(finding.code)
        if rule is None:
            yield Problem((*here, "code"), f"no finding has the code {brief(finding.code)}")
            return
        if finding.title != rule.title:
            yield Problem(
                (*here, "title"), f"is {brief(finding.title)}; findings {finding.code} are {brief(rule.title)}"
            )
        if not _is_graded(finding, str(rule.severity)):
            yield Problem((*here, "severity"), "is not what its steps make, or these do not begin at that of its code")
        for i, side in enumerate(finding.evidence):
            yield from self._side((*here, "evidence", i), side, finding.code)
        named = [side.claim for side in finding.evidence if side.claim is not None]
        sides = tuple(self._claims[id_] for id_ in dict.fromkeys(named) if id_ in self._claims)
        # one claim that is both sides (a range that is a change) has a fingerprint of its two ends
        if len(named) == len(sides) and finding.fingerprint not in _fingerprints(finding, sides):
            yield Problem((*here, "fingerprint"), "is not that of its claims or words")
        if _holds(finding.code, sides, self._pack):
            yield Problem(here, "the claims it names can stand together")
        if finding.group is None:
            yield from _of_one_text(here, finding, sides)
        else:
            yield from self._in_group(here, finding, sides)

    def check_group(self, group: Group) -> Iterator[Problem]:
        """The findings that the relations of a group make: each must be listed, with these very words."""
        members = tuple(self._claims[id_] for id_ in group.claims if id_ in self._claims)
        if group.kind is None or len(members) < len(group.claims):
            return
        fact = Fact(group.kind, "", group.about.removesuffix(CROWDED), members)
        listed = {i: self._report.findings[i] for i in self._of_group[group.id]}
        rest = declared_facts.without(fact, group, _with_codes(listed, {declared_facts.DIFFERS}).values())
        made = self._made(fact, rest)
        of_relations = list(_with_codes(listed, _OF_RELATIONS).items())
        for (i, finding), again in zip(of_relations, made, strict=False):
            if finding != replace(again, help=""):
                wanted = _as_words_allow(finding, again, [*self._remade_with_change_words(fact, rest), again])
                yield from differences(finding.to_dict(), wanted.to_dict(), ("findings", i), _MAKER)
        for i, _ in of_relations[len(made) :]:
            yield Problem(("findings", i), "the relations of its group make no such finding")
        for again in () if self._report.has_faults else made[len(of_relations) :]:
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
            yield from differences(side.to_dict(), _side_of(claim, side), here, "its claim has")
        elif side.source != claim.source:
            yield Problem((*here, "source"), f"is {brief(side.source)}; its claim has {brief(claim.source)}")

    def _in_group(self, here: Path, finding: Finding, sides: tuple[Claim, ...]) -> Iterator[Problem]:
        group = self._groups.get(finding.group or "")
        ids = {claim.id for claim in sides}
        if group is None or not ids <= set(group.claims):
            yield Problem((*here, "group"), "is not in the report, or not that of its claims")
            return
        clashing = any(p.relation is finding.verdict and {p.left, p.right} <= ids for p in group.relations)
        if (
            finding.verdict in (Relation.CONFLICT, Relation.REVISED)
            and finding.code != titles.SPELLING
            and not clashing
        ):
            yield Problem((*here, "verdict"), f"no two of its claims are in relation “{finding.verdict}”")

    def _made(self, fact: Fact, group: Group) -> list[Finding]:
        return list(findings_of(fact, group, self._pack.policy, self._around))

    def _remade_with_change_words(self, fact: Fact, group: Group) -> Iterator[Finding]:
        """The findings if words of rising and falling stood beside percentages, which the JSON does not tell."""
        rises, falls = (
            tuple((word, 0) for word in sorted(self._pack.policy.cues[name])) for name in ("rises", "falls")
        )
        for words in ((rises,), (rises, falls)):
            context = cycle(words)
            members = (replace(c, context=next(context)) if c.kind is Kind.PERCENT else c for c in fact.claims)
            yield from self._made(replace(fact, claims=tuple(members)), group)


def _with_codes(findings: Mapping[int, Finding], codes: AbstractSet[str]) -> dict[int, Finding]:
    return {i: finding for i, finding in findings.items() if finding.code in codes}


def _as_words_allow(finding: Finding, made: Finding, others: list[Finding]) -> Finding:
    """A finding as its claims make it, with slip and severity as told where words beside the values may make them."""
    graded = [(other.severity, other.severity_steps) for other in others]
    if finding.slip in [other.slip for other in others]:
        made = replace(made, slip=finding.slip)
    if (finding.severity, finding.severity_steps) in graded:
        made = replace(made, severity=finding.severity, severity_steps=finding.severity_steps)
    return made


def _side_of(claim: Claim, side: Evidence) -> dict[str, object]:
    """A claim as one side of a finding; a side may be one end of it ("14" of "14 of 19")."""
    whole = evidence(claim)
    if not claim.span.covers(Span(side.start, side.end)) or side.start == side.end:
        return whole.to_dict()
    quote = claim.quote[side.start - claim.span.start : side.end - claim.span.start]
    return replace(whole, start=side.start, end=side.end, quote=quote).to_dict()


def _fingerprints(finding: Finding, sides: tuple[Claim, ...]) -> set[str]:
    """What the fingerprint of a finding may be: that of its claims, or of a passage that is in no claim."""
    passages = [side for side in finding.evidence if side.claim is None]
    words = {fingerprint_of_words(finding.code, side) for side in passages}
    if finding.code == years.ORDER:
        words |= {
            years.fingerprint_of_years(finding.code, *two)
            for side in passages
            if len(two := _YEAR.findall(side.read_as)) == 2
        }
    return words | ({fingerprint(finding.code, sides)} if sides else set())


def _of_one_text(here: Path, finding: Finding, sides: tuple[Claim, ...]) -> Iterator[Problem]:
    """What every check of one text makes in the same way, whatever its law."""
    if finding.verdict is not Relation.CONFLICT:
        yield Problem((*here, "verdict"), f"is “{finding.verdict}”; within one text it is “{Relation.CONFLICT}”")
    if len(finding.severity_steps) > 1:
        yield Problem((*here, "severity_steps"), "has more than the base, which nothing moves within one text")
    if len(set(finding.evidence)) < len(finding.evidence):
        yield Problem((*here, "evidence"), "has one side twice")
    # a finding that shows a passage rests on its words, and not on the steps of the claims beside it
    rests = sides if all(side.claim is not None for side in finding.evidence) else ()
    if finding.trail[:-1] != joint_trail(rests) or [step.note for step in finding.trail[-1:]] != [finding.why]:
        yield Problem((*here, "trail"), "is not made of the steps of its claims, and its reason last")


def _is_graded(finding: Finding, base: str) -> bool:
    """Whether the steps of a severity begin at the base of the code, and without a further step it is the base."""
    steps = finding.severity_steps
    return bool(steps) and steps[0] == f"{base} (base)" and (len(steps) > 1 or finding.severity == base)


# The laws of one text that can be replayed from the values of its claims alone, by the code of the finding.
Law = Callable[[tuple[Claim, ...], Pack], bool]


def _range(sides: tuple[Claim, ...], pack: Pack) -> bool:
    return not any(outside(claim, pack) for claim in sides)


def _rank(sides: tuple[Claim, ...], _pack: Pack) -> bool:
    return not any(misplaced(claim) for claim in sides)


def _shares(sides: tuple[Claim, ...], _pack: Pack) -> bool:
    if all(c.kind is Kind.PERCENT for c in sides):
        return make_whole(sides)
    each = {side.id: side for side in sides}.values()
    rest, part, *given = (c for side in each for c in figures(side))
    return bool(given) and adds_up(given[0], (part, rest))


def _sum(sides: tuple[Claim, ...], _pack: Pack) -> bool:
    total, *parts = sides
    return adds_up(total, tuple(parts))


_LAWS: Mapping[str, Law] = MappingProxyType({"RC401": _range, "RC405": _sum, "RC406": _shares, "RC412": _rank})


def _holds(code: str, sides: tuple[Claim, ...], pack: Pack) -> bool:
    """Whether the claims of a finding keep the law that it says they break; False where that cannot be told."""
    law = _LAWS.get(code)
    return law is not None and bool(sides) and law(sides, pack)
