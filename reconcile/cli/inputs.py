"""What commands that reconcile share: the options that say from what, the ledger of decisions, and the run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any

from reconcile.cli.options import AS_OF, COLUMNS, FACTS, LEDGER, QUIET, RULES, VERBOSE, follows_links
from reconcile.cli.session import open_inputs, open_rules, say
from reconcile.cli.terminal import progress
from reconcile.errors import Diagnostic
from reconcile.model.run import Run
from reconcile.pipeline import Pipeline
from reconcile.review.ledger import Ledger, default_folders, read_ledger
from reconcile.review.reviewed import reviewed
from reconcile.sources.files import Fence

# The stages with some rules, and what is wrong with these.
Rules = tuple[Pipeline, tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class Options:
    """The options that say what is reconciled, with which rules, and how much is said of it."""

    facts: tuple[str, ...]
    columns: Mapping[str, str]
    ledger: str | None
    as_of: date | None
    rules: tuple[str, ...]
    quiet: bool

    @property
    def day(self) -> date:
        """The day that decisions bear and re-check days are held against."""
        return self.as_of or today()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A run with what was wrong with its rules, inputs and ledger, and what it was made with."""

    run: Run
    problems: tuple[Diagnostic, ...]
    stages: Pipeline
    ledger: Ledger


def reconciling(function: Callable[..., int]) -> Callable[..., int]:
    """Gives a command these options, and hands them on as one."""

    @wraps(function)
    def command(**given: Any) -> int:
        options = Options(**{name: given.pop(name) for name in Options.__dataclass_fields__})
        return function(options, **given)

    made: Callable[..., int] = command
    for option in (QUIET, VERBOSE, RULES, COLUMNS, FACTS, AS_OF, LEDGER):
        made = option(made)
    return made


def reconcile_inputs(
    options: Options,
    paths: Sequence[str],
    skip: Iterable[Path] = (),
    rules: Rules | None = None,
) -> Reconciled:
    """Reads and reconciles what `paths` lead to; what is wrong with it is said on standard error.

    `rules` are those that were opened already.
    """
    stages, mistakes = rules or open_rules(options.rules, options.quiet)
    stages = replace(stages, progress=partial(progress, quiet=options.quiet))
    documents, problems = open_inputs(paths, options.quiet, skip, options.columns, options.facts)
    ledger = open_ledger(paths, options.ledger, options.quiet)
    known = (*mistakes, *problems, *ledger.problems)
    run = reviewed(stages, documents, known, ledger.decisions, options.day, as_of=options.as_of)
    return Reconciled(run, known, stages, ledger)


def open_ledger(paths: Sequence[str], folder: str | None, quiet: bool) -> Ledger:
    """The ledger of articles, with what is wrong with it said on standard error."""
    folders = default_folders(paths) if folder is None else (Path(folder),)
    inside = folders if folder is not None else [folder.parent for folder in folders]
    ledger = read_ledger(folders, Fence.around(inside, follow_links=follows_links()))
    say(ledger.problems, quiet=quiet)
    return ledger


def today() -> date:
    """The day on this machine's calendar."""
    return datetime.now(tz=UTC).astimezone().date()


def folder_for_links(output: str, run: Run) -> str:
    """The folder of the report as links need it: absolute when the articles' paths are, else from where we stand."""
    absolute = any(document.path is not None and Path(document.path).is_absolute() for document in run.documents)
    return (Path(output).absolute() if absolute else Path(os.path.relpath(output))).as_posix()
