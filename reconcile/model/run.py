"""A run: everything that one reconciliation of a set of documents found, ready to be reported."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim
from reconcile.model.decision import SETTLED, Review
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Group, Table
from reconcile.model.json_form import as_json, fields_as_json
from reconcile.model.mention import Mention
from reconcile.model.span import Span
from reconcile.model.story import Story

_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Unread:
    """A numeral or date that is in no claim; `skip_rule` names the rule that set it aside, None when nothing
    read it.
    """

    source: str
    span: Span
    quote: str
    skip_rule: str | None

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {**fields_as_json(self, "source", "span", "quote"), "excuse": self.skip_rule}


# Families of trouble with what a user gave to read: files, rows of tables, declared facts.
INPUTS = ("input.", "claims.", "facts.")


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that was not read, or not all of it: its path as given, and what stood in the way."""

    path: str
    reasons: tuple[Diagnostic, ...]

    @property
    def why(self) -> str:
        """The first reason, and how many there are besides."""
        more = len(self.reasons) - 1
        return self.reasons[0].message + (f" (and {more:,} more)" if more else "")

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "path", "reasons")


def unread_files(problems: Iterable[Diagnostic]) -> tuple[UnreadFile, ...]:
    """The files that were not read, or not all of them, in the order of the problems."""
    reasons: dict[str, list[Diagnostic]] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR and problem.code.startswith(INPUTS):
            reasons.setdefault(problem.file, []).append(problem)
    return tuple(UnreadFile(path, tuple(those)) for path, those in reasons.items())


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a text was read: every numeral and date is bound in a claim, excused by a rule, or unread.

    `places` are those of what is bound, in order.
    """

    source: str
    claimed: int
    skipped: tuple[Unread, ...]
    unread: tuple[Unread, ...]
    places: tuple[Span, ...] = ()

    @property
    def total(self) -> int:
        """All numerals and dates seen."""
        return self.claimed + len(self.skipped) + len(self.unread)

    @property
    def accounted(self) -> int:
        """Those in a claim or set aside by a named rule."""
        return self.claimed + len(self.skipped)

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {
            **fields_as_json(self, "source", "total"),
            "percent": whole_percent(self.accounted, self.total),
            "bound": self.claimed,
            "in_claims": as_json(self.places),
            "excused": as_json(self.skipped),
            "unread": as_json(self.unread),
        }


def digest(part: object) -> str:
    """A hash of a part of a report in its JSON form, by which the report shows that nothing of it was altered."""
    text = json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # as a file has it, which cannot hold half a character
    return hashlib.sha256(_LONE.sub("\ufffd", text).encode()).hexdigest()


# The key of the manifest for the digest of the manifest itself, which binds those of all other parts.
SEAL = "manifest_sha256"


def digest_key(part: str) -> str:
    """The key of the manifest for the digest of a part of the report."""
    return f"{part}_sha256"


def sealed(manifest: Mapping[str, object], parts: Mapping[str, object]) -> dict[str, object]:
    """The manifest of a report with a digest of each of its other parts, and one of the manifest that results."""
    content = {**manifest, **{digest_key(name): digest(part) for name, part in parts.items()}}
    return {**content, SEAL: digest(content)}


def whole_percent(part: int, whole: int) -> int | None:
    """A share in whole percent, rounded down, so that 100 means all of it; None where there is nothing to share.

    >>> whole_percent(199, 200)
    99
    """
    return None if whole == 0 else 100 * part // whole


@dataclass(frozen=True, slots=True)
class Run:
    """The result of a reconciliation. Everything is sorted, so equal inputs give equal bytes.

    `manifest` holds versions, digests of rules and inputs, and where each publication date came from. `stories` are
    those that the articles tell, each article in one, `tables` what
    they answer to one question. `reviews` are the decisions of a ledger held against this run;
    empty where none was given.
    """

    manifest: Mapping[str, object]
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]
    coverage: tuple[Coverage, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    reviews: tuple[Review, ...] = ()
    stories: tuple[Story, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def settled(self) -> Mapping[str, Review]:
        """The reviews that settle a finding, by its fingerprint: those findings need nobody and fail no gate."""
        return {name: review for review in self.reviews if review.state in SETTLED for name in review.findings}

    @property
    def unread_files(self) -> tuple[UnreadFile, ...]:
        """The files that were not read, or not all of them."""
        return unread_files(self.diagnostics)

    def to_dict(self) -> dict[str, object]:
        """The JSON form of the public contract (mentions and texts are left out)."""
        parts: dict[str, object] = {
            **fields_as_json(
                self, "unread_files", "stories", "tables", "claims", "groups", "findings", "reviews", "diagnostics"
            ),
            "coverage": {
                "total": sum(c.total for c in self.coverage),
                "percent": whole_percent(sum(c.accounted for c in self.coverage), sum(c.total for c in self.coverage)),
                "bound": sum(c.claimed for c in self.coverage),
                "excused": sum(len(c.skipped) for c in self.coverage),
                "unread": sum(len(c.unread) for c in self.coverage),
                "sources": as_json(self.coverage),
            },
        }
        first = {"unread_files": parts["unread_files"], "manifest": sealed(self.manifest, parts)}
        return {**first, **parts}
