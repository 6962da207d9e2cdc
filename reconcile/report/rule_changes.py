"""What a change of rules does to claims and findings: two runs over the same texts, side by side, in three forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding
from reconcile.model.run import Run
from reconcile.report.gfm import escape, table
from reconcile.report.jsonform import json_text
from reconcile.report.periods import period_words
from reconcile.report.reading import fact_words, value_read


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
    differing = []
    for key in sorted({*old, *new}):
        one, other = old.get(key), new.get(key)
        differs = tuple(_differences(one, other)) if one is not None and other is not None else ()
        if one is None or other is None or differs:
            differing.append(Changed(one, other, documents[key[0]].where(key[1]), differs))
    known, still = ({_mark(f) for f in run.findings} for run in (before, after))
    return Changes(
        tuple(differing),
        tuple(f for f in after.findings if _mark(f) not in known),
        tuple(f for f in before.findings if _mark(f) not in still),
        len({*old, *new}) - len(differing),
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


def claim_in_words(claim: Claim, differs: tuple[str, ...]) -> str:
    """A claim in words; its id where the metric is what differs, its period where that is."""
    metric = f" [{claim.metric.id}]" if claim.metric is not None else ""
    when = f" ({period_words(claim.period)})" if claim.period is not None and "period" in differs else ""
    return f"{fact_words(claim) or 'nothing known'}{metric}: {value_read(claim)}{when}"


def as_text(difference: Changes) -> str:
    """A line for each change, then the counts."""
    lines = []
    for change in difference.claims:
        sign = {"added": "+", "removed": "-", "changed": "~"}[change.how]
        words = "  ->  ".join(claim_in_words(c, change.differs) for c in (change.before, change.after) if c)
        differs = f"  ({', '.join(change.differs)})" if change.differs else ""
        lines.append(f"{sign} {change.where}  {words}{differs}")
    lines += [f"+ finding {f.code}: {f.message}" for f in difference.came]
    lines += [f"- finding {f.code}: {f.message}" for f in difference.went]
    return "\n".join((*lines, _counts(difference))) + "\n"


def _counts(difference: Changes) -> str:
    counts = ", ".join(f"{difference.counted(how)} {how}" for how in ("added", "removed", "changed"))
    findings = f"{len(difference.came)} came, {len(difference.went)} went"
    return f"Claims: {counts}, {difference.alike} alike. Findings: {findings}."


def as_markdown(difference: Changes) -> str:
    """A table of the claims and a list of the findings."""
    rows = [
        (
            change.how,
            escape(change.where),
            *(escape(claim_in_words(c, change.differs)) if c else "" for c in (change.before, change.after)),
            ", ".join(change.differs),
        )
        for change in difference.claims
    ]
    lines = ["# What the change of rules does", "", _counts(difference), ""]
    lines += [*table(("", "where", "before", "after", "differs"), rows), ""] if rows else []
    for title, findings in (("Findings that came", difference.came), ("Findings that went", difference.went)):
        if findings:
            lines += [f"## {title}", "", *(f"- {f.code}: {escape(f.message)}" for f in findings), ""]
    return "\n".join(lines)


def as_json(difference: Changes) -> str:
    """The same for programs: both claims of each change in full."""
    claims = [
        {
            "change": change.how,
            "where": change.where,
            "differs": list(change.differs),
            "before": change.before.to_dict() if change.before else None,
            "after": change.after.to_dict() if change.after else None,
        }
        for change in difference.claims
    ]
    counts = {how: difference.counted(how) for how in ("added", "removed", "changed")} | {"alike": difference.alike}
    findings = {"came": [f.to_dict() for f in difference.came], "went": [f.to_dict() for f in difference.went]}
    return json_text({"claims": claims, "counts": counts, "findings": findings})


RENDER: Mapping[str, Callable[[Changes], str]] = MappingProxyType({"text": as_text, "md": as_markdown, "json": as_json})
