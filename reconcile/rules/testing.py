"""Running the examples that stand beside the rules.

How a sentence is read is handed in, since rules know nothing of the stages that use them. Lexicons are asked what is
recognised; metrics, offices, entities and cues what is claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim, Factuality
from reconcile.model.mention import Kind, Mention
from reconcile.rules.currencies import CurrenciesFile
from reconcile.rules.entities import EntitiesFile
from reconcile.rules.examples import Example, Want
from reconcile.rules.hedges import HedgesFile
from reconcile.rules.load import Loaded, Pack
from reconcile.rules.metrics import MetricRule
from reconcile.rules.offices import OfficesFile
from reconcile.rules.scopes import FactualityFile
from reconcile.rules.time_files import HolidaysFile, TimesFile
from reconcile.rules.units import UnitsFile
from reconcile.rules.walk import Places, entries
from reconcile.rules.words import RanksFile

Item = Mention | Claim
Recognise = Callable[[str, date | None], Sequence[Mention]]
Extract = Callable[[str, date | None], Sequence[Claim]]

_CLAIM_KEYS = ("subject", "metric", "organisation", "titles", "ahead", "factuality", "attribution", "qualifiers")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many examples were run, and what came out other than asked, each with the place of the example."""

    run: int
    problems: tuple[Diagnostic, ...]

    @property
    def failed(self) -> int:
        """How many examples came out other than asked."""
        return len({p.where for p in self.problems})


def run_examples(pack: Pack, recognise: Recognise, extract: Extract, only: str | None = None) -> Outcome:
    """Runs every example of a pack, or those under the rule or file named `only`."""
    places = Places()
    run = 0
    problems: list[Diagnostic] = []
    for loaded in pack.files:
        read: Callable[[str, date | None], Sequence[Item]] = recognise if _asks_mentions(loaded) else extract
        for path, owner in entries(loaded):
            if only is not None and only not in (getattr(owner, "id", None), _stem(loaded)):
                continue
            for i, example in enumerate(getattr(owner, "examples", ())):
                run += 1
                where = places.where(loaded, (*path, "examples", i))
                items = read(example.say, example.on)
                problems.extend(_problem(where, code, message) for code, message in judge(example, items, owner))
    return Outcome(run, tuple(problems))


def judge(example: Example, items: Sequence[Item], owner: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """What is missed, wrong or extra in the reading of one example, as pairs of a code and a message."""
    belongs = _belonging(owner)
    if example.none:
        for item in items:
            if belongs(item):
                yield "example-extra", f"{example.say!r} must give nothing, got {_said(item)}"
        return
    left = list(items)
    kinds: set[Kind] = set()
    for want in example.get:
        best = _best(want, left)
        if best is None:
            yield "example-missed", f"{want.quote!r} is not found{_instead(example, want, items)}"
            continue
        left.remove(best)
        kinds.add(best.kind)
        for name, wanted, got in differences(want, best):
            yield "example-wrong", f"{want.quote!r}: {name} should be {wanted}, got {got}"
    for extra in left:
        if belongs(extra) and extra.kind in kinds:
            yield "example-extra", f"{example.say!r} also gives {_said(extra)}, which no `get` lists"


def differences(want: Want, item: Item) -> Iterator[tuple[str, object, object]]:
    """The keys asked whose value differs: name, wanted, got."""
    got = _facts(item)
    for field in msgspec.structs.fields(Want):
        wanted = getattr(want, field.name)
        if wanted is None:
            continue
        given = got.get(field.name)
        if isinstance(wanted, dict):
            same = isinstance(given, Mapping) and wanted.items() <= given.items()
        else:
            same = wanted in given if isinstance(given, _Either) else wanted == given
        if not same:
            yield field.name, wanted, given


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
    wants = (w for _, e in entries(loaded) if isinstance(e, Example) for w in e.get)
    return loaded.file.name.startswith("lexicon/") and not any(
        getattr(want, key) is not None for want in wants for key in _CLAIM_KEYS
    )


def _belonging(owner: msgspec.Struct) -> Callable[[Item], bool]:
    """Whether an item is one that the owner of an example answers for; where nothing says, it answers for all."""
    for shape, answers in _ANSWERS:
        if isinstance(owner, shape):
            return lambda item: answers(owner, item)
    return lambda _item: True


def _of_kind(*kinds: Kind) -> Callable[[Any, Item], bool]:
    return lambda _owner, item: item.kind in kinds


def _of_metric(owner: MetricRule, item: Item) -> bool:
    return isinstance(item, Claim) and item.metric is not None and item.metric.id == owner.id


def _of_entity(owner: EntitiesFile, item: Item) -> bool:
    ids = {entity.id for entity in owner.entities}
    named = (item.subject, item.organisation) if isinstance(item, Claim) else ()
    return any(subject is not None and subject.id in ids for subject in named)


def _not_asserted(_owner: FactualityFile, item: Item) -> bool:
    return isinstance(item, Claim) and item.factuality is not Factuality.ASSERTED


_ANSWERS: tuple[tuple[type[msgspec.Struct], Callable[[Any, Item], bool]], ...] = (
    (MetricRule, _of_metric),
    (EntitiesFile, _of_entity),
    (OfficesFile, _of_kind(Kind.ROLE)),
    (FactualityFile, _not_asserted),
    (RanksFile, _of_kind(Kind.RANK)),
    (UnitsFile, _of_kind(Kind.MEASURE)),
    (CurrenciesFile, _of_kind(Kind.MONEY)),
    (HedgesFile, lambda _owner, item: item.hedge is not None),
    (TimesFile, _of_kind(Kind.DATE, Kind.DURATION)),
    (HolidaysFile, _of_kind(Kind.DATE)),
)


def _best(want: Want, items: Sequence[Item]) -> Item | None:
    same = [item for item in items if item.quote == want.quote]
    return min(same, key=lambda item: sum(1 for _ in differences(want, item)), default=None)


def _instead(example: Example, want: Want, items: Sequence[Item]) -> str:
    start = example.say.find(want.quote)
    end = start + len(want.quote)
    near = next((i for i in items if i.span.start < end and start < i.span.end), None)
    return f"; {_said(near)} is" if near else f" in {example.say!r}"


def _said(item: Item) -> str:
    value = item.to_dict()["value"]
    bounds = f" {value['low']}..{value['high']}" if isinstance(value, dict) else ""
    return f"{item.quote!r} ({item.kind}{bounds}{f' {item.unit}' if item.unit else ''}, rule {item.rule})"


def _stem(loaded: Loaded) -> str:
    return loaded.file.name.removesuffix(".yaml")


def _problem(where: str, code: str, message: str) -> Diagnostic:
    return Diagnostic(f"rules.{code}", Severity.ERROR, message, where)
