"""Decisions from the boxes that a person ticked in a Markdown report, which is read back for them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from reconcile.errors import Diagnostic, Severity, UsageError
from reconcile.guard import guarded
from reconcile.model.decision import Decision
from reconcile.report.gfm import escape
from reconcile.review.ledger import FAILED
from reconcile.review.session import ReviewSession

# A link of the report to a line of an article.
_LINK = re.compile(r"\]\(([^()\s#?]+)(?:\?plain=1)?#L\d+\)")
_JOINTS = " \t…:;,.–—-"
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


def read_boxes(report: str) -> tuple[tuple[Choice, ...], tuple[int, ...]]:
    """The ticked boxes of a report in its order, and the lines, from 1, of those that stand under no finding.

    Quoted text cannot forge a box: it never begins a line, and the last mark of a line counts.
    """
    chosen: list[Choice] = []
    stray: list[int] = []
    ticked: list[Choice] = []
    for number, line, below in _lines(report):
        if line.startswith("#"):
            stray += [choice.line for choice in ticked]
            ticked = []
        elif line.startswith(_FINDING) and line.rstrip().endswith(_END):
            fingerprint = unquote(line.rstrip()[len(_FINDING) : -len(_END)])
            chosen += [replace(choice, fingerprint=fingerprint) for choice in ticked]
            ticked = []
        elif (choice := _choice(line, number)) is not None:
            ticked.append(replace(choice, text=" ".join((choice.text, *below.split()))))
    return tuple(chosen), (*stray, *(choice.line for choice in ticked))


def _lines(report: str) -> Iterator[tuple[int, str, str]]:
    """The lines of a report with their numbers, from 1, each ticked box with the words that are indented below it."""
    number, line, below, is_box = 0, "", "", False
    for n, text in enumerate(report.splitlines(), 1):
        if is_box and text.startswith("  ") and text.strip() and not _BOX.match(text):
            below = f"{below} {text}"
        else:
            yield number, line, below
            number, line, below, is_box = n, text, "", _choice(text, n) is not None
    yield number, line, below


def _choice(line: str, number: int) -> Choice | None:
    """The ticked box of a line, whose finding is named further down; None where it is none of our options."""
    box = _TICKED.match(line)
    before, mark, rest = line.rpartition(_OPTION)
    key, end, after = rest.partition(_END)
    if box is None or not (mark and end):
        return None
    return Choice("", unquote(key), " ".join(f"{before[box.end() :]} {after}".split()), number)


@dataclass(frozen=True, slots=True)
class Ticked:
    """What came of a report: decisions made, how many stood in the ledger already, and boxes that cannot be taken."""

    made: tuple[Decision, ...]
    known: int
    problems: tuple[Diagnostic, ...]


def apply_ticks(report: str, shown: str, session: ReviewSession) -> Ticked:
    """Decides as the boxes say; a finding with two ticks, or one that is gone, is a problem and decides nothing."""
    by_finding: dict[str, list[Choice]] = {}
    choices, stray = read_boxes(report)
    for choice in choices:
        by_finding.setdefault(choice.fingerprint, []).append(choice)
    made: list[Decision] = []
    problems = [_problem("this box stands under no finding, and decides nothing", shown, line) for line in stray]
    known = 0
    for ticked in by_finding.values():
        where = f"{shown}:{ticked[-1].line}:1"
        try:
            decision = guarded(partial(_taken, ticked, session), FAILED, "deciding as this box says", where)
        except UsageError as error:
            problems.append(_problem(str(error), shown, ticked[-1].line))
            continue
        if isinstance(decision, Diagnostic):
            problems.append(decision)
        else:
            known += decision is None
            made += [decision] if decision is not None else []
    return Ticked(tuple(made), known, tuple(problems))


def _taken(ticked: list[Choice], session: ReviewSession) -> Decision | None:
    """The decision, or None where the ledger has it already."""
    choice = ticked[0]
    if len({c.key for c in ticked}) > 1:
        lines = " and ".join(str(c.line) for c in ticked)
        raise UsageError(f"one finding with {len(ticked)} ticks (lines {lines}); leave one")
    finding = session.finding(choice.fingerprint)
    label = next((option.label for option in finding.options if option.key == choice.key), "")
    reason = added(choice.text, label)
    if session.has(choice.fingerprint, choice.key, reason):
        return None
    return session.decide(choice.fingerprint, choice.key, reason)


def added(text: str, label: str) -> str:
    """What a person wrote beside a box: its words without those of the option."""
    printed = " ".join(escape(label).split())
    start = printed.removesuffix("…").rstrip()
    for known in (printed, start):
        if known and text.startswith(known):
            return text[len(known) :].strip(_JOINTS)
    return text.strip(_JOINTS)


def linked_articles(report: str, folder: Path) -> tuple[str, ...]:
    """The files that a report's links lead to from its folder, those that exist."""
    targets = dict.fromkeys(unquote(target) for target in _LINK.findall(report))
    return tuple(_files(targets, folder))


def _files(targets: dict[str, None], folder: Path) -> Iterator[str]:
    for target in targets:
        path = Path(os.path.normpath(folder / target))
        if path.is_file():
            yield path.as_posix()


def _problem(message: str, shown: str, line: int) -> Diagnostic:
    return Diagnostic("ledger.tick", Severity.ERROR, message, f"{shown}:{line}:1")
