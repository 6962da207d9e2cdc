"""What the review page can be asked to do: decide, take back, show what a rule would change, write it.

The fields of a request to the review page: an object of words in JSON, of a length that was announced.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from email.message import Message
from http import HTTPStatus
from io import BufferedIOBase
from pathlib import Path
from threading import Lock

from reconcile.errors import UsageError
from reconcile.review.pages import decided_words
from reconcile.review.proposals import Proposal, proposals
from reconcile.review.rule_edits import adopt, effect
from reconcile.review.session import ReviewSession

LONGEST_BODY_BYTES = 64_000


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error of ours
    """A request that is not done; carries status and reason."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


def has_body(headers: Message) -> bool:
    """Whether something follows the headers that is not the next request."""
    lengths = headers.get_all("Content-Length", [])
    return "Transfer-Encoding" in headers or any(length.strip("0 ") for length in lengths)


def read_fields(headers: Message, stream: BufferedIOBase) -> Mapping[str, str]:
    """The fields of a body. Raises Refused where it is not whole, not JSON, or holds anything but words."""
    if headers.get_content_type() != "application/json":
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "JSON only")
    length = _length(headers)
    try:
        data = stream.read(length)
    except TimeoutError:
        raise Refused(HTTPStatus.REQUEST_TIMEOUT, "the rest of the request did not come") from None
    if len(data) < length:
        raise Refused(HTTPStatus.BAD_REQUEST, f"{length} bytes were announced and {len(data)} came")
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(HTTPStatus.BAD_REQUEST, "not readable as JSON") from None
    if not isinstance(fields, dict) or not all(isinstance(word, str) for word in fields.values()):
        raise Refused(HTTPStatus.BAD_REQUEST, "expected an object of words")
    if not all(_is_text(word) for pair in fields.items() for word in pair):
        raise Refused(HTTPStatus.BAD_REQUEST, "half a character (a lone surrogate) is no text")
    return fields


def _length(headers: Message) -> int:
    if "Transfer-Encoding" in headers:
        raise Refused(HTTPStatus.LENGTH_REQUIRED, "a body in chunks is not read; say how long it is")
    lengths = headers.get_all("Content-Length", [])
    if len(lengths) > 1:
        raise Refused(HTTPStatus.BAD_REQUEST, "two lengths in one request")
    length = lengths[0].strip() if lengths else ""
    if not length.isascii() or not length.isdigit():
        raise Refused(HTTPStatus.LENGTH_REQUIRED, "say how long it is")
    digits = length.lstrip("0") or "0"
    # Python makes no number of thousands of digits
    if len(digits) > len(str(LONGEST_BODY_BYTES)) or int(digits) > LONGEST_BODY_BYTES:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"longer than {LONGEST_BODY_BYTES:,} bytes")
    return int(digits)


def _is_text(word: str) -> bool:
    try:
        word.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


Answer = dict[str, object]


@dataclass(slots=True)
class Site:
    """What the page shows and changes; one request at a time touches it. `rules` is the folder rules are written to."""

    session: ReviewSession
    rules: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    lock: Lock = field(default_factory=Lock)

    def decide(self, asked: Mapping[str, str]) -> Answer:
        """Decides one finding and writes it."""
        recheck = asked.get("recheck")
        day = _day(recheck) if recheck else None
        decision = self.session.decide(
            _needed(asked, "finding"), _needed(asked, "option"), asked.get("reason", ""), day
        )
        return {"words": decided_words(decision), **self._progress()}

    def undo(self, _asked: Mapping[str, str]) -> Answer:
        """Takes the last decision back. Raises Refused where there is none."""
        finding = self.session.undo()
        if finding is None:
            raise Refused(HTTPStatus.CONFLICT, "Nothing to take back.")
        before = self.session.settled.get(finding)
        return {
            "finding": finding,
            "words": "" if before is None else decided_words(before),
            **self._progress(),
        }

    def effect(self, asked: Mapping[str, str]) -> Answer:
        """What a rule would change."""
        return asdict(effect(self._proposal(asked), self.rules, self.session.known))

    def adopt(self, asked: Mapping[str, str]) -> Answer:
        """Writes a rule."""
        written = adopt(self._proposal(asked), self.rules, follow_links=self.session.follow_links)
        names = ", ".join(path.as_posix() for path in written)
        return {"words": f"Wrote {names}; it counts with --rules {self.rules.as_posix()}"}

    def _proposal(self, asked: Mapping[str, str]) -> Proposal:
        finding = self.session.finding(_needed(asked, "finding"))
        key = _needed(asked, "proposal")
        proposal = next((p for p in proposals(finding, self.session.known) if p.key == key), None)
        if proposal is None:
            raise UsageError(f"no rule {key!r} can be made of this finding")
        return proposal

    def _progress(self) -> Answer:
        total = len(self.session.findings)
        return {"total": total, "done": total - len(self.session.open)}


ACTIONS: Mapping[str, Callable[[Site, Mapping[str, str]], Answer]] = {
    "/decide": Site.decide,
    "/undo": Site.undo,
    "/effect": Site.effect,
    "/adopt": Site.adopt,
}


def _needed(asked: Mapping[str, str], name: str) -> str:
    if name not in asked:
        raise UsageError(f"{name!r} is missing")
    return asked[name]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a date") from None
