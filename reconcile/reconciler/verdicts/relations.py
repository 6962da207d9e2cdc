"""The relation of two claims of one fact, by the kind of the fact.

What the days of publication say of two values that differ, where a text does not say when its value holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from reconcile.model.claim import Claim, Factuality, in_one_slot, two_labels
from reconcile.model.document import Document
from reconcile.model.finding import FactKind, Relation
from reconcile.model.mention import Kind
from reconcile.model.period import Period
from reconcile.model.timeexpr import Anchor
from reconcile.model.tokens import Tokens
from reconcile.reconciler.matching.cannot_link import has_name, no_moment_shared
from reconcile.reconciler.matching.clock_times import is_clock_against_day
from reconcile.reconciler.verdicts.clocks import relate_clocks
from reconcile.reconciler.verdicts.slips import is_unmistakable_slip
from reconcile.reconciler.verdicts.titles import relate_holders, relate_titles
from reconcile.reconciler.verdicts.values import OPPOSED, Judged, direction, opposed, relate_currencies, relate_values
from reconcile.rules.load import Pack
from reconcile.rules.metrics import Nature
from reconcile.rules.times import TimeLexicon

# News of one event seldom runs for longer without saying when it was.
NEWS = timedelta(days=7)
# What counts up after one event no longer does after so long.
LONG = timedelta(days=365)


def published_later(a: Claim, b: Claim, day: date | None, other: date | None, nature: Nature) -> Judged | None:
    """A count that only grows, told later and larger, is revised; anything else told much later may be news of another.

    None where both say when, a day of publication is not known, or a named thing does not change. Symmetric with the
    days swapped alike.
    """
    if day is None or other is None or (a.says_when and b.says_when):
        return None
    if nature is Nature.CUMULATIVE and day != other:
        early, late = (a, b) if day < other else (b, a)
        if _least(early) < _least(late):
            return Judged(Relation.REVISED, "the count only grows, and the larger was published later")
    if abs(day - other) <= NEWS or (nature is Nature.CONSTANT and named(a) and named(b)):
        return None
    return Judged(Relation.UNDECIDED, "published far apart, and one does not say when: it may be news of another event")


def _least(claim: Claim) -> Decimal:
    value = claim.scaled_value
    if value is None:
        return Decimal(0)
    return (value.low if value.low is not None else value.high) or Decimal(0)


def named(claim: Claim) -> bool:
    """Whether a claim is of something that has a name, so that it is the same in every text."""
    return claim.subject is not None and not claim.subject.weak and has_name(claim)


def another_event(a: Claim, b: Claim, nature: Nature) -> bool:
    """Whether two counts of what grows, years apart and of nothing with a name, are of two events."""
    if nature is not Nature.CUMULATIVE or (named(a) and named(b)):
        return False
    return a.period is not None and b.period is not None and a.period.gap(b.period) > LONG.days


TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET, Factuality.HYPOTHETICAL})
_DAY_OF_YEAR = re.compile(r"XXXX-\d\d-\d\d")
# Kinds of values that add up over time; a share does not.
ADDS_UP = frozenset({Kind.MONEY, Kind.COUNT, Kind.NUMBER, Kind.MEASURE})
CLOSED = frozenset({Factuality.DENIED})


def relate(kind: FactKind, a: Claim, b: Claim, pack: Pack, documents: Mapping[str, Document]) -> Judged:
    """How two claims stand; symmetric. `documents` by id say when each was published."""
    if kind is FactKind.PERSON:
        return relate_titles(a, b, pack.offices)
    if kind is FactKind.OFFICE:
        day, other = (documents[c.source].source.published for c in (a, b))
        return relate_holders(a, b, day, other)
    if kind is FactKind.RANK and not (_is_place(a) and _is_place(b)) and not in_one_slot(a, b):
        return _series(a, b)
    judged = _dates(a, b, pack.times) if kind is FactKind.EVENT else _values(a, b, pack)
    if judged.relation is Relation.CONFLICT:
        judged = _explained(kind, a, b, pack, documents) or judged
    stands = {a.factuality, b.factuality}.isdisjoint(CLOSED | {Factuality.HYPOTHETICAL})
    if judged.relation is Relation.CONFLICT and stands and is_unmistakable_slip(a, b):
        # announced or done, the same digits are of one thing
        return judged
    moves = any(c.metric is not None and direction(c.metric.content, pack.policy) for c in (a, b))
    return _stances(a, b, judged.relation, _nature(a, b, pack), moves=moves) or judged


def _explained(kind: FactKind, a: Claim, b: Claim, pack: Pack, documents: Mapping[str, Document]) -> Judged | None:
    """What two times say of a conflict of values or ranks, or None where they explain nothing."""
    if kind is FactKind.RANK and _at_two_times(a, b):
        return Judged(Relation.NOT_COMPARABLE, "places taken at two times")
    day, other = (documents[c.source].source.published for c in (a, b))
    return published_later(a, b, day, other, _nature(a, b, pack)) if kind is FactKind.VALUE else None


def _at_two_times(a: Claim, b: Claim) -> bool:
    return a.period is not None and b.period is not None and no_moment_shared(a.period, b.period)


def _is_place(claim: Claim) -> bool:
    """Whether a rank is a place in an order ("ranked third", "third largest", "No. 3")."""
    return claim.placed or len(re.split(r"[\s-]+", claim.quote.strip())) > 1


def _series(a: Claim, b: Claim) -> Judged:
    """A bare ordinal picks one of a series: the third launch and the fourth launch are two."""
    if a.value == b.value:
        return Judged(Relation.AGREE, "the same place in a series")
    return Judged(Relation.NOT_COMPARABLE, "a bare ordinal picks one of a series, and two may be meant")


def _nature(a: Claim, b: Claim, pack: Pack) -> Nature:
    """How the metric of both behaves in time; one that no rule names, as a flow."""
    if a.metric is None or b.metric is None or a.metric.id != b.metric.id:
        return Nature.FLOW
    rule = pack.metrics.by_id.get(a.metric.id)
    return rule.nature if rule is not None else Nature.FLOW


def _stances(a: Claim, b: Claim, found: Relation, nature: Nature, *, moves: bool) -> Judged | None:
    """A forecast and a fact are of two things unless they say the same; a denial is never of what it denies.

    What does not move is the same before and after: the price at which a shop is to be sold and was sold is one; what
    is to be raised to a value is not that before. What is only supposed is nobody's account of anything.
    """
    if found in (Relation.AGREE, Relation.COMPATIBLE) and not {a.factuality, b.factuality} & CLOSED:
        return None
    if Factuality.HYPOTHETICAL in (a.factuality, b.factuality):
        return Judged(Relation.NOT_COMPARABLE, "one is only supposed")
    if (nature is not Nature.CONSTANT or moves) and (a.factuality in TO_COME) != (b.factuality in TO_COME):
        return Judged(Relation.NOT_COMPARABLE, "one is a forecast or target, the other is not")
    if (a.factuality in CLOSED) != (b.factuality in CLOSED):
        return Judged(Relation.NOT_COMPARABLE, "one is denied, the other is not")
    return None


def _dates(a: Claim, b: Claim, lexicon: TimeLexicon) -> Judged:
    clocks = relate_clocks(a, b, lexicon)
    if clocks is not None:
        return clocks
    if is_clock_against_day(a, b):
        return Judged(Relation.NOT_COMPARABLE, "one gives a time of day, the other a day")
    if a.period is not None and b.period is not None and a.period.edtf == b.period.edtf and _says_one_time(a, b):
        return Judged(Relation.AGREE, "the same time, as far as both give it")
    if a.period is None or b.period is None or not (a.period.is_resolved and b.period.is_resolved):
        if _another_day(a.period, b.period):
            return Judged(Relation.CONFLICT, "another day of the year, whatever the year")
        return Judged(Relation.UNDECIDED, "a publication date would settle the day of one side")
    if a.period == b.period:
        return Judged(Relation.AGREE, "the same time")
    if a.period.overlaps(b.period):
        return Judged(Relation.COMPATIBLE, "one time lies within the other")
    if a.quote.casefold() == b.quote.casefold():
        return Judged(Relation.UNDECIDED, "the same words, counted from different days")
    if _one_off(a, a.period, b.period, lexicon) or _one_off(b, b.period, a.period, lexicon):
        return Judged(Relation.COMPATIBLE, "counted back in whole years, months or weeks, which may be one off")
    return Judged(Relation.CONFLICT, "the two times do not overlap")


def _one_off(counted: Claim, period: Period, other: Period, lexicon: TimeLexicon) -> bool:
    """Whether a time counted back ("42 years ago") lies beside the other: nobody counts to the day."""
    length = period.days
    if length is None or length == 1 or not _counted_back(counted, lexicon):
        return False
    return period.within(length, other)


def _counted_back(claim: Claim, lexicon: TimeLexicon) -> bool:
    """Whether a time is so many units before the day of publication: "42 years *ago*"."""
    tokens = Tokens(claim.quote)
    entries = (match[0] for i in range(len(tokens)) if (match := lexicon.offsets.match(tokens, i)) is not None)
    return any(entry.sign < 0 and entry.anchor is Anchor.PUBLICATION for entry in entries)


def _says_one_time(a: Claim, b: Claim) -> bool:
    """Whether two times written alike are one as far as known; of two that nothing is known of, the words must be."""
    if a.period is not None and a.period.says_something:
        return True
    return a.quote.casefold() == b.quote.casefold()


def _another_day(a: Period | None, b: Period | None) -> bool:
    """Whether two times give month and day without the year, and not the same."""
    days = [p.edtf for p in (a, b) if p is not None and _DAY_OF_YEAR.fullmatch(p.edtf)]
    return len(days) == 2 and days[0] != days[1]


def _values(a: Claim, b: Claim, pack: Pack) -> Judged:
    x, y = a.scaled_value, b.scaled_value
    if x is None or y is None:
        return Judged(Relation.NOT_COMPARABLE, "one side has no value")
    if (a.norm_unit or a.unit) != (b.norm_unit or b.unit) and a.kind == b.kind and a.dimension == "currency":
        return relate_currencies(a, b, x, y)
    if two_labels(a, b):
        return Judged(Relation.CONFLICT, f"the same figure per {a.per} and per {b.per}")
    rule = pack.metrics.by_id.get(a.metric.id) if a.metric is not None else None
    judged = relate_values(x, y, (rule.tolerance if rule is not None else Decimal(0)) or pack.policy.tolerance)
    if opposed(a, b, pack.policy):
        judged = Judged(Relation.CONFLICT, OPPOSED)
    return judged if judged.relation is not Relation.CONFLICT else _in_time(a, b, _nature(a, b, pack)) or judged


def _in_time(a: Claim, b: Claim, nature: Nature) -> Judged | None:
    """A different value at a different time of something that moves is a revision, not a conflict."""
    if a.starts_change != b.starts_change:
        return Judged(Relation.NOT_COMPARABLE, "a change started from one of them, and the other is told of now")
    if nature is Nature.FLOW:
        return _flow_in_time(a, b)
    if nature not in (Nature.INSTANT, Nature.CUMULATIVE):
        return None
    if not (_known(a.period) and _known(b.period)):
        # a count of victims is news of one event: two figures are a conflict until a day shows that one is later
        settled = a.period == b.period or nature is Nature.CUMULATIVE
        return None if settled else Judged(Relation.UNDECIDED, "the day of one side is not known")
    if a.period is not None and b.period is not None and not a.period.overlaps(b.period):
        if another_event(a, b, nature):
            return Judged(Relation.NOT_COMPARABLE, "counted years apart, of nothing with a name: two events")
        return Judged(Relation.REVISED, "given for different days, and it moves")
    return None


def _flow_in_time(a: Claim, b: Claim) -> Judged | None:
    """What the times of two values of what adds up over time explain."""
    if a.kind in ADDS_UP and any(c.period is not None and c.period.is_relative for c in (a, b)):
        return Judged(Relation.UNDECIDED, "a publication date would settle the time of one side")
    if _part_of_time(a, b):
        return Judged(Relation.NOT_COMPARABLE, "one is of a part of the other's time, and it adds up over time")
    return None


def _part_of_time(a: Claim, b: Claim) -> bool:
    """Whether a rule knows what is measured, both say when, and the one time is a part of the other."""
    if a.metric is None or a.metric.is_open or a.period is None or b.period is None or a.period == b.period:
        return False
    return a.says_when and b.says_when and (a.period.covers(b.period) or b.period.covers(a.period))


def _known(period: Period | None) -> bool:
    return period is not None and period.is_resolved
