"""Where the keys and values of a TOML text stand; the standard reader gives values and no places.

The text must be valid TOML: it has been read before, so nothing here needs to be refused.

The configuration file: `reconcile.toml`, or `[tool.reconcile]` in `pyproject.toml`, found and read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reconcile.errors import ConfigError, Diagnostic, Severity
from reconcile.sources.files import shown

KeyPath = tuple[str, ...]
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


def places(text: str) -> dict[KeyPath, Place]:
    """Line and column, from 1, of every key that is not inside an inline table, and of every table's header."""
    return _Scan(text).all()


class _Scan:
    """One pass over the statements of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.table: KeyPath = ()
        self.found: dict[KeyPath, Place] = {}

    def all(self) -> dict[KeyPath, Place]:
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

    def _key(self) -> KeyPath:
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


OWN, SHARED = "reconcile.toml", "pyproject.toml"
_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration as found: its file, the prefix of its keys there, its values, and where each key stands."""

    path: Path
    prefix: tuple[str, ...]
    values: Mapping[str, Any]
    at: Mapping[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)

    def problem(self, keys: tuple[str, ...], message: str, code: str = "invalid") -> Diagnostic:
        """Something wrong with a key."""
        path = (*self.prefix, *keys)
        while path and path not in self.at:
            path = path[:-1]
        line, column = self.at.get(path, (1, 1))
        return Diagnostic(f"config.{code}", Severity.ERROR, message, f"{shown(self.path)}:{line}:{column}")


def find(start: Path) -> Config | None:
    """The configuration of a folder, or of the nearest one above that has any. Raises ConfigError for bad TOML."""
    for folder in (start, *start.parents):
        for name, prefix in ((OWN, ()), (SHARED, ("tool", "reconcile"))):
            path = folder / name
            if path.is_file():
                found = read(path, prefix)
                if found is not None:
                    return found
    return None


def read(path: Path, prefix: tuple[str, ...] | None = None) -> Config | None:
    """The configuration in a file; None where a shared file has none. Raises ConfigError."""
    prefix = (("tool", "reconcile") if path.name == SHARED else ()) if prefix is None else prefix
    try:
        text = path.read_text(encoding="utf-8")
        data: Any = tomllib.loads(text)
    except OSError as error:
        raise ConfigError((_unreadable(path, error.strerror or str(error)),)) from error
    except ValueError as error:
        raise ConfigError((_unreadable(path, str(error)),)) from error
    except RecursionError as error:
        raise ConfigError((_unreadable(path, "nested too deeply"),)) from error
    for key in prefix:
        data = data.get(key) if isinstance(data, dict) else None
    return None if data is None else Config(path, prefix, data if isinstance(data, dict) else {}, places(text))


def _unreadable(path: Path, message: str) -> Diagnostic:
    found = _AT.search(message)
    place = f"{found[1]}:{found[2]}" if found else "1:1"
    reason = _AT.sub("", message)
    return Diagnostic("config.unreadable", Severity.ERROR, f"not readable as TOML: {reason}", f"{shown(path)}:{place}")
