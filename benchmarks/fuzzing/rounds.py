"""Playing one round from its number, making a failure small, and keeping it for whoever mends it."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fuzzing.base import REPORT, Base
from fuzzing.case import Case, Failure, Law, failures
from fuzzing.process import run_apart, run_fork
from fuzzing.targets import ODD_FILES, TARGETS, Command, add_odd_file

# One round in so many runs the command in a process of its own, as a person would.
_APART = 25
# Runs spent on making one failure small.
_MOST_TRIES = 60


@dataclass(frozen=True, slots=True)
class Round:
    """A round that was drawn: what is run on the folder as it stands, and which file was changed from what to what."""

    target: str
    path: Path
    before: bytes
    after: bytes
    args: tuple[str, ...]
    laws: tuple[Law, ...]
    apart: bool = False


def dice_of(seed: int, number: int) -> random.Random:
    """The dice of a round; it depends on nothing else."""
    return random.Random(f"{seed}:{number}")


def draw(base: Base, folder: Path, dice: random.Random) -> Round:
    """Copies the base to a folder and changes one file there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base.folder, folder)
    shutil.copyfile(folder / REPORT, folder / f"{REPORT}.sound")
    everyone = (*TARGETS, ODD_FILES)
    target = dice.choices(everyone, [t.share for t in everyone])[0]
    path = dice.choice(sorted(p.relative_to(base.folder) for p in base.folder.glob(target.files)))
    before = (base.folder / path).read_bytes()
    after = target.change(before, dice)
    if target is ODD_FILES:
        path = add_odd_file(folder, after, dice)
    else:
        (folder / path).write_bytes(after)
    command: Command = target.command(dice, path)
    return Round(target.name, path, before, after, *command, apart=dice.randrange(_APART) == 0)


def play(base: Base, folder: Path, drawn: Round) -> list[Failure]:
    """Runs the command of a round on the folder and holds the outcome against the laws."""
    kept = folder / REPORT
    if drawn.path != REPORT:
        kept.unlink(missing_ok=True)
    run = run_apart if drawn.apart else run_fork
    outcome = run(drawn.args, folder, base.limits)
    case = Case(base, folder, drawn.args, drawn.path, drawn.before, drawn.after, outcome)
    return failures(case, drawn.laws)


def made_small(base: Base, folder: Path, drawn: Round, failure: Failure) -> Round:
    """The round with as little changed as shows the same failure: lines, then characters, are left out in turn."""
    small, tries = drawn, 0
    if drawn.target == ODD_FILES.name or failure.kind == "hang":
        return drawn
    for separator in (b"\n", b""):
        pieces = small.after.split(separator) if separator else [bytes([b]) for b in small.after]
        width = max(1, len(pieces) // 2)
        while width:
            for shorter in list(_shorter(pieces, width)):
                if tries >= _MOST_TRIES:
                    return small
                tries += 1
                candidate = _with(small, separator.join(shorter))
                if _shows(base, folder, candidate, failure):
                    small, pieces = candidate, shorter
                    break
            else:
                width //= 2
    return small


def _shorter(pieces: list[bytes], width: int) -> Iterator[list[bytes]]:
    for start in range(0, len(pieces), width):
        yield pieces[:start] + pieces[start + width :]


def _with(drawn: Round, after: bytes) -> Round:
    return Round(drawn.target, drawn.path, drawn.before, after, drawn.args, drawn.laws)


def _shows(base: Base, folder: Path, drawn: Round, failure: Failure) -> bool:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base.folder, folder)
    shutil.copyfile(folder / REPORT, folder / f"{REPORT}.sound")
    (folder / drawn.path).write_bytes(drawn.after)
    return any(found.signature == failure.signature for found in play(base, folder, drawn))


def keep(base: Base, folder: Path, drawn: Round, failure: Failure, seed: int, number: int) -> None:
    """Writes the changed folder and how to see the failure in it."""
    folder.mkdir(parents=True, exist_ok=True)
    draw(base, folder / "folder", dice_of(seed, number))
    if drawn.target != ODD_FILES.name:
        (folder / "folder" / drawn.path).write_bytes(drawn.after)
    shown = os.fsencode(drawn.path).decode("utf-8", "backslashreplace")
    (folder / "failure.txt").write_text(
        f"{failure.kind}: {failure.words}\n\nchanged: {shown}\nrun in folder/: reconcile {' '.join(drawn.args)}\n"
        f"the round anew: python benchmarks/fuzz.py --seed {seed} --round {number}\n",
        encoding="utf-8",
        errors="backslashreplace",
    )
