"""Facts: what a group of claims speaks of, before anything is said of how the claims stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.model.claim import Claim


class FactKind(StrEnum):
    """What sort of fact a group is about; decides how its claims are compared."""

    VALUE = "value"
    RANK = "rank"
    EVENT = "event"
    PERSON = "person"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims put together because they speak of one fact; `about` names it for a reader, `key` for the machine.

    `loose` holds the pairs of claims, by id, that are alike enough to agree but not to conflict: where little says that
    two claims are of one thing, another value rather says that they are of two. `close` holds the pairs said in nearly
    the same words, in which any other value is a conflict. `same` and `apart` hold the pairs of which a person said
    that they are of one thing or of two.
    """

    kind: FactKind
    key: str
    about: str
    claims: tuple[Claim, ...]
    loose: frozenset[frozenset[str]] = frozenset()
    close: frozenset[frozenset[str]] = frozenset()
    same: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
