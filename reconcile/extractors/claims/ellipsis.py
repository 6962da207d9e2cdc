"""Ellipsis: verbs, counted nouns and measures that are said once and meant again.

- change: "costs were $5 million, *up 4 percent*"       - base: "$5 million, *compared with $4 million* in May"
- other words: "a loss of $5 million, *or $2 a share*"  - more: "takes 30 percent, and Borex *another 20 percent*"
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.claims.counted_subjects import Binding
from reconcile.extractors.entities.coreference import Telling, Topics
from reconcile.extractors.entities.owners import owner_after
from reconcile.extractors.entities.subjects import denoted, said_of
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.period import Period
from reconcile.model.words import singular
from reconcile.text.parse import Bound, Frame, Phrase, group_before, is_participle
from reconcile.text.word_classes import Tag

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
    return named, _shared_label(told), (step,)


def _shared_label(told: Telling) -> str:
    """What the value before was of, without its subject's own words: "*exports* grew 5 percent, imports 3 percent"."""
    own = told.subject.label.lower().split() if told.subject is not None else []
    kept = [word for word in told.label.split() if word.lower() not in own]
    return " ".join(kept) or told.label


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
    verbal = frame.key(i) in language.lemmas and frame.key(i) not in language.belongings
    if i == first and verbal and frame.key(first - 1) == "and":
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
    told = next((t for t in reversed(topics.tellings) if _shares_verb_sense(t.bound, bound)), None)
    if told is None or told.sentence != frame.index or not told.label or told.subject is None:
        return None
    governed = group_before(frame, told.bound.first)
    first, last = told.bound.last, subject.first
    verbs = any(first <= g.first < bound.first for g in frame.groups if g.first < subject.first)
    if governed is None or verbs or bound.mention.noun is not None:
        return None
    open_ = [k for k in range(first, last) if frame.tag(k) is Tag.SUBORDINATOR or frame.key(k) in (":", "(")]
    return None if open_ else told


def _shares_verb_sense(before: Bound, bound: Bound) -> bool:
    a, b = before.mention, bound.mention
    same = a.kind is b.kind or (a.kind in COUNTS and b.kind is Kind.NUMBER)
    return same and a.per == b.per and (a.unit == b.unit or b.kind is Kind.NUMBER)


PEOPLE = "people"
# Nouns that stand for what was counted before: "wounding 22 others".
OTHERS = frozenset({"other", "others", "one", "ones"})


def with_noun(frame: Frame, topics: Topics, bound: Bound) -> Bound:
    """A bare number with the unit it counts, where the words beside it or the count before tell it; else as it is."""
    unit = _unit(frame, topics, bound) if bound.mention.kind is Kind.NUMBER else _of_others(frame, topics, bound)
    if unit is None:
        return bound
    return replace(bound, mention=replace(bound.mention, kind=Kind.COUNT, unit=unit, noun=None, dimension="count"))


def _of_others(frame: Frame, topics: Topics, bound: Bound) -> str | None:
    """What "3 others" and "two other ones" count: what the count before in the sentence did, or those harmed."""
    if bound.mention.kind is not Kind.COUNT or bound.mention.unit not in OTHERS:
        return None
    told = next((t for t in reversed(topics.tellings) if t.bound.mention.kind is Kind.COUNT), None)
    if told is not None and told.bound.mention.unit not in OTHERS:
        return told.bound.mention.unit
    before = frame.key(bound.first - 1)
    harmed = frame.pack.language.lemmas.get(before) in frame.pack.language.harming
    return PEOPLE if harmed or frame.key(bound.last + 1) in frame.pack.language.victims else None


def _unit(frame: Frame, topics: Topics, bound: Bound) -> str | None:
    value, language = bound.mention.value, frame.pack.language
    whole = value is not None and all(x is None or x == x.to_integral_value() for x in (value.low, value.high))
    follows = bound.last < frame.last and frame.tag(bound.last) in (Tag.NOUN, Tag.NAME)
    if not whole or bound.mention.per is not None:
        return None
    if frame.key(bound.last) in language.victims:
        return PEOPLE
    if follows:
        return None
    before = frame.key(bound.first - 1)
    if frame.tag(bound.first - 1) is Tag.VERB and language.lemmas.get(before) in language.harming:
        return PEOPLE
    if frame.key(bound.last) == "of" and bound.last + 1 < frame.last:
        return _part(frame, bound.last + 1)
    told = topics.latest
    further = {before, frame.key(bound.first)} & language.further
    whose = before in ("whom", "which") and frame.key(bound.first - 2) == "of"
    if told is None or told.sentence != frame.index or told.bound.mention.kind is not Kind.COUNT:
        return None
    return told.bound.mention.unit if further or whose else None


def _part(frame: Frame, i: int) -> str | None:
    """The noun that a number is a part of: "two of the *barges*"; None where no plural follows."""
    if frame.tag(i) not in (Tag.DETERMINER, Tag.POSSESSIVE):
        return None
    phrase = frame.phrase_at(i)
    if phrase is None or frame.tag(phrase.last - 1) is not Tag.NOUN:
        return None
    noun = frame.key(phrase.last - 1)
    if noun in frame.pack.language.victims:
        return PEOPLE
    return noun if noun != singular(noun) else None


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
    return told if points and copula and plain and _measures_same(told.bound, bound) else None


def _before(frame: Frame, topics: Topics, bound: Bound) -> Telling | None:
    """The value told last, where it stands near before this one with no verb of another clause between."""
    before = next((t for t in reversed(topics.tellings) if _measures_same(t.bound, bound)), topics.latest)
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
    like = _measures_same(before.bound, bound)
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


def _measures_same(before: Bound, bound: Bound) -> bool:
    a, b = before.mention, bound.mention
    return a.dimension == b.dimension and a.per == b.per and (a.kind is b.kind or b.kind is Kind.NUMBER)


def _is_name(frame: Frame, subject: Subject) -> bool:
    return any(name.id == subject.id for name in frame.names)
