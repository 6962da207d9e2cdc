"""Findings: what a person reads, ticks and decides, made of a group in conflict or of a text against itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from reconcile.model.claim import Claim, Step
from reconcile.model.finding import Evidence, Fact, FactKind, Finding, Group, Option, Pair, Relation
from reconcile.model.value import plain
from reconcile.reconciler.verdicts.severity import Cause, PeerValues, lowers, raises, weigh_severity
from reconcile.reconciler.verdicts.slips import Series, cause
from reconcile.rules.policy import Policy

CODES = {
    FactKind.VALUE: "RC101",
    FactKind.EVENT: "RC102",
    FactKind.PERSON: "RC201",
    FactKind.OFFICE: "RC202",
    FactKind.RANK: "RC301",
}
REVISED = "RC103"
# Of more values that differ, no more than these are held against each other for a slip.
TRIED = 12
ALWAYS = (
    Option("both-stand", "both stand, because …"),
    Option("not-same", "not the same thing"),
    Option("tool-wrong", "the tool misread this"),
)


class RunContext(NamedTuple):
    """What a run says of other subjects, and of the same ones at other times."""

    peers: PeerValues
    series: Series


def findings_of(fact: Fact, group: Group, policy: Policy, around: RunContext) -> Iterable[Finding]:
    """The finding of a group whose claims conflict or revise one another; nothing for any other verdict.

    `around` is what the run says of other subjects and times.
    """
    if group.verdict not in (Relation.CONFLICT, Relation.REVISED):
        return
    pairs = [p for p in group.relations if p.relation is group.verdict]
    sides = _sides(fact, pairs)
    code = REVISED if group.verdict is Relation.REVISED else CODES[fact.kind]
    causes = (*lowers(sides, group.origins), *(raises(sides, around.peers, policy) if code != REVISED else ()))
    why = pairs[0].why
    found = make_finding(
        code,
        sides,
        _message(fact, sides, why),
        why,
        policy,
        _slip(fact, sides, around, policy),
        f"judge.{fact.kind}",
        causes,
    )
    yield replace(found, group=group.id, verdict=group.verdict, options=options(sides))


def make_finding(
    code: str,
    sides: tuple[Claim, ...],
    message: str,
    why: str,
    policy: Policy,
    slip: str | None = None,
    step: str | None = None,
    causes: Iterable[Cause] = (),
) -> Finding:
    """The conflict `code` of claims that cannot stand together, its severity from policy and `causes`.

    `step` names in the trail what found it; without it the code does.
    """
    rule = policy.findings[code]
    severity, steps = weigh_severity(rule.severity, causes, policy)
    return Finding(
        code=code,
        title=rule.title,
        severity=severity,
        verdict=Relation.CONFLICT,
        message=message,
        why=why,
        group=None,
        slip=slip,
        evidence=tuple(evidence(c) for c in sides),
        options=(Option("keep-a", "keep it as written"), *ALWAYS),
        fingerprint=fingerprint(code, sides),
        trail=joint_trail(sides, Step(step or f"check.{code.lower()}", why)),
        severity_steps=steps,
        help=rule.help,
    )


def make_finding_of_words(code: str, passage: Evidence, message: str, why: str, policy: Policy, slip: str) -> Finding:
    """The finding `code` of a passage that no claim is made of; its words are its fingerprint."""
    key = fingerprint_of_words(code, passage)
    return replace(make_finding(code, (), message, why, policy, slip), evidence=(passage,), fingerprint=key)


def _sides(fact: Fact, pairs: list[Pair]) -> tuple[Claim, ...]:
    """The claims in conflict, in order of source and place."""
    clashing = {id_ for p in pairs for id_ in (p.left, p.right)}
    return tuple(c for c in fact.claims if c.id in clashing)


def evidence(claim: Claim) -> Evidence:
    """A claim as one side of a finding."""
    return Evidence(claim.source, claim.span.start, claim.span.end, claim.quote, "", claim.id)


def options(sides: tuple[Claim, ...]) -> tuple[Option, ...]:
    """The boxes to tick: one for each thing that is said, then those every finding has."""
    seen: dict[object, Option] = {}
    for claim in sides:
        letter = chr(ord("a") + len(seen))
        seen.setdefault(distinct_value(claim), Option(f"keep-{letter}", f"keep “{shown(claim)}”"))
    return (*seen.values(), *ALWAYS)


def distinct_value(claim: Claim) -> object:
    """What a side says, however it is written: "Three" and "3" are one way; titles are told by their words."""
    value = claim.scaled_value
    if claim.titles or value is None:
        return shown(claim)
    return value, claim.norm_unit or claim.unit, claim.kind


def shown(claim: Claim) -> str:
    """How a side is named in a message: its words, for an office with the holder's name."""
    quote = " ".join(claim.quote.split())
    return f"{claim.subject.label}, {quote}" if claim.titles and claim.subject is not None else quote


def _message(fact: Fact, sides: tuple[Claim, ...], why: str) -> str:
    """One sentence that says what is given in how many ways, or why one way of giving it is no agreement."""
    firsts: dict[object, str] = {}
    for claim in sides:
        firsts.setdefault(
            distinct_value(claim) if fact.kind is FactKind.VALUE else claim.quote, " ".join(claim.quote.split())
        )
    values = tuple(dict.fromkeys(firsts.values()))
    if fact.kind is FactKind.OFFICE:
        holders = tuple(dict.fromkeys(c.subject.label for c in sides if c.subject is not None))
        return f"{_capital(fact.about)} is given as {listed(holders)}."
    verb = "are" if fact.kind is FactKind.PERSON else "is"
    but = f" each time, but {why}" if len(values) == 1 else ""
    return f"{_capital(fact.about)} {verb} given as {listed(values, quoted=True)}{but}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(words: tuple[str, ...], *, quoted: bool = False) -> str:
    """ "a, b and c", each in quotation marks if asked."""
    items = [f"“{w}”" if quoted else w for w in words]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _slip(fact: Fact, sides: tuple[Claim, ...], around: RunContext, policy: Policy) -> str | None:
    """The first slip that fits two of the sides; of many sides with one value one is tried."""
    if fact.kind not in (FactKind.VALUE, FactKind.EVENT):
        return None
    by_value = {(c.scaled_value, c.unit, c.period): c for c in reversed(sides)}
    pairs = combinations(list(reversed(by_value.values()))[:TRIED], 2)
    return next((words for a, b in pairs if (words := cause(a, b, around.series, policy)) is not None), None)


def fingerprint(code: str, sides: Iterable[Claim]) -> str:
    """Made of claims and values, without places, so that edits elsewhere leave it as it is."""
    parts = sorted("\0".join(_identity(c)) for c in sides)
    return hashlib.sha256("\1".join((code, *parts)).encode()).hexdigest()[:16]


def fingerprint_of_words(code: str, passage: Evidence) -> str:
    """Made of the words of a passage and its source, wherever it stands."""
    key = f"{code}|{passage.source}|{' '.join(passage.quote.split())}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _identity(claim: Claim) -> tuple[str, ...]:
    value = claim.value
    bounds = "" if value is None else "/".join("" if e is None else plain(e) for e in (value.low, value.high))
    return (
        claim.source,
        str(claim.kind),
        claim.subject.id if claim.subject is not None else "",
        claim.metric.id if claim.metric is not None else "",
        bounds,
        claim.unit or "",
        claim.period.edtf if claim.period is not None else "",
        "|".join(claim.titles),
        "|".join(claim.ahead),
    )


def joint_trail(sides: Iterable[Claim], *last: Step) -> tuple[Step, ...]:
    """The steps that made the sides, each once, and then those of the finding."""
    return (*dict.fromkeys(step for claim in sides for step in claim.trail), *last)
