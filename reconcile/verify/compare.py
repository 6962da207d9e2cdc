"""Two forms of one thing, as a report has it and as it is made again: every place in which they differ.

The files of other formats that lie beside a report must be what the same run makes of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from reconcile.errors import Diagnostic, Severity
from reconcile.verify.problem import Path, Problem, brief

# By which fields the items of a list are known again, wherever they stand in it; the key tells what they are.
_KEYS: dict[str, tuple[str, ...]] = {
    "fingerprint": ("code", "fingerprint", "group"),
    "id": ("id",),
    "in_claims": ("source",),
}
# A box of a Markdown report that somebody ticked, and one that nobody did.
_TICKED, _OPEN = ("- [x]", "- [X]"), "- [ ]"


def differences(reported: Any, made: Any, path: Path, maker: str) -> Iterator[Problem]:
    """Where `reported` is not `made`; `maker` says what the second was made of, with its verb: "the articles give"."""
    if isinstance(reported, Mapping) and isinstance(made, Mapping):
        yield from _of_objects(reported, made, path, maker)
    elif isinstance(reported, list) and isinstance(made, list):
        yield from _of_lists(reported, made, path, maker)
    elif type(reported) is not type(made) or reported != made:
        yield Problem(path, f"is {brief(reported)}; {maker} {brief(made)}")


def _of_objects(reported: Mapping[str, Any], made: Mapping[str, Any], path: Path, maker: str) -> Iterator[Problem]:
    for key in made:
        if key not in reported:
            yield Problem(path, f"the key “{key}” is missing; {maker} {brief(made[key])}")
        else:
            yield from differences(reported[key], made[key], (*path, key), maker)
    for key in reported:
        if key not in made:
            yield Problem((*path, key), f"is {brief(reported[key])}; {maker} nothing of this name")


def _of_lists(reported: list[Any], made: list[Any], path: Path, maker: str) -> Iterator[Problem]:
    both = [*reported, *made]
    fields = next((keys for mark, keys in _KEYS.items() if both and _have(both, (mark, *keys))), None)
    if fields is not None:
        yield from _of_keyed(reported, made, path, maker, fields)
        return
    if len(reported) != len(made):
        yield Problem(path, f"has {len(reported)} entries; {maker} {len(made)}")
    for i, (one, other) in enumerate(zip(reported, made, strict=False)):
        yield from differences(one, other, (*path, i), maker)


def _have(items: Sequence[Any], fields: tuple[str, ...]) -> bool:
    return all(isinstance(item, Mapping) and all(field in item for field in fields) for item in items)


def _of_keyed(
    reported: list[Any], made: list[Any], path: Path, maker: str, fields: tuple[str, ...]
) -> Iterator[Problem]:
    """Items that are known again by a key are compared with each other, so that one that is missing is told alone."""
    left: dict[str, list[Any]] = {}
    for item in made:
        left.setdefault(_key(item, fields), []).append(item)
    order = []
    for i, item in enumerate(reported):
        same = left.get(_key(item, fields))
        if same:
            order.append(_key(item, fields))
            yield from differences(item, same.pop(0), (*path, i), maker)
        else:
            yield Problem((*path, i), f"stands here once too often; {maker} none like it ({_named(item, fields)})")
    for missing in (item for items in left.values() for item in items):
        yield Problem(path, f"one is missing; {maker} also {_named(missing, fields)}")
    wanted = Counter(order)
    ordered = [key for key in (_key(item, fields) for item in made) if wanted[key] > 0]
    if len(order) == len(ordered) and order != ordered:
        yield Problem(path, f"stand in another order than {maker}")


def _key(item: Mapping[str, Any], fields: tuple[str, ...]) -> str:
    return json.dumps([item[field] for field in fields])


def _named(item: Mapping[str, Any], fields: tuple[str, ...]) -> str:
    """An item by what a reader knows it by: the words that it says, else its key."""
    label = next((item[key] for key in ("message", "about", "quote") if isinstance(item.get(key), str)), None)
    return brief(label) if label is not None else ", ".join(str(item[field]) for field in fields)


def check_companions(written: Mapping[str, bytes], made: Mapping[str, str]) -> Iterator[Diagnostic]:
    """One problem for each file, by its name in messages, that says something else; a ticked box is no difference."""
    for name, content in written.items():
        text = content.decode("utf-8", "replace")
        if text == made[name]:
            continue
        lines = zip_longest(text.split("\n"), made[name].split("\n"), fillvalue="")
        differing = ((i, one, other) for i, (one, other) in enumerate(lines, 1) if _unticked(one) != other)
        for number, one, other in differing:
            message = f"says {brief(one.strip())}; the articles give {brief(other.strip())}"
            yield Diagnostic("verify.beside", Severity.ERROR, message, f"{name}:{number}:1")
            break


def _unticked(line: str) -> str:
    start = line.lstrip()
    mark = next((mark for mark in _TICKED if start.startswith(mark)), None)
    return line if mark is None else line.replace(mark, _OPEN, 1)
