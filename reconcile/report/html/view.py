"""A run as the page needs it: what belongs to each source and fact, how places are cited and quoted, the filters."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding, Group, Relation
from reconcile.model.run import Coverage
from reconcile.model.span import Span
from reconcile.report.element import Markup, joined, markup, tag, verbatim
from reconcile.report.gfm import excerpt, fragment
from reconcile.report.index import Index, anchor, relative, sources
from reconcile.report.reading import finding_words
from reconcile.report.view_model import Passage

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
# Attributes of an element, by name.
Data = dict[str, str | bool | None]


def metric_name(claim: Claim) -> str:
    """How the page names a claim's metric: its label, or the kind of claim where no metric is known."""
    return str(claim.kind) if claim.metric is None or not claim.metric.label else claim.metric.label


def state_of(index: Index, finding: Finding) -> str:
    """Whether a person has decided on a finding."""
    review = index.settled.get(finding.fingerprint)
    return OPEN if review is None else str(review.state)


def resting_state(index: Index, findings: Iterable[Finding]) -> str:
    """The state of a fact by the findings that rest on it."""
    states = {state_of(index, finding) for finding in findings}
    return next((state for state in (OPEN, KNOWN, DECIDED) if state in states), QUIET)


K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class View:
    """Every look-up is made once: claims, findings and coverage by source, findings by group, groups by id.

    `source_tokens` and `metric_tokens` are short names for the filters: no foreign word becomes part of a selector.
    """

    index: Index
    source_tokens: Mapping[str, str]
    metric_tokens: Mapping[str, str]
    groups: Mapping[str, Group]
    claims: Mapping[str, tuple[Claim, ...]]
    coverage: Mapping[str, Coverage]
    findings: Mapping[str, tuple[Finding, ...]]
    resting: Mapping[str, tuple[Finding, ...]]

    @classmethod
    def of(cls, index: Index) -> View:
        """The view of an indexed run."""
        run = index.run
        metrics = sorted({metric_name(claim) for claim in run.claims}, key=lambda name: (name.casefold(), name))
        return cls(
            index,
            _numbered("s", index.documents),
            _numbered("m", metrics),
            {group.id: group for group in run.groups},
            _gathered((claim.source, claim) for claim in index.claims.values()),
            {part.source: part for part in run.coverage},
            _gathered((source, finding) for finding in index.findings for source in sources(finding)),
            _gathered((finding.group, finding) for finding in index.findings if finding.group is not None),
        )

    def card(self, verdict: Relation, state: str, sources: Iterable[str], claims: Iterable[Claim]) -> Data:
        """The data by which one finding or fact is filtered."""
        tokens = {self.source_tokens[source] for source in sources if source in self.source_tokens}
        return {
            "data_card": True,
            "data_verdict": str(verdict),
            "data_state": state,
            "data_sources": " ".join(sorted(tokens)) or None,
            "data_metrics": " ".join(sorted({self.metric_tokens[metric_name(claim)] for claim in claims})) or None,
        }


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    gathered: dict[K, list[V]] = {}
    for key, value in pairs:
        gathered.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in gathered.items()}


def source_anchor(source: str) -> str:
    """The name of a source's section."""
    return f"source-{fragment(source)}"


def claim_anchor(claim: Claim) -> str:
    """The name of a claim's row."""
    return f"claim-{fragment(claim.id)}"


def cite(index: Index, source: str, offset: int) -> Markup:
    """Document and line, linked to the source's section on the page."""
    if source not in index.documents:
        return markup(source)
    return tag("a", index.place_words(source, offset), href=f"#{source_anchor(source)}", title=source)


def file_link(index: Index, source: str) -> Markup | None:
    """A link to the article's file, where it can be reached from where the report lies."""
    document = index.documents[source]
    target = None if document.path is None else relative(document.path, index.folder)
    return None if target is None else tag("a", source, href=quote(target, errors="replace"))


def quotation(index: Index, passage: Passage) -> Markup:
    """The sentence of a passage with its marks; stretches far from any are left out as "…"."""
    document = index.documents.get(passage.source)
    if document is None:
        return markup(passage.quote)
    marks, parts = excerpt(document.text, passage.sentence, passage.marks)
    shown = joined((_marked(document.text, part, marks) for part in parts), " … ")
    before = "… " if parts[0].start > passage.sentence.start else ""
    after = " …" if parts[-1].end < passage.sentence.end else ""
    return markup((before, shown, after))


def _marked(text: str, part: Span, marks: Iterable[Span]) -> Markup:
    out: list[Markup] = []
    at = part.start
    for mark in marks:
        if part.covers(mark):
            out += (verbatim(text[at : mark.start]), tag("mark", verbatim(text[mark.start : mark.end])))
            at = mark.end
    return markup((*out, verbatim(text[at : part.end])))


def links_to(findings: Iterable[Finding]) -> Markup | None:
    """A list of links to findings; None without any."""
    links = [tag("li", tag("a", finding_words(finding), href=f"#{anchor(finding)}")) for finding in findings]
    return tag("ul", links) if links else None


def form(view: View) -> Markup:
    """The filters; hidden until the script shows them, since without it they do nothing."""
    verdicts = {str(relation): word for relation, word in VERDICTS.items()}
    return tag(
        "form",
        _labelled("Search", "text", tag("input", type="search", name="text", id="by-text", autocomplete="off")),
        _select("verdict", "Verdict", verdicts),
        _select("state", "State", _STATES),
        _select("source", "Source", {token: view.index.names[name] for name, token in view.source_tokens.items()}),
        _select("metric", "Metric", {token: name for name, token in view.metric_tokens.items()}),
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
