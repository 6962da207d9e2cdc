"""What moved since a decision: each claim it rests on is looked for in the run, and what differs is said in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reconcile.model.claim import Claim
from reconcile.model.decision import Basis, Decision, claim_digest, claim_key
from reconcile.model.document import Document
from reconcile.report.reading import claim_value_words
from reconcile.review.deciding import passage, rule_digest
from reconcile.rules.load import Pack


@dataclass(frozen=True, slots=True)
class Located:
    """A decision with its claims as they are in a run (None for one that is gone), and what moved, in words."""

    decision: Decision
    claims: tuple[Claim | None, ...]
    changes: tuple[str, ...]

    @property
    def found(self) -> tuple[Claim, ...]:
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
        near = [c for c in self._by_passage[basis.source, basis.passage] if _quote(c) == basis.quote]
        same_key = self._by_key[basis.key]
        found = {claim.id: claim for claim in (*same_key, *near)}
        return max(found.values(), key=lambda c: self._sureness(c, basis), default=None)

    def changes(self, basis: Basis, claim: Claim | None) -> Iterator[str]:
        """What differs between a claim as remembered and as found; the first difference says enough."""
        document = self._documents.get(basis.source)
        if document is None:
            yield f"{basis.source} is not among the articles"
        elif claim is None:
            yield f"{basis.source} no longer says “{basis.quote}”"
        elif (now := claim_value_words(claim)) != basis.value:
            yield f"the value of {basis.source} moved from {basis.value} to {now}"
        elif (period := claim.period.edtf if claim.period is not None else None) != basis.period:
            yield f"the time of {basis.source} moved from {basis.period or 'not known'} to {period or 'not known'}"
        elif passage(claim, document) != basis.passage:
            yield f"the sentence of {basis.source} with “{basis.quote}” was rewritten"
        elif claim_digest(claim) != basis.digest:
            yield f"“{basis.quote}” in {basis.source} is read in another way now"
        elif document.source.published != basis.published:
            before, after = _day(basis.published), _day(document.source.published)
            yield f"the publication date of {basis.source} moved from {before} to {after}"

    def _sureness(self, claim: Claim, basis: Basis) -> tuple[bool, bool, bool, bool]:
        """Ties go to the claim that stands first, since `max` keeps the first of equals."""
        document = self._documents[claim.source]
        return (
            claim_digest(claim) == basis.digest,
            passage(claim, document) == basis.passage,
            claim_value_words(claim) == basis.value,
            (claim.period.edtf if claim.period is not None else None) == basis.period,
        )


def locate(
    decisions: Iterable[Decision], claims: Iterable[Claim], documents: Mapping[str, Document], pack: Pack
) -> tuple[Located, ...]:
    """Each decision with its claims in a run and what moved; in the order given."""
    decisions = tuple(decisions)
    finder = Finder(claims, documents, (basis for d in decisions for basis in d.claims))
    return tuple(_located(decision, finder, pack) for decision in decisions)


def _located(decision: Decision, finder: Finder, pack: Pack) -> Located:
    claims = tuple(finder.find(basis) for basis in decision.claims)
    texts = [w for basis, claim in zip(decision.claims, claims, strict=True) for w in finder.changes(basis, claim)]
    return Located(decision, claims, tuple(dict.fromkeys((*texts, *_rule_changes(decision, pack)))))


def _rule_changes(decision: Decision, pack: Pack) -> Iterator[str]:
    for name, digest in sorted(decision.rules.items()):
        now = rule_digest(name, pack)
        if now is None:
            yield f"there is no rule {name} any more"
        elif now != digest:
            yield f"the rule {name} was changed"


def _quote(claim: Claim) -> str:
    return " ".join(claim.quote.split())


def _day(day: date | None) -> str:
    return "not known" if day is None else day.isoformat()
