"""A run and its rules, with claims, documents and groups by id: what every step of a review looks things up in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Group
from reconcile.model.run import Run
from reconcile.rules.load import Pack


@dataclass(frozen=True, slots=True)
class Lookup:
    """Made once for a run by `of`."""

    run: Run
    pack: Pack
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    groups: Mapping[str, Group]

    @classmethod
    def of(cls, run: Run, pack: Pack) -> Lookup:
        """The lookup of a run that was made with `pack`."""
        return cls(
            run, pack, {c.id: c for c in run.claims}, {d.id: d for d in run.documents}, {g.id: g for g in run.groups}
        )

    def sides(self, finding: Finding) -> tuple[Claim, ...]:
        """The claims that are sides of a finding, each once, by source and place."""
        named = {side.claim for side in finding.evidence if side.claim is not None}
        found = (self.claims[name] for name in named if name in self.claims)
        return tuple(sorted(found, key=lambda c: (c.source, c.span, c.id)))
