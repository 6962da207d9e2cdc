"""Values that go on from the one before them in their sentence and leave out what it was of.

- change: "costs were $5 million, *up 4 percent*"       - base: "$5 million, *compared with $4 million* in May"
- other words: "a loss of $5 million, *or $2 a share*"  - more: "takes 30 percent, and Borex *another 20 percent*"
"""

from __future__ import annotations

from reconcile.extract.clauses import group_before, is_participle
from reconcile.extract.frame import Bound, Frame
from reconcile.extract.owners import owner_after
from reconcile.extract.subjects import said_of
from reconcile.extract.telling import Telling
from reconcile.extract.topics import Topics
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.period import Period

CHANGED = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.COUNT, Kind.NUMBER})
OPENERS = (",", "(", "-", "–", "—", "and")
# Between a value and its base or other words, in tokens.
REACH = 12
# Rules by which a value is of the time of the one before.
SAME_TIME = frozenset({"bind.continued-other-words", "bind.continued-change"})


def continued(frame: Frame, topics: Topics, bound: Bound) -> tuple[Subject | None, str, tuple[Step, ...]] | None:
    """What a value is of that goes on from the one before; None where it stands by itself."""
    again = _pointed_at(frame, topics, bound)
    if again is not None:
        return again.subject, again.label, (Step("bind.continued-pronoun", f"“it” is what “{again.label}” was"),)
    before = _before(frame, topics, bound)
    if before is None or not before.label:
        return None
    cue = _cue(frame, before, bound)
    if cue is None:
        return None
    named = owner_after(frame, topics, bound.last, frame.last) if cue == "base" else None
    subject = named if named is not None and _is_name(frame, named) else before.subject
    note = f"goes on from “{before.bound.mention.quote}” and is of the same"
    return subject, before.label, (Step(f"bind.continued-{cue}", note),)


def goes_on_from(topics: Topics, how: tuple[Step, ...]) -> Period | None:
    """When the value holds that one bound by `how` says in other words or as a change; None for any other."""
    told = topics.latest
    return told.period if told is not None and how[0].rule in SAME_TIME else None


def same_measure(frame: Frame, topics: Topics, bound: Bound) -> Telling | None:
    """The value before where this one is its base, or its measure goes on as "it": then one rule names both."""
    again = _pointed_at(frame, topics, bound)
    if again is not None:
        return again
    before = _before(frame, topics, bound)
    return before if before is not None and _cue(frame, before, bound) == "base" else None


def _pointed_at(frame: Frame, topics: Topics, bound: Bound) -> Telling | None:
    """The value told last, where "it" is or was a like value: "The rate was 5 percent. Now it is 4 percent."."""
    told, group = topics.latest, group_before(frame, bound.first)
    if told is None or group is None or not told.label or frame.index - told.sentence not in (0, 1):
        return None
    said = said_of(frame, group) if group.last == bound.first else None
    points = said is not None and frame.key(said.head.first) == "it" and said.head.last == said.head.first + 1
    copula = frame.key(group.main) in frame.pack.language.auxiliaries
    plain = told.bound.mention.noun is None and bound.mention.noun is None
    return told if points and copula and plain and _alike(told.bound, bound) else None


def _before(frame: Frame, topics: Topics, bound: Bound) -> Telling | None:
    """The value told last, where it stands near before this one with no verb of another clause between."""
    before = next((t for t in reversed(topics.tellings) if _alike(t.bound, bound)), topics.latest)
    if before is None or before.sentence != frame.index or not 0 <= bound.first - before.bound.last <= REACH:
        return None
    between = (g for g in frame.groups if before.bound.last <= g.first < bound.first)
    return before if all(is_participle(frame, g) for g in between) else None


def _cue(frame: Frame, before: Telling, bound: Bound) -> str | None:
    language = frame.pack.language
    i = bound.first - 1
    i -= frame.key(i) == "by"
    if frame.key(i) in language.directions and frame.key(i - 1) in OPENERS and bound.mention.kind in CHANGED:
        return "change"
    like = _alike(before.bound, bound)
    if like and (frame.key(i) in language.bases or frame.key(i - 1) in language.bases):
        return "base" if i >= before.bound.last else None
    if frame.key(i) == "or" and frame.key(i - 1) in (*OPENERS, frame.key(before.bound.last - 1)):
        return "other-words"
    return None


def more_of(frame: Frame, topics: Topics, bound: Bound) -> str:
    """What the value before was of, for one more of the same in a clause of its own ("took another 20 percent")."""
    before = topics.latest
    if before is None or before.sentence != frame.index or before.bound.mention.kind is not bound.mention.kind:
        return ""
    cues = {frame.key(bound.first), frame.key(bound.first - 1)}
    bare = bound.mention.noun is None and frame.key(bound.last) != "of"
    return before.label if bare and cues & frame.pack.language.further else ""


def _alike(before: Bound, bound: Bound) -> bool:
    a, b = before.mention, bound.mention
    return a.dimension == b.dimension and a.per == b.per and (a.kind is b.kind or b.kind is Kind.NUMBER)


def _is_name(frame: Frame, subject: Subject) -> bool:
    return any(name.id == subject.id for name in frame.names)
