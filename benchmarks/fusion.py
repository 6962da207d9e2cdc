"""How often the value with most independent support is right, where someone knows the truth.

    python benchmarks/fusion.py CLAIMS.csv

CLAIMS.csv is a table of claims with a column `truth`, empty where nobody knows. All claims are reconciled in one run.
Of each fact with a known truth two answers are scored: the commonest string as written (of equals the first), and the
value with most independent support: values that agree within written precision are one, a source has one vote, an
origin that others copy counts once.
"""

from __future__ import annotations

import csv
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from reconcile.model.claim import Claim
from reconcile.model.finding import Fact, FactKind
from reconcile.model.run import Run
from reconcile.pipeline import default_pipeline
from reconcile.reconciler.verdicts.support import Origins, by_period, distinct_values
from reconcile.sources.read import read_inputs


def truths(path: Path) -> dict[int, str]:
    """The known truth by line of the file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        column = next(rows).index("truth")
        return {rows.line_num: row[column] for row in rows if row[column]}  # noqa: B035 - the reader counts lines


def answers(run: Run, known: dict[int, str]) -> Iterator[tuple[str, str, Decimal | None]]:
    """Of each fact whose truth is known: the truth, the commonest string, and the best supported value."""
    pack = default_pipeline().pack
    documents = {d.id: d for d in run.documents}
    claims = {c.id: c for c in run.claims}
    members = [tuple(claims[c] for c in group.claims) for group in run.groups]
    origins = Origins((Fact(FactKind.VALUE, "", "", m) for m in members), documents, pack)

    def line(claim: Claim) -> int:
        return documents[claim.source].line(claim.span.start)

    for group in (part for m in members for part in by_period(m)):
        in_order = sorted(group, key=line)
        stated = {known[line(c)] for c in in_order if line(c) in known}
        if len(stated) == 1:
            # of values with as many independent origins, the one given first
            best = max(distinct_values(in_order), key=lambda distinct: len(origins.parts(distinct.claims)))
            yield stated.pop(), Counter(c.quote for c in in_order).most_common(1)[0][0], best.value.low


def main() -> None:
    path = Path(sys.argv[1])
    begin = time.perf_counter()
    documents, problems = read_inputs([path])
    run = default_pipeline().run(documents, problems)
    seconds = time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(run.claims)} claims of {len(documents)} sources, {len(run.groups)} facts, {len(run.findings)} findings"
    )
    print(f"{seconds:.1f} s, {memory} MB")
    scored = list(answers(run, truths(path)))
    total = max(1, len(scored))
    print(f"facts with a known truth: {len(scored)}")
    print(f"commonest string: {sum(Decimal(raw) == Decimal(truth) for truth, raw, _ in scored) / total:.4f}")
    print(f"most independent support: {sum(best == Decimal(truth) for truth, _, best in scored) / total:.4f}")
    verdicts = Counter(str(g.verdict) for g in run.groups if len(g.claims) > 1)
    print(f"verdicts of facts with two claims or more: {dict(sorted(verdicts.items()))}")
    by_support: defaultdict[str, int] = defaultdict(int)
    for group in run.groups:
        by_support[str(group.support)] += 1
    print(f"support: {dict(sorted(by_support.items()))}")


if __name__ == "__main__":
    main()
