"""`--fail-under`: how much of the numbers and dates must be accounted for, in a claim or set aside by a rule."""

from __future__ import annotations

from collections.abc import Iterable

import click

from reconcile.cli.codes import Exit
from reconcile.cli.exits import Outcome
from reconcile.model.run import Coverage, whole_percent

FAIL_UNDER = click.option(
    "--fail-under",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="Leave with exit code 1 when less than this share of the numbers and dates is in a claim or set aside.",
)


def with_coverage(result: Outcome, coverage: Iterable[Coverage], fail_under: int | None) -> Outcome:
    """An outcome that also fails, and says so, when the coverage of all sources together falls short."""
    if fail_under is None:
        return result
    parts = tuple(coverage)
    total, accounted = sum(part.total for part in parts), sum(part.accounted for part in parts)
    share = whole_percent(accounted, total)
    said = "no numbers or dates to cover" if share is None else f"{share}% of {total:,} numbers and dates accounted for"
    short = 100 * accounted < fail_under * total
    code = Exit.FINDINGS if short and result.code is Exit.CLEAN else result.code
    return Outcome(code, f"{result.why}; {said}{', too few' if short else ''} (--fail-under {fail_under})")
