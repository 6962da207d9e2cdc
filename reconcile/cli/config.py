"""The configuration: `reconcile.toml`, or `[tool.reconcile]` in `pyproject.toml`, found, read, and its keys placed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.errors import ConfigError, Diagnostic, Severity
from reconcile.sources.files import shown

KeyPath = tuple[str, ...]
Place = tuple[int, int]

# Strings and comments; what looks like a key inside of them is none.
_QUOTED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*+\'{3,5}|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|#[^\n]*',
    re.DOTALL,
)
_HEADER = re.compile(r"\s*\[+\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*\]")
_KEY = re.compile(r"\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")


def places(text: str) -> dict[KeyPath, Place]:
    """Line and column, from 1, of every bare key that is not inside an inline table, and of every table's header.

    The text must be valid TOML; the standard reader gives its values and no places.
    """
    blanked = _QUOTED.sub(lambda quoted: re.sub(r"[^\n]", " ", quoted.group()), text)
    at: dict[KeyPath, Place] = {}
    table: KeyPath = ()
    for number, line in enumerate(blanked.split("\n"), 1):
        place = (number, len(line) - len(line.lstrip()) + 1)
        if header := _HEADER.match(line):
            table = _steps(header[1])
            at.setdefault(table, place)
        elif key := _KEY.match(line):
            at.setdefault((*table, *_steps(key[1])), place)
    return at


def _steps(dotted: str) -> KeyPath:
    return tuple(step.strip() for step in dotted.split("."))


OWN, SHARED = "reconcile.toml", "pyproject.toml"
_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration as found: its file, the prefix of its keys there, its values, and where each key stands."""

    path: Path
    prefix: KeyPath
    values: Mapping[str, Any]
    at: Mapping[KeyPath, Place]

    def problem(self, keys: KeyPath, message: str, code: str = "invalid") -> Diagnostic:
        """Something wrong with a key."""
        path = (*self.prefix, *keys)
        while path and path not in self.at:
            path = path[:-1]
        line, column = self.at.get(path, (1, 1))
        return Diagnostic(f"config.{code}", Severity.ERROR, message, f"{shown(self.path)}:{line}:{column}")


def find(start: Path) -> Config | None:
    """The configuration of a folder, or of the nearest one above that has any. Raises ConfigError for bad TOML."""
    there = (folder / name for folder in (start, *start.parents) for name in (OWN, SHARED))
    configs = (read(path) for path in there if path.is_file())
    return next((config for config in configs if config is not None), None)


def read(path: Path) -> Config | None:
    """The configuration in a file; None where a shared file has none. Raises ConfigError."""
    prefix = ("tool", "reconcile") if path.name == SHARED else ()
    try:
        text = path.read_text(encoding="utf-8")
        data: Any = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        deep = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ConfigError((_unreadable(path, getattr(error, "strerror", None) or deep),)) from error
    for key in prefix:
        data = data.get(key) if isinstance(data, dict) else None
    return None if data is None else Config(path, prefix, data if isinstance(data, dict) else {}, places(text))


def _unreadable(path: Path, message: str) -> Diagnostic:
    at = _AT.search(message)
    place = f"{at[1]}:{at[2]}" if at else "1:1"
    reason = _AT.sub("", message)
    return Diagnostic("config.unreadable", Severity.ERROR, f"not readable as TOML: {reason}", f"{shown(path)}:{place}")
