"""The guard: what goes wrong inside one piece of work becomes a value, and everything else goes on.

A fault of the tool met on one document, file, group or check must not lose the run. `guarded` turns it into a
`Diagnostic`; `without_failing` leaves out, of many pieces, those at which work on all of them fails. Every `Exception`
is caught: also RecursionError and MemoryError, since what the work had taken is free again once it is left. Misuse (a
`ReconcileError`) and what asks the program to stop (KeyboardInterrupt) are raised.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from reconcile.errors import Diagnostic, ReconcileError, Severity
from reconcile.model.document import Document

T = TypeVar("T")
R = TypeVar("R")
# The longest account of an exception in a message, in code points: some quote the whole input.
LONGEST_REASON = 200
# The longest text, in code points, of which parts are read again to find the line at which reading fails.
SEARCHED = 200_000
FAILED = "input.failed"


def guarded(work: Callable[[], T], code: str, doing: str, where: str) -> T | Diagnostic:
    """What `work` returns, or an error of `code` at `where` that says what the tool was `doing` when it failed."""
    try:
        return work()
    except ReconcileError:
        raise
    except Exception as error:
        return failure(error, code, doing, where)


def failure(error: Exception, code: str, doing: str, where: str) -> Diagnostic:
    """An exception as a diagnostic, with its traceback as the detail."""
    fault = "this is a fault of the tool, please report it with what --verbose adds"
    message = f"the tool failed while {doing} ({_reason(error)}); {fault}"
    return Diagnostic(code, Severity.ERROR, message, where, "".join(traceback.format_exception(error)))


def _reason(error: Exception) -> str:
    """An exception on one line: its type, and what it says, cut where that is long."""
    words = " ".join(str(error).encode("utf-8", "backslashreplace").decode().split())
    words = words if len(words) <= LONGEST_REASON else f"{words[:LONGEST_REASON]}…"
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def without_failing(
    items: Sequence[T], work: Callable[[tuple[T, ...]], R], blame: Callable[[Exception, T], Diagnostic]
) -> tuple[R, tuple[Diagnostic, ...]]:
    """What `work` makes of the items that it does not fail on, and the diagnostic that `blame` makes of each other.

    Raises what `work` raises where it fails without any item.
    """
    kept = tuple(items)
    problems: list[Diagnostic] = []
    while True:
        try:
            return work(kept), tuple(problems)
        except ReconcileError:
            raise
        except Exception:
            found = _first_failing(kept, work)
            if found is None:
                raise
        at, error = found
        problems.append(blame(error, kept[at]))
        kept = (*kept[:at], *kept[at + 1 :])


def guard_text(text: str, work: Callable[[str], T], code: str, doing: str, shown: str) -> T | Diagnostic:
    """What `work` makes of the text of a file, or an error at the line of `shown` with which it begins to fail.

    The line is not looked for in a very long text, nor where memory ran out.
    """
    try:
        return work(text)
    except ReconcileError:
        raise
    except Exception as error:
        searched = len(text) <= SEARCHED and not isinstance(error, MemoryError)
        found = _first_failing(_lines(text), lambda some: work("".join(some))) if searched else None
        return failure(error, code, doing, f"{shown}:{1 if found is None else found[0] + 1}:1")


def guard_document(document: Document, work: Callable[[Document], T]) -> T | Diagnostic:
    """What `work` makes of a document, or an error at the line, or the row of a table, with which it begins to fail."""
    if document.rows is None:
        doing = "reading this article, which is left out"
        return guard_text(
            document.text, lambda text: work(_with_text(document, text)), FAILED, doing, document.path or document.id
        )
    try:
        return work(document)
    except ReconcileError:
        raise
    except Exception as error:
        found = _first_failing(document.rows, lambda rows: work(replace(document, rows=rows)))
        where = place(document, 0 if found is None else document.rows[found[0]].span.start)
        return failure(error, FAILED, "reading the rows of this source, which are left out", where)


def place(document: Document, offset: int) -> str:
    """`file:line:column` of a place in a document, the file as the user gave it."""
    return f"{document.path or document.id}:{document.line(offset)}:{document.column(offset)}"


def _with_text(document: Document, text: str) -> Document:
    """The document, or a beginning of it."""
    if text is document.text:
        return document
    return replace(document, text=text, body=min(document.body, len(text)))


def _lines(text: str) -> list[str]:
    """The lines as they are counted everywhere: a line ends with a line feed and nothing else."""
    return [f"{line}\n" for line in text.split("\n")]


def _first_failing(items: Sequence[T], work: Callable[[tuple[T, ...]], object]) -> tuple[int, Exception] | None:
    """The item at which the shortest beginning that `work` fails on ends, found by halving, and how it fails.

    None where it fails on none of the items, or without any.
    """
    error = _failure_of(work, tuple(items))
    if error is None or _failure_of(work, ()) is not None:
        return None
    sound, failing = 0, len(items)
    while failing - sound > 1:
        middle = (sound + failing) // 2
        earlier = _failure_of(work, tuple(items[:middle]))
        sound, failing, error = (middle, failing, error) if earlier is None else (sound, middle, earlier)
    return failing - 1, error


def _failure_of(work: Callable[[tuple[T, ...]], object], items: tuple[T, ...]) -> Exception | None:
    try:
        work(items)
    except ReconcileError:
        raise
    except Exception as error:
        return error
    return None
