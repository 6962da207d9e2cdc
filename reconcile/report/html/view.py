"""What the page can be filtered by: verdict, source, metric, state; and the form that does it where script runs.

A run as the page needs it: the index, the filters' tokens, and what belongs to each source and each fact.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding, Group, Relation
from reconcile.model.run import Coverage, Run
from reconcile.report.element import Markup, tag
from reconcile.report.index import Index, place, sources

OPEN, KNOWN, DECIDED, QUIET = "open", "known", "decided", "quiet"
_STATES = {OPEN: "to decide", KNOWN: "known before", DECIDED: "decided", QUIET: "nothing to decide"}
VERDICTS: Mapping[Relation, str] = {
    Relation.CONFLICT: "conflict",
    Relation.REVISED: "revised",
    Relation.UNDECIDED: "undecided",
    Relation.NOT_COMPARABLE: "not comparable",
    Relation.COMPATIBLE: "compatible",
    Relation.AGREE: "agree",
}


@dataclass(frozen=True, slots=True)
class Facets:
    """Short tokens for the sources and metrics of a run; foreign words never become part of a selector."""

    sources: Mapping[str, str]
    metrics: Mapping[str, str]

    @classmethod
    def of(cls, index: Index) -> Facets:
        """The tokens of a run: sources by id, metrics by name."""
        names = sorted({metric_name(claim) for claim in index.run.claims}, key=lambda n: (n.casefold(), n))
        return cls(_numbered("s", sorted(index.documents)), _numbered("m", names))

    def card(
        self, index: Index, verdict: Relation, state: str, sources: Iterable[str], claims: Iterable[Claim]
    ) -> Data:
        """The data by which one finding or fact is filtered."""
        metrics = {self.metrics[metric_name(claim)] for claim in claims if claim.id in index.claims}
        return {
            "data_card": True,
            "data_verdict": str(verdict),
            "data_state": state,
            "data_sources": " ".join(sorted({self.sources[s] for s in sources if s in self.sources})) or None,
            "data_metrics": " ".join(sorted(metrics)) or None,
        }


Data = dict[str, str | bool | None]


def metric_name(claim: Claim) -> str:
    """How the page names a claim's metric: its label, or the kind of claim where no metric is known."""
    return str(claim.kind) if claim.metric is None or not claim.metric.label else claim.metric.label


def claims_of(index: Index, finding: Finding) -> tuple[Claim, ...]:
    """The claims a finding rests on."""
    ids = dict.fromkeys(side.claim for side in finding.evidence if side.claim is not None)
    return tuple(index.claims[name] for name in ids if name in index.claims)


def state_of(index: Index, finding: Finding) -> str:
    """Whether a person has decided on a finding."""
    review = index.settled.get(finding.fingerprint)
    return OPEN if review is None else str(review.state)


def resting_state(index: Index, findings: Iterable[Finding]) -> str:
    """The state of a fact by the findings that rest on it."""
    states = {state_of(index, finding) for finding in findings}
    return next((state for state in (OPEN, KNOWN, DECIDED) if state in states), QUIET)


def form(index: Index, facets: Facets) -> Markup:
    """The filters; hidden until the script shows them, since without it they do nothing."""
    verdicts = {str(relation): word for relation, word in VERDICTS.items()}
    return tag(
        "form",
        _labelled("Search", "text", tag("input", type="search", name="text", id="by-text", autocomplete="off")),
        _select("verdict", "Verdict", verdicts),
        _select("state", "State", _STATES),
        _select("source", "Source", {token: index.names[name] for name, token in facets.sources.items()}),
        _select("metric", "Metric", {token: name for name, token in facets.metrics.items()}),
        tag("button", "Show all", type="reset"),
        tag("p", role="status", id="shown"),
        id="filters",
        role="search",
        aria_label="Filter findings and facts",
        hidden=True,
    )


def _select(name: str, label: str, options: Mapping[str, str]) -> Markup:
    every = tag("option", "all", value="")
    choices = (tag("option", words, value=value) for value, words in options.items())
    return _labelled(label, name, tag("select", every, choices, name=name, id=f"by-{name}"))


def _labelled(label: str, name: str, control: Markup) -> Markup:
    return tag("div", tag("label", label, for_=f"by-{name}"), control)


def _numbered(letter: str, names: Iterable[str]) -> dict[str, str]:
    return {name: f"{letter}{n}" for n, name in enumerate(names, 1)}


K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class View:
    """Every look-up is made once: claims, findings and coverage by source, findings by group, groups by id."""

    index: Index
    facets: Facets
    groups: Mapping[str, Group]
    claims: Mapping[str, tuple[Claim, ...]]
    coverage: Mapping[str, Coverage]
    findings: Mapping[str, tuple[Finding, ...]]
    resting: Mapping[str, tuple[Finding, ...]]

    @classmethod
    def of(cls, run: Run, folder: str) -> View:
        """The view of a run."""
        index = Index.of(run, folder)
        return cls(
            index,
            Facets.of(index),
            {group.id: group for group in run.groups},
            _gathered((claim.source, claim) for claim in sorted(run.claims, key=place)),
            {part.source: part for part in run.coverage},
            _gathered((source, finding) for finding in index.findings for source in sources(finding)),
            _gathered((finding.group, finding) for finding in index.findings if finding.group is not None),
        )


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
