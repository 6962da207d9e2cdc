"""Titles of one person, holders of one office, and two spellings of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Fact, FactKind, Finding, Group, Option, Relation
from reconcile.model.names import likely_same_name, one_surname, same_letters
from reconcile.model.tokens import Tokens
from reconcile.reconciler.verdicts.findings import ALWAYS, make_finding
from reconcile.reconciler.verdicts.values import Judged
from reconcile.rules.entities import Offices
from reconcile.rules.policy import Policy

# Articles published further apart than this may each be right about who holds an office.
HANDOVER = timedelta(days=7)


def relate_titles(a: Claim, b: Claim, offices: Offices) -> Judged:
    """Equal sets agree, a subset is compatible; titles left over on both sides conflict when they share their noun.

    "Vice chairman" against "chairman" is a conflict; "founder" against "director" may both be so, and no two
    occupations shut each other out.
    """
    one, other = _offices(a, offices), _offices(b, offices)
    if one.keys() == other.keys():
        return Judged(Relation.AGREE, "the same titles")
    left = {k: v for k, v in one.items() if k not in other}
    right = {k: v for k, v in other.items() if k not in one}
    if not left or not right:
        return Judged(Relation.COMPATIBLE, "one source gives more titles than the other")
    if a.organisation is None or b.organisation is None:
        return Judged(Relation.NOT_COMPARABLE, "different titles, and one text does not say where")
    clash = _clash([left[x] for x in sorted(left)], [right[y] for y in sorted(right)], offices)
    if clash is not None:
        return Judged(Relation.CONFLICT, f"“{clash[0]}” in one, “{clash[1]}” in the other")
    return Judged(Relation.NOT_COMPARABLE, "different titles that one person can hold")


def _clash(left: list[str], right: list[str], offices: Offices) -> tuple[str, str] | None:
    """The first two offices with one noun: who is vice chairman is not chairman."""
    pairs = ((x, y) for x in left for y in right if _head(x) & _head(y))
    return next(((x, y) for x, y in pairs if _is_office(x, offices) and _is_office(y, offices)), None)


def relate_holders(a: Claim, b: Claim, day: date | None, other: date | None) -> Judged:
    """One office, two claims, published on two days: the same person agrees, another may have followed.

    An almost equal name is likely one misspelt, a part of a name or the same surname the same person called by it.
    """
    if a.subject is None or b.subject is None or a.subject.id == b.subject.id:
        return Judged(Relation.AGREE, "the same person")
    one, two = set(a.subject.id.split()), set(b.subject.id.split())
    if one <= two or two <= one:
        return Judged(Relation.AGREE, "the same person, once by a part of the name")
    if one_surname(a.subject.id, b.subject.id):
        return Judged(Relation.COMPATIBLE, "one surname in one office, likely one person")
    if likely_same_name(a.subject.id, b.subject.id):
        return Judged(Relation.COMPATIBLE, "two spellings, almost alike, of what is likely one name")
    if a.factuality != b.factuality:
        return Judged(Relation.COMPATIBLE, "at different times")
    if day is not None and other is not None and abs(day - other) > HANDOVER:
        return Judged(Relation.REVISED, "told at different times, and an office changes hands")
    return Judged(Relation.CONFLICT, f"{a.subject.label} in one, {b.subject.label} in the other")


def _offices(claim: Claim, offices: Offices) -> dict[str, str]:
    """The offices a claim's titles name, each with the title as written; a modifier makes another office."""
    out: dict[str, str] = {}
    for title in claim.titles:
        tokens = Tokens(title)
        i = 0
        while i < len(tokens) - 1 and tokens.keys[i] in offices.modifiers and offices.titles.match(tokens, i) is None:
            i += 1
        match = offices.titles.match(tokens, i)
        prefix = " ".join((*tokens.keys[:i], ""))
        out[prefix + (match[0].id if match is not None else title.lower())] = title
    return out


def _is_office(title: str, offices: Offices) -> bool:
    """Whether a title is an office, with nothing before it but what makes another office of it: "vice chairman"."""
    tokens, i = Tokens(title), 0
    while i < len(tokens) - 1 and tokens.keys[i] in offices.modifiers and offices.titles.match(tokens, i) is None:
        i += 1
    return offices.titles.match(tokens, i) is not None


def _head(title: str) -> frozenset[str]:
    """The noun of a title: the last word before "of" ("vice chairman", "chairman of the group": chairman)."""
    words = title.lower().split(" of ")[0].split()
    return frozenset(words[-1:])


SPELLING = "RC203"


def check_spelling(fact: Fact, group: Group, documents: Mapping[str, Document], policy: Policy) -> Iterator[Finding]:
    """A finding for each pair of almost equal spellings that the claims of one person's titles use."""
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
    found = make_finding(SPELLING, sides, message, why, policy, slip, "judge.spelling")
    return replace(found, options=(*names, *ALWAYS[1:]))


def _names_of(sides: tuple[Claim, ...], documents: Mapping[str, Document]) -> tuple[Evidence, ...]:
    return tuple(_named(c, documents[c.source]) for c in sides)


def _named(claim: Claim, document: Document) -> Evidence:
    """The place where the holder of a role is named."""
    span = claim.evidence[0]
    quote = document.text[span.start : span.end]
    return Evidence(claim.source, span.start, span.end, quote, f"the name {' '.join(quote.split())}", claim.id)
