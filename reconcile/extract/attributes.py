"""The attribute a value is of by its sort and neighbours: an area in square metres, an age, a share of a group."""

from __future__ import annotations

from reconcile.extract.clauses import group_before
from reconcile.extract.frame import Bound, Frame
from reconcile.model.mention import Mention
from reconcile.rules.language import Attribute


def attribute(frame: Frame, bound: Bound, mention: Mention, label: str) -> str:
    """The name of the first attribute whose conditions hold and that the label does not say already; else empty."""
    words = frozenset(label.lower().split())
    for candidate in frame.pack.language.attributes:
        if _holds(frame, bound, mention, candidate, words):
            return "" if candidate.name in words else candidate.name
    return ""


def _holds(frame: Frame, bound: Bound, mention: Mention, candidate: Attribute, words: frozenset[str]) -> bool:
    return (
        _one_of(str(mention.kind), candidate.kinds)
        and _one_of(mention.unit or "", candidate.units)
        and _one_of("" if mention.per else mention.dimension or "", candidate.dimensions)
        and _one_of(frame.key(bound.first - 1), candidate.before)
        and (not candidate.after or bool({frame.key(bound.last), _beyond(frame, bound)} & set(candidate.after)))
        and (not candidate.words or not words.isdisjoint(candidate.words))
        and (not candidate.verbs or _verb(frame, bound) in candidate.verbs)
    )


def _beyond(frame: Frame, bound: Bound) -> str:
    """The word after a conversion in brackets: "9 miles (14 km) *from*"; for the conversion too."""
    i = bound.last
    if frame.key(i) == "(":
        inner = next((b for b in frame.mentions if b.first == i + 1), None)
        i = inner.last if inner is not None else i
    return frame.key(i + 1) if frame.key(i) == ")" else ""


def _verb(frame: Frame, bound: Bound) -> str:
    """The base form of the verb that governs the value; empty where none does."""
    group = group_before(frame, bound.first)
    key = frame.key(group.main) if group is not None else ""
    return frame.pack.language.lemmas.get(key, "")


def _one_of(word: str, allowed: tuple[str, ...]) -> bool:
    return not allowed or word in allowed
