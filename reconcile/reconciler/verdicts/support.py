"""Support: the distinct values of a fact, the origins that copy one another, and on how many independent ones it
rests.

One origin have claims of one source; of sources declared to copy the same; of sentences that share a long run of words;
that name the same person or body as having said it; and of two sources that share errors again and again (Dong and
others, *Integrating Conflicting Data*, 2009): whoever copies also copies what the others contradict.

Equal values are one way; a coarser figure, a bound or a hedge joins the one finer way that it fits, and stays alone
where it fits two, since it speaks for neither.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations, starmap
from typing import NamedTuple

from reconcile.model.claim import Claim
from reconcile.model.disjoint_sets import DisjointSets
from reconcile.model.document import Document
from reconcile.model.finding import Fact, FactKind, Support
from reconcile.model.names import folded
from reconcile.model.period import Period
from reconcile.model.value import Value
from reconcile.reconciler.verdicts.values import FITS, relate_values
from reconcile.rules.load import Pack

# Beyond so many distinct values none is joined to another: that is no fact but a list.
DISTINCT = 60


class DistinctValue(NamedTuple):
    """A value as its finest figure gives it, and the claims that give it."""

    value: Value
    claims: tuple[Claim, ...]


def by_period(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims by the period they are of: a later value of something that moves contradicts no earlier one."""
    parts: defaultdict[Period | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        parts[claim.period].append(claim)
    return tuple(tuple(part) for part in parts.values())


def distinct_values(claims: Iterable[Claim]) -> tuple[DistinctValue, ...]:
    """The ways of the claims that have a value, in the order in which each was first given."""
    same: defaultdict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = _value(claim)
        if value is not None:
            same[(value.bounds, value.soft, claim.norm_unit or claim.unit, claim.denominator)].append(claim)
    parts = list(same.values())
    if 1 < len(parts) <= DISTINCT:
        parts = _joined(parts)
    return tuple(
        DistinctValue(min((v for c in part if (v := _value(c))), key=_coarseness), tuple(part)) for part in parts
    )


def _joined(parts: list[list[Claim]]) -> list[list[Claim]]:
    """Each part that fits exactly one finer way put to it, coarser ones last."""
    order = {id_: i for i, id_ in enumerate(part[0].id for part in parts)}
    groups: list[list[Claim]] = []
    for part in sorted(parts, key=lambda p: (_coarseness(_value(p[0])), order[p[0].id])):
        fitting = [group for group in groups if _fit(group[0], part[0])]
        if len(fitting) == 1:
            fitting[0].extend(part)
        else:
            groups.append(list(part))
    return sorted(groups, key=lambda group: min(order[c.id] for c in group if c.id in order))


def _fit(fine: Claim, coarse: Claim) -> bool:
    a, b = _value(fine), _value(coarse)
    same_unit = (fine.norm_unit or fine.unit, fine.denominator) == (coarse.norm_unit or coarse.unit, coarse.denominator)
    return same_unit and a is not None and b is not None and relate_values(a, b).relation in FITS


def _value(claim: Claim) -> Value | None:
    return claim.scaled_value


def _coarseness(value: Value | None) -> tuple[bool, bool, Decimal]:
    """Points before bounds and hedges, then by the place of the last digit that counts."""
    if value is None:
        return True, True, Decimal(0)
    return not value.is_point, value.soft is not None, value.loose_ulp or value.ulp or Decimal(0)


_WORD = re.compile(r"[^\W_]+")
# Of more sources than this that give one value, pairs are not counted.
LARGE_FACT = 50

Parts = tuple[tuple[Claim, ...], ...]


class Origins:
    """What is known of who copies whom in all facts of a run."""

    __slots__ = ("_copies", "_documents", "_pronouns", "_run")

    def __init__(self, facts: Iterable[Fact], documents: Mapping[str, Document], pack: Pack) -> None:
        self._documents = documents
        self._run = pack.policy.echo_run
        self._pronouns = frozenset(pack.language.pronouns)
        shared = Counter(pair for fact in facts for pair in _shared_errors(fact))
        self._copies = frozenset(pair for pair, times in shared.items() if times >= pack.policy.echo_errors)

    def parts(self, claims: tuple[Claim, ...]) -> Parts:
        """The claims by origin, in the order given; a declared fact is an origin of its own."""
        if len(claims) == 1:
            return (claims,)
        sets = DisjointSets(len(claims))
        first: dict[object, int] = {}
        for i, claim in enumerate(claims):
            for mark in self._origin_keys(claim):
                sets.join(first.setdefault(mark, i), i)
        if self._copies and len(claims) <= LARGE_FACT:
            for i, j in combinations(range(len(claims)), 2):
                if _pair(claims[i].source, claims[j].source) in self._copies:
                    sets.join(i, j)
        parts: dict[int, list[Claim]] = {}
        for i, claim in enumerate(claims):
            parts.setdefault(sets.find(i), []).append(claim)
        return tuple(tuple(part) for part in parts.values())

    def _origin_keys(self, claim: Claim) -> Iterator[tuple[str, object]]:
        """What two claims of one origin have in common."""
        document = self._documents[claim.source]
        yield "source", claim.source
        if document.source.declared:
            return
        if document.source.origin is not None:
            yield "origin", document.source.origin
        if claim.attribution is not None and folded(claim.attribution) not in self._pronouns:
            yield "attribution", folded(claim.attribution)
        if document.rows is None:
            yield from (("words", run) for run in self._runs(claim, document))

    def _runs(self, claim: Claim, document: Document) -> Iterator[tuple[str, ...]]:
        """The runs of words of a claim's sentence; a shorter sentence is one run."""
        words = _WORD.findall(document.text[claim.sentence.start : claim.sentence.end].lower())
        for i in range(max(1, len(words) - self._run + 1)):
            yield tuple(words[i : i + self._run])


def _shared_errors(fact: Fact) -> Iterator[tuple[str, str]]:
    """The pairs of sources that give a value which more sources contradict than give it."""
    if fact.kind is not FactKind.VALUE:
        return
    for claims in by_period(fact.claims):
        given = [sorted({c.source for c in distinct.claims}) for distinct in distinct_values(claims)]
        most = max(map(len, given), default=0)
        for sources in given:
            if len(sources) < most and len(sources) <= LARGE_FACT:
                yield from starmap(_pair, combinations(sources, 2))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def support(parts: Parts, documents: Mapping[str, Document]) -> Support:
    """`reference` where a declared fact is among them, `single` for one source, `echo` when all copy one origin."""
    sources = {claim.source for part in parts for claim in part}
    if len(sources) > 1 and any(documents[source].source.declared for source in sources):
        return Support.REFERENCE
    if len(sources) < 2:
        return Support.SINGLE
    return Support.CORROBORATED if len(parts) > 1 else Support.ECHO


def path(parts: Parts, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """How a number that several sources copy was written, first to last, and where its hedge was lost.

    Only for sources whose days of publication are known; one clause a source.
    """
    out: list[str] = []
    for part in parts:
        dated = sorted((c for c in part if documents[c.source].source.published), key=lambda c: _given(c, documents))
        out.extend(_steps(dated, documents))
    return tuple(out)


def _steps(dated: list[Claim], documents: Mapping[str, Document]) -> Iterable[str]:
    if len({c.source for c in dated}) < 2:
        return
    before: Claim | None = None
    for claim in dated:
        day = documents[claim.source].source.published
        lost = before is not None and _hedged(before) and not _hedged(claim) and _day(before, documents) != day
        quote = " ".join(claim.quote.split())
        yield f"{claim.source} ({day}): “{quote}”{', the hedge is lost' if lost else ''}"
        before = claim


def _hedged(claim: Claim) -> bool:
    return claim.hedge is not None


def _day(claim: Claim, documents: Mapping[str, Document]) -> date | None:
    return documents[claim.source].source.published


def _given(claim: Claim, documents: Mapping[str, Document]) -> tuple[date, str, int, str]:
    """When a claim was made: by day of publication, in one file by line."""
    document = documents[claim.source]
    day = document.source.published or date.max
    return day, document.path or "", document.line(claim.span.start), claim.id
