"""A person's word on a finding becomes a decision, and the claims it rests on are found again in a later run."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from reconcile.errors import UsageError
from reconcile.model.claim import Claim
from reconcile.model.decision import Basis, Decision, Judgement, claim_digest, claim_key, text_digest
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Group
from reconcile.model.run import Run
from reconcile.reconciler.verdicts.findings import distinct_value
from reconcile.report.reading import claim_value_words
from reconcile.rules.load import Pack


@dataclass(frozen=True, slots=True)
class Lookup:
    """A run and its rules, with claims, documents and groups by id: what every step of a review looks things up in."""

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
        claims = (self.claims[name] for name in named if name in self.claims)
        return tuple(sorted(claims, key=lambda c: (c.source, c.span, c.id)))


KEEP = "keep-"


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says of a finding: the key of one of its options, why, who, when, and until when it holds."""

    option: str
    reason: str
    by: str
    on: date
    recheck: date | None = None


def decide(finding: Finding, word: Word, known: Lookup) -> Decision:
    """The decision, with the claims it rests on as they are read in the run.

    Raises UsageError for an option that the finding does not have, and where a reason is needed and none is given.
    """
    option = next((o for o in finding.options if o.key == word.option), None)
    if option is None and word.option != Judgement.KNOWN:
        keys = ", ".join(o.key for o in finding.options)
        raise UsageError(f"no option {word.option!r} in this finding; there are: {keys}")
    keeps = option is not None and word.option.startswith(KEEP)
    verdict = Judgement.KEEP if keeps else Judgement(word.option)
    if verdict is Judgement.BOTH_STAND and not word.reason.strip():
        raise UsageError("say why both stand")
    sides = known.sides(finding)
    return Decision(
        finding=finding.fingerprint,
        code=finding.code,
        about=" ".join(finding.message.split()),
        verdict=verdict,
        keeps=option.label if keeps and option is not None else None,
        reason=" ".join(word.reason.split()) or "no reason given",
        by=word.by,
        on=word.on,
        recheck=word.recheck,
        rules=rules_of(sides, known.pack),
        claims=_bases(finding, sides, known, word.option if keeps else None),
    )


def rules_of(claims: Iterable[Claim], pack: Pack) -> dict[str, str]:
    """The metric rules that claims rest on, each with a digest of all that it says but its name and its examples."""
    named = sorted({c.metric.id for c in claims if c.metric is not None})
    return {name: digest for name in named if (digest := rule_digest(name, pack)) is not None}


def rule_digest(name: str, pack: Pack) -> str | None:
    """The digest of a metric rule; None where the pack has no such rule."""
    rule = pack.metrics.by_id.get(name)
    if rule is None:
        return None
    bare = msgspec.structs.replace(rule, label="", examples=())
    return hashlib.sha256(msgspec.json.encode(bare)).hexdigest()[:12]


def basis(claim: Claim, document: Document, side: int = 0, right: bool | None = None) -> Basis:
    """A claim as a decision remembers it."""
    return Basis(
        source=claim.source,
        quote=" ".join(claim.quote.split()),
        value=claim_value_words(claim),
        kind=str(claim.kind),
        rule=claim.rule if claim.metric is None or claim.metric.is_open else claim.metric.id,
        key=claim_key(claim),
        digest=claim_digest(claim),
        passage=passage(claim, document),
        period=claim.period.edtf if claim.period is not None else None,
        published=document.source.published,
        side=side,
        right=right,
    )


def passage(claim: Claim, document: Document) -> str:
    """The digest of the sentence that a claim stands in."""
    start, end = claim.sentence
    return text_digest(document.text[start:end])


def _bases(finding: Finding, sides: tuple[Claim, ...], known: Lookup, option: str | None) -> tuple[Basis, ...]:
    documents = known.documents
    number = _sides(finding, sides, known.groups.get(finding.group or ""))
    kept = _kept(finding, sides, number, option)
    return tuple(
        basis(c, documents[c.source], number[c.id], None if kept is None else number[c.id] in kept) for c in sides
    )


def _sides(finding: Finding, sides: tuple[Claim, ...], group: Group | None) -> Mapping[str, int]:
    """The number of the side each claim is on: claims that do not clash share one; 0 in a finding within one text."""
    if group is None:
        return {claim.id: 0 for claim in sides}
    clash = {frozenset((p.left, p.right)) for p in group.relations if p.relation is finding.verdict}
    number: dict[str, int] = {}
    for claim in sides:
        taken = {number[other] for other in number if frozenset((claim.id, other)) in clash}
        number[claim.id] = next(n for n in range(1, len(sides) + 1) if n not in taken)
    return number


def _kept(
    finding: Finding, sides: tuple[Claim, ...], number: Mapping[str, int], option: str | None
) -> frozenset[int] | None:
    """The numbers of the sides that say what was kept; None where no side was, or the finding has none to choose."""
    if option is None or finding.group is None:
        return None
    by_id = {claim.id: claim for claim in sides}
    values = list(dict.fromkeys(distinct_value(by_id[e.claim]) for e in finding.evidence if e.claim is not None))
    place = ord(option.removeprefix(KEEP)[:1] or "?") - ord("a")
    if not 0 <= place < len(values):
        return None
    return frozenset(number[claim.id] for claim in sides if distinct_value(claim) == values[place])


@dataclass(frozen=True, slots=True)
class Located:
    """A decision with its claims as they are in a run (None for one that is gone), and what moved, in words."""

    decision: Decision
    claims: tuple[Claim | None, ...]
    changes: tuple[str, ...]

    @property
    def present(self) -> tuple[Claim, ...]:
        """The claims that are still there."""
        return tuple(claim for claim in self.claims if claim is not None)


class Finder:
    """The claims of a run, to be found again by what a decision remembers of them."""

    __slots__ = ("_by_key", "_by_passage", "_documents")

    def __init__(self, claims: Iterable[Claim], documents: Mapping[str, Document], wanted: Iterable[Basis]) -> None:
        wanted = tuple(wanted)
        sources, keys = {b.source for b in wanted}, {b.key for b in wanted}
        self._documents = documents
        self._by_key: defaultdict[str, list[Claim]] = defaultdict(list)
        self._by_passage: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in sorted((c for c in claims if c.source in sources), key=lambda c: (c.source, c.span, c.id)):
            if (key := claim_key(claim)) in keys:
                self._by_key[key].append(claim)
            self._by_passage[claim.source, passage(claim, documents[claim.source])].append(claim)

    def find(self, basis: Basis) -> Claim | None:
        """The claim that is most surely the one remembered, or None."""
        near = [c for c in self._by_passage[basis.source, basis.passage] if " ".join(c.quote.split()) == basis.quote]
        same_key = self._by_key[basis.key]
        candidates = {claim.id: claim for claim in (*same_key, *near)}
        return max(candidates.values(), key=lambda c: self._sureness(c, basis), default=None)

    def change(self, remembered: Basis, claim: Claim | None) -> str | None:
        """What differs first between a claim as remembered and as found, in words; None where nothing does."""
        source, document = remembered.source, self._documents.get(remembered.source)
        if document is None:
            return f"{source} is not among the articles"
        if claim is None:
            return f"{source} no longer says “{remembered.quote}”"
        now = basis(claim, document)
        moved = (
            ("value", f"the value of {source} moved from {{}} to {{}}"),
            ("period", f"the time of {source} moved from {{}} to {{}}"),
            ("passage", f"the sentence of {source} with “{remembered.quote}” was rewritten"),
            ("digest", f"“{remembered.quote}” in {source} is read in another way now"),
            ("published", f"the publication date of {source} moved from {{}} to {{}}"),
        )
        for field, words in moved:
            before, after = getattr(remembered, field), getattr(now, field)
            if before != after:
                return words.format(before or "not known", after or "not known")
        return None

    def _sureness(self, claim: Claim, remembered: Basis) -> tuple[bool, ...]:
        """Ties go to the claim that stands first, since `max` keeps the first of equals."""
        now = basis(claim, self._documents[claim.source])
        return tuple(getattr(now, f) == getattr(remembered, f) for f in ("digest", "passage", "value", "period"))


def locate(
    decisions: Iterable[Decision], claims: Iterable[Claim], documents: Mapping[str, Document], pack: Pack
) -> tuple[Located, ...]:
    """Each decision with its claims in a run and what moved; in the order given."""
    decisions = tuple(decisions)
    finder = Finder(claims, documents, (basis for d in decisions for basis in d.claims))
    return tuple(_located(decision, finder, pack) for decision in decisions)


def _located(decision: Decision, finder: Finder, pack: Pack) -> Located:
    claims = tuple(finder.find(basis) for basis in decision.claims)
    changes = (finder.change(basis, claim) for basis, claim in zip(decision.claims, claims, strict=True))
    texts = (words for words in changes if words is not None)
    return Located(decision, claims, tuple(dict.fromkeys((*texts, *_rule_changes(decision, pack)))))


def _rule_changes(decision: Decision, pack: Pack) -> Iterator[str]:
    for name, digest in sorted(decision.rules.items()):
        now = rule_digest(name, pack)
        if now is None:
            yield f"there is no rule {name} any more"
        elif now != digest:
            yield f"the rule {name} was changed"
