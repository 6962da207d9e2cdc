"""Changes one file of a sound folder at random, runs the tool, and holds what comes of it against laws.

    python benchmarks/fuzz.py [--minutes N | --rounds N | --round NUMBER] [--seed S] [--jobs N] [--out DIR]

A round changes an article, its front matter, `sources.yaml`, a table, JSON lines, facts, a rule, a file of the ledger,
`reconcile.toml`, a ticked report or `report.json`, puts an odd file beside the articles, or sends odd requests to the
review page. The laws: exit codes as documented, no traceback, at most ten times the processor time of the base run,
nothing skipped without a word, the claims of all other files unchanged, offsets that lead to their quotations
(`fuzzing/laws.py`). A round depends on seed and number only: `--round` plays one again. What fails is made small and
written to DIR, one line is printed, and the fuzzer goes on; it leaves with 1 when anything failed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from fuzzing.base import Base, build_base
from fuzzing.case import Failure
from fuzzing.conversation import converse
from fuzzing.rounds import Round, dice_of, draw, keep, made_small, play

# One round in so many is a conversation with the review page.
_CONVERSATIONS = 20
# Rounds that are handed to one process at a time.
_BATCH = 30
# Of failures with one signature so many are kept.
_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Played:
    """A round that was played, and in what it failed; `drawn` is None for a conversation with the review page."""

    number: int
    drawn: Round | None
    failures: list[Failure]


@dataclass(frozen=True, slots=True)
class Player:
    """Plays rounds by number; each process has a folder of its own."""

    base: Base
    seed: int
    work: Path

    def __call__(self, number: int) -> Played:
        """Plays one round."""
        folder = self.work / f"round-{os.getpid()}"
        if number % _CONVERSATIONS == _CONVERSATIONS - 1:
            return Played(number, None, converse(self.base, folder, dice_of(self.seed, number)))
        drawn = draw(self.base, folder, dice_of(self.seed, number))
        return Played(number, drawn, play(self.base, folder, drawn))


def fuzz(given: argparse.Namespace, work: Path) -> int:
    """Plays until time or rounds are up; the number of failures."""
    started = time.monotonic()
    player = Player(build_base(work / "base"), given.seed, work)
    shutil.rmtree(given.out, ignore_errors=True)
    kinds: Counter[str] = Counter()
    signatures: Counter[str] = Counter()
    rounds = 0
    with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
        for played in (p for batch in _batches(given, started) for p in pool.imap_unordered(player, batch)):
            rounds += 1
            for failure in played.failures:
                kinds[failure.kind] += 1
                signatures[failure.signature] += 1
                if signatures[failure.signature] <= _ALIKE:
                    _tell(given, player, played, failure)
    seconds = time.monotonic() - started
    for signature, number in signatures.most_common():
        print(f"{number:6} {signature}")
    summary = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())) or "none"
    print(f"{rounds} rounds, failures: {summary}; seed {given.seed}, {seconds:.0f} seconds")
    return kinds.total()


def _batches(given: argparse.Namespace, started: float) -> Iterator[range]:
    """The numbers of the rounds, a few seconds' worth at a time, until time or rounds are up."""
    if given.round is not None:
        yield range(given.round, given.round + 1)
        return
    size = _BATCH * given.jobs
    for first in count(0, size):
        if given.rounds is None and time.monotonic() - started > 60 * given.minutes:
            return
        if given.rounds is not None and first >= given.rounds:
            return
        yield range(first, first + size if given.rounds is None else min(first + size, given.rounds))


def _tell(given: argparse.Namespace, player: Player, played: Played, failure: Failure) -> None:
    """Makes a failure small, keeps it, and says so on one line."""
    folder = given.out / f"{played.number:06}-{failure.kind.replace(' ', '-')}"
    drawn = played.drawn
    if drawn is None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "failure.txt").write_text(f"{failure.kind}: {failure.words}\n", encoding="utf-8")
        where = "review page"
    else:
        drawn = made_small(player.base, player.work / "small", drawn, failure)
        keep(player.base, folder, drawn, failure, given.seed, played.number)
        where = f"{drawn.target}, {' '.join(drawn.args[:2])}"
    # hostile words are told so that a terminal does nothing with them
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in failure.words[:160])
    print(f"round {played.number}: {failure.kind} ({where}): {shown} -> {folder}", flush=True)


def main() -> None:
    """Reads the options and leaves with 1 when anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--round", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--out", type=Path, default=Path("fuzz-failures"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reconcile-fuzz-") as work:
        sys.exit(1 if fuzz(given, Path(work)) else 0)


if __name__ == "__main__":
    main()
