#!/usr/bin/env python3
"""Trains the weights of `rules/matching.yaml` on labelled stories, and says how far its probabilities can be trusted.

    python benchmarks/train_matching.py FOLDER... [--write] [--dump FILE]

FOLDER holds `clusters.jsonl`, the articles of each story ({"cluster_id", "docs": [{"doc_id", "text", "published",
"title", "source"}]}), and `facts.jsonl`, all mentions of each fact that a story tells more than once ({"cluster_id",
"mentions": [{"doc_id", "start", "end"}]}). Two claims are of one fact where both overlap mentions of one.

Logistic regression by Newton's method with a penalty on the standardised weights, in plain floating point and fixed
order: the same stories give the same file. Printed are the bins of a cross-validation by story: probability stated,
part that is right. With --write the weights replace those of the file; its bars stay.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import reconcile
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.mention import WHEN, Kind
from reconcile.pipeline import default_pipeline
from reconcile.reconciler.matching.cannot_link import block_key
from reconcile.reconciler.matching.clustering import linkable_pairs
from reconcile.reconciler.matching.contexts import Contexts
from reconcile.reconciler.matching.evidence import Evidence
from reconcile.reconciler.matching.features import FEATURES, ONE
from reconcile.rules.load import Pack
from reconcile.rules.matching import Feature, Model

RULES = Path(__file__).resolve().parents[1] / "rules" / "matching.yaml"
FOLDS = 6
# What the square of a standardised weight costs, and when Newton's steps end.
PENALTY, STEPS, ENOUGH = 1.0, 25, 1e-6
# Pairs of a story with more pairs of one fact than this count for less, so that each story counts as much.
LEAST_PAIRS = 5
# What says nothing of times, and of values.
TIMES = frozenset({Feature.DAYS_APART, Feature.EQUAL_ELSEWHERE, Feature.ALIKE_ELSEWHERE})
NUMBERS = frozenset(
    {Feature.EQUAL_DIGITS, Feature.VALUE_RATIO, Feature.SAME_NOUN, Feature.TWO_NOUNS, Feature.COUNT, Feature.AGE,
     Feature.BARE_NUMBER, Feature.STATED_PERIODS_APART}
)  # fmt: skip
# What tells that two claims say the same, not that they answer one question.
ANSWERS = frozenset(
    {Feature.VALUES_FIT, Feature.EQUAL_DIGITS, Feature.VALUE_RATIO, Feature.SAME_QUOTE, Feature.DAYS_APART,
     Feature.EQUAL_ELSEWHERE, Feature.ALIKE_ELSEWHERE}
)  # fmt: skip
LEFT_OUT = {
    "values": TIMES,
    "events": NUMBERS,
    "value_slots": TIMES | ANSWERS,
    "event_slots": NUMBERS | ANSWERS,
}
# The models that are trained on the pairs of another.
PAIRS = {"value_slots": "values", "event_slots": "events"}


@dataclass(frozen=True, slots=True)
class Row:
    """Two claims that may be of one fact: the features that count something, by number, and what they count."""

    story: str
    of_one: bool
    counts: tuple[tuple[int, float], ...]


def stories(folder: Path) -> Iterator[tuple[str, list[Document], list[list[tuple[str, int, int]]]]]:
    """The labelled stories of a folder: id, articles, and the mentions of each fact."""
    facts: defaultdict[str, list[list[tuple[str, int, int]]]] = defaultdict(list)
    for line in (folder / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        facts[fact["cluster_id"]].append([(m["doc_id"], m["start"], m["end"]) for m in fact["mentions"]])
    for line in (folder / "clusters.jsonl").read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        if cluster["cluster_id"] in facts:
            yield cluster["cluster_id"], [_article(d) for d in cluster["docs"]], facts[cluster["cluster_id"]]


def _article(told: dict[str, str]) -> Document:
    day = date.fromisoformat(told["published"][:10]) if told.get("published") else None
    return reconcile.document(
        told["text"], id=told["doc_id"], published=day, title=told.get("title"), publisher=told.get("source")
    )


def fact_of(claim: Claim, facts: Sequence[Sequence[tuple[str, int, int]]]) -> int | None:
    """The fact one of whose mentions the claim's value overlaps most."""
    overlaps = (
        (min(claim.span.end, end) - max(claim.span.start, start), -number)
        for number, mentions in enumerate(facts)
        for source, start, end in mentions
        if source == claim.source
    )
    most, number = max(overlaps, default=(0, 0))
    return -number if most > 0 else None


def rows_of(
    story: str, claims: Sequence[Claim], facts: list[list[tuple[str, int, int]]], pack: Pack
) -> Iterator[tuple[str, Row]]:
    """Every candidate pair of a story, with the name of its model."""
    told = [c for c in claims if c.kind is not Kind.ROLE]
    evidence = Evidence(told, Contexts(told, pack), pack)
    blocks: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in told:
        if claim.kind is not Kind.RANK:
            blocks[block_key(claim)].append(claim)
    fact = {c.id: fact_of(c, facts) for c in told}
    for _, block in sorted(blocks.items()):
        pairs = [(block[i], block[j]) for i, j in linkable_pairs(block, evidence)]
        evidence.learn(pairs)
        for a, b in pairs:
            pair = evidence.pair(a, b)
            counts = ((n, row.count(pair) / ONE) for n, row in enumerate(FEATURES))
            of_one = fact[a.id] is not None and fact[a.id] == fact[b.id]
            yield (
                "events" if a.kind in WHEN else "values",
                Row(story, of_one, tuple((n, count) for n, count in counts if count)),
            )


def sure(score: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def weights_of(rows: Sequence[Row], used: Sequence[int]) -> tuple[float, dict[int, float]]:
    """Bias and weights of the features of those numbers."""
    place = {number: i + 1 for i, number in enumerate(used)}
    positive = Counter(row.story for row in rows if row.of_one)
    counts = [[(0, 1.0), *((place[n], count) for n, count in row.counts if n in place)] for row in rows]
    worth = [LEAST_PAIRS / max(LEAST_PAIRS, positive[row.story]) for row in rows]
    size = len(used) + 1
    ridge = [PENALTY * variance for variance in _variances(counts, size)]
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [-cost * weight for cost, weight in zip(ridge, weights, strict=True)]
        curve = [[0.0] * size for _ in range(size)]
        for count, row, share in zip(counts, rows, worth, strict=True):
            p = sure(sum(weights[i] * x for i, x in count))
            error, bend = share * ((1.0 if row.of_one else 0.0) - p), share * p * (1 - p)
            for place_, (i, x) in enumerate(count):
                slope[i] += error * x
                line, bent = curve[i], bend * x
                for j, y in count[: place_ + 1]:
                    line[j] += bent * y
        for i in range(size):
            curve[i][i] += ridge[i] + 1e-9
        step = _solved(curve, slope)
        weights = [weight + move for weight, move in zip(weights, step, strict=True)]
        if max(map(abs, step)) < ENOUGH:
            break
    return weights[0], {number: weights[i] for number, i in place.items()}


def _variances(counts: list[list[tuple[int, float]]], size: int) -> list[float]:
    total, square = [0.0] * size, [0.0] * size
    for row in counts:
        for i, x in row:
            total[i] += x
            square[i] += x * x
    return [square[i] / len(counts) - (total[i] / len(counts)) ** 2 for i in range(size)]


def _solved(lower: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric positive system given by its lower triangle (Cholesky)."""
    size = len(right)
    root = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = lower[i][j] - sum(root[i][k] * root[j][k] for k in range(j))
            root[i][j] = math.sqrt(max(rest, 1e-12)) if i == j else rest / root[j][j]
    middle = [0.0] * size
    for i in range(size):
        middle[i] = (right[i] - sum(root[i][k] * middle[k] for k in range(i))) / root[i][i]
    out = [0.0] * size
    for i in reversed(range(size)):
        out[i] = (middle[i] - sum(root[k][i] * out[k] for k in range(i + 1, size))) / root[i][i]
    return out


def cross_validated(rows: Sequence[Row], used: Sequence[int]) -> list[tuple[float, bool]]:
    """Each pair's probability by weights that its story had no part in, and whether it is of one fact."""
    fold = {story: i % FOLDS for i, story in enumerate(sorted({row.story for row in rows}))}
    out: list[tuple[float, bool]] = []
    for held_out in range(FOLDS):
        bias, weights = weights_of([row for row in rows if fold[row.story] != held_out], used)
        out.extend(
            (sure(bias + sum(weights.get(n, 0.0) * x for n, x in row.counts)), row.of_one)
            for row in rows
            if fold[row.story] == held_out
        )
    return out


def report(name: str, found: list[tuple[float, bool]]) -> Iterator[str]:
    """Calibration in ten bins, and what a bar would let through."""
    of_one = sum(right for _, right in found)
    yield f"{name}: {len(found)} pairs, {of_one} of one fact"
    yield "  stated     pairs  mean  right"
    for tenth in range(10):
        some = [(p, right) for p, right in found if tenth == min(9, int(p * 10))]
        if some:
            mean, right = sum(p for p, _ in some) / len(some), sum(r for _, r in some) / len(some)
            yield f"  {tenth / 10:.1f}-{tenth / 10 + 0.1:.1f} {len(some):8} {mean:.3f}  {right:.3f}"
    for bar in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        over = [right for p, right in found if p >= bar]
        yield f"  from {bar}: {sum(over) / max(1, len(over)):.3f} right, {sum(over) / max(1, of_one):.3f} found"


def yaml_of(models: dict[str, tuple[float, dict[int, float]]], bars: dict[str, Model]) -> str:
    """The rule file: the heaviest weight first."""
    lines = [
        "# yaml-language-server: $schema=schema/matching.schema.json",
        "# What each key means: `docs/rules.md`, or in an editor the schema above. The weights are trained and written",
        "# by `benchmarks/train_matching.py`; the bars are chosen by what is right of what they let through.",
    ]
    for name, (bias, weights) in models.items():
        lines += [f"{name}:", f"  join: {bars[name].join}", f"  find: {bars[name].find}", f"  bias: {bias:.2f}"]
        lines.append("  weights:")
        rounded = {str(FEATURES[n].feature): round(weight, 2) for n, weight in weights.items()}
        lines += [f"    {f}: {w:.2f}" for f, w in sorted(rounded.items(), key=lambda i: (-abs(i[1]), i[0])) if w]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Trains, prints, and with --write writes the rule file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the weights of rules/matching.yaml")
    parser.add_argument("--without", action="append", default=[], type=Feature, help="leave a feature out")
    asked = parser.parse_args()
    pack = default_pipeline().pack
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for folder in asked.folders:
        for story, articles, facts in stories(folder):
            for name, row in rows_of(story, reconcile.reconcile(articles).claims, facts, pack):
                rows[name].append(row)
    models = {}
    for name in LEFT_OUT:
        some = rows[PAIRS.get(name, name)]
        left_out = LEFT_OUT[name] | set(asked.without)
        used = [n for n, row in enumerate(FEATURES) if row.feature not in left_out]
        print("\n".join(report(name, cross_validated(some, used))))
        models[name] = weights_of(some, used)
    text = yaml_of(models, {name: getattr(pack.matching, name) for name in LEFT_OUT})
    print(text)
    if asked.write:
        RULES.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
