"""Sound YAML to plain data, fast and without places; whatever is not plainly sound is left to `tree`, which says why.

Loading a pack is mostly this loop, so it is one loop.
"""

from __future__ import annotations

from typing import Any

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 40
_NOTHING = ("", "null", "~")


class Odd(Exception):  # noqa: N818 - not an error of ours: it hands the text to the careful reader
    """Not the plain mapping of one document that a rule file is."""


def plain(text: str) -> dict[str, Any]:
    """The data of a text, every scalar a string, bare nulls None; raises Odd for whatever needs a closer look."""
    if _LOADER is yaml.BaseLoader and "\\u" in text.lower():
        # unlike libyaml it lets escapes pass that give no character
        raise Odd
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
                raise Odd
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            new: Any = {} if kind is yaml.MappingStartEvent else []
            if len(above) >= _DEEPEST or (not above and (root is not None or kind is not yaml.MappingStartEvent)):
                raise Odd
            _attach(new, top, key)
            above.append(top)
            root = root if top is not None else new
            top, key = new, None
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            top = above.pop()
        elif kind is yaml.AliasEvent:
            raise Odd
    return root or {}


def _new_key(key: str, mapping: dict[str, Any]) -> str:
    if key in mapping:
        raise Odd
    return key


def _attach(new: Any, top: Any, key: str | None) -> None:
    if key is not None:
        top[key] = new
    elif type(top) is list:
        top.append(new)
    elif top is not None:
        raise Odd
