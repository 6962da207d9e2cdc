"""Values of how much something moved: "a $50 billion increase in Acme's market value" is no market value."""

from __future__ import annotations

from reconcile.extract.actors import clause_actor
from reconcile.extract.clauses import group_before
from reconcile.extract.counted import Binding
from reconcile.extract.frame import Bound, Frame, Group, Phrase
from reconcile.extract.labels import bare
from reconcile.extract.metrics import Trigger
from reconcile.extract.owners import owner_after, possessor
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.claim import Step
from reconcile.model.mention import Kind

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
