"""The text of a report's JSON as values, strictly: no key twice, no number that JSON does not have."""

from __future__ import annotations

import json

from reconcile.errors import Diagnostic, Severity
from reconcile.ingest.decode import BOM, decode


def parse(content: bytes, shown: str) -> tuple[str, object] | Diagnostic:
    """The text of a JSON file and its value, or what is wrong with it; `shown` names the file in messages."""
    text = decode(content, shown)
    if isinstance(text, Diagnostic):
        return text
    text = text.removeprefix(BOM)
    try:
        return text, json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        return _unreadable(f"not readable as JSON: {error.msg}", f"{shown}:{error.lineno}:{error.colno}")
    except RecursionError:
        return _unreadable("nested too deeply", f"{shown}:1:1")
    except ValueError as error:
        return _unreadable(f"not readable as JSON: {error}", f"{shown}:1:1")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; readers of JSON would differ on one that has a key twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key “{twice}” stands twice in one object")
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number of JSON")


def _unreadable(message: str, where: str) -> Diagnostic:
    return Diagnostic("input.json", Severity.ERROR, message, where)
