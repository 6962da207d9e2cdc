"""A sound folder to change: articles, tables, facts, rules, settings, a ledger, and reports, ticked and plain."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fuzzing.process import Limits, Outcome, run_fork, warm_up

FILES = Path(__file__).parent / "base"
REPORT = Path("reports/report.json")
TICKED = Path("reports/ticked.md")
AS_OF = ("--as-of", "2031-07-01")
_GENEROUS = Limits(120, 300)
# A run may take this many times as long as the base run, and always this many seconds of processor time.
TIMES, SECONDS = 10, 8.0


@dataclass(frozen=True, slots=True)
class Base:
    """The sound folder, its report as data, its claims by source, and how long a run may take."""

    folder: Path
    report: Mapping[str, Any]
    claims: Mapping[str, list[Any]]
    limits: Limits


def build_base(folder: Path) -> Base:
    """Makes the folder: half of the findings decided in the ledger, boxes of the others ticked in a copy of the report.

    Raises SystemExit where the base is not sound: then nothing that follows would mean anything.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(FILES, folder)
    warm_up(folder)
    _sound(run_fork(("report",), folder, _GENEROUS), (1,))
    _tick(folder, every=2)
    _sound(run_fork(("review", "apply", str(TICKED), "articles", "--rules", "rules", *AS_OF), folder, _GENEROUS), (0,))
    outcome = run_fork(("report",), folder, _GENEROUS)
    _sound(outcome, (1,))
    _tick(folder, every=1)
    report = read_report(folder)
    if report is None or report["diagnostics"] or len(list((folder / "articles/decisions").iterdir())) < 2:
        raise SystemExit("the base folder is not sound: it has diagnostics, or no decisions")
    processor = max(TIMES * outcome.seconds, SECONDS)
    return Base(folder, report, claims_by_source(report), Limits(processor, 6 * processor))


def _sound(outcome: Outcome, codes: tuple[int, ...]) -> None:
    if outcome.code not in codes or "error" in outcome.err:
        raise SystemExit(f"the base folder is not sound: exit {outcome.code}\n{outcome.out}{outcome.err}")


def _tick(folder: Path, every: int) -> None:
    """Ticks the first box of every so many-th finding that is open, with a reason."""
    lines = (folder / "reports/report.md").read_text(encoding="utf-8").split("\n")
    firsts = [n for n, line in enumerate(lines) if line.startswith("- [ ]") and not lines[n - 1].startswith("- [")]
    for number in firsts[::every]:
        lines[number] = lines[number].replace("- [ ]", "- [x]").replace(" <!--", " asked the harbour office <!--", 1)
    (folder / TICKED).write_text("\n".join(lines), encoding="utf-8", newline="\n")


def read_report(folder: Path) -> Mapping[str, Any] | None:
    """The JSON report of a folder; None where there is none that can be read."""
    try:
        report = json.loads((folder / REPORT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return report if isinstance(report, dict) else None


def claims_by_source(report: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The claims of a report by source, without the one thing other sources have a part in: the slot of a fact."""
    claims: defaultdict[str, list[Any]] = defaultdict(list)
    for claim in report["claims"]:
        claims[claim["source"]].append({key: value for key, value in claim.items() if key != "slot"})
    return dict(claims)


def file_of(source: str) -> str:
    """The name of the file a source was read from: a table holds several."""
    return Path(source.split("#", 1)[0]).name
