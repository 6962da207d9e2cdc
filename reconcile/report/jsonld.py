"""JSON-LD: what each source claims in schema.org's words, where exactly it stands, and what a person reviewed.

Anchors are those of the W3C's Web Annotation model: offsets in code points, and the words with those around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from reconcile.model.claim import Claim
from reconcile.model.decision import Basis, Judgement, Review, State
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.run import UnreadFile
from reconcile.model.span import Span
from reconcile.report.index import Index
from reconcile.report.jsonform import json_text
from reconcile.report.reading import fact_words, value_read

# So many code points on either side tell one place of a text from another.
CONTEXT_CHARACTERS = 32


def selectors(document: Document, span: Span) -> tuple[dict[str, object], dict[str, object]]:
    """A TextPositionSelector and a TextQuoteSelector for one place; offsets are code points, as the model wants."""
    text = document.text
    return (
        {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end},
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": text[span.start : span.end],
            "oa:prefix": text[max(0, span.start - CONTEXT_CHARACTERS) : span.start],
            "oa:suffix": text[span.end : span.end + CONTEXT_CHARACTERS],
        },
    )


# Everything is told here, so that nothing has to be fetched to understand it.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "datePublished": {"@type": "xsd:date"},
}

Node = dict[str, object]


def render_jsonld(index: Index) -> str:
    """Articles, claims, an annotation for each claim, and a ClaimReview for each that a person has decided on."""
    nodes = [*map(_unread, index.run.unread_files), *map(_article, index.documents.values())]
    for claim in index.claims.values():
        nodes += [_claim(claim), _annotation(index.documents[claim.source], claim)]
    nodes += _reviews(index)
    return json_text({"@context": CONTEXT, "@graph": nodes})


def _unread(file: UnreadFile) -> Node:
    """A file that was not read: no article, so that nothing is taken to be claimed by it or not claimed."""
    return {
        "@id": _urn("unread", file.path),
        "@type": "DigitalDocument",
        "name": file.path,
        "creativeWorkStatus": "not read",
        "description": file.why,
    }


def _article(document: Document) -> Node:
    source = document.source
    return _known(
        {
            "@id": _article_id(document.id),
            "@type": "Article",
            "name": source.title or document.id,
            "publisher": None if source.publisher is None else {"@type": "Organization", "name": source.publisher},
            "author": None if source.author is None else {"@type": "Person", "name": source.author},
            "datePublished": None if source.published is None else source.published.isoformat(),
            "url": source.url,
        }
    )


def _claim(claim: Claim) -> Node:
    return _known(
        {
            "@id": _claim_id(claim.id),
            "@type": "Claim",
            "name": ": ".join(part for part in (fact_words(claim), value_read(claim)) if part),
            "text": claim.quote,
            "about": None if claim.subject is None else {"@type": "Thing", "name": claim.subject.label},
            "appearance": {"@id": _article_id(claim.source)},
            "temporalCoverage": None if claim.period is None or not claim.period.is_resolved else claim.period.edtf,
        }
    )


def _annotation(document: Document, claim: Claim) -> Node:
    """Where the claim stands, in the Web Annotation model: the same place found by offsets or by its words."""
    return {
        "@id": _urn("anchor", claim.id),
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:identifying"},
        "oa:hasBody": {"@id": _claim_id(claim.id)},
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": {"@id": _article_id(document.id)},
            "oa:hasSelector": list(selectors(document, claim.span)),
        },
    }


def _reviews(index: Index) -> Iterator[Node]:
    """What a person said of a claim itself; a word on whether two claims are one thing is no review of either."""
    for review, finding in _decided(index):
        for basis in review.decision.claims:
            node = _review(index, finding, review, basis)
            if node is not None:
                yield node


def _decided(index: Index) -> Iterator[tuple[Review, Finding]]:
    findings = {finding.fingerprint: finding for finding in index.findings}
    decided = (review for review in index.run.reviews if review.state is State.DECIDED)
    yield from ((review, findings[name]) for review in decided for name in review.findings if name in findings)


def _review(index: Index, finding: Finding, review: Review, basis: Basis) -> Node | None:
    decision = review.decision
    rating = _rating(decision.verdict, basis)
    claim = next((c for c in index.claims_of(finding) if (c.source, c.quote) == (basis.source, basis.quote)), None)
    if rating is None or claim is None:
        return None
    value, words = rating
    return {
        "@id": _urn("review", finding.fingerprint, claim.id, decision.by),
        "@type": "ClaimReview",
        "claimReviewed": claim.quote,
        "itemReviewed": {"@id": _claim_id(claim.id)},
        "author": {"@type": "Person", "name": decision.by},
        "datePublished": decision.on.isoformat(),
        "reviewBody": decision.reason,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "bestRating": 1,
            "worstRating": 0,
            "alternateName": words,
        },
    }


def _rating(verdict: Judgement, basis: Basis) -> tuple[int, str] | None:
    if verdict is Judgement.BOTH_STAND:
        return 1, "stands beside what the others say"
    if verdict is Judgement.KEEP and basis.right is not None:
        return (1, "kept by the reviewer") if basis.right else (0, "not kept by the reviewer")
    return None


def _article_id(name: str) -> str:
    return _urn("source", name)


def _claim_id(name: str) -> str:
    return _urn("claim", name)


def _urn(kind: str, *names: str) -> str:
    return ":".join(("urn:reconcile", kind, *(quote(name, safe="", errors="replace") for name in names)))


def _known(node: Node) -> Node:
    """What is not known is left out."""
    return {key: value for key, value in node.items() if value is not None}
