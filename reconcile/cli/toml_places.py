"""Where the keys and values of a TOML text stand; the standard reader gives values and no places.

The text must be valid TOML: it has been read before, so nothing here needs to be refused.
"""

from __future__ import annotations

import re

Path = tuple[str, ...]
Place = tuple[int, int]

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_BLANK = re.compile(r"[ \t]*+")
_PART = re.compile(r"\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'|[A-Za-z0-9_-]++")
# What may stand in a value: strings first, so that nothing inside them counts.
_PIECE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*+\'{3,5}'
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'|#[^\n]*|[\[\]{}\n]|[^\"'#\[\]{}\n]++",
    re.DOTALL,
)


def places(text: str) -> dict[Path, Place]:
    """Line and column, from 1, of every key that is not inside an inline table, and of every table's header."""
    return _Scan(text).all()


class _Scan:
    """One pass over the statements of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.table: Path = ()
        self.found: dict[Path, Place] = {}

    def all(self) -> dict[Path, Place]:
        while self._skip(_SPACE) < len(self.text):
            start = self.at
            if self.text[start] == "[":
                self.at += len(self.text[start:]) - len(self.text[start:].lstrip("["))
                self.table = self._key()
                self.found.setdefault(self.table, self._place(start))
                self.at = self._line_end()
            else:
                key = (*self.table, *self._key())
                self.found.setdefault(key, self._place(start))
                self._value()
        return self.found

    def _skip(self, blank: re.Pattern[str]) -> int:
        found = blank.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _key(self) -> Path:
        """A dotted key."""
        parts: list[str] = []
        while True:
            self._skip(_BLANK)
            part = _PART.match(self.text, self.at)
            if part is None:
                return tuple(parts)
            parts.append(part.group().strip("\"'"))
            self.at = part.end()
            if self.text[self._skip(_BLANK) : self.at + 1] != ".":
                return tuple(parts)
            self.at += 1

    def _value(self) -> None:
        """Past the value, which ends with its line unless a bracket is open."""
        depth = 0
        while piece := _PIECE.match(self.text, self.at):
            self.at = piece.end()
            sign = piece.group()
            depth += (sign in "[{") - (sign in "]}")
            if sign == "\n" and depth <= 0:
                return

    def _line_end(self) -> int:
        end = self.text.find("\n", self.at)
        return len(self.text) if end < 0 else end + 1

    def _place(self, offset: int) -> Place:
        return (self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset))
