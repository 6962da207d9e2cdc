"""Running the examples of two sentences; how sentences are reconciled is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim
from reconcile.model.finding import Relation
from reconcile.model.run import Run
from reconcile.rules.load import Pack
from reconcile.rules.pairs import PairExample, PairsFile, Wanted
from reconcile.rules.source import Loaded
from reconcile.rules.testing import Outcome
from reconcile.rules.walk import Places

# Reads the two sentences of an example as the documents `ONE` and `OTHER`.
Reconcile = Callable[[PairExample], Run]
ONE, OTHER = "one", "other"


def run_pairs(pack: Pack, reconcile: Reconcile, only: str | None = None) -> Outcome:
    """Runs every example of two sentences, or those of the file named `only`."""
    places = Places()
    run = 0
    problems: list[Diagnostic] = []
    for loaded, content in _files(pack):
        if only is not None and only != loaded.file.name.removesuffix(".yaml"):
            continue
        for i, example in enumerate(content.pairs):
            run += 1
            wrong = complaint(example, reconcile(example))
            if wrong is not None:
                where = places.where(loaded, ("pairs", i))
                problems.append(Diagnostic("rules.pair-wrong", Severity.ERROR, wrong, where))
    return Outcome(run, len(problems), tuple(problems))


def complaint(example: PairExample, run: Run) -> str | None:
    """What is wrong with how two sentences came out; None when all is as asked."""
    found = [_claim(run, source, quote) for source, quote in zip((ONE, OTHER), example.quotes, strict=True)]
    for claim, quote in zip(found, example.quotes, strict=True):
        if claim is None:
            return f"{quote!r} is no claim"
    one, other = (claim.id for claim in found if claim is not None)
    got = _relation(run, one, other)
    if got == example.relation:
        return None
    return f"{example.quotes[0]!r} and {example.quotes[1]!r} should be {example.relation}, are {got}"


def _files(pack: Pack) -> Iterator[tuple[Loaded, PairsFile]]:
    return ((loaded, loaded.content) for loaded in pack.files if isinstance(loaded.content, PairsFile))


def _claim(run: Run, source: str, quote: str) -> Claim | None:
    return next((c for c in run.claims if c.source == source and c.quote == quote), None)


def _relation(run: Run, one: str, other: str) -> Wanted:
    both = {one, other}
    pairs = (pair for group in run.groups for pair in group.relations if {pair.left, pair.right} == both)
    relation = next((pair.relation for pair in pairs), Relation.NOT_COMPARABLE)
    return Wanted.APART if relation is Relation.NOT_COMPARABLE else Wanted(relation)
