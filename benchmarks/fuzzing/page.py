"""The review page of a folder, served by a process of its own, and exchanges with it byte for byte."""

from __future__ import annotations

import os
import re
import signal
import socket
import struct
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzzing.base import AS_OF
from fuzzing.process import start_fork

_ADDRESS = re.compile(r"Review at http://127\.0\.0\.1:(\d+)/\?token=(\S+)")
_PATIENCE = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A review page that is served: the process, its port and token, and where its error output goes."""

    pid: int
    port: int
    token: str
    err: Path

    @property
    def origin(self) -> str:
        """The page's own origin."""
        return f"http://127.0.0.1:{self.port}"

    def head(self, method: str, path: str, body: bytes) -> list[tuple[str, str]]:
        """The headers that the page itself would send, below a line of method and path."""
        return [
            (f"{method} {path} HTTP/1.1", ""),
            ("Host", f"127.0.0.1:{self.port}"),
            ("Origin", self.origin),
            ("X-Token", self.token),
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(body))),
            ("Connection", "close"),
        ]

    def exchange(self, pieces: Sequence[bytes], *, reset: bool = False) -> bytes:
        """Sends pieces one by one and gives the whole answer; with `reset` the connection is torn down instead."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for piece in pieces:
                    connection.sendall(piece)
                if reset:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return b""
                connection.shutdown(socket.SHUT_WR)
                answer = b""
                while piece := connection.recv(65536):
                    answer += piece
                return answer
        except OSError as error:
            return f"lost: {type(error).__name__}".encode()

    def lives(self) -> bool:
        """Whether the process still runs."""
        return os.waitpid(self.pid, os.WNOHANG) == (0, 0)

    def end(self, number: int = signal.SIGKILL) -> None:
        """Ends the process and waits for it."""
        os.kill(self.pid, number)
        os.waitpid(self.pid, 0)


def serve(folder: Path) -> Page | None:
    """Serves the page of a folder; None where it did not come up."""
    out, err = folder.parent / f"{folder.name}.out", folder.parent / f"{folder.name}.err"
    out.unlink(missing_ok=True)
    pid = start_fork(("review", "articles", "--no-browser", "--rules", "rules", *AS_OF), folder, out, err)
    for _ in range(_PATIENCE * 50):
        found = _ADDRESS.search(out.read_text(encoding="utf-8")) if out.exists() else None
        if found is not None:
            return Page(pid, int(found[1]), found[2], err)
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None


def request(head: Sequence[tuple[str, str]], body: bytes) -> bytes:
    """The bytes of a request."""
    lines = [name if not value else f"{name}: {value}" for name, value in head]
    return "\r\n".join((*lines, "", "")).encode("utf-8", "surrogatepass") + body
