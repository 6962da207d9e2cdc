"""Relations between two claims, verdicts on a group, and the findings a report lists.

Facts: what a group of claims speaks of, before anything is said of how the claims stand to each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.errors import Severity
from reconcile.model.claim import Claim, Step
from reconcile.model.json_form import fields_as_json


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

    `weak_links` holds the pairs of claims, by id, that may agree but not conflict: where it is not probable enough that
    two claims are of one thing, another value rather says that they are of two. `must_link` and `cannot_link` hold the
    pairs of which a person said that they are of one thing or of two. `because` says in words why the claims are taken
    for one fact, what weighs most first.
    """

    kind: FactKind
    key: str
    about: str
    claims: tuple[Claim, ...]
    weak_links: frozenset[frozenset[str]] = frozenset()
    must_link: frozenset[frozenset[str]] = frozenset()
    cannot_link: frozenset[frozenset[str]] = frozenset()
    because: tuple[str, ...] = ()


class Relation(StrEnum):
    """How two claims stand to each other; also the verdict on a group."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    REVISED = "revised"
    NOT_COMPARABLE = "not-comparable"
    UNDECIDED = "undecided"


class Support(StrEnum):
    """On how many independent origins a group rests."""

    SINGLE = "single"
    ECHO = "echo"
    CORROBORATED = "corroborated"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Pair:
    """The relation of two claims, by id, and the reason in one sentence."""

    left: str
    right: str
    relation: Relation
    why: str

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "left", "right", "relation", "why")


@dataclass(frozen=True, slots=True)
class Group:
    """The claims that speak of the same fact; `about` says which fact in words.

    `kind` is the sort of fact, which decides how claims are compared; `origins` are the claims by the origin they go
    back to, `path` how a number that was copied came down the line, `because` why they are taken for one fact.
    """

    id: str
    about: str
    claims: tuple[str, ...]
    verdict: Relation
    support: Support
    relations: tuple[Pair, ...]
    origins: tuple[tuple[str, ...], ...] = ()
    path: tuple[str, ...] = ()
    kind: FactKind | None = None
    because: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(
            self, "id", "kind", "about", "claims", "verdict", "support", "origins", "path", "because", "relations"
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Claims of one story, by id and in the order of their days, that answer one question; `slot` asks it in words."""

    story: str
    slot: str
    claims: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "story", "slot", "claims")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One side of a finding: where, what it says, and how that was read ("more than 130" is over 130)."""

    source: str
    start: int
    end: int
    quote: str
    read_as: str
    claim: str | None = None

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "source", "start", "end", "quote", "read_as", "claim")


@dataclass(frozen=True, slots=True)
class Option:
    """A box to tick in review: a stable key and the words beside it."""

    key: str
    label: str

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "key", "label")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at.

    `message` is one sentence a reader understands, `why` the reason both sides cannot stand, `slip` the likely cause.
    `severity_steps` shows base, raises and lowers. `fingerprint` is made of claims and values, without places or
    times, so that it survives edits elsewhere. `help` says what findings of this code mean (the JSON leaves it out).
    """

    code: str
    title: str
    severity: Severity
    verdict: Relation
    message: str
    why: str
    group: str | None
    slip: str | None
    evidence: tuple[Evidence, ...]
    options: tuple[Option, ...]
    fingerprint: str
    trail: tuple[Step, ...]
    severity_steps: tuple[str, ...] = ()
    help: str = ""

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(
            self, "code", "title", "severity", "verdict", "message", "why", "group", "slip", "evidence", "options",
            "fingerprint", "trail", "severity_steps",
        )  # fmt: skip
