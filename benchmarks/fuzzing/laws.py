"""What must hold whatever is in a file; each law yields a kind of failure and what exactly failed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from fuzzing.base import claims_by_source, file_of
from fuzzing.case import Case

Broken = Iterator[tuple[str, str]]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_FRAME = re.compile(r'File "[^"]*/(reconcile/[^"]+)", line (\d+)')
_TICK = re.compile(r"^[ \t]{0,8}[-*+] \[[xX]\] .*<!-- option \S+ -->", re.MULTILINE)
_MADE = re.compile(r"^(\d+) decisions? written to .*?(?:, (\d+) in the ledger already)?\.$", re.MULTILINE)


def _is_file(path: Path) -> bool:
    """Whether there is such a file; what no file system can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def ends_as_documented(case: Case) -> Broken:
    """Exit 0 to 3, in time, without a traceback, with words where it is not well, and nothing a terminal acts on."""
    outcome = case.outcome
    if outcome.hung:
        yield "hang", f"{outcome.seconds:.0f} seconds of processor time"
        return
    if "Traceback (most recent call last)" in outcome.err:
        yield "traceback", _last_frame(outcome.err)
    elif outcome.code not in (0, 1, 2, 3):
        yield "exit code", str(outcome.code)
    if outcome.code in (2, 3) and not (outcome.err + outcome.out).strip():
        yield "no words", f"exit {outcome.code} and nothing said"
    if found := _CONTROL.search(outcome.err):
        yield "control character", f"U+{ord(found[0]):04X} on standard error"


def _last_frame(err: str) -> str:
    frames = _FRAME.findall(err)
    last = [line for line in err.splitlines() if line and not line.startswith((" ", "reconcile: "))]
    where = f"{frames[-1][0]}:{frames[-1][1]} " if frames else ""
    return f"{where}{last[-1][:120] if last else ''}"


def report_is_whole(case: Case) -> Broken:
    """A run that got as far as findings wrote a report that can be read."""
    if case.outcome.code in (0, 1, 3) and case.report is None:
        yield "no report", f"exit {case.outcome.code} without a readable report.json"


def every_file_is_there_or_named(case: Case) -> Broken:
    """Each article and table gave a document, or a diagnostic names it; files with odd names have their own law."""
    report = case.report
    if report is None or case.outcome.code == 2:
        return
    read = {name for source in report["manifest"]["sources"] for name in (file_of(source["id"]), source["id"])}
    for path in sorted((case.folder / "articles").iterdir()):
        article = path.suffix in (".txt", ".md", ".csv", ".jsonl") and not path.is_dir()
        if article and path.name != case.odd_name and path.name not in read and not case.named(path.name):
            yield "silent loss", f"{path.name} is in no report and no diagnostic names it"


def other_files_are_untouched(case: Case) -> Broken:
    """The claims of all files but the changed one are what they were."""
    report = case.report
    if report is not None and case.outcome.code in (0, 1, 3):
        yield from _changed(case, claims_by_source(report), lambda source: file_of(source) != case.path.name)


def articles_with_the_same_entry_are_untouched(case: Case) -> Broken:
    """An entry of `sources.yaml` that still says the same gives the same claims, unless the file is refused as such."""
    report, entries = case.report, _yaml(case.text)
    if report is None or not isinstance(entries, dict) or case.named(severity="error"):
        return
    before = _yaml(case.before.decode())
    same = {name for name in before if entries.get(name) == before[name]} | {"gazette.md", "norland.yaml"}
    yield from _changed(case, claims_by_source(report), lambda source: file_of(source) in same)
    dated = {source["id"]: source["published"] for source in report["manifest"]["sources"]}
    for name, entry in entries.items():
        day = entry.get("published") if isinstance(entry, dict) else None
        if name in dated and _is_day(day) and dated[name] != day and not case.named():
            yield "silent loss", f"the day that sources.yaml gives {name} is not followed"
        if not _is_file(case.folder / "articles" / name) and not case.named():
            yield "silent loss", "an entry of sources.yaml is of no file, and nothing is said"


def _changed(case: Case, claims: dict[str, list[Any]], wanted: Any) -> Broken:
    for source, before in case.base.claims.items():
        if wanted(source) and claims.get(source) != before:
            after = claims.get(source, [])
            pairs = zip(before, after, strict=False)
            first = next((b["quote"] for b, a in pairs if b != a), f"{len(before)} claims, now {len(after)}")
            yield "others changed", f"claims of {source} changed, first “{first}”"


def anchors_hold(case: Case) -> Broken:
    """The text that was read is the file's, whole; each claim's offsets lead to its quotation."""
    report, text = case.report, case.text
    if report is None or text is None or case.path.suffix not in (".txt", ".md"):
        return
    for source in report["manifest"]["sources"]:
        if file_of(source["id"]) == case.path.name and source["sha256"] != hashlib.sha256(case.after).hexdigest():
            yield "text altered", f"the text of {case.path.name} that was read is not the file's"
    for claim in report["claims"]:
        if file_of(claim["source"]) == case.path.name and text[claim["start"] : claim["end"]] != claim["quote"]:
            yield "anchor", f"offsets of “{claim['quote']}” lead elsewhere"
            return


def rows_are_claims_or_named(case: Case) -> Broken:
    """Each row of a table, line of JSON and declared fact is a claim, or a diagnostic speaks of it."""
    report, text = case.report, case.text
    if report is None or text is None or case.outcome.code == 2:
        return
    rows = _rows(case.path, text)
    claims = sum(file_of(claim["source"]) == case.path.name for claim in report["claims"])
    named = case.named()
    whole_file = not claims and named
    if rows is not None and not whole_file and claims + named < rows:
        yield "silent loss", f"rows of {case.path.name}: more than the claims and diagnostics together"


def _rows(path: Path, text: str) -> int | None:
    """How many rows there surely are; None where that is a matter of reading."""
    if path.suffix == ".yaml":
        data = _yaml(text)
        facts = data.get("facts") if isinstance(data, dict) else None
        return len(facts) if isinstance(facts, list) else None
    lines = text.removeprefix("\ufeff").split("\n")
    if path.suffix == ".jsonl":
        return sum(bool(line.strip()) for line in lines)
    if "\r" in text or any(line.count('"') % 2 for line in lines):
        return None
    # a line of white space alone, of whatever width, is empty
    return max(0, sum(bool(line.strip(",").strip()) for line in lines) - 1)


def decisions_are_kept_or_named(case: Case) -> Broken:
    """Each file of the ledger is a decision in the report, or named; of one person the later word counts."""
    report, entry = case.report, _yaml(case.text)
    if report is None or case.outcome.code == 2 or not isinstance(entry, dict):
        return
    decisions = [review["decision"] for review in report["reviews"]]
    kept = {(decision["finding"], decision["by"]) for decision in decisions}
    if (entry.get("finding"), entry.get("by")) not in kept and not case.named():
        yield "silent loss", "a decision is neither in the report nor named"


def ticks_are_decided_or_named(case: Case) -> Broken:
    """Where boxes are ticked something is decided, known already, or refused by its line."""
    made = _MADE.search(case.outcome.out)
    ticks = len(_TICK.findall(case.text or ""))
    if made is None or case.outcome.code not in (0, 1, 3):
        return
    if ticks and not int(made[1]) and not int(made[2] or 0) and not case.named():
        yield "silent loss", "boxes are ticked, and nothing is decided or said"


def rules_are_listed_or_named(case: Case) -> Broken:
    """Each rule with an id is listed, or a diagnostic names its file."""
    data = _yaml(case.text)
    if case.named() or not isinstance(data, dict):
        return
    for kind in ("metrics", "entities"):
        items = data.get(kind)
        for item in items if isinstance(items, list) else ():
            name = item.get("id") if isinstance(item, dict) else None
            if isinstance(name, str) and name not in case.outcome.out:
                yield "silent loss", f"a rule of {case.path} is not listed, and nothing is said"


def one_more_is_there_or_named(case: Case) -> Broken:
    """A file that was put beside the others is read, or something is said; one with a dot first is hidden."""
    report = case.report
    hidden = case.path.name.startswith(".")
    if report is None or hidden or case.outcome.err.strip() or (case.folder / case.path).is_dir():
        return
    if len(report["manifest"]["sources"]) <= len(case.base.report["manifest"]["sources"]):
        yield "silent loss", "a file that was added is in no report, and nothing is said"


def same_data_is_verified(case: Case) -> Broken:
    """A report that is the same but for its layout is found in order."""
    try:
        # text, for UTF-16 is refused whatever it says
        same = case.text is not None and json.loads(case.text) == json.loads(case.before)
    except (ValueError, RecursionError):
        return
    if same and case.outcome.code != 0:
        yield "exit code", f"{case.outcome.code} from an unchanged report"


def _yaml(text: str | None) -> Any:
    try:
        return yaml.load(text or "", Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _is_day(text: Any) -> bool:
    try:
        return isinstance(text, str) and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
