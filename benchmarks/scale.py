"""How time grows with the number of claims: the exponent of time over number, 1 being in line.

    python benchmarks/scale.py [MOST]

A seeded generator writes tables of claims of 10,000 and more, each three times as long as the one before, up to MOST
(default 1,000,000): places with several metrics and years, each given by some of many sources, a tenth of the values
with a digit too many. Every table is read and reconciled whole. Printed: processor seconds, claims a second, memory,
and the exponent fitted to all sizes by least squares on logarithms.
"""

from __future__ import annotations

import gc
import math
import random
import resource
import sys
import time
from collections.abc import Iterator

from reconcile.cli.main import collect_rarely
from reconcile.model.document import Source
from reconcile.pipeline import default_pipeline
from reconcile.sources.tables.read import Table, read_table

FIRST, STEP = 10_000, 3
METRICS = (("population", ""), ("revenue", "million USD"), ("area", "square kilometers"), ("workforce", "employees"))


def lines(number: int, dice: random.Random) -> Iterator[str]:
    """The rows of a table of `number` claims, header first."""
    yield "source,subject,metric,value,unit,period"
    sources = max(20, number // 100)
    made = 0
    while made < number:
        metric, unit = dice.choice(METRICS)
        subject, year = f"place {dice.randrange(number)}", 1990 + dice.randrange(40)
        value = dice.randrange(1_000, 9_000_000)
        for _ in range(min(dice.choice((1, 1, 2, 3, 5)), number - made)):
            stated = value * 10 if dice.random() < 0.1 else value
            yield f"outlet {dice.randrange(sources)},{subject},{metric},{stated},{unit},{year}"
            made += 1


def seconds(number: int) -> float:
    """How long one table takes, from text to findings."""
    text = "\n".join(lines(number, random.Random(number))) + "\n"
    stages = default_pipeline()
    gc.collect()
    begin = time.process_time()
    documents, problems = read_table(Table(text, "claims.csv", Source(), {}), "claims.csv")
    run = stages.run(documents, problems)
    took = time.process_time() - begin
    assert len(run.claims) == number, run.diagnostics[:3]
    return took


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of log time over log number."""
    xs, ys = ([math.log(p[i]) for p in points] for i in (0, 1))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    collect_rarely()
    points: list[tuple[int, float]] = []
    print(f"{'claims':>10} {'seconds':>9} {'claims/s':>9} {'peak MB':>8}")
    number = FIRST
    while number <= most:
        took = seconds(number)
        points.append((number, took))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{number:10,} {took:9.2f} {number / took:9,.0f} {memory:8,}", flush=True)
        number = min(number * STEP, most) if number < most else most + 1
    if len(points) > 1:
        print(f"exponent of time over number: {exponent(points):.2f}")


if __name__ == "__main__":
    main()
