"""What the sections of a report look up: documents and claims by id, and how to cite a place.

Where a report's links lead: from the folder the report lies in to a document, worked out from names alone.

The order in which findings are put before a person: the most consequential first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import commonprefix, normpath
from urllib.parse import quote

from reconcile.model.claim import Claim
from reconcile.model.decision import Review, State
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Group, Relation
from reconcile.model.run import Run
from reconcile.model.span import Span
from reconcile.report.gfm import escape, fragment, in_quotes, quoted
from reconcile.report.reading import source_words

_RENDERED = (".md", ".markdown")


def relative(path: str, folder: str) -> str | None:
    """The way from `folder` to `path`, both relative to one place; None when names alone cannot tell.

    >>> relative("seeds/a.txt", "reports")
    '../seeds/a.txt'
    """
    if path.startswith("/") != folder.startswith("/"):
        return None
    target, start = _parts(path), _parts(folder)
    shared = len(commonprefix([target[:-1], start]))
    if not target or ".." in start[shared:]:
        return None
    return "/".join([".."] * (len(start) - shared) + target[shared:])


def _parts(path: str) -> list[str]:
    return [part for part in normpath(path).split("/") if part not in ("", ".")]


def to_line(path: str | None, folder: str, line: int) -> str | None:
    """The link target of a line of a document, or None when the document is no file that can be reached.

    GitHub shows Markdown files rendered, without lines, unless asked for the plain text.
    """
    target = None if path is None else relative(path, folder)
    if target is None:
        return None
    plain = "?plain=1" if target.lower().endswith(_RENDERED) else ""
    return f"{quote(target, errors='replace')}{plain}#L{line}"


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


# A name that is longer is cited by its beginning and its ending, as long as no two are cited alike.
_LONGEST_CHARACTERS = 20
_HEAD_CHARACTERS = 8
# How far a line is followed; its quotation is cut long before.
_REACH_CHARACTERS = 2000


@dataclass(frozen=True, slots=True)
class Index:
    """A run, ready to be written about; `folder` is where the report will lie, for its links.

    Documents are in the order of their ids, claims in that of their places.
    `names` is how each document is cited; `contested` gives the anchor of the finding in which a claim is one side of
    a conflict, by the group that the finding rests on (None for a finding within one text) and the claim. `settled`
    are the decisions that hold by fingerprint; `waiting` are the findings without one, `known` those that a baseline
    knows, `decided` those with a person's word.
    """

    run: Run
    folder: str
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]
    names: Mapping[str, str]
    claims: Mapping[str, Claim]
    contested: Mapping[tuple[str | None, str], str]
    settled: Mapping[str, Review]
    waiting: tuple[Finding, ...]
    known: tuple[Finding, ...]
    decided: tuple[Finding, ...]

    @classmethod
    def of(cls, run: Run, folder: str) -> Index:
        """The index of a run."""
        settled = run.settled
        findings = by_consequence(run.findings)
        return cls(
            run,
            folder,
            findings,
            {document.id: document for document in sorted(run.documents, key=lambda d: d.id)},
            short_names(document.id for document in run.documents),
            {claim.id: claim for claim in sorted(run.claims, key=place)},
            _contested(findings),
            settled,
            tuple(finding for finding in findings if finding.fingerprint not in settled),
            _settled_as(State.KNOWN, findings, settled),
            _settled_as(State.DECIDED, findings, settled),
        )

    def place_words(self, source: str, offset: int) -> str:
        """A place in words: document and line, the document alone where its text is not at hand."""
        document = self.documents.get(source)
        return source if document is None else f"{self.names[source]}:{document.line(offset)}"

    def cite(self, source: str, offset: int) -> str:
        """A link to a place: document and line."""
        document = self.documents.get(source)
        return escape(source) if document is None else self.cite_line(source, document.line(offset))

    def cite_line(self, source: str, line: int) -> str:
        """A link to a line of a known document."""
        target = to_line(self.documents[source].path, self.folder, line)
        name = escape(f"{self.names[source]}:{line}")
        return name if target is None else f"[{name}]({target})"

    def about_source(self, source: str) -> str:
        """Who published a source and when, as far as known; else empty."""
        document = self.documents.get(source)
        return "" if document is None else source_words(document.source)

    def quote(self, source: str, sentence: Span, highlights: Iterable[Span], otherwise: str) -> str:
        """A sentence with its highlights; `otherwise` when the document is not at hand."""
        document = self.documents.get(source)
        if document is None:
            return in_quotes(escape(otherwise))
        return quoted(document.text, sentence, highlights)

    def sentence(self, source: str, span: Span) -> Span:
        """The line of text round a span, as far as it can matter, where no claim gives a sentence."""
        document = self.documents.get(source)
        if document is None:
            return span
        first, last = max(0, span.start - _REACH_CHARACTERS), min(len(document.text), span.end + _REACH_CHARACTERS)
        start = document.text.rfind("\n", first, span.start) + 1
        end = document.text.find("\n", span.end, last)
        return Span(start or first, last if end < 0 else end)

    def claims_of(self, finding: Finding) -> tuple[Claim, ...]:
        """The claims that a finding rests on, in the order of its sides."""
        ids = dict.fromkeys(side.claim for side in finding.evidence if side.claim is not None)
        return tuple(self.claims[name] for name in ids if name in self.claims)

    def members(self, group: Group) -> tuple[Claim, ...]:
        """The claims of a group, in the order of their sources and places."""
        members = [self.claims[name] for name in group.claims if name in self.claims]
        return tuple(sorted(members, key=place))

    def shared(self) -> tuple[Group, ...]:
        """The groups in which two sources or more speak, in the order of their words."""
        groups = [g for g in self.run.groups if len({claim.source for claim in self.members(g)}) > 1]
        return tuple(sorted(groups, key=lambda g: (g.about.casefold(), g.about, g.id)))


def short_names(names: Iterable[str]) -> dict[str, str]:
    """How each document is cited: by its name, or a long one by its beginning and ending.

    >>> short_names(["harbour-foods-opens-a-plant.txt", "quay.txt"])
    {'harbour-foods-opens-a-plant.txt': 'harbour-….txt', 'quay.txt': 'quay.txt'}
    """
    shortened = {name: _shortened(name) for name in names}
    uses = Counter(shortened.values())
    return {name: short if uses[short] == 1 else name for name, short in shortened.items()}


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST_CHARACTERS:
        return name
    _, dot, ending = name.rpartition(".")
    return (
        f"{name[:_HEAD_CHARACTERS]}…{dot}{ending}"
        if dot and len(ending) <= _HEAD_CHARACTERS
        else f"{name[:_HEAD_CHARACTERS]}…{name[-_HEAD_CHARACTERS:]}"
    )


def _settled_as(state: State, findings: Iterable[Finding], settled: Mapping[str, Review]) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f.fingerprint in settled and settled[f.fingerprint].state is state)


def _contested(findings: Iterable[Finding]) -> dict[tuple[str | None, str], str]:
    out: dict[tuple[str | None, str], str] = {}
    for finding in findings:
        if finding.verdict is Relation.CONFLICT:
            for claim in (side.claim for side in finding.evidence if side.claim is not None):
                out.setdefault((finding.group, claim), anchor(finding))
    return out


def place(claim: Claim) -> tuple[str, int, int, str]:
    """Where a claim stands, for sorting."""
    return (claim.source, claim.span.start, claim.span.end, claim.id)


def anchor(finding: Finding) -> str:
    """The name of a finding's anchor on the page."""
    return f"finding-{fragment(finding.fingerprint)}"
