"""The order in which findings are put before a person: the most consequential first."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model.finding import Finding, Relation

_VERDICTS = (
    Relation.CONFLICT,
    Relation.UNDECIDED,
    Relation.REVISED,
    Relation.NOT_COMPARABLE,
    Relation.COMPATIBLE,
    Relation.AGREE,
)


def by_consequence(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Graver severity first, then conflicts, then what more sources are drawn into, then code and place."""
    return tuple(sorted(findings, key=_key))


def _key(finding: Finding) -> tuple[object, ...]:
    return (
        -finding.severity.rank,
        _VERDICTS.index(finding.verdict),
        -len(sources(finding)),
        finding.code,
        tuple((side.source, side.start, side.end) for side in finding.evidence),
        finding.fingerprint,
    )


def sources(finding: Finding) -> tuple[str, ...]:
    """The sources a finding rests on, each once, sorted."""
    return tuple(sorted({side.source for side in finding.evidence}))
