"""The review page on this machine: it answers its own page and nobody else.

Only 127.0.0.1 is listened on. A request must name this host and port, must not come from another origin, and the page
itself opens only with the token that the command printed; a write needs the token as a header, JSON as its type and
the page's own origin.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qs, urlsplit

from reconcile.errors import ReconcileError, UsageError
from reconcile.review.desk import Desk
from reconcile.review.pages import decided_words, page, part
from reconcile.review.proposals import Proposal, proposals
from reconcile.review.rule_edits import adopt, effect

HOST = "127.0.0.1"
LONGEST_BODY = 64_000
_FILES = {"/review.css": "text/css", "/review.js": "text/javascript"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}

Answer = dict[str, object]


@dataclass(slots=True)
class Site:
    """What the page shows and changes; one request at a time touches it. `rules` is the folder rules are written to."""

    desk: Desk
    rules: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    lock: Lock = field(default_factory=Lock)

    def decide(self, asked: Mapping[str, str]) -> Answer:
        """Decides one finding and writes it."""
        recheck = asked.get("recheck")
        day = _day(recheck) if recheck else None
        decision = self.desk.decide(_needed(asked, "finding"), _needed(asked, "option"), asked.get("reason", ""), day)
        return {"words": decided_words(decision), **self._progress()}

    def undo(self, _asked: Mapping[str, str]) -> Answer:
        """Takes the last decision back."""
        finding = self.desk.undo()
        before = self.desk.settled.get(finding or "")
        return {
            "finding": finding,
            "words": "" if before is None else decided_words(before),
            **self._progress(),
        }

    def effect(self, asked: Mapping[str, str]) -> Answer:
        """What a rule would change."""
        return effect(self._proposal(asked), self.rules, self.desk.known).to_dict()

    def adopt(self, asked: Mapping[str, str]) -> Answer:
        """Writes a rule."""
        written = adopt(self._proposal(asked), self.rules)
        names = ", ".join(path.as_posix() for path in written)
        return {"words": f"Wrote {names}; it counts with --rules {self.rules.as_posix()}"}

    def _proposal(self, asked: Mapping[str, str]) -> Proposal:
        finding = self.desk.finding(_needed(asked, "finding"))
        key = _needed(asked, "proposal")
        found = next((p for p in proposals(finding, self.desk.known) if p.key == key), None)
        if found is None:
            raise UsageError(f"no rule {key!r} can be made of this finding")
        return found

    def _progress(self) -> Answer:
        total = len(self.desk.findings)
        return {"total": total, "done": total - len(self.desk.open)}


_WRITES: Mapping[str, Callable[[Site, Mapping[str, str]], Answer]] = {
    "/decide": Site.decide,
    "/undo": Site.undo,
    "/effect": Site.effect,
    "/adopt": Site.adopt,
}


class _Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error of ours
    """A request that is not answered; carries status and reason."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


class Handler(BaseHTTPRequestHandler):
    """Answers one connection of the page."""

    protocol_version = "HTTP/1.1"
    server_version = "reconcile"
    sys_version = ""
    # a client that says nothing is not waited for
    timeout = 30
    server: PageServer

    def do_GET(self) -> None:
        """The page, its style and its script."""
        try:
            self._check_host()
            asked = urlsplit(self.path)
            if asked.path in _FILES:
                self._send(HTTPStatus.OK, _FILES[asked.path], part(asked.path.removeprefix("/")))
            elif asked.path != "/":
                raise _Refused(HTTPStatus.NOT_FOUND, "there is no such page")
            else:
                self._check_token("".join(parse_qs(asked.query).get("token", ())))
                with self.server.site.lock:
                    text = page(self.server.site.desk, self.server.site.token)
                self._send(HTTPStatus.OK, "text/html", text)
        except _Refused as refusal:
            self._send(refusal.status, "text/plain", f"{refusal.why}\n")

    def do_POST(self) -> None:
        """One write, answered in JSON."""
        try:
            answer = self._write()
            status = HTTPStatus.OK
        except _Refused as refusal:
            status, answer = refusal.status, {"error": refusal.why}
        except ReconcileError as error:
            status, answer = HTTPStatus.BAD_REQUEST, {"error": str(error)}
        self._send(status, "application/json", json.dumps(answer, ensure_ascii=True))

    def _other(self) -> None:
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", "GET and POST only\n")

    do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _other  # noqa: N815 - http.server's

    def _write(self) -> Answer:
        self._check_host()
        if self.headers.get("Origin") not in self.server.origins:
            raise _Refused(HTTPStatus.FORBIDDEN, "another origin")
        self._check_token(self.headers.get("X-Token", ""))
        action = _WRITES.get(self.path)
        if action is None:
            raise _Refused(HTTPStatus.NOT_FOUND, "there is no such action")
        asked = self._body()
        with self.server.site.lock:
            return action(self.server.site, asked)

    def _check_host(self) -> None:
        origin = self.headers.get("Origin")
        names = self.headers.get_all("Host", [])
        if len(names) != 1 or f"http://{names[0]}" not in self.server.origins:
            raise _Refused(HTTPStatus.FORBIDDEN, "another host")
        if origin is not None and origin not in self.server.origins:
            raise _Refused(HTTPStatus.FORBIDDEN, "another origin")

    def _check_token(self, given: str) -> None:
        if not hmac.compare_digest(given.encode(), self.server.site.token.encode()):
            raise _Refused(HTTPStatus.FORBIDDEN, "open the address that the command printed: its token is missing")

    def _body(self) -> Mapping[str, str]:
        """The fields of a request, all of them words."""
        if self.headers.get_content_type() != "application/json":
            raise _Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "JSON only")
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            raise _Refused(HTTPStatus.LENGTH_REQUIRED, "say how long it is")
        if int(length) > LONGEST_BODY:
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too long")
        try:
            asked = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            raise _Refused(HTTPStatus.BAD_REQUEST, "not readable as JSON") from None
        if not isinstance(asked, dict) or not all(isinstance(word, str) for word in asked.values()):
            raise _Refused(HTTPStatus.BAD_REQUEST, "expected an object of words")
        return asked

    def _send(self, status: HTTPStatus, kind: str, text: str) -> None:
        data = text.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        if status is not HTTPStatus.OK:
            # what is left of a refused request is not read as the next one
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature is the library's
        """Says nothing: a terminal is for people."""


class PageServer(ThreadingHTTPServer):
    """Listens on this machine only; `port` 0 takes any that is free. Raises UsageError where it cannot listen."""

    daemon_threads = True

    def __init__(self, site: Site, port: int) -> None:
        self.site = site
        try:
            super().__init__((HOST, port), Handler)
        except OSError as error:
            raise UsageError(f"cannot listen on {HOST}:{port}: {error.strerror}") from error
        number = self.server_address[1]
        self.origins = frozenset({f"http://{HOST}:{number}", f"http://localhost:{number}"})

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        return f"http://{HOST}:{self.server_address[1]}/?token={self.site.token}"


def _needed(asked: Mapping[str, str], name: str) -> str:
    if name not in asked:
        raise UsageError(f"{name!r} is missing")
    return asked[name]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a date") from None
