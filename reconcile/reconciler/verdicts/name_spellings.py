"""One office, two spellings almost alike: likely one person misspelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Fact, FactKind, Finding, Group, Option
from reconcile.model.names import likely_same_name, same_letters
from reconcile.reconciler.verdicts.findings import ALWAYS, make_finding
from reconcile.rules.policy import Policy

CODE = "RC203"


def check(fact: Fact, group: Group, documents: Mapping[str, Document], policy: Policy) -> Iterator[Finding]:
    """A finding for each pair of spellings that the claims of one person's titles use."""
    if fact.kind is not FactKind.PERSON:
        return
    spelt = Counter(c.subject.label for c in fact.claims if c.subject is not None)
    usual = max(sorted(spelt), key=lambda label: spelt[label])
    for other in sorted(spelt):
        if likely_same_name(usual.lower(), other.lower()) and not same_letters(usual, other):
            sides = tuple(c for c in fact.claims if c.subject is not None and c.subject.label in (usual, other))
            yield replace(_finding(usual, other, sides, policy), group=group.id, evidence=_names_of(sides, documents))


def _finding(usual: str, other: str, sides: tuple[Claim, ...], policy: Policy) -> Finding:
    where = next((f"at {c.organisation.label} " for c in sides if c.organisation is not None), "")
    what = f"titles {where}".strip() if where else f"the title “{sides[0].titles[0]}”" if sides[0].titles else "a title"
    message = f"One person {where}is called “{usual}” and “{other}”."
    why, slip = f"two spellings, almost alike, hold {what}", f"“{other}” is likely “{usual}” misspelt"
    names = (Option("keep-a", f"the name is “{usual}”"), Option("keep-b", f"the name is “{other}”"))
    found = make_finding(CODE, sides, message, why, policy, slip, "judge.spelling")
    return replace(found, options=(*names, *ALWAYS[1:]))


def _names_of(sides: tuple[Claim, ...], documents: Mapping[str, Document]) -> tuple[Evidence, ...]:
    return tuple(_named(c, documents[c.source]) for c in sides)


def _named(claim: Claim, document: Document) -> Evidence:
    """The place where the holder of a role is named."""
    span = claim.evidence[0]
    quote = document.text[span.start : span.end]
    return Evidence(claim.source, span.start, span.end, quote, f"the name {' '.join(quote.split())}", claim.id)
