#!/usr/bin/env python3
"""Makes small changes to the code, one at a time, and prints those that no fast test notices.

    python benchmarks/mutants.py [--seed S] [--most N] [--packages NAME...] [--budget SECONDS] [--jobs N] [--record]

The changes: a number halved or doubled, a condition turned or dropped, a comparison nudged, two neighbouring rows of a
table swapped. Seed, number and code decide which are tried: every package gets its share of N, at least a few, and an
edit moves the choice in the edited scope only. Each is tried in a fork of one process that has collected the tests,
with those that run the changed lines (recorded with coverage under `.mutants/`; `--record` records anew), for
so many processor seconds of tests at most: a survivor may be noticed by a test left out, a killed mutant is killed.

A survivor that stands in `mutating/survivors.yaml` is named with the reason why it may live.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml
from mutating.changes import Mutant, list_mutants
from mutating.noticing import Choice, Recording, choose_tests, record
from mutating.trial import Trials

ROOT = Path(__file__).resolve().parents[1]
RECORDS = ROOT / ".mutants"
EXCUSED = Path(__file__).resolve().parent / "mutating" / "survivors.yaml"
# The fewest mutants of a package, however small it is.
FEWEST = 8
# Packages that are measured room by room.
ROOMY = ("extractors", "reconciler")
# Architecture tests look at the text of the code and would notice any line that moves; a browser is slow.
TESTS = (
    "-m", "not slow", "-q", "-s", "-p", "no:cacheprovider", "--ignore=tests/architecture", "--ignore=tests/e2e",
    "--ignore=tests/unit/benchmarks", "--ignore=tests/docs", "tests",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What came of the mutants tried so far."""

    excuses: dict[str, str]
    tried: Counter[str] = field(default_factory=Counter)
    killed: Counter[str] = field(default_factory=Counter)
    excused: Counter[str] = field(default_factory=Counter)
    total: int = 0
    every: bool = False

    def note(self, mutant: Mutant, noticed: str) -> None:
        """Counts one mutant, and prints it where it survived."""
        package = package_of(mutant.file)
        self.tried[package] += 1
        print(f"\r{self.tried.total()}/{self.total} tried, {self.killed.total()} killed ", end="", file=sys.stderr)
        if noticed and not noticed.startswith("?"):
            self.killed[package] += 1
            if self.every:
                print(f"{mutant.file}:{mutant.line}: killed: {mutant.name} by {noticed}", flush=True)
            return
        reason = self.excuses.get(mutant.name)
        self.excused[package] += reason is not None
        print(f"{mutant.file}:{mutant.line}: {reason or 'survives'}: {mutant.name} {noticed}", flush=True)

    def print_shares(self) -> None:
        """The table of what was killed."""
        print("\n| package | mutants | killed | survive for a reason | share killed |\n| --- | --: | --: | --: | --: |")
        rows = [(name, self.tried[name], self.killed[name], self.excused[name]) for name in sorted(self.tried)]
        for name, *counts in (*rows, ("all", self.tried.total(), self.killed.total(), self.excused.total())):
            print(f"| {name} | {counts[0]} | {counts[1]} | {counts[2]} | {counts[1] / max(counts[0], 1):.2f} |")


def main() -> None:
    options = _arguments()
    chosen = choose_mutants(options.seed, options.most, options.packages)
    if options.list:
        print(*(f"{mutant.file}:{mutant.line} {mutant.name}" for mutant in chosen), sep="\n")
        return
    if options.record or not (RECORDS / "tests.json").exists():
        record(ROOT, RECORDS, list(TESTS), options.jobs)
    recording = Recording.read(ROOT, RECORDS)
    tally = Tally(excuses(), total=len(chosen), every=options.every)

    def planned() -> Iterator[tuple[Mutant, Choice]]:
        for mutant in chosen:
            yield mutant, choose_tests(recording, mutant, options.seed, options.budget)

    pytest.main(list(TESTS), plugins=[Trials(ROOT, planned, tally.note, options.jobs)])
    tally.print_shares()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=260, help="how many mutants are tried in all packages together")
    parser.add_argument("--packages", nargs="+", default=[], help="only these, such as model or extractors/claims")
    parser.add_argument("--budget", type=float, default=20, help="recorded processor seconds of tests for one mutant")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--record", action="store_true", help="first write down anew which lines each test runs")
    parser.add_argument("--every", action="store_true", help="print the killed ones too, with what noticed them")
    parser.add_argument("--list", action="store_true", help="print the mutants and try none")
    return parser.parse_args()


def choose_mutants(seed: int, most: int, packages: list[str] | None = None) -> list[Mutant]:
    """The mutants of a seed, file by file: each package's share by its size, all kinds in turn."""
    of_package: dict[str, list[Mutant]] = {}
    for mutant in every_mutant():
        of_package.setdefault(package_of(mutant.file), []).append(mutant)
    chosen: list[Mutant] = []
    for package, mutants in sorted(of_package.items()):
        if not packages or package in packages:
            chosen += _spread(mutants, seed, max(FEWEST, round(most * len(mutants) / len(every_mutant()))))
    return sorted(chosen, key=lambda mutant: (mutant.file, mutant.line))


@cache
def every_mutant() -> tuple[Mutant, ...]:
    """Each change that the package admits, file by file."""
    return tuple(one for path in sorted((ROOT / "reconcile").rglob("*.py")) for one in list_mutants(ROOT, path))


def package_of(file: str) -> str:
    """The package, or the room of a large one, that a file stands in; "" is the top."""
    parts = Path(file).parts[1:-1]
    return "/".join(parts[: 2 if parts[:1] and parts[0] in ROOMY else 1]) or "(top)"


def _spread(mutants: list[Mutant], seed: int, most: int) -> list[Mutant]:
    """So many of the mutants, each kind in its turn, and one of a line."""
    kinds: dict[str, list[Mutant]] = {}
    for mutant in sorted(mutants, key=lambda one: one.rank(seed)):
        kinds.setdefault(mutant.kind, []).append(mutant)
    mixed = [one for row in zip_longest(*(kinds[kind] for kind in sorted(kinds))) for one in row if one is not None]
    lines: dict[tuple[str, int], Mutant] = {}
    for mutant in mixed:
        lines.setdefault((mutant.file, mutant.line), mutant)
    return list(lines.values())[:most]


def excuses() -> dict[str, str]:
    """The reason of each survivor that has one."""
    return {row["mutant"]: row["why"] for row in yaml.safe_load(EXCUSED.read_text(encoding="utf-8")) or []}


if __name__ == "__main__":
    main()
