"""Relations between two claims, verdicts on a group, and the findings a report lists.

Facts: what a group of claims speaks of, before anything is said of how the claims stand to each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.errors import Severity
from reconcile.model.claim import Claim, Step


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

    `weak_links` holds the pairs of claims, by id, that are alike enough to agree but not to conflict: where little says
    that two claims are of one thing, another value rather says that they are of two. `must_link` and `cannot_link` hold
    the pairs of which a person said that they are of one thing or of two.
    """

    kind: FactKind
    key: str
    about: str
    claims: tuple[Claim, ...]
    weak_links: frozenset[frozenset[str]] = frozenset()
    must_link: frozenset[frozenset[str]] = frozenset()
    cannot_link: frozenset[frozenset[str]] = frozenset()


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
        return {"left": self.left, "right": self.right, "relation": str(self.relation), "why": self.why}


@dataclass(frozen=True, slots=True)
class Group:
    """The claims that speak of the same fact; `about` says which fact in words.

    `kind` is the sort of fact, which decides how claims are compared; `origins` are the claims by the origin they go
    back to, `path` how a number that was copied came down the line.
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

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {
            "id": self.id,
            "kind": None if self.kind is None else str(self.kind),
            "about": self.about,
            "claims": list(self.claims),
            "verdict": str(self.verdict),
            "support": str(self.support),
            "origins": [list(part) for part in self.origins],
            "path": list(self.path),
            "relations": [r.to_dict() for r in self.relations],
        }


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
        return {
            "source": self.source,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "read_as": self.read_as,
            "claim": self.claim,
        }


@dataclass(frozen=True, slots=True)
class Option:
    """A box to tick in review: a stable key and the words beside it."""

    key: str
    label: str

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {"key": self.key, "label": self.label}


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
        return {
            "code": self.code,
            "title": self.title,
            "severity": str(self.severity),
            "verdict": str(self.verdict),
            "message": self.message,
            "why": self.why,
            "group": self.group,
            "slip": self.slip,
            "evidence": [e.to_dict() for e in self.evidence],
            "options": [o.to_dict() for o in self.options],
            "fingerprint": self.fingerprint,
            "trail": [s.to_dict() for s in self.trail],
            "severity_steps": list(self.severity_steps),
        }
