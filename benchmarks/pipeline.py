"""Speed of the whole tool on one core, as ratios where the machine's own speed would hide the answer.

    python benchmarks/pipeline.py [FOLDER]

Each article of FOLDER (default: `seeds/`) is reconciled many times over under other names. Printed: characters a
second of the whole pipeline, the time of each stage as a share, all as a multiple of the time that
`re.finditer(r"\\w+", text)` takes on the same text, and the time to start up.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reconcile.model.document import Document
from reconcile.pipeline import default_pipeline
from reconcile.reconciler.judgement import judge
from reconcile.reconciler.matching.fact_groups import align

COPIES = 20
ROUNDS = 5


def timed(work: Callable[[], object]) -> float:
    """Median seconds of a few rounds."""
    seconds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "seeds"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    documents = [Document(f"{i}-{n}", text) for n in range(COPIES) for i, text in enumerate(texts)]
    characters = sum(len(d.text) for d in documents)
    stages = default_pipeline()

    words = timed(lambda: [sum(1 for _ in re.finditer(r"\w+", d.text)) for d in documents])
    mentions = timed(lambda: [stages.mentions(d) for d in documents])
    claims = timed(lambda: [stages.claims(d) for d in documents])
    found = tuple(c for d in documents for c in stages.claims(d))
    by_id = {d.id: d for d in documents}
    verdicts = timed(lambda: judge(align(found, stages.pack), found, by_id, stages.pack))
    whole = timed(lambda: stages.run(documents))

    print(f"{len(documents)} articles, {characters / 1000:.0f} thousand characters, {len(found)} claims")
    stages_timed = {
        "mentions": mentions,
        "mentions and claims": claims,
        "align and judge": verdicts,
        "whole pipeline": whole,
    }
    for name, seconds in stages_timed.items():
        speed = characters / seconds / 1000
        print(f"{name:24} {speed:8.0f} thousand characters a second, {seconds / words:6.1f} x words")
    for command in (["-c", "pass"], ["-m", "reconcile", "--version"], ["-m", "reconcile", "report", str(folder)]):
        run = lambda command=command: subprocess.run([sys.executable, *command], check=False, capture_output=True)  # noqa: E731
        print(f"start-up: python {' '.join(command[:3]):28} {timed(run) * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
