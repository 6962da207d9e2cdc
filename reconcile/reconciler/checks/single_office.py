"""Two holders of a single office: an organisation has one chief executive at a time.

A text that calls two persons chairman of one firm, and says nothing of one following the other, does not hold. Words of
succession ("former", "replaced", "resigned") anywhere in the text keep it silent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reconcile.model.claim import Claim, Factuality
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.names import likely_same_name
from reconcile.model.tokens import Tokens
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack

CODE = "RC416"
_WORD = re.compile(r"[^\W\d_]+")


def check(document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each single office that a text without a word of succession gives to two persons."""
    by_office: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.ROLE and claim.organisation is not None and claim.factuality is Factuality.ASSERTED:
            for office in _single(claim, pack):
                by_office[(claim.organisation.id, office)].append(claim)
    for (_, office), members in sorted(by_office.items()):
        pair = _two(members)
        if pair is not None and not _succession(document.text, pack):
            yield _finding(pair, office, pack)


def _single(claim: Claim, pack: Pack) -> Iterator[str]:
    """The offices of a claim that have one holder at a time; a modifier before a title makes another office."""
    for title in claim.titles:
        tokens = Tokens(title)
        match = pack.offices.titles.match(tokens, 0)
        if match is not None and match[0].unique and match[1] == len(tokens):
            yield match[0].id


def _two(members: list[Claim]) -> tuple[Claim, Claim] | None:
    """Two claims of different persons, none a part or a likely spelling of the other's name."""
    first = members[0]
    for other in members[1:]:
        if first.subject is None or other.subject is None or first.subject.weak or other.subject.weak:
            continue
        one, two = first.subject.id, other.subject.id
        if not frozenset(one.split()) & frozenset(two.split()) and not likely_same_name(one, two):
            return first, other
    return None


def _succession(text: str, pack: Pack) -> bool:
    return bool(pack.policy.cues["succession"] & frozenset(w.lower() for w in _WORD.findall(text)))


def _finding(pair: tuple[Claim, Claim], office: str, pack: Pack) -> Finding:
    one, other = (c.subject.label if c.subject is not None else c.quote for c in pair)
    where = pair[0].organisation.label if pair[0].organisation is not None else "one organisation"
    message = f"{one} and {other} are both called {office.replace('-', ' ')} of {where}."
    return make_finding(CODE, pair, message, "the office has one holder at a time", pack.policy)
