"""What a change of rules does to claims and findings: two runs over the same texts, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding
from reconcile.model.run import Run


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim at one place of a text, as it was and as it is; either is None where there was or is none.

    `differs` names what differs, where both are there: metric, subject, value, unit, period ...
    """

    before: Claim | None
    after: Claim | None
    where: str
    differs: tuple[str, ...] = ()

    @property
    def how(self) -> str:
        """Added, removed or changed."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    @property
    def claim(self) -> Claim:
        """The claim as it is, or was."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Changes:
    """All claims that came, went or changed, in the order of sources and places, and the findings that came or went."""

    claims: tuple[Changed, ...]
    came: tuple[Finding, ...]
    went: tuple[Finding, ...]
    alike: int

    def counted(self, how: str) -> int:
        """How many claims were added, removed or changed."""
        return sum(change.how == how for change in self.claims)


def changes(before: Run, after: Run) -> Changes:
    """What differs between two runs over the same documents; a claim is known by its source, place and kind."""
    old, new = _by_place(before.claims), _by_place(after.claims)
    documents = {document.id: document for document in (*before.documents, *after.documents)}
    found = []
    for key in sorted({*old, *new}):
        one, other = old.get(key), new.get(key)
        differs = tuple(_differences(one, other)) if one is not None and other is not None else ()
        if one is None or other is None or differs:
            found.append(Changed(one, other, documents[key[0]].where(key[1]), differs))
    known, still = ({_mark(f) for f in run.findings} for run in (before, after))
    return Changes(
        tuple(found),
        tuple(f for f in after.findings if _mark(f) not in known),
        tuple(f for f in before.findings if _mark(f) not in still),
        len({*old, *new}) - len(found),
    )


def _mark(finding: Finding) -> tuple[object, ...]:
    """By what a finding is the same to a reader, whatever rule names its metric: its code and its places."""
    return finding.code, *sorted((e.source, e.start, e.end) for e in finding.evidence)


def _by_place(claims: Iterable[Claim]) -> dict[tuple[str, int, int, str, str], Claim]:
    """Claims by source, place and kind; two of one kind at one place are told apart by their subjects."""
    seen: dict[tuple[str, int, int, str, str], Claim] = {}
    for claim in claims:
        key = (claim.source, claim.span.start, claim.span.end, str(claim.kind), "")
        if key in seen and claim.subject is not None:
            key = (*key[:4], claim.subject.id)
        seen.setdefault(key, claim)
    return seen


_FACTS: Mapping[str, Callable[[Claim], object]] = MappingProxyType(
    {
        "metric": lambda c: (c.metric.id, c.metric.label if c.metric.is_open else "") if c.metric else None,
        "subject": lambda c: c.subject.id if c.subject else None,
        "value": lambda c: c.value,
        "unit": lambda c: (c.unit, c.per),
        "period": lambda c: c.period,
        "titles": lambda c: c.titles,
        "organisation": lambda c: c.organisation.id if c.organisation else None,
        "factuality": lambda c: c.factuality,
        "attribution": lambda c: c.attribution,
        "qualifiers": lambda c: dict(c.qualifiers),
        "parties": lambda c: c.parties,
    }
)


def _differences(one: Claim, other: Claim) -> Iterator[str]:
    return (name for name, fact in _FACTS.items() if fact(one) != fact(other))
