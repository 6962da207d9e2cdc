"""Reading a Markdown report back: which boxes a person ticked under which finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

_TICKED = re.compile(r"[ \t]{0,8}[-*+] \[[xX]\] ")
_BOX = re.compile(r"[ \t]{0,8}[-*+] \[[ xX]?\]")
_OPTION = "<!-- option "
_FINDING = "<!-- finding "
_END = " -->"


@dataclass(frozen=True, slots=True)
class Choice:
    """A ticked box: the finding's fingerprint, the option's key, and the words beside it, with what a person added.

    What is added may stand on the line, before or after its hidden mark, or indented on the lines below. `line` is
    that of the box, from 1.
    """

    fingerprint: str
    key: str
    text: str
    line: int


def choices(report: str) -> tuple[Choice, ...]:
    """The ticked boxes of a report, in its order; those that stand under no finding are left out.

    Quoted text cannot forge a box: it never begins a line, and the last mark of a line counts.
    """
    found: list[Choice] = []
    ticked: list[_Box] = []
    open_ = False
    for number, line in enumerate(report.splitlines(), 1):
        if line.startswith("#"):
            ticked = []
        elif line.startswith(_FINDING) and line.rstrip().endswith(_END):
            fingerprint = unquote(line.rstrip()[len(_FINDING) : -len(_END)])
            found += [Choice(fingerprint, key, " ".join(text.split()), at) for key, text, at in ticked]
            ticked = []
        elif (box := _TICKED.match(line)) is not None:
            made = _option(line[box.end() :], number)
            ticked += made
            open_ = bool(made)
            continue
        elif open_ and line.startswith("  ") and line.strip() and not _BOX.match(line):
            ticked[-1] = ticked[-1]._replace(text=f"{ticked[-1].text} {line}")
            continue
        open_ = False
    return tuple(found)


def stray_ticks(report: str) -> tuple[int, ...]:
    """The lines, from 1, of ticked boxes of an option that stand under no finding."""
    known = {choice.line for choice in choices(report)}
    lines = enumerate(report.splitlines(), 1)
    ticked = (n for n, line in lines if (box := _TICKED.match(line)) is not None and _option(line[box.end() :], n))
    return tuple(n for n in ticked if n not in known)


class _Box(NamedTuple):
    key: str
    text: str
    line: int


def _option(line: str, number: int) -> list[_Box]:
    before, mark, rest = line.rpartition(_OPTION)
    key, end, after = rest.partition(_END)
    if not (mark and end):
        return []
    return [_Box(unquote(key), f"{before} {after}", number)]
