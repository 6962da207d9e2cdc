"""Changes: what a change starts from ("from a year earlier"), and values of how much something moved."""

from __future__ import annotations

from reconcile.extractors.claims.counted_subjects import Binding
from reconcile.extractors.claims.labels import bare
from reconcile.extractors.claims.metric_matching import Trigger
from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.owners import clause_actor, owner_after, possessor
from reconcile.model.claim import Step
from reconcile.model.mention import Kind
from reconcile.model.period import Grain
from reconcile.text.parse import Bound, Frame, Group, Phrase, group_before
from reconcile.text.word_classes import Tag

COMPARING = frozenset({"from", "than", "against", "versus"})
COMPARED = frozenset({"compared", "comparing", "relative"})
CHANGES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO})
DIRECTIONS = frozenset({"up", "down"})
ENDS = frozenset({"to", "through", "until", "till", "-", "–"})
# How far the word that compares stands before a value, and a value before its time, in tokens.
NEAR = 6
_STOPS = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.SUBORDINATOR})


def is_start(frame: Frame, bound: Bound) -> bool:
    """Whether a value is what a change starts from: after "from", with another of its sort, or after "down from"."""
    mention = bound.mention
    if frame.key(bound.first - 1) != "from":
        return False
    return frame.key(bound.first - 2) in DIRECTIONS or any(
        b is not bound and (b.mention.kind, b.mention.unit) == (mention.kind, mention.unit) for b in frame.mentions
    )


def is_of_another(frame: Frame, at: int, value: Bound) -> bool:
    """Whether the time `frame.mentions[at]` belongs to what a value is compared with: to another value, or to none."""
    time = frame.mentions[at]
    if _compares_with(frame, time, value):
        return True
    owner = frame.mentions[at - 1] if at else None
    if owner is None or owner == value or owner.mention.kind is Kind.DATE or time.first - owner.last > NEAR:
        return False
    apart = any(frame.tag(k) in _STOPS for k in range(owner.last, time.first))
    return not apart and _compared(frame, owner.first)


def _compares_with(frame: Frame, time: Bound, value: Bound) -> bool:
    """Whether a change is counted from the time itself: "rose 5% from 2029", "down 3% on the previous year"."""
    i = time.first - 1
    i -= frame.key(i) in ("in", "for", "at", "during")
    word = frame.key(i)
    if word in ("than", "versus") or (word in ("with", "to") and frame.key(i - 1) in COMPARED):
        return True
    if value.mention.kind not in CHANGES or value.last > i:
        return False
    period = time.mention.timex.own if time.mention.timex is not None else None
    long = period is not None and period.grain.rank >= Grain.MONTH.rank
    return (word == "from" and frame.key(time.last) not in ENDS) or (word == "on" and long)


def _compared(frame: Frame, i: int) -> bool:
    """Whether a word that compares leads to token `i`, with nothing between but the value's own noun phrase."""
    for k in range(i - 1, max(frame.first, i - NEAR) - 1, -1):
        if frame.key(k) in COMPARING or (frame.key(k) in ("with", "to") and frame.key(k - 1) in COMPARED):
            return True
        if frame.tag(k) in _STOPS:
            return False
    return False


# The rule of that frame in a trail.
MOVED = "bind.move"
KINDS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINTS})


def moved(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """Frame "VALUE increase in NOUN": what moved names the metric, with the move; its owner is the subject."""
    if bound.mention.kind not in KINDS:
        return None
    move = _move(frame, bound)
    if move is None:
        return _apposed(frame, topics, bound)
    if frame.key(move + 1) not in ("in", "of") or move + 2 >= frame.last:
        return None
    what = frame.phrase_at(move + 2)
    if what is None or frame.tag(move + 2) in (Tag.NUMBER, Tag.TIME, Tag.PRONOUN, Tag.PREPOSITION):
        return None
    owner, first = possessor(frame, topics, Phrase(move + 2, what.last))
    owner = owner or owner_after(frame, topics, what.last, frame.last) or clause_actor(frame, topics, bound)
    label = f"{bare(frame, first, what.last)} {frame.text(move, move + 1)}".strip()
    step = Step(MOVED, f"“{frame.text(move, move + 1)}” after the value: how much it moved")
    return owner or topics.standing(), label, (step,)


def moved_by(frame: Frame, bound: Bound) -> Group | None:
    """The verb of a move that a value tells the size of: "grew *by 60,000* to 5 million", "fell *$12* to $1,900"."""
    group = group_before(frame, bound.first)
    language = frame.pack.language
    if group is None or bound.mention.kind in (Kind.PERCENT, Kind.POINTS, Kind.RATIO):
        return None
    verb = frame.key(group.main)
    changes = language.lemmas.get(verb) in language.copulas and verb not in language.auxiliaries
    before = frame.key(bound.first - 1)
    near = group.last >= bound.first - 1
    to = frame.key(bound.last) == "to" and before != "from"
    ends = to and any(
        b.first == bound.last + 1 and b.mention.dimension == bound.mention.dimension for b in frame.mentions
    )
    return group if changes and near and (before == "by" or (ends and group.last == bound.first)) else None


def naming_move(frame: Frame, bound: Bound, found: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers that can name a value: of a move only those with its verb ("payrolls rose by" is no payroll)."""
    group = moved_by(frame, bound)
    return found if group is None else tuple(t for t in found if t.first <= group.main < t.last)


def _apposed(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """Frame ", an increase of VALUE" after what moved: "Sales rose to $4 million, an increase of 33 percent"."""
    at = bound.first - 2
    told = topics.tellings[-1] if topics.tellings else None
    opens = {frame.key(at - 1), frame.key(at - 2)} & {",", "(", "-", "–", "—"}
    if told is None or not told.label or not opens or told.bound.last > at or frame.key(bound.first - 1) != "of":
        return None
    if frame.key(at) not in frame.pack.language.moves or frame.key(bound.last) == "in":
        return None
    step = Step(MOVED, f"“{frame.text(at, at + 1)} of” the value: how much what was told before it moved")
    return told.subject, f"{told.label} {frame.text(at, at + 1)}", (step,)


def _move(frame: Frame, bound: Bound) -> int | None:
    """The token of the noun of a move that a value right before it measures."""
    after = frame.phrase_at(bound.last) if bound.last < frame.last and frame.tag(bound.last) is Tag.NOUN else None
    head = after.last - 1 if after is not None else bound.last
    return head if frame.key(head) in frame.pack.language.moves else None
