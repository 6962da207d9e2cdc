"""YAML text to plain data with the place of every node, in one pass over the parser's events.

Every scalar stays text: YAML 1.1 would turn "no" into false, 12:30 into 750 and 1e6 into a float. Anchors, aliases
and deep nesting are refused, so that no file, however hostile, costs more than its length.

Sound YAML to plain data, fast and without places; whatever is not plainly sound is left to `tree`, which says why.

Loading a pack is mostly this loop, so it is one loop.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from reconcile.errors import Diagnostic, Severity
from reconcile.model.surrogates import MESSAGE, find_surrogate
from reconcile.rules.numbers import may_hold_unsound

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 40
_NOTHING = ("", "null", "~")


class NotPlain(Exception):  # noqa: N818 - not an error of ours: it hands the text to the careful reader
    """Not the plain mapping of one document that a rule file is."""


def plain(text: str) -> dict[str, Any]:
    """The data of a text, every scalar a string, bare nulls None; raises Odd for whatever needs a closer look."""
    if _LOADER is yaml.BaseLoader and "\\u" in text.lower():
        # unlike libyaml it lets escapes pass that give no character
        raise NotPlain
    get = _LOADER(text).get_event
    root: dict[str, Any] | None = None
    above: list[Any] = []
    top: Any = None
    key: str | None = None
    while (kind := type(event := get())) is not yaml.StreamEndEvent:
        if kind is yaml.ScalarEvent:
            bare = event.implicit[0] and not event.style
            if key is not None:
                top[key] = None if bare and event.value in _NOTHING else event.value
                key = None
            elif type(top) is dict:
                key = _new_key(event.value, top)
            elif type(top) is list and event.value.strip() and not (bare and event.value in _NOTHING):
                top.append(event.value)
            else:
                raise NotPlain
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            new: Any = {} if kind is yaml.MappingStartEvent else []
            if len(above) >= _DEEPEST or (not above and (root is not None or kind is not yaml.MappingStartEvent)):
                raise NotPlain
            _attach(new, top, key)
            above.append(top)
            root = root if top is not None else new
            top, key = new, None
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            top = above.pop()
        elif kind is yaml.AliasEvent:
            raise NotPlain
    return root or {}


def _new_key(key: str, mapping: dict[str, Any]) -> str:
    if key in mapping:
        raise NotPlain
    return key


def _attach(new: Any, top: Any, key: str | None) -> None:
    if key is not None:
        top[key] = new
    elif type(top) is list:
        top.append(new)
    elif top is not None:
        raise NotPlain


Path = tuple[str | int, ...]
Place = tuple[int, int]

_TOO_DEEP = f"nested deeper than {_DEEPEST} levels"
_START: Place = (1, 1)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; `key` is the mapping key whose value comes next."""

    path: Path
    data: dict[str, Any] | list[Any]
    key: str | None = None
    skip: bool = False

    def expects_key(self) -> bool:
        return isinstance(self.data, dict) and self.key is None

    def next_path(self) -> Path:
        return (*self.path, len(self.data)) if isinstance(self.data, list) else (*self.path, self.key or "")

    def add(self, value: Any) -> None:
        if isinstance(self.data, list):
            self.data.append(value)
        else:
            if not self.skip:
                self.data[self.key or ""] = value
            self.key, self.skip = None, False


class Tree:
    """The data of a YAML document, the place of every node, and what is wrong with it.

    `data` is None when the text cannot be read at all; an empty text is an empty mapping. `shown` is the file name
    that diagnostics carry, `family` the first part of their codes.
    """

    def __init__(self, text: str, shown: str, family: str = "rules") -> None:
        self.shown = shown
        self.family = family
        self.problems: list[Diagnostic] = []
        self.data: Any = None
        self._text = text
        self._places: dict[Path, Place] | None = None
        self._suspect: bool | None = None
        self._stack: list[_Open] = []
        try:
            self.data = plain(text)
        except (NotPlain, yaml.YAMLError):
            self._read_with_care(text)

    @property
    def may_hold_unsound(self) -> bool:
        """Whether some number of the text may be endless or too long, so that each must be looked at."""
        if self._suspect is None:
            self._suspect = may_hold_unsound(self._text)
        return self._suspect

    @property
    def places(self) -> dict[Path, Place]:
        """Where each node stands; found the first time it is asked for, since a sound file is rarely asked."""
        if self._places is None:
            self._places = {}
            self._read_with_care(self._text)
        return self._places

    def _read_with_care(self, text: str) -> None:
        """Reads again with the place of every node and a problem for everything that is wrong."""
        self._places = {}
        try:
            self._read(text)
        except yaml.MarkedYAMLError as error:
            too_deep = _find_too_deep(text[: error.problem_mark.index]) if error.problem_mark else None
            if too_deep is not None:
                self.problem(_TOO_DEEP, too_deep)
            else:
                self.problem(f"not readable as YAML: {error.problem or error}", _place(error.problem_mark))
            self.data = None
        except yaml.reader.ReaderError as error:
            self.problem(f"not readable as YAML: {error.reason}", _place_of_offset(text, error.position))
            self.data = None
        except (ValueError, OverflowError):
            # the reader in plain Python on an escape beyond the last character
            self.problem("not readable as YAML: an escape that is no character", _place_of_escape(text))
            self.data = None
        except _Refused as refusal:
            self.problem(*refusal.args)
            self.data = None

    def problem(self, message: str, place: Place, code: str = "invalid") -> None:
        """Records an error at a place."""
        where = f"{self.shown}:{place[0]}:{place[1]}"
        self.problems.append(Diagnostic(f"{self.family}.{code}", Severity.ERROR, message, where))

    def place(self, path: Path) -> Place:
        """The line and column of a node, or of the nearest node above it; a key stands for its value."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, _START)

    def _read(self, text: str) -> None:
        documents = 0
        self.data = {}
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused("a second document begins here; one file holds one", _place(event.start_mark))
            take = _EVENTS.get(type(event))
            if take is not None:
                take(self, event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        bare = event.implicit[0] and not event.style
        if find_surrogate(event.value) is not None:
            raise _Refused(MESSAGE, _place(event.start_mark))
        if self._stack and self._stack[-1].expects_key():
            self._key(str(event.value), _place(event.start_mark))
        else:
            self._value(None if bare and event.value in ("", "null", "~") else event.value, event)

    def _key(self, key: str, place: Place) -> None:
        top = self._stack[-1]
        top.key = key
        if key in top.data:
            top.skip = True
            self.problem(f"the key {key!r} stands twice", place, "duplicate-key")
        else:
            self.places[(*top.path, key)] = place

    def _value(self, value: Any, event: yaml.Event) -> Path:
        path: Path = ()
        if self._stack:
            path = self._stack[-1].next_path()
            if isinstance(value, str) and not value.strip() and isinstance(path[-1], int):
                self.problem("a blank word matches nothing", _place(event.start_mark), "blank-word")
                return path
            self._stack[-1].add(value)
        elif value is not None:
            self.data = value
        self.places.setdefault(path, _place(event.start_mark))
        return path

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._stack) >= _DEEPEST:
            raise _Refused(_TOO_DEEP, _place(event.start_mark))
        if self._stack and self._stack[-1].expects_key():
            raise _Refused("a key is a word, not a list or a mapping", _place(event.start_mark))
        data: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._stack.append(_Open(self._value(data, event), data))

    def _close(self, _event: yaml.Event) -> None:
        self._stack.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        raise _Refused(f"anchors and aliases (*{event.anchor}) are not allowed", _place(event.start_mark))


class _Refused(Exception):  # noqa: N818 - not an error of ours: it ends the reading of one text
    """Readable as YAML, but not as one of our files; carries the message and the place."""


_EVENTS: dict[type[yaml.Event], Callable[[Tree, Any], object]] = {
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
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.CollectionStartEvent):
                if depth == _DEEPEST:
                    return _place(event.start_mark)
                depth += 1
    except yaml.YAMLError:
        return None
    return None


def _place(mark: Any) -> Place:
    """Where a mark of the parser points; the C parser's marks are a type of their own."""
    return (int(mark.line) + 1, int(mark.column) + 1) if mark else _START


def _place_of_escape(text: str) -> Place:
    return _place_of_offset(text, max(0, text.find("\\U")))


def _place_of_offset(text: str, offset: int) -> Place:
    return (text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
