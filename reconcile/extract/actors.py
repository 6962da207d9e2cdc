"""Who a clause's value is of, where its verb tells what was done: its subject, or the owner of what moved."""

from __future__ import annotations

from reconcile.extract.clauses import group_before
from reconcile.extract.frame import Bound, Frame
from reconcile.extract.owners import owner_after
from reconcile.extract.subjects import Said, denoted, joint, said_of
from reconcile.extract.topics import Topics
from reconcile.model.claim import Subject
from reconcile.model.mention import Kind

# Values that belong to an owner: "Acme shares rose 5 percent" is of Acme.
OWNED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.RATIO})


def actor(frame: Frame, topics: Topics, said: Said, bound: Bound) -> Subject | None:
    """The clause's subject; the owner of what rose or cost; not one who only says or expects the value."""
    named = frame.names_in(said.head.first, said.head.last)
    verb = frame.key(said.group.main)
    if bound.mention.kind in OWNED and named and facet(frame, said):
        return Subject(named[-1].id, named[-1].label)
    if bound.mention.kind in OWNED and frame.key(said.head.last - 1) in frame.pack.language.belongings:
        owner = owner_after(frame, topics, said.head.last, said.group.first)
        if owner is not None:
            return owner
    person = bool(named) and named[-1].type in ("person", "unknown") and " " in named[-1].id
    speaks = verb in frame.pack.language.reporting and person
    if speaks and topics.focus is not None and topics.focus.id != named[-1].id:
        return topics.standing()
    return joint(frame, said.chain) or denoted(frame, topics, said.head)


def facet(frame: Frame, said: Said) -> str:
    """The common noun that heads a subject with a name in it ("Acme *shares* rose"): part of what is measured."""
    owned = frame.names_in(said.head.first, said.head.last)
    ends = bool(owned) and owned[-1].last < said.head.last
    return frame.text(owned[-1].last, said.head.last).removeprefix("'s ") if ends else ""


def clause_actor(frame: Frame, topics: Topics, bound: Bound) -> Subject | None:
    """The actor of the clause that a value stands in."""
    group = group_before(frame, bound.first)
    said = said_of(frame, group) if group is not None else None
    return None if said is None else actor(frame, topics, said, bound)
