"""The counts of a report's coverage, held against its lists and its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.model.run import Coverage, whole_percent
from reconcile.verify.compare import differences
from reconcile.verify.problem import Path, Problem
from reconcile.verify.report import Report

_MAKER = "its lists make"


def check_coverage(report: Report) -> Iterator[Problem]:
    """Where a count is not that of what is listed, or a list is not of the sources of the report."""
    stated = report.data["coverage"]
    named = [entry.document.id for entry in report.sources]
    if [covered.source for covered in report.coverage] != named:
        yield Problem(("coverage", "sources"), "are not the sources that the manifest names")
    for i, covered in enumerate(report.coverage):
        yield from _check_source(("coverage", "sources", i), covered, stated["sources"][i])
    totals = _totals(report.coverage)
    yield from differences({key: stated[key] for key in totals}, totals, ("coverage",), _MAKER)


def _check_source(here: Path, covered: Coverage, stated: Mapping[str, object]) -> Iterator[Problem]:
    """As `check_coverage`, of one source, whose counts are `stated`."""
    made = covered.to_dict()
    counts = {key: made[key] for key in ("total", "percent")}
    if covered.places:
        counts["bound"] = len(covered.places)
    yield from differences({key: stated[key] for key in counts}, counts, here, _MAKER)
    for name, entries in (("excused", covered.skipped), ("unread", covered.unread)):
        if {entry.source for entry in entries} - {covered.source}:
            yield Problem((*here, name), "names another source")


def _totals(coverage: tuple[Coverage, ...]) -> dict[str, int | None]:
    """The counts over all sources."""
    total = sum(c.total for c in coverage)
    return {
        "total": total,
        "percent": whole_percent(sum(c.accounted for c in coverage), total),
        "bound": sum(c.claimed for c in coverage),
        "excused": sum(len(c.skipped) for c in coverage),
        "unread": sum(len(c.unread) for c in coverage),
    }
