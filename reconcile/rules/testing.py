"""Running the examples that stand beside the rules, of one sentence and of two.

How sentences are read and reconciled is handed in, since rules know nothing of the stages that use them. Lexicons are
asked what is recognised; metrics, offices, entities and cues what is claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from reconcile.errors import Diagnostic
from reconcile.model.claim import Claim, Factuality
from reconcile.model.finding import Relation
from reconcile.model.mention import Kind, Mention
from reconcile.model.run import Run
from reconcile.rules.currencies import CurrencyLexicon
from reconcile.rules.entities import Entities, Offices
from reconcile.rules.entries import entries
from reconcile.rules.examples import Example, PairExample, Want, Wanted
from reconcile.rules.load import Pack
from reconcile.rules.metrics import MetricRule
from reconcile.rules.source import Loaded
from reconcile.rules.times import HolidayWords, TimeWords
from reconcile.rules.tree import Path
from reconcile.rules.units import UnitLexicon
from reconcile.rules.words import HedgeLexicon, RankLexicon, Scopes

Item = Mention | Claim
# What comes out other than asked: the way to it in the example, a code and a message.
Difference = tuple[Path, str, str]
Recognise = Callable[[str, date | None], Sequence[Mention]]
Extract = Callable[[str, date | None], Sequence[Claim]]

_CLAIM_KEYS = ("subject", "metric", "organisation", "titles", "ahead", "factuality", "attribution", "qualifiers")


MISSED, WRONG, NEAR, EXTRA = "example-missed", "example-wrong", "example-near", "example-extra"
# What makes the number itself another one; all else that can differ is a near miss.
_VALUE = frozenset({"value", "low", "high"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many examples were run, how many came out other than asked, and each difference with its place.

    A difference is missed (nothing is read there), wrong (another number), a near miss (the number, but another unit,
    subject, period ...), or extra (read, but not asked for).
    """

    run: int
    failed: int
    problems: tuple[Diagnostic, ...]

    def counted(self, code: str) -> int:
        """How many differences of one kind there are."""
        return sum(p.code == f"rules.{code}" for p in self.problems)


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """One example after its run: where its rule stands, what was read of the sentence, and each difference."""

    owner: str
    example: Example
    items: tuple[Item, ...]
    problems: tuple[Diagnostic, ...]


def run_examples(pack: Pack, recognise: Recognise, extract: Extract, only: str | None = None) -> Outcome:
    """Runs every example of a pack, or those under the rule or file named `only`."""
    return outcome(run_each_example(pack, recognise, extract, only))


def outcome(examples: Iterable[ExampleRun]) -> Outcome:
    """What the runs of examples come to."""
    ran = tuple(examples)
    failed = sum(bool(one.problems) for one in ran)
    return Outcome(len(ran), failed, tuple(problem for one in ran for problem in one.problems))


def run_each_example(
    pack: Pack, recognise: Recognise, extract: Extract, only: str | None = None
) -> Iterator[ExampleRun]:
    """Runs the examples of a pack one by one, or those under the rule or file named `only`."""
    for loaded in pack.files:
        read: Callable[[str, date | None], Sequence[Item]] = recognise if _asks_mentions(loaded) else extract
        owners = (
            placed for placed in entries(loaded) if only in (None, getattr(placed.entry, "id", None), _stem(loaded))
        )
        for placed in owners:
            for i, example in enumerate(getattr(placed.entry, "examples", ())):
                items = tuple(read(example.say, example.on))
                wrong = example_differences(example, items, placed.entry)
                problems = tuple(placed.error(code, text, "examples", i, *steps) for steps, code, text in wrong)
                yield ExampleRun(placed.where(), example, items, problems)


def example_differences(example: Example, items: Sequence[Item], owner: msgspec.Struct) -> Iterator[Difference]:
    """What comes out other than asked in one example."""
    left, kinds = list(items), set(Kind)
    if not example.none:
        kinds = set()
        for i, want in enumerate(example.get):
            best = _best(want, left) or _requoted_item(example, want, left)
            if best is not None:
                left.remove(best)
                kinds.add(best.kind)
            yield from _difference(example, i, best, items)
    for extra in (item for item in left if item.kind in kinds and _answers_for(owner, item)):
        if example.none:
            yield (), EXTRA, f"{example.say!r} must give nothing, got {describe_item(extra)}"
        else:
            yield (), EXTRA, f"{example.say!r} also gives {describe_item(extra)}, which no `get` lists"


def _difference(example: Example, i: int, item: Item | None, items: Sequence[Item]) -> Iterator[Difference]:
    """How the item that comes nearest to the i-th `get` of an example differs from it."""
    want = example.get[i]
    if item is None:
        near = next((item for item in items if _overlaps(example, want, item)), None)
        instead = f"; {describe_item(near)} is" if near else f" in {example.say!r}"
        yield ("get", i), MISSED, f"{want.quote!r} is not found{instead}"
    elif differ := tuple(differences(want, item)):
        code = WRONG if _VALUE & {name for name, _, _ in differ} else NEAR
        both = "; ".join(f"{name} should be {wanted}, got {got}" for name, wanted, got in differ)
        yield ("get", i, differ[0][0]), code, f"{want.quote!r}: {both}"


def differences(want: Want, item: Item) -> Iterator[tuple[str, object, object]]:
    """The keys asked whose value differs: name, wanted, got."""
    got = _facts(item)
    for name in Want.__struct_fields__:
        wanted = getattr(want, name)
        if wanted is None:
            continue
        given = got.get(name)
        if isinstance(wanted, dict):
            same = isinstance(given, Mapping) and wanted.items() <= given.items()
        else:
            same = wanted in given if isinstance(given, _Either) else wanted == given
        if not same:
            yield name, wanted, given


class _Either(tuple[Any, ...]):
    """Names that stand for the same thing: an id and a label."""

    __slots__ = ()

    def __str__(self) -> str:
        """As a complaint shows it."""
        return " or ".join(dict.fromkeys(str(name) for name in self))


def _facts(item: Item) -> dict[str, object]:
    """What can be asked of an item, under the names of `Want`."""
    value = item.value
    facts: dict[str, object] = {
        "quote": item.quote,
        "kind": str(item.kind),
        "unit": item.to_dict()["unit"],
        "hedge": item.hedge,
    }
    if value is not None:
        facts["value"] = value.low if value.is_point else None
        facts |= {"low": value.low, "high": value.high}
        facts |= {"low_open": value.bounds.low_open, "high_open": value.bounds.high_open}
    if isinstance(item, Mention):
        facts["timex"] = item.timex.value if item.timex else None
        period = item.timex.period if item.timex else None
    else:
        facts |= _claim_facts(item)
        period = item.period
    return facts | {"period": period.edtf if period else None}


def _claim_facts(claim: Claim) -> dict[str, object]:
    organisation, subject, metric = claim.organisation, claim.subject, claim.metric
    return {
        "subject": _Either((subject.label, subject.id)) if subject else None,
        "metric": _Either((metric.id, metric.label)) if metric else None,
        "organisation": _Either((organisation.label, organisation.id)) if organisation else None,
        "titles": claim.titles,
        "ahead": claim.ahead,
        "factuality": str(claim.factuality),
        "attribution": claim.attribution,
        "qualifiers": claim.qualifiers,
    }


def _asks_mentions(loaded: Loaded) -> bool:
    """Whether a file's examples are about mentions: a lexicon none of whose examples asks what only claims have."""
    wants = (placed.entry for placed in entries(loaded) if isinstance(placed.entry, Want))
    asked = (getattr(want, key) for want in wants for key in _CLAIM_KEYS)
    return loaded.file.name.startswith("lexicon/") and all(wanted is None for wanted in asked)


def _answers_for(owner: msgspec.Struct, item: Item) -> bool:
    """Whether an item is one that the owner of an example answers for; where nothing says, it answers for all."""
    answers = _ANSWERS.get(type(owner))
    return answers is None or answers(owner, item)


def _of_kind(*kinds: Kind) -> Callable[[Any, Item], bool]:
    return lambda _owner, item: item.kind in kinds


def _of_metric(owner: MetricRule, item: Item) -> bool:
    return isinstance(item, Claim) and item.metric is not None and item.metric.id == owner.id


def _of_entity(owner: Entities, item: Item) -> bool:
    ids = {entity.id for entity in owner.entities}
    named = (item.subject, item.organisation) if isinstance(item, Claim) else ()
    return any(subject is not None and subject.id in ids for subject in named)


def _not_asserted(_owner: Scopes, item: Item) -> bool:
    return isinstance(item, Claim) and item.factuality is not Factuality.ASSERTED


_ANSWERS: dict[type[msgspec.Struct], Callable[[Any, Item], bool]] = {
    MetricRule: _of_metric,
    Entities: _of_entity,
    Offices: _of_kind(Kind.ROLE),
    Scopes: _not_asserted,
    RankLexicon: _of_kind(Kind.RANK),
    UnitLexicon: _of_kind(Kind.MEASURE),
    CurrencyLexicon: _of_kind(Kind.MONEY),
    HedgeLexicon: lambda _owner, item: item.hedge is not None,
    TimeWords: _of_kind(Kind.DATE, Kind.DURATION),
    HolidayWords: _of_kind(Kind.DATE),
}


def _best(want: Want, items: Sequence[Item]) -> Item | None:
    same = [item for item in items if item.quote == want.quote]
    return min(same, key=lambda item: len(tuple(differences(want, item))), default=None)


def _requoted_item(example: Example, want: Want, items: Sequence[Item]) -> Item | None:
    """What is read at the same place under a longer or shorter quotation, and is all else that was asked."""
    same = (item for item in items if _overlaps(example, want, item))
    return next((i for i in same if [name for name, _, _ in differences(want, i)] == ["quote"]), None)


def _overlaps(example: Example, want: Want, item: Item) -> bool:
    start = example.say.find(want.quote)
    return item.span.start < start + len(want.quote) and start < item.span.end


def describe_item(item: Item) -> str:
    """What was read, in a few words, for complaints."""
    value = item.to_dict()["value"]
    bounds = f" {value['low']}..{value['high']}" if isinstance(value, dict) else ""
    return f"{item.quote!r} ({item.kind}{bounds}{f' {item.unit}' if item.unit else ''}, rule {item.rule})"


def _stem(loaded: Loaded) -> str:
    return loaded.file.name.removesuffix(".yaml")


# Reads the two sentences of an example as the documents `ONE` and `OTHER`.
Reconcile = Callable[[PairExample], Run]
ONE, OTHER = "one", "other"


def run_pairs(pack: Pack, reconcile: Reconcile, only: str | None = None) -> Outcome:
    """Runs every example of two sentences, or those of the file named `only`."""
    run = 0
    problems: list[Diagnostic] = []
    for placed in (placed for loaded in pack.files if only in (None, _stem(loaded)) for placed in entries(loaded)):
        if isinstance(placed.entry, PairExample):
            run += 1
            wrong = complaint(placed.entry, reconcile(placed.entry))
            problems += [] if wrong is None else [placed.error("pair-wrong", wrong)]
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


def _claim(run: Run, source: str, quote: str) -> Claim | None:
    return next((c for c in run.claims if c.source == source and c.quote == quote), None)


def _relation(run: Run, one: str, other: str) -> Wanted:
    both = {one, other}
    pairs = (pair for group in run.groups for pair in group.relations if {pair.left, pair.right} == both)
    relation = next((pair.relation for pair in pairs), Relation.NOT_COMPARABLE)
    return Wanted.APART if relation is Relation.NOT_COMPARABLE else Wanted(relation)
