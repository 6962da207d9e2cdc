"""Decisions: a person's word on a finding, what it rests on, and how it stands to a run.

Which claim is which from run to run: by what is said, never by where in the file it stands.

What people said of claims: these speak of one thing, those of two. Alignment follows it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.json_form import fields_as_json
from reconcile.model.names import folded
from reconcile.model.value import plain


def claim_key(claim: Claim) -> str:
    """What a source speaks of, without the value it gives or the time: the same before and after a correction."""
    metric = claim.metric
    return _digest(
        (
            claim.source,
            str(claim.kind),
            claim.subject.id if claim.subject is not None else "",
            "" if metric is None else folded(metric.label) if metric.is_open else metric.id,
            claim.dimension or "",
            claim.per or "",
            claim.organisation.id if claim.organisation is not None else "",
            *(f"{name}={value}" for name, value in sorted(claim.qualifiers.items())),
        )
    )


def claim_digest(claim: Claim) -> str:
    """The key with all that was read of the value: another one once the source or the reading of it has changed."""
    value = claim.value
    bounds = () if value is None else (value.low, value.high)
    return _digest(
        (
            claim_key(claim),
            claim.unit or "",
            *("" if end is None else plain(end) for end in bounds),
            claim.period.edtf if claim.period is not None else "",
            " ".join(claim.quote.split()),
            str(claim.factuality),
            *claim.titles,
            "\1",
            *claim.ahead,
        )
    )


def text_digest(text: str) -> str:
    """The same for two texts that differ in white space only."""
    return _digest((" ".join(text.split()),))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Judgement(StrEnum):
    """What a person decided.

    `keep`: one side is right; `both-stand`: no conflict; `same`, `not-same`: whether the claims speak of one thing;
    `tool-wrong`: a claim was misread; `known`: seen when a baseline was made, and not judged yet.
    """

    KEEP = "keep"
    BOTH_STAND = "both-stand"
    SAME = "same"
    NOT_SAME = "not-same"
    TOOL_WRONG = "tool-wrong"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Basis:
    """A claim as it was read on the day of the decision.

    `key` says which claim it is, whatever its value (see `model.identity`), `digest` the same with all that was read,
    `passage` is a digest of its sentence. `kind` and `rule` are those of the claim; the other fields are for readers,
    and to say what moved. `side` numbers the ways in which the finding's sources put it, from 1; 0 in a finding within
    one text. `right` says of each side whether it was kept, None where the verdict is another.
    """

    source: str
    quote: str
    value: str
    kind: str
    rule: str
    key: str
    digest: str
    passage: str
    period: str | None = None
    published: date | None = None
    side: int = 0
    right: bool | None = None

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "source", "quote", "value", "period", "published", "kind", "rule", "side", "right")


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on the finding with that fingerprint.

    `keeps` quotes the side that is right where the verdict is `keep`. `rules` maps the id of each rule that the
    claims rest on to a digest of it. After the day `recheck` the decision no longer stands. `where` is the file it was
    read from, with line and column.
    """

    finding: str
    code: str
    verdict: Judgement
    reason: str
    by: str
    on: date
    about: str = ""
    keeps: str | None = None
    recheck: date | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    claims: tuple[Basis, ...] = ()
    where: str = ""

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "finding", "code", "verdict", "keeps", "reason", "by", "on", "recheck", "claims")


class State(StrEnum):
    """How a decision stands to a run.

    `decided`: it holds for a finding of the run; `known`: so does an entry of a baseline; `applied`: it put claims
    together or told them apart, so that no finding is left; `reopened`: something moved; `expired`: its re-check day is
    past; `disputed`: two reviewers decided otherwise; `unused`: nothing it was about is left.
    """

    DECIDED = "decided"
    KNOWN = "known"
    APPLIED = "applied"
    REOPENED = "reopened"
    EXPIRED = "expired"
    DISPUTED = "disputed"
    UNUSED = "unused"


# The finding of a decision in one of these states does not fail a gate.
SETTLED = frozenset({State.DECIDED, State.KNOWN})


@dataclass(frozen=True, slots=True)
class Review:
    """A decision held against a run.

    `findings` are the fingerprints of the findings of the run that it speaks of, which after a change are others than
    the one decided; `changes` says in words what changed since.
    """

    decision: Decision
    state: State
    findings: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {
            **fields_as_json(self, "state", "findings"),
            "moved": list(self.changes),
            "decision": self.decision.to_dict(),
        }


Pairs = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Claims by id: sets of those that are of one thing, and pairs that are of two.

    Already carried through: whoever makes one sees to it that what is apart from one claim of a set is apart from all.
    """

    must_link: tuple[frozenset[str], ...] = ()
    cannot_link: Pairs = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is said at all."""
        return bool(self.must_link or self.cannot_link)


NO_CONSTRAINTS = Constraints()
# What is said of the claims of a run, once they are known: a pure function of claims and documents.
ConstraintSource = Callable[[tuple[Claim, ...], Mapping[str, Document]], Constraints]


def no_constraints(_claims: tuple[Claim, ...], _documents: Mapping[str, Document]) -> Constraints:
    """Nobody said anything."""
    return NO_CONSTRAINTS
