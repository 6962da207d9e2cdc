"""What ties claims of two stories: a rule's metric of a subject that has a name of its own, or a table that gives it.

"The fire" of one story is not that of another, nor is "Marsh"; Ann Marsh and Acme are. What a user wrote into a table
is of every story that names the same thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice, product

from reconcile.model.claim import Claim
from reconcile.model.finding import Fact
from reconcile.rules.load import Pack

# Of two facts so many claims each are held against each other.
COMPARED = 12
Fits = Callable[[Fact, Claim, Claim], bool]


def join_across(facts: Iterable[tuple[int | None, Fact]], pack: Pack, fits: Fits) -> Iterator[Fact]:
    """The facts of all stories, those that one key and a name tie put together; `fits` says whether two claims can be.

    Each fact comes with the number of its story, None for one of tables.
    """
    keyed: defaultdict[str, list[tuple[int | None, Fact]]] = defaultdict(list)
    for story, fact in facts:
        keyed[fact.key].append((story, fact))
    for members in keyed.values():
        yield from _tied(members, pack, fits) if len(members) > 1 else (members[0][1],)


def _tied(members: list[tuple[int | None, Fact]], pack: Pack, fits: Fits) -> Iterator[Fact]:
    """The facts of one key, each put to the first of another story that it is tied to and fits."""
    out: list[tuple[set[int | None], Fact]] = []
    for story, fact in members:
        for i, (stories, other) in enumerate(out):
            if story not in stories and _is_tie(story, stories, fact, pack) and _fit(other, fact, fits):
                out[i] = (stories | {story}, _as_one(other, fact))
                break
        else:
            out.append(({story}, fact))
    yield from (fact for _, fact in out)


def _is_tie(story: int | None, stories: set[int | None], fact: Fact, pack: Pack) -> bool:
    return story is None or None in stories or any(_has_own_name(claim, pack) for claim in fact.claims)


def _has_own_name(claim: Claim, pack: Pack) -> bool:
    """Whether a claim's subject is an entity of the rules or has a name of several words."""
    subject = claim.subject
    if subject is None or subject.weak:
        return False
    return subject.id in pack.entities.by_id or (subject.label.istitle() and " " in subject.label)


def _fit(one: Fact, other: Fact, fits: Fits) -> bool:
    pairs = product(islice(one.claims, COMPARED), islice(other.claims, COMPARED))
    return all(fits(one, a, b) for a, b in pairs)


def _as_one(one: Fact, other: Fact) -> Fact:
    claims = tuple(sorted((*one.claims, *other.claims), key=lambda c: (c.source, c.span)))
    return replace(one, claims=claims, weak_links=one.weak_links | other.weak_links)
