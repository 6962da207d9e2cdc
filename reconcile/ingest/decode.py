"""Bytes to text: strict UTF-8, nothing altered, and the place of the first byte that is not."""

from __future__ import annotations

from reconcile.errors import Diagnostic, Severity

BOM = "\ufeff"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, shown: str) -> str | Diagnostic:
    """The text of a file, with its line ends and any byte order mark kept, or what is wrong with it.

    `shown` is the file name that the diagnostic carries. Offsets into the text are those of the decoded file.
    """
    if data.startswith(_UTF16):
        return _bad("encoding", "written in UTF-16; save it as UTF-8", f"{shown}:1:1")
    nul = data.find(b"\0")
    if nul >= 0:
        return _bad("binary", "not a text: it holds a NUL byte", _where(data, nul, shown))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte 0x{data[error.start]:02X} ({error.reason})"
        return _bad("encoding", message, _where(data, error.start, shown))
    if not text.lstrip(BOM).strip():
        return _bad("empty", "nothing in it to read", f"{shown}:1:1")
    return text


def _where(data: bytes, offset: int, shown: str) -> str:
    """`file:line:column` of a byte; columns count code points, as everywhere."""
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    line = data.count(b"\n", 0, offset) + 1
    return f"{shown}:{line}:{column}"


def _bad(code: str, message: str, where: str) -> Diagnostic:
    return Diagnostic(f"input.{code}", Severity.ERROR, message, where)
