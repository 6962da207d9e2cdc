"""The files of other formats that lie beside a report: each must be what the same run makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from reconcile.errors import Diagnostic, Severity
from reconcile.verify.problem import brief

_TICKED, _OPEN = ("- [x]", "- [X]"), "- [ ]"


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
