"""Bytes to text: strict UTF-8, nothing altered, and the place of the first byte that is not; text to a JSON object."""

from __future__ import annotations

import json
import re
from typing import Any

from reconcile.errors import Diagnostic, Severity
from reconcile.model.surrogates import MESSAGE, find_escaped_surrogate

BOM = "\ufeff"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# What a file of another kind begins with; its text must be saved first.
_KINDS = {
    b"PK\x03\x04": "a Word, OpenDocument or other packed file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"%PDF-": "a PDF",
    b"{\\rtf": "a rich text file",
}
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}<(?:!doctype\s{1,9}html|html)\b", re.IGNORECASE)
SAVE = "save its text as .txt or .md"


def decode(data: bytes, shown: str, limit: int = -1) -> str | Diagnostic:
    """The text of a file, with its line ends and any byte order mark kept, or what is wrong with it.

    `shown` is the file name that the diagnostic carries; `limit` the most bytes it may have, -1 for any number.
    """
    if 0 <= limit < len(data):
        return _bad("too-large", f"larger than {limit:,} bytes, the most one article may have", f"{shown}:1:1")
    if data.startswith(_UTF16):
        return _bad("encoding", "written in UTF-16; save it as UTF-8", f"{shown}:1:1")
    kind = kind_of(data)
    if kind is not None:
        return _bad("kind", f"{kind}, which is not read: {SAVE}", f"{shown}:1:1")
    nul = data.find(b"\0")
    if nul >= 0:
        return _bad("binary", "not a text: it holds a NUL byte", _where(data, nul, shown))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte 0x{data[error.start]:02X} ({error.reason}); save it as UTF-8"
        return _bad("encoding", message, _where(data, error.start, shown))
    if not text.lstrip(BOM).strip():
        return _bad("empty", "nothing in it to read", f"{shown}:1:1")
    return text


def kind_of(data: bytes) -> str | None:
    """What sort of file this is by its first bytes, where it is no plain text."""
    if _PAGE.match(data):
        return "an HTML page"
    return next((name for start, name in _KINDS.items() if data.startswith(start)), None)


def _where(data: bytes, offset: int, shown: str) -> str:
    """`file:line:column` of a byte; columns count code points, as everywhere."""
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    line = data.count(b"\n", 0, offset) + 1
    return f"{shown}:{line}:{column}"


def _bad(code: str, message: str, where: str) -> Diagnostic:
    return Diagnostic(f"input.{code}", Severity.ERROR, message, where)


class NoObjectError(ValueError):
    """A text that holds no object of JSON; `offset` is where in it that shows."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


def decode_object(text: str) -> dict[str, Any]:
    """The object of JSON that a text holds, its numbers as they are written. Raises NoObjectError."""
    try:
        data = json.loads(text, parse_float=str, parse_int=str)
    except json.JSONDecodeError as error:
        raise NoObjectError(f"not readable as JSON: {error.msg}", error.pos) from error
    except RecursionError as error:
        raise NoObjectError("nested too deeply") from error
    lone = find_escaped_surrogate(text)
    if lone is not None:
        raise NoObjectError(MESSAGE, lone)
    if not isinstance(data, dict):
        raise NoObjectError("expected an object of keys and values")
    return data
