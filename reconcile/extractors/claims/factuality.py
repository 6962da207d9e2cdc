"""Factuality and attribution: how the source stands to a claim, by cues and their reach, and who it says said it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.extractors.entities.subjects import said_of
from reconcile.model.claim import Factuality, Step, Subject
from reconcile.model.period import Period
from reconcile.rules.scopes import Cue, Direction
from reconcile.text.parse import Frame, Group, group_after, group_before
from reconcile.text.word_classes import Tag

Stance = tuple[Factuality, tuple[Step, ...]]
# What is still open: a verb told as past is not of it.
OPEN = frozenset({Factuality.FORECAST, Factuality.TARGET})
# Ends one clause and may begin another.
_BOUNDS = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR})
_NAMING = frozenset({Tag.NOUN, Tag.NAME, Tag.PUNCTUATION})
# Words that show a verb's form to be its noun: "a forecast of 5%".
NOUN_OF = frozenset({"of", "for", "that"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue at tokens `[first, last)`, and where it acts there: a verb forward, its noun on what describes it."""

    first: int
    last: int
    cue: Cue
    direction: Direction


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands: its tokens, and the verb group that it depends on, `after` where it is that verb's subject.

    `event`: the claim is of what the verb tells, not of something the verb is said of.
    """

    first: int
    last: int
    group: Group | None
    after: bool
    event: bool


def factuality(frame: Frame, first: int, last: int, *, event: bool = False) -> Stance:
    """How a source stands to tokens `[first, last)`, by the nearest cue in reach; asserted without one.

    A supposition outweighs a forecast: what would follow from what is supposed is supposed too. `event` asks for what
    the verb tells instead of its object: "denied on Monday" is a denial that took place.
    """
    place = _placed(frame, first, last, event=event)
    best: tuple[int, _Found] | None = None
    for found in _cues(frame):
        if found.direction is Direction.TERMINATE and found.last <= first:
            best = None
        distance = _distance(frame, found, place)
        if distance is not None and (best is None or _rank(found, distance) < _rank(best[1], best[0])):
            best = (distance, found)
    if best is None or best[1].cue.factuality is None:
        return Factuality.ASSERTED, ()
    words, stance = frame.text(best[1].first, best[1].last), best[1].cue.factuality
    return stance, (Step("factuality.cue", f"“{words}” makes it {stance}"),)


def in_time(frame: Frame, found: Stance, period: Period | None) -> Stance:
    """What no cue marks and is of a time after the day of publication is a forecast."""
    if found[1]:
        return found
    published = frame.segments.document.source.published
    if published is not None and period is not None and period.begins_after(published):
        return Factuality.FORECAST, (Step("factuality.future", "its time lies after the publication date"),)
    return Factuality.ASSERTED, ()


def _rank(found: _Found, distance: int) -> tuple[bool, int]:
    return found.cue.factuality is not Factuality.HYPOTHETICAL, distance


def _cues(frame: Frame) -> Iterator[_Found]:
    """The cues of a sentence from the left, the longest at each place; a month or a mere noun is none."""
    cues, keys, i = frame.pack.scopes.cues, frame.tokens.keys, frame.first
    while i < frame.last:
        match = cues.match(frame.tokens, i) if keys[i] in cues else None
        if match is None or match[1] > frame.last:
            i += 1
            continue
        direction = _sense(frame, i, match[1], match[0])
        if direction is not None:
            yield _Found(i, match[1], match[0], direction)
        i = match[1]


def _sense(frame: Frame, first: int, last: int, cue: Cue) -> Direction | None:
    """Where a phrase acts as a cue; None where it only looks like one ("in May", "two projects", "due to rain")."""
    language = frame.pack.language
    key, following = frame.key(first), frame.key(last)
    if frame.tag(first) is Tag.TIME:
        return None
    if last - first > 1:
        infinitive = language.lemmas.get(following) == following or following == "be"
        return cue.direction if frame.key(last - 1) != "to" or infinitive else None
    if key not in language.lemmas or frame.tag(first) in (Tag.VERB, Tag.AUXILIARY):
        return cue.direction
    if following in NOUN_OF or (last < frame.last and frame.tag(last) is Tag.NUMBER and _after_subject(frame, first)):
        return cue.direction
    return Direction.BACKWARD if language.lemmas[key] == key else None


def _after_subject(frame: Frame, i: int) -> bool:
    """Whether a word that can be a verb follows what can be its subject: "analysts forecast 5%", not "hit targets"."""
    return i > frame.first and frame.tag(i - 1) in (Tag.NAME, Tag.NOUN, Tag.PRONOUN, Tag.ADVERB)


def _placed(frame: Frame, first: int, last: int, *, event: bool) -> _Place:
    before = group_before(frame, first)
    after = group_after(frame, last)
    subject = after is not None and (before is None or _opens(frame, before.last, first))
    return _Place(first, last, after if subject else before, subject, event)


def _opens(frame: Frame, verb: int, value: int) -> bool:
    """Whether a value begins a clause of its own after a verb: a comma or "and" right before it."""
    i = value - 1
    while i > verb and frame.tag(i) in (Tag.DETERMINER, Tag.ADVERB):
        i -= 1
    return i >= verb and frame.tag(i) in _BOUNDS


def _distance(frame: Frame, found: _Found, place: _Place) -> int | None:
    """How far a value is from a cue that acts on it; None when none does."""
    cue, group = found.cue, place.group
    if cue.factuality is None or _taken_for_granted(frame, found, place):
        return None
    if place.event and group is not None and found.first <= group.main < found.last:
        return 0 if found.direction is Direction.BOTH else None
    if found.last <= place.first:
        forward = found.direction in (Direction.FORWARD, Direction.BOTH) and not _spent(frame, found, place)
        return place.first - found.last if forward else None
    reaches = found.first >= place.last and _reaches_back(frame, found, place)
    return found.first - place.last if reaches else None


def _reaches_back(frame: Frame, found: _Found, place: _Place) -> bool:
    """Whether a cue acts on a value before it.

    A supposition on a clause in the present, a noun on the value that describes it, a modal on its verb's subject.
    """
    cue, group = found.cue, place.group
    between = range(place.last, found.first)
    if found.direction is Direction.BACKWARD:
        return all(frame.tag(k) in _NAMING for k in between)
    if found.direction is Direction.BOTH:
        joined = any(frame.tag(k) is Tag.CONJUNCTION for k in between)
        return cue.factuality is not Factuality.HYPOTHETICAL or not (joined or _is_past(frame, group))
    own = place.after and group is not None and group.first <= found.first <= group.last
    modal = frame.tag(found.first) is Tag.AUXILIARY and cue.factuality is not Factuality.DENIED
    return own and modal and not any(frame.tag(k) in _BOUNDS for k in between)


def _taken_for_granted(frame: Frame, found: _Found, place: _Place) -> bool:
    """Whether a value is someone's already, whatever is to come: "will close its 40 shops"."""
    owned = place.first > frame.first and frame.tag(place.first - 1) in (Tag.POSSESSIVE, Tag.GENITIVE)
    granted = owned and not place.event
    return granted and found.cue.factuality in OPEN and found.direction is not Direction.BACKWARD


def _spent(frame: Frame, found: _Found, place: _Place) -> bool:
    """Whether a cue before a value has had its verb, and the value depends on one it does not act on."""
    group = place.group
    own = next((g for g in frame.groups if g.last > found.last), None)
    if group is None or own is None or group.first <= max(found.last, own.first):
        return False
    led = [g for g in frame.groups if own.first < g.first <= group.first and frame.key(g.first - 1) != "to"]
    if not led:
        return False
    if found.cue.factuality is Factuality.HYPOTHETICAL and frame.tag(found.first) is not Tag.AUXILIARY:
        return place.after and (_is_past(frame, group) or frame.key(group.main) in frame.pack.language.reporting)
    if frame.tag(found.first) is Tag.AUXILIARY or place.after:
        return True
    past = any(_is_past(frame, g) for g in led)
    return found.cue.factuality in OPEN and (past or _by_the_way(frame, own.last, group.first))


def _by_the_way(frame: Frame, first: int, last: int) -> bool:
    """Whether a clause that only adds something begins between: ", which moves 5 ships a year"."""
    return any(frame.key(k) == "," and frame.key(k + 1) in ("which", "who") for k in range(first, last))


def _is_past(frame: Frame, group: Group | None) -> bool:
    """Whether a verb tells of what has been: simple past, perfect, or a participle."""
    if group is None:
        return False
    perfect = frame.key(group.first) in ("has", "have") and group.main > group.first
    return perfect or frame.is_past(group)


# The longest name of a speaker, in tokens.
MAX_NAME = 8


def attribution(frame: Frame, first: int, subject: Subject | None = None) -> str | None:
    """Who the sentence says said it; not the subject speaking of what it did. `first` is the claim's first token."""
    for i in range(frame.first, frame.last):
        match = frame.pack.scopes.attribution.match(frame.tokens, i)
        if match is not None:
            return _who(frame, match[1])
    for group in frame.groups:
        if frame.key(group.main) in frame.pack.language.reporting:
            found = _named(frame, group, first) or _described(frame, group)
            if found is not None and (subject is None or found not in subject.label):
                return found
    return None


def _named(frame: Frame, group: Group, value: int) -> str | None:
    """The name right after a reporting verb, or right before one that the value follows."""
    after = next((n for n in frame.names if n.first == group.last), None)
    if after is not None and _inverted(frame, group):
        return after.label
    before = next((n for n in frame.names if n.last == group.first), None)
    return before.label if before is not None and value > group.last else None


def _described(frame: Frame, group: Group) -> str | None:
    """Those who speak for others and have no name: "police in Norwick said", "said a harbour official"."""
    after = frame.phrase_at(group.last) if group.last < frame.last and _inverted(frame, group) else None
    if after is not None and _speaks(frame, after.last - 1):
        return frame.text(after.first, after.last)
    said = said_of(frame, group)
    if said is None or not _speaks(frame, said.head.last - 1) or said.chain.last - said.chain.first > MAX_NAME:
        return None
    return frame.text(said.head.first, said.chain.last)


def _inverted(frame: Frame, group: Group) -> bool:
    """Whether a reporting verb stands before its subject: right after what is said, a comma or a quotation mark."""
    return group.first == frame.first or frame.tag(group.first - 1) is Tag.PUNCTUATION


def _speaks(frame: Frame, i: int) -> bool:
    return frame.tag(i) is Tag.NOUN and frame.key(i) in frame.pack.scopes.speakers


def _who(frame: Frame, i: int) -> str | None:
    if i >= frame.last:
        return None
    phrase = frame.phrase_at(i)
    if phrase is None or phrase.last - phrase.first > MAX_NAME:
        return None
    named = bool(frame.names_in(phrase.first, phrase.last))
    first = phrase.first + (named and frame.tag(phrase.first) is Tag.DETERMINER)
    return frame.text(first, phrase.last)
