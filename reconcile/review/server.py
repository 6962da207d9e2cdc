"""The review page on this machine: it answers its own page and nobody else, and outlives every request.

Only 127.0.0.1 is listened on. A request must name this host and port, must not come from another origin, and the page
itself opens only with the token that the command printed; a write needs the token as a header, JSON as its type and
the page's own origin.
"""

from __future__ import annotations

import hmac
import json
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from reconcile.errors import ReconcileError, UsageError
from reconcile.review.pages import page, part
from reconcile.review.site import ACTIONS, Refused, Site, has_body, read_fields

HOST = "127.0.0.1"
# Seconds to wait for the next bytes of a client, and for the rest of a request that was answered already.
_PATIENCE_SECONDS = 30
_PATIENCE_AFTER_ANSWER_SECONDS = 1
# Pieces, of at most 64 kB, of such a rest that are taken and thrown away.
_MOST_PIECES = 1000
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


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back: status, media type, body."""

    status: HTTPStatus
    kind: str
    text: str


class Handler(BaseHTTPRequestHandler):
    """Answers one connection of the page."""

    protocol_version = "HTTP/1.1"
    server_version = "reconcile"
    sys_version = ""
    # of a line that is no request; the library's answer to it would have neither status nor headers
    default_request_version = "HTTP/1.1"
    timeout = _PATIENCE_SECONDS
    server: PageServer
    raw_requestline: bytes

    def do_GET(self) -> None:
        """The page, its style and its script."""
        self._reply(self._read_page, _plain)

    def do_POST(self) -> None:
        """One write, answered in JSON."""
        self._reply(self._do_action, _json_error)

    def _other(self) -> None:
        self._send(_plain(HTTPStatus.METHOD_NOT_ALLOWED, "GET and POST only"))

    do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _other  # noqa: N815 - http.server's

    def _reply(self, make: Callable[[], Reply], refuse: Callable[[HTTPStatus, str], Reply]) -> None:
        """Sends what `make` gives; whatever goes wrong in it is an answer too."""
        try:
            reply = make()
        except Refused as refusal:
            reply = refuse(refusal.status, refusal.why)
        except ReconcileError as error:
            reply = refuse(HTTPStatus.BAD_REQUEST, str(error))
        except ConnectionError:
            # nobody is left to be answered
            raise
        except Exception as error:
            words = f"a fault of the tool itself, please report it: {type(error).__name__}: {error}"
            reply = refuse(HTTPStatus.INTERNAL_SERVER_ERROR, words)
        self._send(reply)

    def _read_page(self) -> Reply:
        self._check_host()
        try:
            asked = urlsplit(self.path)
        except ValueError:
            raise Refused(HTTPStatus.BAD_REQUEST, "not readable as an address") from None
        if asked.path in _FILES:
            return Reply(HTTPStatus.OK, _FILES[asked.path], part(asked.path.removeprefix("/")))
        if asked.path != "/":
            raise Refused(HTTPStatus.NOT_FOUND, "there is no such page")
        self._check_token("".join(parse_qs(asked.query).get("token", ())))
        with self.server.site.lock:
            text = page(self.server.site.session, self.server.site.token)
        return Reply(HTTPStatus.OK, "text/html", text)

    def _do_action(self) -> Reply:
        self._check_host()
        if self.headers.get("Origin") not in self.server.origins:
            raise Refused(HTTPStatus.FORBIDDEN, "another origin")
        self._check_token(self.headers.get("X-Token", ""))
        action = ACTIONS.get(self.path)
        if action is None:
            raise Refused(HTTPStatus.NOT_FOUND, "there is no such action")
        fields = read_fields(self.headers, self.rfile)
        with self.server.site.lock:
            answer = action(self.server.site, fields)
        return Reply(HTTPStatus.OK, "application/json", json.dumps(answer, ensure_ascii=True))

    def _check_host(self) -> None:
        origin = self.headers.get("Origin")
        names = self.headers.get_all("Host", [])
        if len(names) != 1 or f"http://{names[0]}" not in self.server.origins:
            raise Refused(HTTPStatus.FORBIDDEN, "another host")
        if origin is not None and origin not in self.server.origins:
            raise Refused(HTTPStatus.FORBIDDEN, "another origin")

    def _check_token(self, given: str) -> None:
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.server.site.token.encode()):
            raise Refused(HTTPStatus.FORBIDDEN, "open the address that the command printed: its token is missing")

    def _send(self, reply: Reply) -> None:
        data = reply.text.encode("utf-8", "replace")
        self.send_response(reply.status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{reply.kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        if reply.status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, POST")
        if reply.status is not HTTPStatus.OK or (self.command == "GET" and has_body(self.headers)):
            # what is left of a request is not read as the next one
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def parse_request(self) -> bool:
        """Whether the request can be answered; one that begins with an empty line is refused, not passed over."""
        understood = super().parse_request()
        if not understood and not self.raw_requestline.split():
            # the library leaves such a request without an answer, and what it answers with unset
            self.command = ""
            self.request_version = self.protocol_version
            self.send_error(HTTPStatus.BAD_REQUEST)
        return understood

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answers what the library cannot read as a request, in plain words and with our headers."""
        known = HTTPStatus.METHOD_NOT_ALLOWED if code == HTTPStatus.NOT_IMPLEMENTED else HTTPStatus(code)
        self._send(_plain(known, known.phrase))

    def finish(self) -> None:
        """Ends a connection. Closed with bytes unread, it would be reset, and the answer lost on its way."""
        super().finish()
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(_PATIENCE_AFTER_ANSWER_SECONDS)
            for _ in range(_MOST_PIECES):
                if not self.connection.recv(65_536):
                    break

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature is the library's
        """Says nothing: a terminal is for people."""


class PageServer(ThreadingHTTPServer):
    """Listens on this machine only; `port` 0 takes any that is free. Raises UsageError where it cannot listen."""

    daemon_threads = True
    # connections that wait to be taken up: a burst of posts is answered, not reset
    request_queue_size = 1024

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

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the library's
        """A line for a connection that ended in a fault of ours; none for a client that went away."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            sys.stderr.write(f"reconcile: a connection ended by a fault: {type(error).__name__}: {error}\n")


def _plain(status: HTTPStatus, words: str) -> Reply:
    return Reply(status, "text/plain", f"{words}\n")


def _json_error(status: HTTPStatus, words: str) -> Reply:
    return Reply(status, "application/json", json.dumps({"error": words}, ensure_ascii=True))
