"""A progress bar for long work: on standard error, only when that is a terminal, and only when there is much to do."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")

# Fewer articles are read before a bar could be looked at.
_MANY = 20


def progress(items: Iterable[T], label: str = "Reading", *, quiet: bool = False) -> Iterator[T]:
    """The same items, in order; a bar advances as they are taken."""
    known: Sequence[T] = tuple(items)
    if quiet or len(known) < _MANY or sys.stderr is None or not sys.stderr.isatty():
        yield from known
        return
    with click.progressbar(known, label=label, file=sys.stderr, show_pos=True) as bar:
        yield from bar
