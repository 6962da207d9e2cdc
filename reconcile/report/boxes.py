"""Reading a Markdown report back: which boxes a person ticked under which finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

_TICKED = re.compile(r"[ \t]{0,8}[-*+] \[[xX]\] ")
_OPTION = "<!-- option "
_FINDING = "<!-- finding "
_END = " -->"


@dataclass(frozen=True, slots=True)
class Choice:
    """A ticked box: the finding's fingerprint, the option's key, and the line's words, with what a person added."""

    fingerprint: str
    key: str
    text: str


def choices(report: str) -> tuple[Choice, ...]:
    """The ticked boxes of a report, in its order; those that stand under no finding are left out.

    Quoted text cannot forge a box: it never begins a line, and the last mark of a line counts.
    """
    found: list[Choice] = []
    ticked: list[tuple[str, str]] = []
    for line in report.splitlines():
        if line.startswith("#"):
            ticked = []
        elif line.startswith(_FINDING) and line.rstrip().endswith(_END):
            fingerprint = unquote(line.rstrip()[len(_FINDING) : -len(_END)])
            found += [Choice(fingerprint, key, text) for key, text in ticked]
            ticked = []
        elif (box := _TICKED.match(line)) is not None:
            ticked += _option(line[box.end() :])
    return tuple(found)


def _option(line: str) -> list[tuple[str, str]]:
    before, mark, rest = line.rpartition(_OPTION)
    key, end, after = rest.partition(_END)
    if not (mark and end):
        return []
    return [(unquote(key), " ".join(f"{before} {after}".split()))]
