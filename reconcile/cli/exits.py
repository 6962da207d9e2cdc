"""Exit codes, and which of them a run deserves.

`--fail-under`: how much of the numbers and dates must be accounted for, in a claim or set aside by a rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from reconcile.cli.options import Exit
from reconcile.errors import Diagnostic, Severity
from reconcile.model.decision import SETTLED, Review, State
from reconcile.model.finding import Finding, Relation
from reconcile.model.run import INPUTS, Coverage, Run, unread_files, whole_percent


class FailOn(StrEnum):
    """What makes a report fail: a conflict, a finding of some severity, one nobody decided on, or nothing."""

    CONFLICT = "conflict"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    UNREVIEWED = "unreviewed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An exit code with the reason for it in words."""

    code: Exit
    why: str


# Faults of the tool itself, by which a part of the report is missing.
INTERNAL = "internal."


def outcome(
    findings: Iterable[Finding],
    problems: Iterable[Diagnostic],
    fail_on: FailOn,
    settled: Mapping[str, Review] = MappingProxyType({}),
) -> Outcome:
    """What a run comes to: trouble with what the user wrote first, then faults, then unread inputs, then findings.

    Findings that `settled` names, by their fingerprints, are left out; what a baseline only knows is not reviewed.
    """
    inputs = input_outcome(problems)
    if inputs.code is not Exit.CLEAN:
        return inputs
    if fail_on is FailOn.NEVER:
        return Outcome(Exit.CLEAN, "findings never fail (--fail-on never)")
    grave = [finding.fingerprint for finding in findings if fails(finding, fail_on)]
    reviewed = {State.DECIDED} if fail_on is FailOn.UNREVIEWED else SETTLED
    failing = sum(name not in settled or settled[name].state not in reviewed for name in grave)
    one, none = _NAMES.get(fail_on, ("finding", f"no finding at or above {fail_on}"))
    besides = "".join(f", {words}" for words in settled_words(settled[name] for name in grave if name in settled))
    if failing:
        return Outcome(Exit.FINDINGS, f"{counted(failing, one)}{besides} (--fail-on {fail_on})")
    return Outcome(Exit.CLEAN, f"{none}{' left' if grave else ''}{besides} (--fail-on {fail_on})")


_NAMES = {
    FailOn.CONFLICT: ("conflict", "no conflict"),
    FailOn.UNREVIEWED: ("finding not reviewed", "nothing to review"),
}


def settled_words(reviews: Iterable[Review]) -> Iterator[str]:
    """How many findings are decided, and how many a baseline knows: "2 decided", "1 known"."""
    counts = Counter(review.state for review in reviews)
    yield from (f"{counts[state]} {state}" for state in (State.DECIDED, State.KNOWN) if counts[state])


def found_later(run: Run, known: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What the run found wrong with the inputs, the ledger and the tool, besides what is `known` already."""
    known = frozenset(known)
    return tuple(p for p in run.diagnostics if p.code.startswith(("ledger.", INTERNAL, *INPUTS)) and p not in known)


def input_outcome(problems: Iterable[Diagnostic]) -> Outcome:
    """What the inputs alone come to: trouble with rules, `sources.yaml` or the ledger, faults, then unread inputs."""
    errors = [problem.code for problem in problems if problem.severity is Severity.ERROR]
    for family, code, noun, rest in _TROUBLES:
        number = sum(error.startswith(family) for error in errors)
        if number:
            return Outcome(code, f"{counted(number, noun)} {rest}")
    return Outcome(Exit.CLEAN, "every input was read")


# Trouble with what was given, the gravest first: how its codes begin, what a run comes to, and the words for it.
_TROUBLES: tuple[tuple[str | tuple[str, ...], Exit, str, str], ...] = (
    ("rules.", Exit.USAGE, "error", "in rules"),
    ("sources.", Exit.USAGE, "error", "in sources.yaml"),
    ("ledger.", Exit.USAGE, "error", "in the ledger"),
    (INTERNAL, Exit.INTERNAL, "fault", "of the tool; all else is reported"),
    (INPUTS, Exit.UNREAD, "input", "could not be read"),
)


# So many files are named in a summary.
_NAMED = 3


def unread_words(problems: Iterable[Diagnostic]) -> str:
    """Which files were not read, or not all of them, for the last line of a command; empty where all were."""
    names = [file.path for file in unread_files(problems)]
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f" Not read: {', '.join(names[:_NAMED])}{more}." if names else ""


def fails(finding: Finding, fail_on: FailOn) -> bool:
    """Whether a finding is one of those that `fail_on` names, which is not `NEVER`."""
    if fail_on is FailOn.CONFLICT:
        return finding.verdict is Relation.CONFLICT
    return fail_on is FailOn.UNREVIEWED or finding.severity.rank >= Severity(fail_on.value).rank


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 conflict", "2 conflicts", "2 findings not reviewed"."""
    first, space, rest = noun.partition(" ")
    return f"{number} {noun}" if number == 1 else f"{number} {first}s{space}{rest}"


def with_coverage(result: Outcome, coverage: Iterable[Coverage], fail_under: int | None) -> Outcome:
    """An outcome that also fails, and says so, when the coverage of all sources together falls short."""
    if fail_under is None:
        return result
    parts = tuple(coverage)
    total, accounted = sum(part.total for part in parts), sum(part.accounted for part in parts)
    share = whole_percent(accounted, total)
    share_words = (
        "no numbers or dates to cover" if share is None else f"{share}% of {total:,} numbers and dates accounted for"
    )
    short = 100 * accounted < fail_under * total
    code = Exit.FINDINGS if short and result.code is Exit.CLEAN else result.code
    return Outcome(code, f"{result.why}; {share_words}{', too few' if short else ''} (--fail-under {fail_under})")
