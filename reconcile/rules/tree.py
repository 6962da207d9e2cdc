"""YAML text to plain data with the place of every node, in one pass over the parser's events.

Every scalar stays text: YAML 1.1 would turn "no" into false, 12:30 into 750 and 1e6 into a float. Anchors, aliases
and deep nesting are refused, so that no file, however hostile, costs more than its length.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from reconcile.errors import Diagnostic, Severity
from reconcile.model.surrogates import MESSAGE, find_surrogate

Path = tuple[str | int, ...]
# Line and column, both from 1.
Place = tuple[int, int]
# The nodes of a mapping or list by key or number: the parser's mark of each, and the nodes inside it.
Nodes = dict[str | int, tuple[Any, "Nodes"]]

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Levels of lists and mappings inside one another.
_DEEPEST = 40
_TOO_DEEP = f"nested deeper than {_DEEPEST} levels"
_NOTHING = frozenset({"", "null", "~"})
_START: Place = (1, 1)

# No number of a rule has more digits before or after its point: a googol is one with a hundred noughts.
DIGITS = 100
# What every number beyond those bounds is written with; a text without it need not be looked through.
_NO_NUMBER = re.compile(r"\b(?:s?nan\d*|inf(?:inity)?)\b")
_LONG = re.compile(rf"\de[+-]?\d\d|\d{{{DIGITS}}}")


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; `key` is the mapping key whose value comes next, `twice` if it was had."""

    data: dict[str, Any] | list[Any]
    nodes: Nodes = field(default_factory=dict)
    key: str | None = None
    key_mark: Any = None
    twice: bool = False

    def expects_key(self) -> bool:
        return self.key is None and isinstance(self.data, dict)


class Tree:
    """The data of a YAML document, the place of every node, and what is wrong with it.

    `data` is None when the text cannot be read at all; an empty text is an empty mapping. `shown` is the file name
    that diagnostics carry, `family` the first part of their codes.
    """

    def __init__(self, text: str, shown: str, family: str = "rules") -> None:
        self._text = text
        self.shown = shown
        self.family = family
        self.problems: list[Diagnostic] = []
        self.data: Any = {}
        self._nodes: Nodes = {}
        self._first: Any = None
        self._stack: list[_Open] = []
        try:
            self._read(text)
        except _Refused as refusal:
            self._refuse(*refusal.args)
        except yaml.MarkedYAMLError as error:
            too_deep = _find_too_deep(text[: error.problem_mark.index]) if error.problem_mark else None
            if too_deep is not None:
                self._refuse(_TOO_DEEP, too_deep)
            else:
                self._refuse(f"not readable as YAML: {error.problem or error}", _place(error.problem_mark))
        except yaml.reader.ReaderError as error:
            self._refuse(f"not readable as YAML: {error.reason}", _place_of_offset(text, error.position))
        except (ValueError, OverflowError):
            # the reader in plain Python on an escape beyond the last character
            place = _place_of_offset(text, max(0, text.find("\\U")))
            self._refuse("not readable as YAML: an escape that is no character", place)

    def _refuse(self, message: str, place: Place) -> None:
        self.problem(message, place)
        self.data = None

    def problem(self, message: str, place: Place, code: str = "invalid") -> None:
        """Records an error at a place."""
        where = f"{self.shown}:{place[0]}:{place[1]}"
        self.problems.append(Diagnostic(f"{self.family}.{code}", Severity.ERROR, message, where))

    def place(self, path: Path) -> Place:
        """The line and column of a node, or of the nearest node above it; a key stands for its value."""
        mark, nodes = self._first, self._nodes
        for step in path:
            if step not in nodes:
                break
            mark, nodes = nodes[step]
        return _place(mark)

    def where(self, path: Path) -> str:
        """`file:line:column` of a node."""
        line, column = self.place(path)
        return f"{self.shown}:{line}:{column}"

    def name_alike(self, name: str, key: str) -> None:
        """Lets the place of a key on top be asked for by another name too, unless that name is a key as well."""
        self._nodes.setdefault(name, self._nodes[key])

    @cached_property
    def may_hold_unsound(self) -> bool:
        """Whether some number of the text may be endless or too long, so that each must be looked at."""
        lower = self._text.lower()
        named = ("nan" in lower or "inf" in lower) and _NO_NUMBER.search(lower) is not None
        return named or _LONG.search(lower) is not None

    def place_after(self, path: Path) -> Place | None:
        """The line and column of the first node behind all of a node; None where the text ends with it."""
        after: Any = None
        nodes = self._nodes
        for step in path:
            steps = list(nodes)
            later = steps[steps.index(step) + 1 :]
            after = nodes[later[0]][0] if later else after
            nodes = nodes[step][1]
        return None if after is None else _place(after)

    def _read(self, text: str) -> None:
        for event in iter(_LOADER(text).get_event, None):
            take = _EVENTS.get(type(event))
            if take is not None:
                take(self, event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self._first is not None:
            raise _Refused("a second document begins here; one file holds one", _place(event.start_mark))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value = event.value
        if find_surrogate(value) is not None:
            raise _Refused(MESSAGE, _place(event.start_mark))
        top = self._stack[-1] if self._stack else None
        if top is not None and top.expects_key():
            top.key, top.key_mark = value, event.start_mark
            if value in top.data:
                top.twice = True
                self.problem(f"the key {value!r} stands twice", _place(event.start_mark), "duplicate-key")
        elif value in _NOTHING and event.implicit[0] and not event.style:
            self._add(None, event, {})
        elif top is not None and not value.strip() and isinstance(top.data, list):
            self.problem("a blank word matches nothing", _place(event.start_mark), "blank-word")
        else:
            self._add(value, event, {})

    def _add(self, value: Any, event: yaml.NodeEvent, nodes: Nodes) -> None:
        """Puts a value where it belongs: below the key that was read last, at the end of its list, or on top."""
        top = self._stack[-1] if self._stack else None
        if top is None:
            self.data = {} if value is None else value
            self._first, self._nodes = event.start_mark, nodes
        elif isinstance(top.data, list):
            top.nodes[len(top.data)] = (event.start_mark, nodes)
            top.data.append(value)
        else:
            if not top.twice:
                top.nodes[top.key or ""] = (top.key_mark, nodes)
                top.data[top.key or ""] = value
            top.key, top.twice = None, False

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._stack) >= _DEEPEST:
            raise _Refused(_TOO_DEEP, _place(event.start_mark))
        if self._stack and self._stack[-1].expects_key():
            raise _Refused("a key is a word, not a list or a mapping", _place(event.start_mark))
        new = _Open({} if isinstance(event, yaml.MappingStartEvent) else [])
        self._add(new.data, event, new.nodes)
        self._stack.append(new)

    def _close(self, _event: yaml.Event) -> None:
        self._stack.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        raise _Refused(f"anchors and aliases (*{event.anchor}) are not allowed", _place(event.start_mark))


class _Refused(Exception):  # noqa: N818 - not an error of ours: it ends the reading of one text
    """Readable as YAML, but not as one of our files; carries the message and the place."""


_EVENTS: dict[type[yaml.Event], Callable[[Tree, Any], None]] = {
    yaml.DocumentStartEvent: Tree._document,
    yaml.ScalarEvent: Tree._scalar,
    yaml.SequenceStartEvent: Tree._open,
    yaml.MappingStartEvent: Tree._open,
    yaml.SequenceEndEvent: Tree._close,
    yaml.MappingEndEvent: Tree._close,
    yaml.AliasEvent: Tree._alias,
}


def _find_too_deep(text: str) -> Place | None:
    """Where a text opens a level too many, if it does.

    Some releases of the parser have a depth of their own, and reading ahead they stop there before they hand out the
    first node that is too deep for us. In the text before that place they stop too late for this.
    """
    depth = 0
    with contextlib.suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                return _place(event.start_mark)
    return None


def _place(mark: Any) -> Place:
    """Where a mark of the parser points; the C parser's marks are a type of their own."""
    return (int(mark.line) + 1, int(mark.column) + 1) if mark else _START


def _place_of_offset(text: str, offset: int) -> Place:
    return (text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
