"""A value of a report's JSON with its place, read as what the public contract says it is or refused by name.

The text of a report's JSON as values, strictly: no key twice, no number that JSON does not have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from reconcile.errors import Diagnostic, Severity
from reconcile.model.period import Moment
from reconcile.model.surrogates import MESSAGE, find_surrogate
from reconcile.sources.decode import BOM, decode
from reconcile.verify.problem import MalformedError, Path, Problem, brief


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


T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
# As `plain` writes a decimal: no exponent, and neither an infinity nor "NaN".
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Node:
    """One value; every reader raises MalformedError where it is something else."""

    data: Any
    path: Path = ()

    def at(self, key: str) -> Node:
        """The value under a key that must be there."""
        data = self._object()
        if key not in data:
            raise MalformedError(self.path, f"the key “{key}” is missing")
        return Node(data[key], (*self.path, key))

    def maybe(self, key: str) -> Node:
        """The value under a key that may be left out; null then."""
        return Node(self._object().get(key), (*self.path, key))

    def items(self) -> tuple[Node, ...]:
        """The items of a list."""
        if not isinstance(self.data, list):
            raise self.refused("a list")
        return tuple(Node(item, (*self.path, i)) for i, item in enumerate(self.data))

    def entries(self) -> Iterator[tuple[str, Node]]:
        """The keys of an object with their values."""
        return ((key, Node(value, (*self.path, key))) for key, value in self._object().items())

    def text(self) -> str:
        """A text."""
        if not isinstance(self.data, str):
            raise self.refused("a text")
        if find_surrogate(self.data) is not None:
            raise MalformedError(self.path, f"holds {MESSAGE}")
        return self.data

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text() for item in self.items())

    def whole(self) -> int:
        """A whole number, 0 or more."""
        if not isinstance(self.data, int) or isinstance(self.data, bool) or self.data < 0:
            raise self.refused("a whole number, 0 or more")
        return self.data

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.data, bool):
            raise self.refused("true or false")
        return self.data

    def word(self, words: type[E]) -> E:
        """One of a closed set of words."""
        try:
            return words(self.text())
        except MalformedError:
            raise
        except ValueError:
            raise self.refused(f"one of {', '.join(words)}") from None

    def number(self) -> Decimal:
        """A decimal, which the JSON writes as text."""
        text = self.text()
        if not _NUMBER.fullmatch(text):
            raise self.refused("a number written as text, such as “12.5”")
        return Decimal(text)

    def day(self) -> date:
        """A date."""
        try:
            return date.fromisoformat(self.text())
        except MalformedError:
            raise
        except ValueError:
            raise self.refused("a date, such as “2031-05-03”") from None

    def moment(self) -> Moment:
        """A date, or a date with its time of day."""
        text = self.text()
        try:
            moment = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
        except ValueError:
            raise self.refused("a date or a time, such as “2031-05-03T16:00:00”") from None
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            raise self.refused("a time without a zone")
        return moment

    def optional(self, read: Callable[[Node], T]) -> T | None:
        """What `read` makes of the value; None for null."""
        return None if self.data is None else read(self)

    def refused(self, expected: str) -> MalformedError:
        """The error that says what was expected and what is there."""
        return MalformedError(self.path, f"expected {expected}, not {brief(self.data)}")

    def _object(self) -> dict[str, Any]:
        if not isinstance(self.data, dict):
            raise self.refused("an object")
        return self.data


def read_each(nodes: Iterable[Node], read: Callable[[Node], T], refused: list[Problem]) -> tuple[T, ...]:
    """What `read` makes of each node; those that it refuses go to `refused`."""
    made = []
    for node in nodes:
        try:
            made.append(read(node))
        except MalformedError as error:
            refused.append(error.problem)
        except ValueError as error:
            # the records check themselves: a value within its bounds, bounds in their order
            refused.append(Problem(node.path, str(error), "verify.form"))
    return tuple(made)
