"""Who stands behind a pronoun or a description ("it", "its", "the Chinese company"): only where one candidate does.

A value that was told, for those after it that go on from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reconcile.extractors.entities.antecedents import acts, event_in, fits, is_party, is_person, nearest, tied
from reconcile.model.claim import Subject
from reconcile.model.document import Scope, Segments
from reconcile.model.names import Name, folded
from reconcile.model.period import Period
from reconcile.rules.entities import Entities, EntityType
from reconcile.rules.language import Refers
from reconcile.rules.load import Pack
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import Bound, Frame
from reconcile.text.word_classes import Tag


@dataclass(frozen=True, slots=True)
class Telling:
    """A value that was told: the sentence's number, where it stands, what it is of and by which rule."""

    sentence: int
    bound: Bound
    subject: Subject | None
    label: str
    rule: MetricRule | None
    period: Period | None = None


# How far into the article its main parties are introduced, in sentences after the headline.
LEAD = 2
# A description of an event this short names no other ("the latest quake").
BRIEF = 3
# Plain nouns for events of any kind.
GENERIC = frozenset({"attack", "disaster"})


class Topics:
    """The parties of one article and its names so far, by sentence.

    `main` holds the organisations of headline and lead; a description in the text denotes one of them.
    """

    __slots__ = (
        "_acted",
        "_acting",
        "_by_sentence",
        "_event",
        "_joint",
        "_person",
        "_persons",
        "_told_of",
        "focus",
        "group",
        "latest",
        "lead",
        "main",
        "pack",
        "section",
        "tellings",
        "told",
    )

    def __init__(self, segments: Segments, pack: Pack, names: tuple[Name, ...]) -> None:
        self.pack = pack
        self._by_sentence = _by_sentence(segments, names)
        lead = _lead(segments)
        self.main = _distinct(
            n for s in lead for n in self._by_sentence.get(s, ()) if n.type == EntityType.ORGANISATION
        )

        self.focus: Subject | None = None
        self.lead: Subject | None = None
        self.group: Subject | None = None
        self.section: Subject | None = None
        self.latest: Telling | None = None
        self.tellings: list[Telling] = []
        self._event: Subject | None = None
        self._joint: dict[str, Subject] = {}
        self._acted: tuple[int, Subject] | None = None
        self._acting: Name | None = None
        self._persons: tuple[Name, ...] = ()
        self._told_of: dict[str, Subject] = {}
        self._person: tuple[int, Subject] | None = None
        self.told: dict[tuple[object, ...], tuple[Subject, str]] = {}

    def standing(self) -> Subject | None:
        """Who or what the text was last said to do something, as a weak subject; else its first."""
        found = self.focus or self.lead
        return None if found is None else replace(found, weak=True)

    def event_of(self, frame: Frame) -> Subject | None:
        """The event that a sentence names, the one its heading names, or the one the article is about."""
        found = self.section or event_in(frame) or self._event
        return None if found is None else replace(found, weak=True)

    def tell(self, telling: Telling) -> None:
        """Takes note of a value that was told."""
        self.latest = telling
        self.tellings.append(telling)

    def enter(self, frame: Frame) -> None:
        """Takes note of a heading before its claims are read; what a sentence tells is its own."""
        told = (t for t in self.tellings if t.sentence == frame.index - 1)
        self._told_of = {t.subject.id: t.subject for t in told if t.subject is not None}
        self.tellings.clear()
        if frame.sentence.scope is Scope.HEADING:
            self.section = _heading(frame)
            self.group = None

    def leave(self, frame: Frame, spoken: Subject | None, acted: Subject | None) -> None:
        """Takes note of a sentence that was read, of whom it spoke and what its first clause was said of."""
        self._acted = None if acted is None else (frame.index, acted)
        self._acting = next((n for n in frame.names if is_party(frame, n, Refers.THING)), None)
        self._persons = tuple(n for n in frame.names if fits(n, Refers.PERSON) and is_person(frame, n))
        if self._event is None:
            self._event = event_in(frame)
        self.group = people_before(frame, frame.last) or self.group
        if spoken is not None and frame.sentence.scope is Scope.HEADLINE:
            self.lead = spoken
        elif spoken is not None:
            self.focus = spoken
            if _is_joint(spoken):
                self._joint[spoken.id] = spoken
            self.lead = self.lead or spoken

    def pronoun(self, frame: Frame, i: int, refers: Refers) -> Subject | None:
        """The one a pronoun or possessive at token `i` stands for, or None when that cannot be told."""
        if refers is Refers.PLURAL:
            return self.both()
        if refers in (Refers.NONE, Refers.SPEAKER):
            return None
        before = [n for n in frame.names if n.last <= i and (fits(n, refers) or is_party(frame, n, refers))]
        acting = [n for n in before if acts(frame, n)]
        found = tied(frame, i, refers) or nearest(frame, acting or before) or self._previous(frame, refers)
        if found is not None:
            subject = Subject(found.id, found.label, weak=True)
            if refers is Refers.PERSON:
                self._person = (frame.index, subject)
            return subject
        if refers is Refers.PERSON:
            return self._going_on(frame)
        if refers is not Refers.THING or before:
            return None
        return self._acted_thing(frame, events=True) or self.standing() or self._acted_thing(frame, events=False)

    def _acted_thing(self, frame: Frame, *, events: bool) -> Subject | None:
        """What the sentence before was said of by a common noun: "The blaze broke out. *It*"; `events`: if an event."""
        if self._acted is None or self._acted[0] != frame.index - 1:
            return None
        language, found = self.pack.language, self._acted[1]
        words = found.id.split()
        event = any(w in language.events for w in words)
        other = found.label[:1].islower() and not found.label.endswith("s") and words[-1] not in language.agents
        return replace(found, weak=True) if event or (other and not events) else None

    def person(self, frame: Frame) -> Subject | None:
        """The one person of the sentence before: "the 24-year-old"."""
        return self.pronoun(frame, frame.first, Refers.PERSON)

    def _going_on(self, frame: Frame) -> Subject | None:
        """The person that the sentence before went on about without a name: "She was 20. *She* won"."""
        if self._person is None or self._person[0] < frame.index - 1:
            return None
        self._person = (frame.index, self._person[1])
        return self._person[1]

    def demonstrated(self, frame: Frame) -> Subject | None:
        """What "that" at the head of a sentence points back to: what the one before told a value of or spoke of."""
        if len(self._told_of) == 1:
            return replace(next(iter(self._told_of.values())), weak=True)
        if self._acted is not None and self._acted[0] == frame.index - 1:
            return replace(self._acted[1], weak=True)
        return None

    def both(self) -> Subject | None:
        """The two or more that the text last spoke of as one subject ("Acme and Borex"): "they"."""
        return replace(self.focus, weak=True) if self.focus is not None and _is_joint(self.focus) else None

    def pair(self) -> Subject | None:
        """The one pair that the text has spoken of so far: "the couple", "the two firms"."""
        return replace(next(iter(self._joint.values())), weak=True) if len(self._joint) == 1 else None

    def _previous(self, frame: Frame, refers: Refers) -> Name | None:
        """The first fitting name of the sentence before, in the same block or the one above."""
        before = [n for n in self._by_sentence.get(frame.index - 1, ()) if fits(n, refers)]
        if refers is Refers.PERSON and len({n.id for n in self._persons}) == 1:
            return self._persons[0]
        if refers is Refers.THING and not before and self._acted is not None and self._acted[0] == frame.index - 1:
            return self._acting
        return before[0] if len({n.id for n in before}) == 1 else None

    def description(self, frame: Frame, first: int, last: int) -> Subject | None:
        """The main party that "the [country] kind" denotes, where exactly one fits."""
        words = [frame.key(i) for i in range(first, last)]
        if not words or words[0] not in ("the", "this"):
            return None
        if len(words) <= BRIEF and words[-1] in self.pack.language.events:
            return self._event_called(words[-1])
        if words[-1] in self.pack.language.pairs or (len(words) > 1 and words[1] == "two" and words[-1].endswith("s")):
            return self.pair()
        return self._described(frame, first, last, words)

    def _described(self, frame: Frame, first: int, last: int, words: list[str]) -> Subject | None:
        """The party that fits country and kind; of several, the one the article opens with and last spoke of."""
        entities = self.pack.entities
        country = next((entities.adjectives[w] for w in words[1:-1] if w in entities.adjectives), None)
        kind = words[-1]
        named = {i - first for n in frame.names_in(first, last) for i in range(n.first, n.last)}
        plain = all(w in entities.adjectives or w == kind or i in named for i, w in enumerate(words) if i)
        told = plain or country is not None
        known = [n for n in self.main if n.first < first]
        fitting = [n for n in known if _is_a(entities, n.id, kind, country)] if told else []
        if len(fitting) == 1:
            return Subject(fitting[0].id, fitting[0].label, weak=True)
        if not plain or country is not None:
            return None
        if fitting:
            return self._protagonist(frozenset(n.id for n in fitting))
        return self._only_party(kind, known)

    def _protagonist(self, among: frozenset[str] | None = None) -> Subject | None:
        """The party that the article opens with, where it is also the one last spoken of."""
        if self.focus is None or self.lead is None or self.focus.id != self.lead.id or _is_joint(self.focus):
            return None
        return replace(self.focus, weak=True) if among is None or self.focus.id in among else None

    def _event_called(self, noun: str) -> Subject | None:
        """The article's event, by a noun of its kind or one for any mishap."""
        plain = self.pack.language.events[noun]
        fits = self._event is not None and (plain in self._event.id.split() or plain in GENERIC)
        return replace(self._event, weak=True) if self._event is not None and fits else None

    def _only_party(self, kind: str, known: list[Name]) -> Subject | None:
        """The one organisation that headline and lead have named before, for "the airline" and "the company"."""
        if kind not in self.pack.language.organisation_nouns:
            return None
        if self.lead is not None and not self.main:
            return replace(self.lead, weak=True)
        if len(self.main) == 1:
            return Subject(known[0].id, known[0].label, weak=True) if known else None
        return self._protagonist(frozenset(n.id for n in self.main))


def _by_sentence(segments: Segments, names: tuple[Name, ...]) -> dict[int, tuple[Name, ...]]:
    out: dict[int, tuple[Name, ...]] = {}
    at = 0
    for index, sentence in enumerate(segments.sentences):
        start = at
        while at < len(names) and names[at].first < sentence.last:
            at += 1
        if at > start:
            out[index] = names[start:at]
    return out


def _lead(segments: Segments) -> Iterator[int]:
    body = 0
    for index, sentence in enumerate(segments.sentences):
        if sentence.scope is Scope.HEADLINE:
            yield index
        elif sentence.scope is Scope.BODY and body < LEAD:
            body += 1
            yield index


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    seen: dict[str, Name] = {}
    for name in names:
        seen.setdefault(name.id, name)
    return tuple(seen.values())


def _is_joint(subject: Subject) -> bool:
    return " and " in subject.id


def _is_a(entities: Entities, id_: str, kind: str, country: str | None) -> bool:
    entity = entities.by_id.get(id_)
    if entity is None or kind not in (k.lower() for k in entity.kinds):
        return False
    return country is None or entity.country == country


def _heading(frame: Frame) -> Subject | None:
    """The topic a heading names: what stands before its colon."""
    at = next((i for i in range(frame.first, frame.last) if frame.key(i) == ":"), frame.first)
    if at == frame.first:
        return None
    label = frame.text(frame.first, at)
    return Subject(folded(label), label)


def people_before(frame: Frame, until: int) -> Subject | None:
    """The last group of people a sentence names by a common noun before token `until` ("registered voters")."""
    for i in range(until - 1, frame.first - 1, -1):
        if frame.key(i) in frame.pack.language.people and frame.tag(i) is Tag.NOUN:
            phrase = frame.phrase_at(i)
            first = phrase.first if phrase is not None and phrase.last == i + 1 else i
            while first < i and frame.tag(first) is not Tag.NOUN:
                first += 1
            label = frame.text(first, i + 1)
            return Subject(folded(label), label, weak=True)
    return None
