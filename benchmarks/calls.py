#!/usr/bin/env python3
"""How many modules and functions of ours one sentence enters on the way to its claims.

    python benchmarks/calls.py [SENTENCE]

The rules are loaded and another sentence is read first, so that what is done once is not counted. A call is the entry
into a function, method or lambda written in the package: generators count once, however often they go on;
comprehensions and what `dataclasses` writes do not count.
"""

from __future__ import annotations

import inspect
import sys
import types
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reconcile.pipeline import default_pipeline, document

HOUSE = Path(__file__).resolve().parents[1] / "reconcile"
SENTENCE = "Acme sold 5 million cars in 2019."
EARLIER = "Kelby counted 412 visitors on 3 May."
DAY = date(2020, 2, 3)  # when either is published
# What one sentence may enter.
MOST_MODULES, MOST_CALLS = 60, 700
_PARTS = frozenset({"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>", "<module>"})


@dataclass(frozen=True, slots=True)
class Calls:
    """How often each function was entered, by module (as a path from the package, such as `model/value.py`)."""

    entered: Counter[tuple[str, str]]

    @property
    def modules(self) -> set[str]:
        """The modules of which anything was entered."""
        return {module for module, _ in self.entered}

    def by_package(self) -> dict[str, tuple[int, int]]:
        """Modules and calls of each package, or of each room of a large one."""
        packages = sorted({_package(module) for module in self.modules})
        return {
            package: (
                sum(_package(module) == package for module in self.modules),
                sum(n for (module, _), n in self.entered.items() if _package(module) == package),
            )
            for package in packages
        }


def count_calls(work: Callable[[], object]) -> Calls:
    """The calls of our functions that some work makes."""
    entered: Counter[tuple[str, str]] = Counter()
    frames: dict[int, types.FrameType] = {}  # kept, so that no two generators get the same id

    def watch(frame: types.FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event != "call" or code.co_name in _PARTS or not code.co_filename.startswith(str(HOUSE)):
            return
        if code.co_flags & inspect.CO_GENERATOR:
            if id(frame) in frames:
                return
            frames[id(frame)] = frame
        entered[Path(code.co_filename).relative_to(HOUSE).as_posix(), code.co_qualname] += 1

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return Calls(entered)


def main() -> None:
    sentence = sys.argv[1] if len(sys.argv) > 1 else SENTENCE
    calls = count_claim_calls(sentence)
    print(f"{sentence}\n\n| package | modules | calls |\n| --- | --: | --: |")
    for package, (modules, entries) in calls.by_package().items():
        print(f"| {package} | {modules} | {entries} |")
    print(f"| all | {len(calls.modules)} | {calls.entered.total()} |")
    print(f"| target | {MOST_MODULES} | {MOST_CALLS} |\n\nmost often entered:")
    for (module, name), times in calls.entered.most_common(12):
        print(f"{times:5} {module} {name}")


def count_claim_calls(sentence: str) -> Calls:
    """The calls from a sentence's text to its claims."""
    stages = default_pipeline()
    stages.claims(document(EARLIER, published=DAY))
    article = document(sentence, published=DAY)
    return count_calls(lambda: stages.claims(article))


def _package(module: str) -> str:
    parts = Path(module).parts[:-1]
    return "/".join(parts[: 2 if parts[:1] and parts[0] in ("extractors", "reconciler") else 1]) or "(top)"


if __name__ == "__main__":
    main()
