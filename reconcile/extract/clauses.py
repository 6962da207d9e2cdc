"""Which verb governs a place in a sentence: verb groups to its left and right within one clause."""

from __future__ import annotations

from reconcile.extract.frame import Frame, Group
from reconcile.extract.tags import Tag

BREAKS = frozenset({Tag.SUBORDINATOR, Tag.CONJUNCTION})
STOPS = frozenset({";", ":"})
# A value this near a participle belongs to it ("bonds valued at $5 billion").
NEXT = 2
# The longest aside in brackets, in tokens.
ASIDE = 12


def group_before(frame: Frame, i: int) -> Group | None:
    """The verb group that governs token `i` from the left, in the same clause."""
    found = None
    for group in frame.groups:
        if group.last > i:
            break
        if found is None or not _reduced(frame, found, group) or i - group.last <= NEXT:
            found = group
    return None if found is None or _broken(frame, found.last, i) else found


def group_after(frame: Frame, i: int) -> Group | None:
    """The verb group right of token `i`, before any clause break."""
    for group in frame.groups:
        if group.first >= i:
            return None if _broken(frame, i, group.first) else group
    return None


def is_participle(frame: Frame, group: Group) -> bool:
    """A participle without an auxiliary: "founded in Orle", "killing 12"."""
    key = frame.key(group.main)
    return group.first == group.main and (key in frame.pack.language.participles or key.endswith("ing"))


def opening(frame: Frame, i: int) -> int:
    """The bracket that the one at `i` closes; `i` itself where it is not near."""
    return next((k for k in range(i - 1, max(frame.first - 1, i - ASIDE), -1) if frame.key(k) == "("), i)


def _broken(frame: Frame, first: int, last: int) -> bool:
    """Whether a clause ends in tokens `[first, last)`: a subordinator, or a stop outside brackets."""
    depth = 0
    for k in range(first, last):
        key = frame.key(k)
        depth += (key == "(") - (key == ")" and depth > 0)
        if not depth and (frame.tag(k) is Tag.SUBORDINATOR or key in STOPS):
            return True
    return False


def _reduced(frame: Frame, before: Group, group: Group) -> bool:
    """A participle that only describes the noun before it ("a levy on money held abroad")."""
    language, key = frame.pack.language, frame.key(group.main)
    alone = (
        group.first == group.main and key in language.participles and frame.key(before.main) not in language.reporting
    )
    if not alone or frame.tag(group.first - 1) not in (Tag.NOUN, Tag.NAME):
        return False
    between = range(before.last, group.first)
    apart = any(frame.tag(k) in BREAKS or frame.key(k) in (",", ";", ":") for k in between)
    goes_on = group.last < frame.last and frame.tag(group.last) in (Tag.PREPOSITION, Tag.ADVERB, Tag.PUNCTUATION)
    return not apart and goes_on
