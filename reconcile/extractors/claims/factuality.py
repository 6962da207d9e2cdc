"""Factuality and attribution: how the source stands to a claim, by cues and their reach, and who it says said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.extractors.claims.disowned import disowning_words
from reconcile.extractors.entities.clause_subjects import find_subject
from reconcile.model.claim import Factuality, Step, Subject
from reconcile.model.period import Period
from reconcile.rules.words import Cue, Direction
from reconcile.text.parse import SentenceParse, VerbGroup, governing_group_after, governing_group_before
from reconcile.text.word_classes import Tag

Stance = tuple[Factuality, tuple[Step, ...]]
# What is still open: a verb told as past is not of it.
OPEN = frozenset({Factuality.FORECAST, Factuality.TARGET})
# Ends one clause and may begin another.
_BOUNDS = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR})
_NAMING = frozenset({Tag.NOUN, Tag.NAME, Tag.PUNCTUATION})


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
    group: VerbGroup | None
    after: bool
    event: bool


def factuality(parse: SentenceParse, first: int, last: int, *, event: bool = False) -> Stance:
    """How a source stands to tokens `[first, last)`, by the nearest cue in reach; asserted without one.

    A supposition outweighs a forecast: what would follow from what is supposed is supposed too. `event` asks for what
    the verb tells instead of its object: "denied on Monday" is a denial that took place.
    """
    words = disowning_words(parse, first, last)
    if words is not None:
        return Factuality.DENIED, (Step("factuality.disowned", f"“{words}” disowns it"),)
    place = _placed(parse, first, last, event=event)
    best: tuple[int, _Found] | None = None
    for found in _cues(parse):
        if found.direction is Direction.TERMINATE and found.last <= first:
            best = None
        distance = _distance(parse, found, place)
        if distance is not None and (best is None or _rank(found, distance) < _rank(best[1], best[0])):
            best = (distance, found)
    if best is None or best[1].cue.factuality is None:
        return Factuality.ASSERTED, ()
    words, stance = parse.text(best[1].first, best[1].last), best[1].cue.factuality
    return stance, (Step("factuality.cue", f"“{words}” makes it {stance}"),)


def in_time(parse: SentenceParse, found: Stance, period: Period | None) -> Stance:
    """What no cue marks and is of a time after the day of publication is a forecast."""
    if found[1]:
        return found
    published = parse.segments.document.source.published
    if published is not None and period is not None and period.begins_after(published):
        return Factuality.FORECAST, (Step("factuality.future", "its time lies after the publication date"),)
    return Factuality.ASSERTED, ()


def _rank(found: _Found, distance: int) -> tuple[bool, int]:
    return found.cue.factuality is not Factuality.HYPOTHETICAL, distance


def _cues(parse: SentenceParse) -> Iterator[_Found]:
    """The cues of a sentence from the left, the longest at each place; a month or a mere noun is none."""
    cues, keys, i = parse.pack.scopes.cues, parse.tokens.keys, parse.first
    while i < parse.last:
        match = cues.match(parse.tokens, i) if keys[i] in cues else None
        if match is None or match[1] > parse.last:
            i += 1
            continue
        direction = _sense(parse, i, match[1], match[0])
        if direction is not None:
            yield _Found(i, match[1], match[0], direction)
        i = match[1]


def _sense(parse: SentenceParse, first: int, last: int, cue: Cue) -> Direction | None:
    """Where a phrase acts as a cue; None where it only looks like one ("in May", "two projects", "due to rain")."""
    language = parse.pack.language
    key, following = parse.key(first), parse.key(last)
    if parse.tag(first) is Tag.TIME:
        return None
    if last - first > 1:
        infinitive = language.lemmas.get(following) == following or following == "be"
        return cue.direction if parse.key(last - 1) != "to" or infinitive else None
    if key not in language.lemmas or parse.tag(first) in (Tag.VERB, Tag.AUXILIARY):
        return cue.direction
    if following in parse.pack.scopes.noun_complements:
        return cue.direction
    return Direction.BACKWARD if language.lemmas[key] == key else None


def _placed(parse: SentenceParse, first: int, last: int, *, event: bool) -> _Place:
    before = governing_group_before(parse, first)
    after = governing_group_after(parse, last)
    subject = after is not None and (before is None or _opens(parse, before.last, first))
    return _Place(first, last, after if subject else before, subject, event)


def _opens(parse: SentenceParse, verb: int, value: int) -> bool:
    """Whether a value begins a clause of its own after a verb: a comma or "and" right before it."""
    i = value - 1
    while i > verb and parse.tag(i) in (Tag.DETERMINER, Tag.ADVERB):
        i -= 1
    return i >= verb and parse.tag(i) in _BOUNDS


def _distance(parse: SentenceParse, found: _Found, place: _Place) -> int | None:
    """How far a value is from a cue that acts on it; None when none does."""
    cue, group = found.cue, place.group
    if cue.factuality is None or _is_presupposed(parse, found, place):
        return None
    if place.event and group is not None and found.first <= group.main < found.last:
        return 0 if found.direction is Direction.BOTH else None
    if found.last <= place.first:
        forward = found.direction in (Direction.FORWARD, Direction.BOTH) and not _is_terminated(parse, found, place)
        return place.first - found.last if forward else None
    reaches = found.first >= place.last and _reaches_back(parse, found, place)
    return found.first - place.last if reaches else None


def _reaches_back(parse: SentenceParse, found: _Found, place: _Place) -> bool:
    """Whether a cue acts on a value before it.

    A supposition on a clause in the present, a noun on the value that describes it, a modal on its verb's subject.
    """
    cue, group = found.cue, place.group
    between = range(place.last, found.first)
    if found.direction is Direction.BACKWARD:
        return all(parse.tag(k) in _NAMING for k in between)
    if found.direction is Direction.BOTH:
        joined = any(parse.tag(k) is Tag.CONJUNCTION for k in between)
        return cue.factuality is not Factuality.HYPOTHETICAL or not (joined or _is_past(parse, group))
    own = place.after and group is not None and group.first <= found.first <= group.last
    modal = parse.tag(found.first) is Tag.AUXILIARY and cue.factuality is not Factuality.DENIED
    return own and modal and not any(parse.tag(k) in _BOUNDS for k in between)


def _is_presupposed(parse: SentenceParse, found: _Found, place: _Place) -> bool:
    """Whether a value is someone's already, whatever is to come: "will close its 40 shops"."""
    owned = place.first > parse.first and parse.tag(place.first - 1) in (Tag.POSSESSIVE, Tag.GENITIVE)
    granted = owned and not place.event
    return granted and found.cue.factuality in OPEN and found.direction is not Direction.BACKWARD


def _is_terminated(parse: SentenceParse, found: _Found, place: _Place) -> bool:
    """Whether a cue before a value has had its verb, and the value depends on one it does not act on."""
    group = place.group
    own = next((g for g in parse.groups if g.last > found.last), None)
    if group is None or own is None or group.first <= max(found.last, own.first):
        return False
    led = [g for g in parse.groups if own.first < g.first <= group.first and parse.key(g.first - 1) != "to"]
    return bool(led) and _is_past_reach(parse, found, place, led)


def _is_past_reach(parse: SentenceParse, found: _Found, place: _Place, led: Sequence[VerbGroup]) -> bool:
    """Whether a cue reaches none of the verbs that its own verb leads to, the last of which a value depends on."""
    group, modal = place.group, parse.tag(found.first) is Tag.AUXILIARY
    if found.cue.factuality is Factuality.HYPOTHETICAL and not modal:
        reports = group is not None and parse.key(group.main) in parse.pack.language.reporting
        return place.after and (_is_past(parse, group) or reports)
    return modal or place.after or (found.cue.factuality in OPEN and any(_is_past(parse, g) for g in led))


def _is_past(parse: SentenceParse, group: VerbGroup | None) -> bool:
    """Whether a verb tells of what has been: simple past, perfect, or a participle."""
    if group is None:
        return False
    perfect = parse.key(group.first) in parse.pack.language.perfect_auxiliaries and group.main > group.first
    return perfect or parse.is_past(group)


# The longest name of a speaker, in tokens.
MAX_NAME = 8


def attribution(parse: SentenceParse, first: int, subject: Subject | None = None) -> str | None:
    """Who the sentence says said it; not the subject speaking of what it did. `first` is the claim's first token."""
    for i in range(parse.first, parse.last):
        match = parse.pack.scopes.attribution.match(parse.tokens, i)
        if match is not None:
            return _who(parse, match[1])
    for group in parse.groups:
        if parse.key(group.main) in parse.pack.language.reporting:
            found = _named(parse, group, first) or _described(parse, group)
            if found is not None and (subject is None or found not in subject.label):
                return found
    return None


def _named(parse: SentenceParse, group: VerbGroup, value: int) -> str | None:
    """The name right after a reporting verb, or right before one that the value follows."""
    after = next((n for n in parse.names if n.first == group.last), None)
    if after is not None and _inverted(parse, group):
        return after.label
    before = next((n for n in parse.names if n.last == group.first), None)
    return before.label if before is not None and value > group.last else None


def _described(parse: SentenceParse, group: VerbGroup) -> str | None:
    """Those who speak for others and have no name: "police in Norwick said", "said a harbour official"."""
    after = parse.phrase_at(group.last) if group.last < parse.last and _inverted(parse, group) else None
    if after is not None and _is_speaker(parse, after.last - 1):
        return parse.text(after.first, after.last)
    arc = find_subject(parse, group)
    if arc is None or not _is_speaker(parse, arc.head.last - 1) or arc.chain.last - arc.chain.first > MAX_NAME:
        return None
    return parse.text(arc.head.first, arc.chain.last)


def _inverted(parse: SentenceParse, group: VerbGroup) -> bool:
    """Whether a reporting verb stands before its subject: right after what is said, a comma or a quotation mark."""
    return group.first == parse.first or parse.tag(group.first - 1) is Tag.PUNCTUATION


def _is_speaker(parse: SentenceParse, i: int) -> bool:
    return parse.tag(i) is Tag.NOUN and parse.key(i) in parse.pack.scopes.speakers


def _who(parse: SentenceParse, i: int) -> str | None:
    if i >= parse.last:
        return None
    phrase = parse.phrase_at(i)
    if phrase is None or phrase.last - phrase.first > MAX_NAME:
        return None
    named = bool(parse.names_in(phrase.first, phrase.last))
    first = phrase.first + (named and parse.tag(phrase.first) is Tag.DETERMINER)
    return parse.text(first, phrase.last)
