"""What is wrong with a report, and where: a place in its JSON, in words and as line and column.

The text of a report's JSON as values, strictly: no key twice, no number that JSON does not have.
"""

from __future__ import annotations

import json
import pathlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from reconcile.errors import Diagnostic, Severity, line_and_column
from reconcile.model.surrogates import MESSAGE, find_escaped_surrogate
from reconcile.sources.decode import BOM
from reconcile.sources.files import read_text, shown

Path = tuple[str | int, ...]
# More problems than this say nothing new; they are counted.
MOST_REPORTED = 40
_SPACE = re.compile(r"\s*")
_DECODER = json.JSONDecoder()
# How many characters of a text a message repeats.
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong at a place of the JSON, such as `("findings", 2, "message")`; `code` is its kind."""

    path: Path
    message: str
    code: str = "verify.follows"

    def __str__(self) -> str:
        """The place in words, then what is wrong there."""
        return f"{place_in_words(self.path)}: {self.message}"


def place_in_words(path: Path) -> str:
    """A place of the JSON as programs write it: `findings[2].evidence[0].quote`."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.removeprefix(".") or "the report"


def brief(value: object) -> str:
    """A value of the JSON as a message shows it, cut short where it is long."""
    text = f"“{value}”" if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def diagnostics(problems: Iterable[Problem], text: str, shown: str) -> Iterator[Diagnostic]:
    """Each problem with file, line and column, the first ones told and the rest counted; `text` is the JSON."""
    rest = iter(problems)
    for problem in islice(rest, MOST_REPORTED):
        line, column = locate(text, problem.path)
        yield Diagnostic(problem.code, Severity.ERROR, str(problem), f"{shown}:{line}:{column}")
    more = sum(1 for _ in rest)
    if more:
        yield Diagnostic("verify.more", Severity.ERROR, f"{more} more problems are not listed", f"{shown}:1:1")


def locate(text: str, path: Path) -> tuple[int, int]:
    """Line and column, from 1, of the value at a place of a JSON text; of the innermost part there is."""
    at = _skip(text, 0)
    for step in path:
        inner = _enter(text, at, step)
        if inner is None:
            break
        at = inner
    return line_and_column(text, at)


def _enter(text: str, at: int, step: str | int) -> int | None:
    """Where the value begins that an object or list at `at` has under a key or number; None where it has none."""
    if text[at : at + 1] not in ("{", "["):
        return None
    keyed = text[at] == "{"
    at, index = _skip(text, at + 1), 0
    while text[at] not in "}]":
        key: object = index
        if keyed:
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if key == step:
            return at
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
        if text[at] == ",":
            at = _skip(text, at + 1)
        index += 1
    return None


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def parse(file: pathlib.Path) -> tuple[str, object] | Diagnostic:
    """The text of a JSON file, without its byte order mark, and its value, or what is wrong with it."""
    text = read_text(file)
    if isinstance(text, Diagnostic):
        return text
    text, name = text.removeprefix(BOM), shown(file)
    lone = find_escaped_surrogate(text)
    if lone is not None:
        line, column = line_and_column(text, lone)
        return _unreadable(MESSAGE, f"{name}:{line}:{column}")
    try:
        return text, json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        return _unreadable(f"not readable as JSON: {error.msg}", f"{name}:{error.lineno}:{error.colno}")
    except RecursionError:
        return _unreadable("nested too deeply", f"{name}:1:1")
    except ValueError as error:
        return _unreadable(f"not readable as JSON: {error}", f"{name}:1:1")


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
