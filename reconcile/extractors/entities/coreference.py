"""Who stands behind a pronoun or a description ("it", "its", "the Chinese company"): only where one candidate does.

A value that was told, for those after it that go on from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reconcile.extractors.entities.antecedents import (
    can_be_antecedent,
    event_in,
    is_agent,
    is_party,
    is_person,
    nearest_name,
)
from reconcile.model.claim import Subject
from reconcile.model.document import Scope, Segments
from reconcile.model.names import Name, folded
from reconcile.model.period import Period
from reconcile.rules.entities import Entities, EntityType
from reconcile.rules.language import Refers
from reconcile.rules.load import Pack
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import AnchoredMention, SentenceParse
from reconcile.text.word_classes import Tag


@dataclass(frozen=True, slots=True)
class PriorMeasurement:
    """A value that was told: the sentence's number, where it stands, what it is of and by which rule."""

    sentence: int
    anchored: AnchoredMention
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


class DiscourseState:
    """The parties of one article and its names so far, by sentence.

    `main` holds the organisations of headline and lead; a description in the text denotes one of them.
    """

    __slots__ = (
        "_agent",
        "_by_sentence",
        "_event",
        "_first_subject",
        "_joint",
        "_measured_subjects",
        "_person",
        "_persons",
        "focus",
        "group",
        "latest_measurement",
        "lead",
        "main",
        "measurements",
        "pack",
        "section",
        "values_by_key",
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
        self.latest_measurement: PriorMeasurement | None = None
        self.measurements: list[PriorMeasurement] = []
        self._event: Subject | None = None
        self._joint: dict[str, Subject] = {}
        self._first_subject: tuple[int, Subject] | None = None
        self._agent: Name | None = None
        self._persons: tuple[Name, ...] = ()
        self._measured_subjects: dict[str, Subject] = {}
        self._person: tuple[int, Subject] | None = None
        self.values_by_key: dict[tuple[object, ...], tuple[Subject, str]] = {}

    def current_topic(self) -> Subject | None:
        """Who or what the text was last said to do something, as a weak subject; else its first."""
        found = self.focus or self.lead
        return None if found is None else replace(found, weak=True)

    def event_of(self, parse: SentenceParse) -> Subject | None:
        """The event that a sentence names, the one its heading names, or the one the article is about."""
        found = self.section or event_in(parse) or self._event
        return None if found is None else replace(found, weak=True)

    def note_measurement(self, measurement: PriorMeasurement) -> None:
        """Takes note of a value that was told."""
        self.latest_measurement = measurement
        self.measurements.append(measurement)

    def enter_sentence(self, parse: SentenceParse) -> None:
        """Takes note of a heading before its claims are read; what a sentence tells is its own."""
        before = (t for t in self.measurements if t.sentence == parse.index - 1)
        self._measured_subjects = {t.subject.id: t.subject for t in before if t.subject is not None}
        self.measurements.clear()
        if parse.sentence.scope is Scope.HEADING:
            self.section = _heading(parse)
            self.group = None

    def leave_sentence(self, parse: SentenceParse, topic: Subject | None, first_subject: Subject | None) -> None:
        """Takes note of a sentence that was read, of whom it spoke and what its first clause was said of."""
        self._first_subject = None if first_subject is None else (parse.index, first_subject)
        self._agent = next((n for n in parse.names if is_party(parse, n, Refers.THING)), None)
        self._persons = tuple(n for n in parse.names if can_be_antecedent(n, Refers.PERSON) and is_person(parse, n))
        if self._event is None:
            self._event = event_in(parse)
        self.group = people_before(parse, parse.last) or self.group
        if topic is not None and parse.sentence.scope is Scope.HEADLINE:
            self.lead = topic
        elif topic is not None:
            self.focus = topic
            if _is_joint(topic):
                self._joint[topic.id] = topic
            self.lead = self.lead or topic

    def resolve_pronoun(self, parse: SentenceParse, i: int, refers: Refers) -> Subject | None:
        """The one a pronoun or possessive at token `i` stands for, or None when that cannot be told."""
        if refers in (Refers.NONE, Refers.SPEAKER, Refers.PLURAL):
            return None
        before = [
            n for n in parse.names if n.last <= i and (can_be_antecedent(n, refers) or is_party(parse, n, refers))
        ]
        acting = [n for n in before if is_agent(parse, n)]
        found = nearest_name(parse, acting or before) or self._previous(parse, refers)
        if found is not None:
            subject = Subject(found.id, found.label, weak=True)
            if refers is Refers.PERSON:
                self._person = (parse.index, subject)
            return subject
        if refers is Refers.PERSON:
            return self._continued_person(parse)
        if refers is not Refers.THING or before:
            return None
        return (
            self._first_subject_thing(parse, events=True)
            or self.current_topic()
            or self._first_subject_thing(parse, events=False)
        )

    def _first_subject_thing(self, parse: SentenceParse, *, events: bool) -> Subject | None:
        """What the sentence before was said of by a common noun: "The blaze broke out. *It*"; `events`: if an event."""
        if self._first_subject is None or self._first_subject[0] != parse.index - 1:
            return None
        language, found = self.pack.language, self._first_subject[1]
        words = found.id.split()
        event = any(w in language.events for w in words)
        other = found.label[:1].islower() and not found.label.endswith("s") and words[-1] not in language.agents
        return replace(found, weak=True) if event or (other and not events) else None

    def resolve_person(self, parse: SentenceParse) -> Subject | None:
        """The one person of the sentence before: "the 24-year-old"."""
        return self.resolve_pronoun(parse, parse.first, Refers.PERSON)

    def _continued_person(self, parse: SentenceParse) -> Subject | None:
        """The person that the sentence before went on about without a name: "She was 20. *She* won"."""
        if self._person is None or self._person[0] < parse.index - 1:
            return None
        self._person = (parse.index, self._person[1])
        return self._person[1]

    def resolve_demonstrative(self, parse: SentenceParse) -> Subject | None:
        """What "that" at the head of a sentence points back to: what the one before told a value of or spoke of."""
        if len(self._measured_subjects) == 1:
            return replace(next(iter(self._measured_subjects.values())), weak=True)
        if self._first_subject is not None and self._first_subject[0] == parse.index - 1:
            return replace(self._first_subject[1], weak=True)
        return None

    def joint_pair(self) -> Subject | None:
        """The one pair that the text has spoken of so far: "the couple", "the two firms"."""
        return replace(next(iter(self._joint.values())), weak=True) if len(self._joint) == 1 else None

    def _previous(self, parse: SentenceParse, refers: Refers) -> Name | None:
        """The first fitting name of the sentence before, in the same block or the one above."""
        before = [n for n in self._by_sentence.get(parse.index - 1, ()) if can_be_antecedent(n, refers)]
        if refers is Refers.PERSON and len({n.id for n in self._persons}) == 1:
            return self._persons[0]
        if (
            refers is Refers.THING
            and not before
            and self._first_subject is not None
            and self._first_subject[0] == parse.index - 1
        ):
            return self._agent
        return before[0] if len({n.id for n in before}) == 1 else None

    def resolve_description(self, parse: SentenceParse, first: int, last: int) -> Subject | None:
        """The main party that "the [country] kind" denotes, where exactly one fits."""
        words = [parse.key(i) for i in range(first, last)]
        if not words or words[0] not in ("the", "this"):
            return None
        if len(words) <= BRIEF and words[-1] in self.pack.language.events:
            return self._event_called(words[-1])
        if words[-1] in self.pack.language.pairs or (len(words) > 1 and words[1] == "two" and words[-1].endswith("s")):
            return self.joint_pair()
        return self._described(parse, first, last, words)

    def _described(self, parse: SentenceParse, first: int, last: int, words: list[str]) -> Subject | None:
        """The one party that fits country and kind."""
        entities = self.pack.entities
        country = next((entities.adjectives[w] for w in words[1:-1] if w in entities.adjectives), None)
        kind = words[-1]
        named = {i - first for n in parse.names_in(first, last) for i in range(n.first, n.last)}
        plain = all(w in entities.adjectives or w == kind or i in named for i, w in enumerate(words) if i)
        if not plain and country is None:
            return None
        fitting = [n for n in self.main if n.first < first and _is_a(entities, n.id, kind, country)]
        return Subject(fitting[0].id, fitting[0].label, weak=True) if len(fitting) == 1 else None

    def _event_called(self, noun: str) -> Subject | None:
        """The article's event, by a noun of its kind or one for any mishap."""
        plain = self.pack.language.events[noun]
        fits = self._event is not None and (plain in self._event.id.split() or plain in GENERIC)
        return replace(self._event, weak=True) if self._event is not None and fits else None


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


def _heading(parse: SentenceParse) -> Subject | None:
    """The topic a heading names: what stands before its colon."""
    at = next((i for i in range(parse.first, parse.last) if parse.key(i) == ":"), parse.first)
    if at == parse.first:
        return None
    label = parse.text(parse.first, at)
    return Subject(folded(label), label)


def people_before(parse: SentenceParse, until: int) -> Subject | None:
    """The last group of people a sentence names by a common noun before token `until` ("registered voters")."""
    for i in range(until - 1, parse.first - 1, -1):
        if parse.key(i) in parse.pack.language.people and parse.tag(i) is Tag.NOUN:
            phrase = parse.phrase_at(i)
            first = phrase.first if phrase is not None and phrase.last == i + 1 else i
            while first < i and parse.tag(first) is not Tag.NOUN:
                first += 1
            label = parse.text(first, i + 1)
            return Subject(folded(label), label, weak=True)
    return None
