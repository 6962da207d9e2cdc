"""A round with the review page: odd requests, each of which must be answered in order, and decisions that must stay."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from fuzzing.base import Base
from fuzzing.bytewise import CHANGES
from fuzzing.case import Failure
from fuzzing.page import Page, request, serve
from fuzzing.process import run_fork
from fuzzing.structured import NOT_IN_FORM, change_json
from fuzzing.tokens import token

_REQUESTS = 40
_STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")
_PATHS = (
    "/",
    "/decide",
    "/undo",
    "/effect",
    "/adopt",
    "/review.css",
    "/review.js",
    "/x",
    "//",
    "*",
    "http://[",
    "/%00",
)
_METHODS = ("GET", "POST", "POST", "POST", "PUT", "HEAD", "OPTIONS", "BREW", "get", "")
_LENGTHS = ("9" * 5000, "-1", "1e3", "0", "", "64001", "99999999999", "١", "3, 3", "0x10", " 7")


def converse(base: Base, folder: Path, dice: random.Random) -> list[Failure]:
    """Serves the page, sends it odd requests, and says what went wrong with any of them or with the ledger after."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base.folder, folder)
    page = serve(folder)
    if page is None:
        return [_failure("no page", "the review page did not come up")]
    found: list[Failure] = []
    try:
        for _ in range(_REQUESTS):
            found.extend(_one_request(base, page, dice))
            if not page.lives():
                return [*found, _failure("server gone", "the page's process ended")]
        found.extend(_afterwards(page))
    finally:
        page.end()
    outcome = run_fork(("stats", "articles"), folder, base.limits)
    if outcome.code != 0:
        found.append(_failure("ledger broken", outcome.err.strip()[-200:]))
    return found


def _one_request(base: Base, page: Page, dice: random.Random) -> Iterator[Failure]:
    raw = _drawn(base, page, dice)
    pieces = [raw]
    if dice.random() < 0.2 and raw:
        cuts = sorted(dice.randrange(len(raw)) for _ in range(3))
        pieces = [raw[a:b] for a, b in zip((0, *cuts), (*cuts, len(raw)), strict=True)]
    reset = dice.random() < 0.1
    answer = page.exchange(pieces, reset=reset)
    status = _STATUS.match(answer)
    shown = repr(raw.replace(page.token.encode(), b"TOKEN").replace(str(page.port).encode(), b"PORT")[:400])
    if answer.startswith(b"lost: "):
        yield _failure("no answer", f"{answer.decode()} to {shown}")
    elif status is None and not reset and raw.strip() and b"\r\n" in raw:
        # a first line that never ends is no request yet
        yield _failure("no answer", f"{answer[:40]!r} to {shown}")
    elif status is not None and status[1] >= b"500" and status[1] != b"505":
        words = answer.rpartition(b"\n")[2][:120]
        yield _failure("status", f"{status[1].decode()} {words!r} to {shown}")
    if stated := page.err.read_text(encoding="utf-8", errors="replace"):
        yield _failure("server error output", stated.strip()[-300:])
        page.err.write_text("")


def _drawn(base: Base, page: Page, dice: random.Random) -> bytes:
    """A request of the page itself, changed in its body, its head or as a whole."""
    findings = base.report["findings"]
    finding = dice.choice(findings)
    option = dice.choice(finding["options"])["key"]
    fields = {"finding": finding["fingerprint"], "option": option, "reason": token(dice), "recheck": ""}
    if dice.random() < 0.2:
        fields["proposal"] = dice.choice(("alias", "tolerance", token(dice)))
    body = json.dumps(fields, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")
    for _ in range(dice.choice((0, 0, 1, 2))):
        body = _changed_body(body, dice)
    method, path = dice.choice(_METHODS), dice.choice(_PATHS)
    if dice.random() < 0.6:
        method, path = "POST", dice.choice(("/decide", "/decide", "/undo", "/effect", "/adopt"))
    head = page.head(method, path, body)
    if dice.random() < 0.4:
        _change_head(head, dice)
    raw = request(head, body)
    return dice.choice(CHANGES)(raw, dice) if dice.random() < 0.15 else raw


def _changed_body(body: bytes, dice: random.Random) -> bytes:
    try:
        return change_json(body, dice) if dice.random() < 0.5 else dice.choice(CHANGES)(body, dice)
    except NOT_IN_FORM:
        return body


def _change_head(head: list[tuple[str, str]], dice: random.Random) -> None:
    number = dice.randrange(1, len(head))
    name, value = head[number]
    match dice.randrange(7):
        case 0:
            del head[number]
        case 1:
            head.append((name, value))
        case 2:
            head[number] = (name, token(dice))
        case 3:
            head.append((token(dice), token(dice)))
        case 4:
            head.append(("Transfer-Encoding", dice.choice(("chunked", "gzip", ""))))
        case 5:
            head.extend(("X", "y" * dice.choice((10, 70_000))) for _ in range(dice.choice((1, 120))))
        case _:
            head[5:6] = [("Content-Length", dice.choice(_LENGTHS))]


def _afterwards(page: Page) -> Iterator[Failure]:
    """Whatever came before, the page opens."""
    answer = page.exchange([request(page.head("GET", f"/?token={page.token}", b""), b"")])
    if not answer.startswith(b"HTTP/1.1 200 "):
        yield _failure("page does not open", answer[:80].decode("utf-8", "replace"))


def _failure(kind: str, words: str) -> Failure:
    return Failure(kind, words, f"review page: {kind}: {re.sub(r'[0-9]+', '#', words)[:60]}")
