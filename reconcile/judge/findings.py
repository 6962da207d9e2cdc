"""Groups in conflict to findings: what a person reads, ticks and decides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from reconcile.errors import Severity
from reconcile.judge.slips import slip
from reconcile.model.claim import Claim, Step
from reconcile.model.fact import Fact, FactKind
from reconcile.model.finding import Evidence, Finding, Group, Option, Pair, Relation
from reconcile.model.value import plain
from reconcile.rules.policy import Policy

CODES = {
    FactKind.VALUE: "RC101",
    FactKind.EVENT: "RC102",
    FactKind.PERSON: "RC201",
    FactKind.OFFICE: "RC202",
    FactKind.RANK: "RC301",
}
ALWAYS = (
    Option("both-stand", "both stand, because …"),
    Option("not-same", "not the same thing"),
    Option("tool-wrong", "the tool misread this"),
)


def findings_of(fact: Fact, group: Group, policy: Policy) -> Iterable[Finding]:
    """The finding of a group whose claims conflict or revise one another; nothing for any other verdict."""
    if group.verdict not in (Relation.CONFLICT, Relation.REVISED):
        return
    pairs = [p for p in group.relations if p.relation is group.verdict]
    sides = _sides(fact, pairs)
    code = "RC103" if group.verdict is Relation.REVISED else CODES[fact.kind]
    rule = policy.findings[code]
    severity, steps = severity_of(rule.severity, sides)
    cause = _slip(fact, sides)
    yield Finding(
        code=code,
        title=rule.title,
        severity=severity,
        verdict=group.verdict,
        message=_message(fact, sides),
        why=pairs[0].why,
        group=group.id,
        slip=cause,
        evidence=tuple(evidence(c) for c in sides),
        options=options(sides),
        fingerprint=fingerprint(code, sides),
        trail=_trail(sides, Step(f"judge.{fact.kind}", pairs[0].why)),
        severity_steps=steps,
        help=rule.help,
    )


def _sides(fact: Fact, pairs: list[Pair]) -> tuple[Claim, ...]:
    """The claims in conflict, in order of source and place."""
    clashing = {id_ for p in pairs for id_ in (p.left, p.right)}
    return tuple(c for c in fact.claims if c.id in clashing)


def severity_of(base: Severity, sides: tuple[Claim, ...]) -> tuple[Severity, tuple[str, ...]]:
    """Base severity, one step lower for each weakness of the sides, never below a note; every step is shown."""
    steps = [f"{base} (base)"]
    for weakness in _weaknesses(sides):
        if base is not Severity.NOTE:
            base = list(Severity)[base.rank - 1]
            steps.append(f"lowered: {weakness}")
    return base, tuple(steps)


def _weaknesses(sides: tuple[Claim, ...]) -> Iterator[str]:
    """What makes it less sure that the sides are of one fact."""
    if any(c.subject is not None and c.subject.weak for c in sides):
        yield "a subject was reached through a pronoun or description"
    dated = {c.period is not None and c.period.is_resolved for c in sides if c.value is not None}
    if len(dated) > 1:
        yield "the day of one side is not known, so it may be a later figure"


def evidence(claim: Claim) -> Evidence:
    """A claim as one side of a finding."""
    return Evidence(claim.source, claim.span.start, claim.span.end, claim.quote, "", claim.id)


def options(sides: tuple[Claim, ...]) -> tuple[Option, ...]:
    """The boxes to tick: one for each way it is put, then those every finding has."""
    seen: dict[str, Option] = {}
    for claim in sides:
        words = shown(claim)
        letter = chr(ord("A") + len(seen)).lower()
        seen.setdefault(words, Option(f"keep-{letter}", f"keep “{words}”"))
    return (*seen.values(), *ALWAYS)


def shown(claim: Claim) -> str:
    """How a side is named in a message: its words, for an office with the holder's name."""
    quote = " ".join(claim.quote.split())
    return f"{claim.subject.label}, {quote}" if claim.titles and claim.subject is not None else quote


def _message(fact: Fact, sides: tuple[Claim, ...]) -> str:
    """One sentence that says what is given in how many ways."""
    ways = tuple(dict.fromkeys(" ".join(c.quote.split()) for c in sides))
    if fact.kind is FactKind.OFFICE:
        holders = tuple(dict.fromkeys(c.subject.label for c in sides if c.subject is not None))
        return f"{_capital(fact.about)} is given as {listed(holders)}."
    verb = "are" if fact.kind is FactKind.PERSON else "is"
    return f"{_capital(fact.about)} {verb} given as {listed(ways, quoted=True)}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(words: tuple[str, ...], *, quoted: bool = False) -> str:
    """ "a, b and c", each in quotation marks if asked."""
    items = [f"“{w}”" if quoted else w for w in words]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _slip(fact: Fact, sides: tuple[Claim, ...]) -> str | None:
    if fact.kind is not FactKind.VALUE:
        return None
    for i, a in enumerate(sides):
        for b in sides[i + 1 :]:
            if a.dimension == "currency" and a.unit != b.unit:
                return "the currency of one side is likely wrong"
            if a.value is not None and b.value is not None:
                found = slip(a.norm or a.value, b.norm or b.value, a.dimension)
                if found is not None:
                    return found
    return None


def fingerprint(code: str, sides: Iterable[Claim]) -> str:
    """Made of claims and values, without places, so that edits elsewhere leave it as it is."""
    parts = sorted("\0".join(_identity(c)) for c in sides)
    return hashlib.sha256("\1".join((code, *parts)).encode()).hexdigest()[:16]


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


def _trail(sides: tuple[Claim, ...], last: Step) -> tuple[Step, ...]:
    steps = dict.fromkeys(step for claim in sides for step in claim.trail)
    return (*steps, last)
