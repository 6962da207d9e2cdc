"""Titles of one person, holders of one office, and two spellings of one name."""

from __future__ import annotations

from datetime import date, timedelta

from reconcile.model.claim import Claim
from reconcile.model.finding import Relation
from reconcile.model.names import likely_same_name, one_surname
from reconcile.model.tokens import Tokens
from reconcile.reconciler.verdicts.values import Judged
from reconcile.rules.entities import Offices

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
    for x in sorted(left):
        for y in sorted(right):
            if _is_office(left[x], offices) and _is_office(right[y], offices) and _head(left[x]) & _head(right[y]):
                return Judged(Relation.CONFLICT, f"“{left[x]}” in one, “{right[y]}” in the other")
    return Judged(Relation.NOT_COMPARABLE, "different titles that one person can hold")


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
