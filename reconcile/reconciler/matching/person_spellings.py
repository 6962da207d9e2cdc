"""One person, two spellings: names that hold one office and are almost alike are put together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.names import likely_same_name
from reconcile.model.tokens import Tokens
from reconcile.rules.entities import Offices

# More names than this under one title are many people, not one misspelt; comparing all would cost their square.
MANY = 60


def spellings(claims: Iterable[Claim], offices: Offices) -> dict[str, str]:
    """Maps a person's id to the spelling most claims use.

    Two spellings are one person's where one organisation gives titles to both, or where both hold one office and no
    text says of two organisations.
    """
    claims = tuple(claims)
    counts = Counter(c.subject.id for c in claims if c.kind is Kind.ROLE and c.subject is not None)
    organisations = organisations_of(claims)
    out: dict[str, str] = {}
    for holders in _holders(claims, offices):
        for a, b in combinations(sorted(holders)[:MANY], 2):
            if likely_same_name(a, b) and _may_meet(organisations.get(a), organisations.get(b)):
                common, rare = sorted((a, b), key=lambda name: (-counts[name], name))
                out[rare] = common
    return out


def organisations_of(claims: Iterable[Claim], alias: Mapping[str, str] | None = None) -> dict[str, set[str]]:
    """The organisations at which each person holds titles, by their ids."""
    out: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind is Kind.ROLE and claim.subject is not None and claim.organisation is not None:
            out[(alias or {}).get(claim.subject.id, claim.subject.id)].add(claim.organisation.id)
    return dict(out)


def office_of(title: str, offices: Offices) -> str | None:
    """The id of the office that a title names; None where a modifier makes another office of it."""
    match = offices.titles.match(Tokens(title), 0)
    return match[0].id if match is not None else None


def _holders(claims: tuple[Claim, ...], offices: Offices) -> Iterator[set[str]]:
    """The persons under each organisation, then under each office."""
    at: defaultdict[str, set[str]] = defaultdict(set)
    under: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind is not Kind.ROLE or claim.subject is None:
            continue
        if claim.organisation is not None:
            at[claim.organisation.id].add(claim.subject.id)
        for title in claim.titles:
            under[office_of(title, offices) or _head(title)].add(claim.subject.id)
            under[_head(title)].add(claim.subject.id)
    yield from (at[key] for key in sorted(at))
    yield from (under[key] for key in sorted(under))


def _head(title: str) -> str:
    """The noun of a title: the last word before "of"."""
    return title.lower().split(" of ")[0].split()[-1]


def _may_meet(one: set[str] | None, other: set[str] | None) -> bool:
    """Whether two persons can be at one organisation, as far as the texts say where they are."""
    return not one or not other or bool(one & other)
