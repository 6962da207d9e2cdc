"""What ties claims of two stories: a rule's metric of a subject that has a name of its own, or a table that gives it.

"The fire" of one story is not that of another, nor is "Marsh"; Ann Marsh and Acme are. What a user wrote into a table
is of every story that speaks of the same subject.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, product

from reconcile.model.claim import Claim
from reconcile.model.disjoint_sets import DisjointSets
from reconcile.model.finding import Fact, FactKind
from reconcile.model.story import Story
from reconcile.rules.load import Pack

# Of two facts so many claims each are held against each other, and with so many facts of one key each fact is.
COMPARED, TRIED = 12, 200
# In these a claim is of one fact; of persons and offices it may be of several.
SINGLE = frozenset({FactKind.VALUE, FactKind.EVENT, FactKind.RANK})
Fits = Callable[[Fact, Claim, Claim], bool]


def claims_by_story(claims: Sequence[Claim], stories: Sequence[Story]) -> Iterator[tuple[Claim, ...]]:
    """The claims of each story with those of tables of its subjects; last what tables give of what no story tells."""
    number = {source: n for n, story in enumerate(stories) for source in story.documents}
    own: list[list[Claim]] = [[] for _ in stories]
    tables: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        part = own[number[claim.source]] if claim.source in number else tables[_subject(claim)]
        part.append(claim)
    left = set(tables)
    for part in own:
        subjects = {_subject(claim) for claim in part} - {""}
        left -= subjects
        yield (*part, *_of(tables, subjects & tables.keys()))
    yield tuple(_of(tables, left))


def _of(tables: Mapping[str, Sequence[Claim]], subjects: Iterable[str]) -> Iterator[Claim]:
    return (claim for subject in sorted(subjects) for claim in tables[subject])


def _subject(claim: Claim) -> str:
    return claim.subject.id if claim.subject is not None else ""


def join_across(facts: Sequence[tuple[int, Fact]], pack: Pack, fits: Fits) -> Iterator[Fact]:
    """The facts of all stories, those put together that a claim of a table ties, or one key and a name.

    Each fact comes with the number of its story; `fits` says whether two claims can be of one fact.
    """
    sets = DisjointSets(len(facts))
    for one, other in chain(_sharing_claims(facts), _tied(facts, pack, fits)):
        sets.join(one, other)
    joined: defaultdict[int, list[Fact]] = defaultdict(list)
    for i, (_, fact) in enumerate(facts):
        joined[sets.find(i)].append(fact)
    yield from (_as_one(members) for members in joined.values())


def _sharing_claims(facts: Sequence[tuple[int, Fact]]) -> Iterator[tuple[int, int]]:
    """The places of facts of one kind that a claim stands in, each with the first."""
    holders: dict[tuple[FactKind, str], int] = {}
    for i, (_, fact) in enumerate(facts):
        if fact.kind in SINGLE:
            yield from ((holders.setdefault((fact.kind, claim.id), i), i) for claim in fact.claims)


def _tied(facts: Sequence[tuple[int, Fact]], pack: Pack, fits: Fits) -> Iterator[tuple[int, int]]:
    """The places of facts of one key that a name ties, each with the first that it fits."""
    keyed: defaultdict[str, list[int]] = defaultdict(list)
    for i, (_, fact) in enumerate(facts):
        first = keyed[fact.key]
        tied = next((j for j in first[:TRIED] if _are_tied(facts[j], facts[i], pack, fits)), None)
        if tied is None:
            first.append(i)
        else:
            yield tied, i


def _are_tied(one: tuple[int, Fact], other: tuple[int, Fact], pack: Pack, fits: Fits) -> bool:
    """Whether two facts of one key and two stories are of something with a name, and all of both can be one."""
    if one[0] == other[0] or not any(_has_own_name(claim, pack) for claim in other[1].claims):
        return False
    pairs = product(islice(one[1].claims, COMPARED), islice(other[1].claims, COMPARED))
    return all(fits(one[1], a, b) for a, b in pairs)


def _has_own_name(claim: Claim, pack: Pack) -> bool:
    """Whether a claim's subject is an entity of the rules or has a name of several words."""
    subject = claim.subject
    if subject is None or subject.weak:
        return False
    return subject.id in pack.entities.by_id or (subject.label.istitle() and " " in subject.label)


def _as_one(facts: Sequence[Fact]) -> Fact:
    """Facts as the first of them with the claims of all."""
    if len(facts) == 1:
        return facts[0]
    claims = {claim.id: claim for fact in facts for claim in fact.claims}
    members = tuple(sorted(claims.values(), key=lambda c: (c.source, c.span)))
    return replace(facts[0], claims=members, weak_links=frozenset().union(*(fact.weak_links for fact in facts)))
