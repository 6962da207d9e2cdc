"""The whole tool on one screen: sources > text > extractors > normaliser > reconciler."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from reconcile.errors import Diagnostic, UsageError
from reconcile.extractors.claims.aligned_sentences import TextReading, align_sentences
from reconcile.extractors.claims.coverage import coverage, covering, open_times
from reconcile.extractors.claims.extraction import extract as extract_claims
from reconcile.extractors.claims.rows import Rows
from reconcile.extractors.entities.names import read_names
from reconcile.extractors.mentions import Grammar, grammar, plain_number, read_cell, read_mentions
from reconcile.extractors.quantities.skip_reasons import find_skip_reasons
from reconcile.guard import FAILED, failure, guard_document, place, without_failing
from reconcile.model.claim import Claim
from reconcile.model.decision import Constraints, ConstraintSource, no_constraints
from reconcile.model.document import Document, Segments, Source
from reconcile.model.finding import Table
from reconcile.model.mention import Mention
from reconcile.model.names import Name
from reconcile.model.run import Coverage, Run
from reconcile.model.story import Story
from reconcile.model.surrogates import MESSAGE, find_surrogate
from reconcile.model.tokens import Tokens
from reconcile.normaliser.dateline import dateline_day, find_publication_date
from reconcile.normaliser.fiscal_years import is_fiscal, owners
from reconcile.normaliser.money import exchanged, localise, rate
from reconcile.normaliser.resolve_times import resolve
from reconcile.normaliser.units import normalise
from reconcile.reconciler.judgement import Judgement, judge
from reconcile.reconciler.matching.fact_groups import align
from reconcile.reconciler.matching.tables import find_tables
from reconcile.reconciler.stories.stories import find_stories, sketch
from reconcile.report.jsonform import manifest
from reconcile.rules.load import Pack, load
from reconcile.rules.load import read as read_entries
from reconcile.rules.source import PackFile
from reconcile.sources.packs import default_pack, read_pack
from reconcile.sources.read import read_inputs
from reconcile.text.segments import segment

# The code of a fault in holding one document's claims against the others'.
UNCOMPARED = "internal.compare"


@dataclass(frozen=True, slots=True)
class DocumentAnalysis:
    """One document with all that its own text says."""

    segments: Segments
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    claims: tuple[Claim, ...]
    coverage: Coverage
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages bound to one pack of rules; built by `pipeline`, used for any number of documents.

    `progress` sees the documents of a run go by, one after the other.
    """

    pack: Pack
    grammar: Grammar
    progress: Callable[[Iterable[Document]], Iterable[Document]] = iter

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """What the recognisers see in a document, times resolved."""
        return self._read(document)[1]

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """What a document asserts."""
        return self.analyse(document).claims

    def run(
        self,
        documents: Iterable[Document],
        diagnostics: Iterable[Diagnostic] = (),
        constraint_source: ConstraintSource = no_constraints,
        *,
        as_of: date | None = None,
    ) -> Run:
        """Reconciles documents, in any order.

        `constraint_source` says which claims are of one thing or of two by a person's word; declared facts that expired
        before `as_of` are told.

        Raises UsageError when two documents have one id.
        """
        documents = tuple(sorted(documents, key=lambda d: d.id))
        _unique(documents)
        rows = self._rows()
        read = [guard_document(d, lambda d: self.analyse(d, rows)) for d in self.progress(documents)]
        alone = [u for u in read if isinstance(u, DocumentAnalysis)]
        (analyses, claims), unscaled = without_failing(alone, self._on_one_scale, _unreadable)
        by_id = {u.segments.document.id: u.segments.document for u in analyses}
        constraints = constraint_source(claims, by_id)
        compare = partial(self._compare, claims, constraints, as_of)
        (stories, tables, (groups, findings, faults)), uncompared = without_failing(analyses, compare, _uncompared)
        problems = (
            *diagnostics,
            *(p for p in read if isinstance(p, Diagnostic)),
            *(p for u in analyses for p in u.diagnostics),
            *(*unscaled, *faults, *uncompared),
        )
        return Run(
            manifest=manifest(self.pack.digest, tuple(by_id.values())),
            documents=tuple(by_id.values()),
            claims=claims,
            groups=groups,
            findings=findings,
            diagnostics=tuple(sorted(problems, key=lambda d: (d.where, d.code, d.message))),
            coverage=tuple(u.coverage for u in analyses),
            mentions={u.segments.document.id: u.mentions for u in analyses},
            stories=stories,
            tables=tables,
        )

    def analyse(self, document: Document, rows: Rows | None = None) -> DocumentAnalysis:
        """All that one document says, and what of it was not read; `rows` reads tables, and knows those before."""
        if document.rows is not None:
            return _given(document, rows or self._rows())
        segments, mentions, dateline = self._read(document)
        names = read_names(segments, self.pack)
        found = extract_claims(segments, self.pack, names, mentions, dateline)
        outside = find_skip_reasons(segments.tokens, self.pack, mentions)
        covered = coverage(segments.document, mentions, found, outside)
        return DocumentAnalysis(
            segments, mentions, names, found.claims, covered, open_times(segments.document, found.claims)
        )

    def _compare(
        self,
        claims: tuple[Claim, ...],
        constraints: Constraints,
        as_of: date | None,
        analyses: Sequence[DocumentAnalysis],
    ) -> tuple[tuple[Story, ...], tuple[Table, ...], Judgement]:
        """The stories of some documents, their tables, and what their claims, of those of all, come to."""
        own = {u.segments.document.id: u.segments.document for u in analyses}
        own_claims = tuple(claim for claim in claims if claim.source in own)
        stories = self._stories(analyses)
        facts = align(own_claims, self.pack, constraints, stories)
        published = {source: document.source.published for source, document in own.items()}
        tables = tuple(find_tables(own_claims, stories, published, self.pack))
        return stories, tables, judge(facts, own_claims, own, self.pack, as_of)

    def _stories(self, analyses: Iterable[DocumentAnalysis]) -> tuple[Story, ...]:
        """The stories that articles tell; a table tells none, and what it gives is of all."""
        articles = (u for u in analyses if u.segments.document.rows is None)
        return find_stories(sketch(u.segments, u.names, self.pack) for u in articles)

    def _on_one_scale(self, alone: Sequence[DocumentAnalysis]) -> tuple[list[DocumentAnalysis], tuple[Claim, ...]]:
        """The documents held together, and all their claims in units and currencies that meet."""
        understood = self._merge_near_duplicates(alone)
        claims = normalise((c for u in understood for c in u.claims), self.pack.metrics.gauges)
        days = {u.segments.document.id: u.segments.document.source.published for u in understood}
        return understood, exchanged(claims, days, self.pack.policy.rate_band, rate)

    def _merge_near_duplicates(self, alone: Sequence[DocumentAnalysis]) -> list[DocumentAnalysis]:
        """Each document with what only the others let it say: figures of sentences that several tell."""
        texts = [TextReading(u.segments, u.names, u.mentions, u.claims) for u in alone]
        return [
            u if claims is u.claims else replace(u, claims=claims, coverage=covering(u.coverage, u.mentions, claims))
            for u, claims in zip(alone, align_sentences(texts, self.pack), strict=True)
        ]

    def _rows(self) -> Rows:
        """Reads the cells of tables; each text once for all sources that would mean the same by it."""
        known: dict[tuple[str, date | None, str | None], Mention | None] = {}

        def read(text: str, source: Source) -> Mention | None:
            key = (text, source.published, source.country)
            if key not in known:
                mention = read_cell(text, self.pack, self.grammar)
                known[key] = None if mention is None else self._resolve((mention,), source)[0]
            return known[key]

        return Rows(self.pack, lambda text, source: plain_number(text) or read(text, source), read)

    def _read(self, document: Document) -> tuple[Segments, tuple[Mention, ...], Mention | None]:
        """Mentions, times resolved against what is said of the document or else its own dateline; and that dateline."""
        segments = segment(document, self.pack.language)
        raw = read_mentions(segments.tokens, self.pack, self.grammar)
        own = find_publication_date(segments.tokens.text, raw, self.pack.times.prepositions)
        if own is not None and document.source.published is None:
            source = replace(document.source, published=own.day, published_from=own.how)
            segments = replace(segments, document=replace(document, source=source))
        mentions = self._resolve(raw, segments.document.source, self._owners(raw, segments))
        line = own.span if own is not None else dateline_day(segments.tokens.text, raw)
        dateline = next((m for m in mentions if line is not None and m.span == line), None)
        return segments, mentions, dateline

    def _owners(self, mentions: tuple[Mention, ...], segments: Segments) -> Mapping[int, str]:
        """Whose fiscal year each fiscal time is of; names are read only where one stands."""
        if not any(m.timex is not None and is_fiscal(m.timex) for m in mentions):
            return {}
        return owners(mentions, read_names(segments, self.pack), segments.sentences, self.pack.times)

    def _resolve(
        self, mentions: tuple[Mention, ...], source: Source, owners: Mapping[int, str] = MappingProxyType({})
    ) -> tuple[Mention, ...]:
        """Times placed on the calendar, fiscal ones on their owner's, and money signs as the source's country has."""
        timed = resolve(mentions, source.published, self.pack.times, country=source.country, owners=owners)
        return tuple(localise(m, source.country, self.pack.currencies.countries) for m in timed)


def _unreadable(error: Exception, read: DocumentAnalysis) -> Diagnostic:
    return failure(
        error, FAILED, "scaling the values of this document, which is left out", place(read.segments.document, 0)
    )


def _uncompared(error: Exception, read: DocumentAnalysis) -> Diagnostic:
    doing = "comparing this document's claims, which are left alone"
    return failure(error, UNCOMPARED, doing, place(read.segments.document, 0))


def _given(document: Document, rows: Rows) -> DocumentAnalysis:
    """A table: its rows are its claims, and nothing else in it is read."""
    claims, problems = rows.claims(document)
    segments = Segments(document, Tokens(""), (), ())
    return DocumentAnalysis(segments, (), (), claims, Coverage(document.id, len(claims), (), ()), problems)


def pipeline(pack: Pack) -> Pipeline:
    """Binds the stages to a pack."""
    return Pipeline(pack, grammar(pack))


@cache
def default_pipeline() -> Pipeline:
    """The pipeline of the pack that comes with the package."""
    return pipeline(load(read_pack(default_pack())))


def load_rules(*folders: str | Path, follow_links: bool = False) -> Pack:
    """The default pack with the packs of `folders` on top. Raises RuleError with every problem found."""
    return load(_rule_files(folders, follow_links))


def read_rules(*folders: str | Path, follow_links: bool = False) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """As `load_rules`, but entries with problems are left out and the problems returned."""
    return read_entries(_rule_files(folders, follow_links))


def _rule_files(folders: Iterable[str | Path], follow_links: bool) -> list[PackFile]:
    own = read_pack(default_pack(), follow_links=True)
    return [*own, *(file for folder in folders for file in read_pack(Path(folder), follow_links=follow_links))]


def document(
    text: str,
    id: str = "text",  # noqa: A002 - the name the contract gives it
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Document:
    """A document in memory; `id` names it in the results. Raises UsageError for a text with half of a character."""
    lone = find_surrogate(text)
    if lone is not None:
        raise UsageError(f"the text has {MESSAGE}, at offset {lone}")
    origin = "caller" if published is not None else None
    return Document(id, text, Source(publisher=publisher, title=title, published=published, published_from=origin))


def recognise(text: str, published: date | None = None) -> tuple[Mention, ...]:
    """What the recognisers see in a text, in order, none overlapping another."""
    return default_pipeline().mentions(document(text, published=published))


def extract(text: str | Document, published: date | None = None) -> tuple[Claim, ...]:
    """What a text or document asserts."""
    return default_pipeline().claims(document(text, published=published) if isinstance(text, str) else text)


def read(*paths: str | Path) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The documents of files and folders, and everything that could not be read."""
    return read_inputs(paths)


def reconcile(
    sources: Sequence[Document | str | Path],
    *,
    rules: Sequence[str | Path] = (),
    facts: Sequence[str | Path] = (),
    as_of: date | None = None,
) -> Run:
    """Reconciles documents, files and folders; `rules` and `facts` are folders of further rules and reference facts."""
    stages = pipeline(load_rules(*rules)) if rules else default_pipeline()
    documents = [s for s in sources if isinstance(s, Document)]
    found, problems = read_inputs([s for s in sources if not isinstance(s, Document)], facts=facts)
    return stages.run((*documents, *found), problems, as_of=as_of)


def _unique(documents: tuple[Document, ...]) -> None:
    for before, after in pairwise(documents):
        if before.id == after.id:
            raise UsageError(f"two documents have the id {after.id!r}")
