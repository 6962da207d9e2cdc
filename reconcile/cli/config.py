"""The configuration file: `reconcile.toml`, or `[tool.reconcile]` in `pyproject.toml`, found and read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reconcile.cli.toml_places import places
from reconcile.errors import ConfigError, Diagnostic, Severity
from reconcile.ingest.walk import shown

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
    said = _AT.sub("", message)
    return Diagnostic("config.unreadable", Severity.ERROR, f"not readable as TOML: {said}", f"{shown(path)}:{place}")
