"""What is known about an article's source: entries of `sources.yaml` and Markdown front matter, in one shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.model.document import Source
from reconcile.rules.source import nearest, typed
from reconcile.rules.tree import Tree


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who published an article, when and where; `origin` names the article or agency it copies, if any.

    `columns` is for tables of claims: which column gives which field, where its header has another name for it.
    `article` says whether the file is one at all: false leaves it out, true reads it as plain text.
    """

    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    country: str | None = None
    origin: str | None = None
    columns: dict[str, str] = {}
    article: bool | None = None


_KEYS = tuple(f.encode_name for f in msgspec.structs.fields(Entry) if f.name not in ("columns", "article"))
_ALIASES = {"date": "published", "pubdate": "published", "authors": "author", "byline": "author", "headline": "title"}
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_LONGEST = 65_536
_TIME_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d")


def source(entry: Entry, origin: str) -> Source:
    """An entry as a source; `origin` says where its date was found, if it has one."""
    known = {key: getattr(entry, key) for key in _KEYS}
    return Source(**known, published_from=origin if entry.published else None)


def merged(first: Source, second: Source) -> Source:
    """What `first` says, completed by `second`."""
    known = {key: getattr(second, key) for key in _KEYS if getattr(first, key) is None}
    if "published" in known:
        known["published_from"] = second.published_from
    return replace(first, **known)


def read_sidecar(text: str, shown: str) -> tuple[Mapping[str, tuple[Entry, str]], tuple[Diagnostic, ...]]:
    """The entries of a `sources.yaml` with the place of each, by file name, and every problem."""
    tree = Tree(text, shown, "sources")
    if tree.data is not None and not isinstance(tree.data, dict):
        tree.problem("expected file names, each with what is known about it", (1, 1))
        return {}, tuple(tree.problems)
    entries: dict[str, tuple[Entry, str]] = {}
    for name in tree.data or ():
        entry = typed(tree, Entry, (name,))
        if entry is not None:
            line, column = tree.place((name,))
            entries[name] = (entry, f"{shown}:{line}:{column}")
    return entries, tuple(tree.problems)


def read_front_matter(text: str, shown: str) -> tuple[Source, int, tuple[Diagnostic, ...]]:
    """What a Markdown text says about itself between `---` lines at its very top, and where the article begins.

    Keys that other programs put there (`tags`, `layout` ...) are let pass; one that looks like a slip for a key of
    ours is a warning. Text between two rules that is not a mapping is part of the article.
    """
    fence = _FENCE.match(text)
    close = _CLOSE.search(text, fence.end()) if fence else None
    if fence is None or close is None:
        return Source(), 0, ()
    if close.start() > _LONGEST:
        message = f"front matter of more than {_LONGEST:,} characters is not read"
        where = f"{shown}:1:1"
        return Source(), close.end(), (Diagnostic("front-matter.too-long", Severity.WARNING, message, where),)
    # a leading line stands for the fence, so that places are those of the file
    tree = Tree("\n" + text[fence.end() : close.start()], shown, "front-matter")
    if tree.data is None:
        return Source(), close.end(), _softened(tree)
    if not isinstance(tree.data, dict):
        return Source(), 0, ()
    strays = _plain_keys(tree)
    entry = typed(tree, Entry)
    read = Source() if entry is None else source(entry, "front matter")
    return read, close.end(), (*_softened(tree), *strays)


def _softened(tree: Tree) -> tuple[Diagnostic, ...]:
    """The article can be read without its front matter, so its troubles are warnings."""
    return tuple(replace(problem, severity=Severity.WARNING) for problem in tree.problems)


def _plain_keys(tree: Tree) -> list[Diagnostic]:
    """Leaves only keys of ours in the tree, aliases resolved, values as text; gives a warning for each near miss."""
    strays: list[Diagnostic] = []
    kept: dict[str, Any] = {}
    for key, value in tree.data.items():
        name = _ALIASES.get(key.lower(), key.lower())
        tree.places.setdefault((name,), tree.place((key,)))
        if name in _KEYS:
            kept.setdefault(name, _plain_value(value))
        elif near := nearest(name, (*_KEYS, *_ALIASES)):
            line, column = tree.place((key,))
            message = f"unknown key {key!r}; did you mean {near!r}?"
            strays.append(
                Diagnostic("front-matter.unknown-key", Severity.WARNING, message, f"{tree.shown}:{line}:{column}")
            )
    tree.data = kept
    return strays


def _plain_value(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    clock = _TIME_OF_DAY.match(value) if isinstance(value, str) else None
    return clock.group(1) if clock else value
