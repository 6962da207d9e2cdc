"""`--watch`: the same command again whenever one of its files changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any

import click

from reconcile.cli.options import Exit, follows_links
from reconcile.sources.files import Fence, walk
from reconcile.sources.packs import default_pack

# Seconds between two looks at the files.
_PAUSE = 0.5
# The arguments that name what a command reads.
_READ = ("paths", "rules", "facts")

Snapshot = Mapping[Path, tuple[int, int]]
Command = Callable[..., int]


def watchable(command: Command) -> Command:
    """Adds --watch to a command whose arguments `paths` and `rules` name all that it reads."""

    @click.option("--watch", is_flag=True, help="Run again whenever an article or a rule changes, until interrupted.")
    @wraps(command)
    def watched(*, watch: bool, **given: Any) -> int:
        code = command(**given)
        if not watch:
            return code
        files = (*_files_read(given), default_pack())
        skip = Path(given["output"]) if given.get("output") else None
        try:
            for changed in changes(files, skip, time.sleep):
                click.echo(f"Changed: {', '.join(path.as_posix() for path in changed)}", err=True)
                code = command(**given)
        except KeyboardInterrupt:
            click.echo("Stopped watching.", err=True)
        return Exit(code)

    return watched


def _files_read(given: Mapping[str, Any]) -> tuple[Path, ...]:
    """What the arguments of a command name that can change. Raises click's UsageError for standard input."""
    if "-" in given["paths"]:
        raise click.UsageError("standard input cannot be watched")
    return tuple(Path(path) for key in _READ for path in given.get(key, ()))


def changes(paths: Iterable[Path], skip: Path | None, wait: Callable[[float], object]) -> Iterator[tuple[Path, ...]]:
    """The files that changed, came or went, each time some have; `wait` is called between two looks."""
    paths = tuple(paths)
    before = snapshot(paths, skip)
    while True:
        wait(_PAUSE)
        now = snapshot(paths, skip)
        if now != before:
            seen = {path for path in {*before, *now} if before.get(path) != now.get(path)}
            # what the run that follows writes beside the articles is no change
            before = now
            yield tuple(sorted(seen))


def snapshot(paths: Iterable[Path], skip: Path | None = None) -> Snapshot:
    """Every file below some paths with the time of its last change and its size; hidden ones and `skip` left out."""
    seen: dict[Path, tuple[int, int]] = {}
    for path in paths:
        fence = Fence.around([path], follow_links=follows_links())
        below = walk(path, "watch", fence, lambda _: True).files if path.is_dir() else (path,)
        for file in below:
            # what is gone between the two looks, or was never there, is in neither
            with suppress(OSError):
                state = file.stat()
                if skip is None or not file.absolute().is_relative_to(skip.absolute()):
                    seen[file] = (state.st_mtime_ns, state.st_size)
    return seen
