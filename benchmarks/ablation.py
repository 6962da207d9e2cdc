#!/usr/bin/env python3
"""What each function and constant of the reading and matching stages is worth: it is switched off, scorers run again.

    python benchmarks/ablation.py [--only PREFIX]... [--together] [--out FILE] "SCORER ARGS" ["SCORER ARGS" ...]

A scorer is a Python script that scores the installed package and prints a line of `name figure` pairs ("found 0.636
whole 0.241"); the last such line counts. A function is switched off by answering what stands for "nothing" in its
annotated type: None, False (and, as a second switch, True), an empty tuple or text, or its own argument where it
returns what it was given. A numeric constant is halved and doubled. A function that answers nothing but that on all the
data is idle there: it is listed, and not tried.

Each line is a switch, then for every scorer the figures that changed, with their change. Lines with no change are the
candidates for deletion. Score on data that no rule was written on, or the worth is flattery.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import inspect
import io
import json
import os
import re
import resource
import runpy
import shlex
import sys
import types
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from reconcile.pipeline import default_pipeline

PACKAGES = (
    "reconcile.extractors",
    "reconcile.reconciler.matching",
    "reconcile.reconciler.verdicts",
    "reconcile.reconciler.checks",
)
# A line with so many figures is a scorer's line of totals; else the last that has any.
FIGURES_OF_TOTALS = 5
# Processor seconds after which a switch counts as one that never ends.
MOST_SECONDS = 600
_FIGURE = re.compile(r"([a-z_]+) (-?\d+(?:\.\d+)?)(?=$|[\s,;/])")

Scores = list[dict[str, float]]  # one scorer after the other, figures by name


@dataclass(frozen=True, slots=True)
class Switch:
    """One thing that can be switched off: its dotted name, how, and what does so in this process."""

    name: str
    how: str
    turn: Callable[[], None]

    def __str__(self) -> str:
        return f"{self.name} -> {self.how}"


def main() -> None:
    options = _arguments()
    modules = list_modules(PACKAGES)
    default_pipeline()  # loaded once, for all that fork from here
    before = in_child(lambda: score(options.scorers))
    print(f"as it stands: {_words(before)}", flush=True)
    prefixes = tuple(options.only or [""])
    switches = [
        s for m in modules for s in (*function_switches(m), *constant_switches(m)) if s.name.startswith(prefixes)
    ]
    if options.together:
        off = [switch for switch in switches if switch.how != "True"]
        print(f"{len(off)} together\t{describe_change(before, in_child(lambda: _score_without(off, options.scorers)))}")
        return
    lively = set(in_child(lambda: find_lively(modules, options.scorers)))
    with options.out.open("w", encoding="utf-8") if options.out else contextlib.nullcontext(sys.stdout) as file:
        _try_each(switches, lively, before, options.scorers, file)


def _try_each(
    switches: list[Switch], lively: set[str], before: object, scorers: list[str], file: io.TextIOBase
) -> None:
    """Prints a line for each switch, and how many of each package make no difference."""
    counts: Counter[tuple[str, str]] = Counter()
    for switch in switches:
        word = "idle"
        if switch.name in lively:
            word = describe_change(before, in_child(lambda s=switch: _score_without([s], scorers)))
        print(f"{switch}\t{word}", file=file, flush=True)
        counts[
            ".".join(switch.name.split(".")[1:3]), word if word in ("idle", "no change") else "makes a difference"
        ] += 1
    for (package, word), number in sorted(counts.items()):
        print(f"{package}: {number} {word}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorers", nargs="+")
    parser.add_argument("--only", action="append", metavar="PREFIX", help="only switches whose dotted name begins so")
    parser.add_argument("--together", action="store_true", help="switch all off at once and print what that costs")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the lines go, instead of the terminal")
    return parser.parse_args()


def list_modules(packages: tuple[str, ...]) -> list[types.ModuleType]:
    """The modules of packages, imported, by name."""
    names = (f.name for package in packages for f in walk_packages(import_module(package).__path__, f"{package}."))
    return [import_module(name) for name in sorted(names)]


def function_switches(module: types.ModuleType) -> Iterator[Switch]:
    """Each way of switching off each function and method that a module defines."""
    for name, function in _defined(module):
        for how, nothing in nothings(function):
            yield Switch(name, how, functools.partial(setattr, function, "__code__", nothing.__code__))


def _defined(module: types.ModuleType) -> Iterator[tuple[str, types.FunctionType]]:
    classes = [c for c in vars(module).values() if inspect.isclass(c) and c.__module__ == module.__name__]
    for holder in (module, *classes):
        where = module.__name__ if holder is module else f"{module.__name__}.{holder.__name__}"
        for name, value in vars(holder).items():
            plain = inspect.unwrap(value) if callable(value) else getattr(value, "fget", None)
            own = isinstance(plain, types.FunctionType) and plain.__module__ == module.__name__
            if own and not name.startswith("__") and plain.__code__.co_filename == module.__file__:
                yield f"{where}.{name}", plain


def nothings(function: types.FunctionType) -> list[tuple[str, types.FunctionType]]:
    """What a function could answer to say nothing, as functions with that answer, by the annotation of its return."""
    kind = str(function.__annotations__.get("return", ""))
    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    same = next((n for n in names if str(function.__annotations__.get(n, "")) == kind), None)
    if code.co_freevars or not kind or kind == "None":
        return []
    if kind.endswith("| None"):
        return [("None", lambda *_, **__: None)]
    if kind == "bool":
        return [("False", lambda *_, **__: False), ("True", lambda *_, **__: True)]
    if same is not None:
        return [(same, _nth(names.index(same)))]
    for pattern, how, empty in _EMPTY:
        if re.match(pattern, kind):
            return [(how, empty)]
    return []


# What is empty, by the beginning of a type.
_EMPTY: tuple[tuple[str, str, types.FunctionType], ...] = (
    (r"str$", "''", lambda *_, **__: ""),
    (r"tuple\[.*\.\.\.\]$|list|Sequence", "()", lambda *_, **__: ()),
    (r"Iterator|Iterable", "()", lambda *_, **__: iter(())),
    (r"frozenset|set|Set", "set()", lambda *_, **__: frozenset()),
)


def _nth(index: int) -> types.FunctionType:
    # written out: the code of a closure cannot stand in for that of a plain function
    return (lambda a, *_, **__: a, lambda _, b, *__, **___: b, lambda _, __, c, *___, **____: c,
            lambda _, __, ___, d, *____, **_____: d)[min(index, 3)]  # fmt: skip


def constant_switches(module: types.ModuleType) -> Iterator[Switch]:
    """Each numeric constant that a module defines, halved and doubled, wherever it was imported to."""
    source = Path(module.__file__ or "").read_text(encoding="utf-8")
    for name, value in list(vars(module).items()):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if number and name.strip("_").isupper() and re.search(rf"^{name}\b[^=\n]*=", source, re.MULTILINE):
            for how, other in (("half", type(value)(value / 2)), ("double", type(value)(value * 2))):
                yield Switch(f"{module.__name__}.{name}", how, functools.partial(_set, name, value, other))


def _set(name: str, value: object, other: object) -> None:
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("reconcile") and vars(module).get(name) is value:
            setattr(module, name, other)


def find_lively(modules: list[types.ModuleType], scorers: list[str]) -> list[str]:
    """Names of what answered something at least once: not None, not False, not empty; constants are always lively."""
    functions = {function.__code__: name for module in modules for name, function in _defined(module)}
    lively = {switch.name for module in modules for switch in constant_switches(module)}

    def watch(frame: types.FrameType, event: str, answer: object) -> None:
        code = frame.f_code
        if event == "return" and code in functions and (answer or code.co_flags & inspect.CO_GENERATOR):
            lively.add(functions[code])

    sys.setprofile(watch)
    try:
        score(scorers)
    finally:
        sys.setprofile(None)
    return sorted(lively)


def _score_without(switches: list[Switch], scorers: list[str]) -> Scores:
    for switch in switches:
        switch.turn()
    return score(scorers)


def score(scorers: list[str]) -> Scores:
    """The totals that each scorer prints, run in this process."""
    scores = []
    for scorer in scorers:
        sys.argv = shlex.split(scorer)
        text, rest = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(text), contextlib.redirect_stderr(rest), contextlib.suppress(SystemExit):
            runpy.run_path(sys.argv[0], run_name="__main__")
        scores.append(read_totals(text.getvalue()))
    return scores


def read_totals(text: str) -> dict[str, float]:
    """The figures of a scorer's last line of totals, by name."""
    rows = [dict(_FIGURE.findall(line)) for line in reversed(text.splitlines())]
    totals = next((row for row in rows if len(row) >= FIGURES_OF_TOTALS), next((row for row in rows if row), {}))
    return {name: float(figure) for name, figure in totals.items()}


def in_child(work: Callable[[], object]) -> object:
    """The result of work done in a fork, so that nothing it changes stays; a failure comes back as text."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        try:
            answer = work()
        except BaseException as error:
            answer = f"{type(error).__name__}: {error}"
        with os.fdopen(write, "w", encoding="utf-8") as pipe:
            json.dump(answer, pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text or f'"no answer within {MOST_SECONDS} seconds"')


def describe_change(before: object, after: object) -> str:
    """Which figures of which scorer changed, and by how much."""
    if not isinstance(before, list) or not isinstance(after, list):
        return f"fails: {after}"
    rows = []
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        moved = [f"{name} {new.get(name, 0) - old[name]:+.4g}" for name in old if new.get(name, 0) != old[name]]
        rows.extend([f"[{number}] {' '.join(moved)}"] if moved else [])
    return " ".join(rows) or "no change"


def _words(scores: object) -> str:
    if not isinstance(scores, list):
        return str(scores)
    return " | ".join(" ".join(f"{name} {figure:g}" for name, figure in row.items()) for row in scores)


if __name__ == "__main__":
    main()
