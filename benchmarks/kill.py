"""Kills the tool (kill -9) at random moments while it writes, and looks at what is left.

    python benchmarks/kill.py [N] [--seed S]

N rounds (default 300) in turn of `report`, `review apply`, `review --terminal` and the review page taking posts. Half
of the kills come at any moment of the run, half as soon as the first file of the output folder moves. After each:
every output file is the old one or the new one, whole; the ledger is read without a complaint; every decision that was
acknowledged is in it; and once the next run has written, no file is there that an undisturbed run would not leave.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import yaml
from fuzzing.base import AS_OF, TICKED, Base, build_base
from fuzzing.page import Page, request, serve
from fuzzing.process import Limits, run_fork, start_fork

LEDGER = Path("articles/decisions")
REPORTS = Path("reports")
_LIMITS = Limits(300, 600)
_OWN = ("--rules", "rules", *AS_OF)
_REPORT = ("report", "--format", "md,json,html,csv,sarif,junit,jsonld")
_APPLY = ("review", "apply", str(TICKED), "articles", *_OWN)
_TERMINAL = ("review", "articles", "--terminal", *_OWN)
# Writes to the ledger whatever stands in it, since nobody else decides as bob: what was left over is swept then.
_NEXT = (*_APPLY, "--by", "bob")

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Reference:
    """What undisturbed runs leave: the sound folder, the reports before and after a change, the ledger after ticks.

    `seconds` are how long each command takes.
    """

    base: Base
    old_reports: Files
    new_reports: Files
    old_ledger: Files
    new_ledger: Files
    seconds: Mapping[tuple[str, ...], float]


def reference(base: Base, work: Path) -> Reference:
    """Runs each command once without a disturbance."""
    folder = _copy(base, work / "whole")
    run_fork(_REPORT, folder, _LIMITS)
    old = _files(folder / REPORTS)
    shutil.copytree(folder / REPORTS, base.folder / REPORTS, dirs_exist_ok=True)
    _change(folder)
    seconds = {_REPORT: _timed(_REPORT, folder)}
    new = _files(folder / REPORTS)
    ledger = _files(folder / LEDGER)
    folder = _copy(base, work / "whole")
    seconds[_APPLY] = _timed(_APPLY, folder)
    made = _files(folder / LEDGER)
    seconds[_TERMINAL] = _timed(_TERMINAL, folder)
    if old == new or ledger == made:
        raise SystemExit("nothing changes between the runs: the rounds would prove nothing")
    return Reference(base, old, new, ledger, made, seconds)


def _timed(args: tuple[str, ...], folder: Path) -> float:
    started = time.monotonic()
    run_fork(args, folder, _LIMITS)
    return time.monotonic() - started


def _change(folder: Path) -> None:
    """Another figure in an article, so that every report comes out anew."""
    path = folder / "articles/herald.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("350 people", "360 people"), encoding="utf-8")


def kill_report(known: Reference, folder: Path, dice: random.Random) -> Iterator[str]:
    """`report`, over older reports."""
    _change(folder)
    _kill_at_random(known, _REPORT, folder, folder / REPORTS, dice)
    for name, data in _visible(_files(folder / REPORTS)).items():
        if data not in (known.old_reports.get(name), known.new_reports.get(name)):
            yield f"{name} is neither the old report nor the new one ({len(data)} bytes)"
    run_fork(_REPORT, folder, _LIMITS)
    after = _files(folder / REPORTS)
    if left := sorted(set(after) - set(known.new_reports)):
        yield f"left over after the next run: {', '.join(left)}"
    elif after != known.new_reports:
        yield "the next run does not write what it would have without the kill"


def kill_apply(known: Reference, folder: Path, dice: random.Random) -> Iterator[str]:
    """`review apply`, with ticks that are not in the ledger yet."""
    _kill_at_random(known, _APPLY, folder, folder / LEDGER, dice)
    yield from _ledger_is_whole(folder)
    for name, data in _visible(_files(folder / LEDGER)).items():
        if data not in (known.old_ledger.get(name), known.new_ledger.get(name)):
            yield f"{name} is neither the old decision nor the new one"
    run_fork(_APPLY, folder, _LIMITS)
    if _visible(_files(folder / LEDGER)) != known.new_ledger:
        yield "the next run does not write what it would have without the kill"
    yield from _nothing_left_over(folder)


def kill_terminal(known: Reference, folder: Path, dice: random.Random) -> Iterator[str]:
    """`review --terminal`, with answers from a file; what it said is decided must be in the ledger."""
    answers = folder.parent / "answers"
    answers.write_text("".join(f"1 asked {n}\nu\n2 asked {n}\n" for n in range(30)), encoding="utf-8")
    out = _kill_at_random(known, _TERMINAL, folder, folder / LEDGER, dice, answers)
    yield from _ledger_is_whole(folder)
    stated = [line for line in out.splitlines() if "Decided:" in line or "Taken back." in line]
    # of the answers to one finding the last one said is followed by at most one more that was not said yet
    standing = sum(1 if "Decided:" in line else -1 for line in stated)
    made = len(_visible(_files(folder / LEDGER))) - len(known.old_ledger)
    if abs(made - standing) > 1:
        yield f"{standing} decisions were acknowledged and {made} are in the ledger"
    yield from _nothing_left_over(folder)


def kill_page(known: Reference, folder: Path, dice: random.Random) -> Iterator[str]:
    """The review page, while posts come; every decision that was answered with 200 must stand, or the one after it."""
    page = serve(folder)
    if page is None:
        yield "the review page did not come up"
        return
    described: dict[str, str] = {}
    asked: dict[str, str] = {}
    poster = Thread(target=_post, args=(known, page, described, asked, random.Random(dice.random())))
    poster.start()
    time.sleep(dice.uniform(0.01, 0.4))
    page.end(signal.SIGKILL)
    _MOMENTS["while posts came"] += 1
    poster.join()
    yield from _ledger_is_whole(folder)
    kept = {entry["finding"]: entry["verdict"] for entry in _decisions(folder)}
    for finding, option in described.items():
        if kept.get(finding) not in {_verdict(option), _verdict(asked[finding])}:
            yield f"“{option}” on {finding} was acknowledged, and the ledger says {kept.get(finding)}"
    yield from _nothing_left_over(folder)


def _post(known: Reference, page: Page, described: dict[str, str], asked: dict[str, str], dice: random.Random) -> None:
    """Decides one finding after another until nobody answers."""
    findings = [finding["fingerprint"] for finding in known.base.report["findings"]]
    while True:
        finding, option = dice.choice(findings), dice.choice(("keep-a", "not-same", "tool-wrong"))
        asked[finding] = option
        body = json.dumps({"finding": finding, "option": option, "reason": "asked"}).encode()
        answer = page.exchange([request(page.head("POST", "/decide", body), body)])
        if not answer.startswith(b"HTTP/1.1 200 "):
            return
        described[finding] = option


def _verdict(option: str) -> str:
    return "keep" if option.startswith("keep-") else option


def _kill_at_random(
    known: Reference,
    args: tuple[str, ...],
    folder: Path,
    watched: Path,
    dice: random.Random,
    stdin: Path = Path(os.devnull),
) -> str:
    """Starts a command and kills it: at any moment, or soon after a file of `watched` moves. What it printed."""
    out, err = folder.parent / "out", folder.parent / "err"
    at_writing, wait = dice.random() < 0.5, dice.random()
    before = _stamps(watched)
    pid = start_fork(args, folder, out, err, stdin)
    end = time.monotonic() + known.seconds[args] * (3 if at_writing else wait)
    moment = "at any moment"
    while time.monotonic() < end:
        if os.waitpid(pid, os.WNOHANG) != (0, 0):
            moment = "too late"
            break
        if at_writing and _stamps(watched) != before:
            time.sleep(0.02 * wait**3)
            moment = "while files were written"
            break
        time.sleep(0 if at_writing else 0.001)
    _MOMENTS[moment] += 1
    if moment != "too late":
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return out.read_text(encoding="utf-8") if out.exists() else ""


_MOMENTS: Counter[str] = Counter()


def _stamps(folder: Path) -> list[tuple[str, int, int]]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                stat = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            found.append((entry.name, stat.st_mtime_ns, stat.st_size))
    return sorted(found)


def _ledger_is_whole(folder: Path) -> Iterator[str]:
    outcome = run_fork(("stats", "articles"), folder, _LIMITS)
    if outcome.code != 0:
        yield f"the ledger cannot be read: {outcome.err.strip()[-200:]}"


def _nothing_left_over(folder: Path) -> Iterator[str]:
    run_fork(_NEXT, folder, _LIMITS)
    if left := sorted(name for name in _files(folder / LEDGER) if not name.endswith(".yaml") or name.startswith(".")):
        yield f"left over in the ledger after the next run: {len(left)} hidden files"


def _decisions(folder: Path) -> list[dict[str, str]]:
    files = sorted((folder / LEDGER).glob("[!.]*.yaml"))
    return [yaml.load(path.read_bytes(), Loader=yaml.BaseLoader) for path in files]


def _visible(files: Files) -> Files:
    return {name: data for name, data in files.items() if not name.startswith(".")}


def _files(folder: Path) -> Files:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _copy(base: Base, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base.folder, folder)
    return folder


_KINDS: tuple[Callable[[Reference, Path, random.Random], Iterator[str]], ...] = (
    kill_report, kill_apply, kill_terminal, kill_page,
)  # fmt: skip


def main() -> None:
    """Prints a line a failure, and the sums; leaves with 1 when there was one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", nargs="?", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    started = time.monotonic()
    failures: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="reconcile-kill-") as name:
        work = Path(name)
        known = reference(build_base(work / "base"), work)
        for number in range(given.rounds):
            kind = _KINDS[number % len(_KINDS)]
            for words in kind(known, _copy(known.base, work / "round"), random.Random(f"{given.seed}:{number}")):
                failures[kind.__name__] += 1
                print(f"round {number}, {kind.__name__}: {words}", flush=True)
    moments = ", ".join(f"{n} {moment}" for moment, n in sorted(_MOMENTS.items()))
    failed = ", ".join(f"{n} in {kind}" for kind, n in sorted(failures.items())) or "none"
    seconds = time.monotonic() - started
    print(f"{given.rounds} rounds, killed {moments}; failures: {failed}; seed {given.seed}, {seconds:.0f} seconds")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
