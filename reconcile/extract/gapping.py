"""Verbs that are said once and meant again: "Coffee brought in $2 million, tea $1 million and milk $3 million"."""

from __future__ import annotations

from reconcile.extract.clauses import group_before
from reconcile.extract.counted import Binding
from reconcile.extract.frame import Bound, Frame, Phrase
from reconcile.extract.subjects import denoted
from reconcile.extract.tags import Tag
from reconcile.extract.telling import Telling
from reconcile.extract.topics import Topics
from reconcile.model.claim import Step
from reconcile.model.mention import Kind

JOINS = frozenset({",", "and", ";"})
# How far the value before may stand from the comma, for what it is of: "38 percent of the vote,".
TRAIL = 4
COUNTS = frozenset({Kind.COUNT, Kind.NUMBER})


def gapped(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """What a value is of that has its own subject right before it and shares the verb of the like value before."""
    subject = _subject(frame, bound)
    told = _told(frame, topics, bound, subject) if subject is not None else None
    if subject is None or told is None:
        return None
    named = denoted(frame, topics, subject)
    if named is None:
        return None
    step = Step("bind.gapping", f"has the verb of “{told.bound.mention.quote}” and a subject of its own")
    return named, told.label, (step,)


def gap_of(frame: Frame, topics: Topics, bound: Bound) -> Telling | None:
    """The value before whose verb this one shares, with a subject of its own; None where there is none."""
    subject = _subject(frame, bound)
    return _told(frame, topics, bound, subject) if subject is not None else None


def _subject(frame: Frame, bound: Bound) -> Phrase | None:
    """The noun phrase right before a value that a comma or "and" opens, with no preposition or verb in it."""
    i = bound.first - 1
    if i <= frame.first or frame.tag(i) not in (Tag.NOUN, Tag.NAME):
        return None
    phrase = frame.phrase_at(i)
    if phrase is None:
        return None
    first = phrase.first
    language = frame.pack.language
    if i == first and frame.key(i) in language.lemmas and frame.key(i) not in language.belongings:
        # "and plans another 20": one word that can be a verb is no sure subject
        return None
    # "frozen meals": a participle that opens the phrase only describes
    if frame.key(first - 1) in language.participles and frame.key(first - 2) in JOINS:
        first -= 1
    if frame.key(first - 1) not in JOINS or any(frame.tag(k) is Tag.NUMBER for k in range(first, i)):
        return None
    return Phrase(first, bound.first)


def _told(frame: Frame, topics: Topics, bound: Bound, subject: Phrase) -> Telling | None:
    """The like value told last in the sentence, at the end of the clause before."""
    told = next((t for t in reversed(topics.tellings) if _alike(t.bound, bound)), None)
    if told is None or told.sentence != frame.index or not told.label or told.subject is None:
        return None
    governed = group_before(frame, told.bound.first)
    first, last = told.bound.last, subject.first
    verbs = any(first <= g.first < bound.first for g in frame.groups if g.first < subject.first)
    if governed is None or verbs or bound.mention.noun is not None:
        return None
    open_ = [k for k in range(first, last) if frame.tag(k) is Tag.SUBORDINATOR or frame.key(k) in (":", "(")]
    return None if open_ else told


def _alike(before: Bound, bound: Bound) -> bool:
    a, b = before.mention, bound.mention
    same = a.kind is b.kind or (a.kind in COUNTS and b.kind is Kind.NUMBER)
    return same and a.per == b.per and (a.unit == b.unit or b.kind is Kind.NUMBER)
