"""Who stands behind a pronoun or a description ("it", "its", "the Chinese company"): only where one candidate does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reconcile.extractors.entities.antecedents import (
    called_in,
    can_be_antecedent,
    event_in,
    heading_topic,
    is_agent,
    is_party,
    is_person,
    nearest_name,
    people_before,
    title_noun,
)
from reconcile.extractors.entities.parties import NamedParties, read_parties
from reconcile.model.claim import Claim, Subject
from reconcile.model.document import Scope, Segments
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.rules.entities import Entities
from reconcile.rules.language import Refers
from reconcile.text.parse import SentenceParse

# So many values of a text are borne in mind, for one that says one of them again ("the $3 billion").
MEMORY = 100
# A description of an event this short names no other ("the latest quake").
BRIEF = 3
# How many sentences after a person was named "he" or "she" can still stand for that person.
RECENT = 4


@dataclass(frozen=True, slots=True)
class Centers:
    """What a sentence offers to the pronouns of the next: its forward-looking centers.

    The term is that of centering theory (Grosz, Joshi and Weinstein 1995). `sentence` is the number of the sentence,
    -1 before the first; `first_subject` what its first clause is said of, a name or not; `agent` the first party that
    does something; `persons` the names that it marks as persons; `person` whom its pronouns for a person stand for;
    `measured` the one subject that all its values are of.
    """

    sentence: int = -1
    first_subject: Subject | None = None
    agent: Name | None = None
    persons: tuple[Name, ...] = ()
    person: Subject | None = None
    measured: Subject | None = None

    def precede(self, parse: SentenceParse) -> bool:
        """Whether they are those of the sentence right before one."""
        return self.sentence == parse.index - 1


@dataclass(frozen=True, slots=True)
class Measurement:
    """A value that a claim gives, what it is of, and the words that name its metric."""

    mention: Mention
    subject: Subject | None
    label: str

    def gives(self, mention: Mention) -> bool:
        """Whether it is the value of a mention, however its digits are written."""
        own, other = self.mention.value, mention.value
        same_kind = (self.mention.kind, self.mention.unit) == (mention.kind, mention.unit)
        return same_kind and (own and (own.low, own.high)) == (other and (other.low, other.high))


@dataclass(frozen=True, slots=True)
class DiscourseState:
    """What one article has spoken of so far: a value that each sentence takes and returns anew.

    `focus` is whom the body spoke of last, `lead` whom the article opens with, `section` what its last heading with a
    colon names, `event` the first event, `people` the group of people named last, `pairs` the first two subjects that
    names joined by "and" make; `measurements` are the values of this sentence so far, `earlier` the last
    `MEMORY` of the sentences before.
    """

    parties: NamedParties
    centers: Centers = Centers()
    focus: Subject | None = None
    lead: Subject | None = None
    section: Subject | None = None
    event: Subject | None = None
    people: Subject | None = None
    pairs: tuple[Subject, ...] = ()
    called: tuple[tuple[str, Subject], ...] = ()
    people_named: tuple[str, ...] = ()
    last_person: tuple[int, Subject] | None = None
    measurements: tuple[Measurement, ...] = ()
    earlier: tuple[Measurement, ...] = ()

    def is_known_person(self, name: Name) -> bool:
        """Whether the text has given someone of a name a title, or calls whoever has it by the surname alone."""
        return self._is_person_id(name.id)

    def _is_person_id(self, id_: str) -> bool:
        return id_ in self.people_named or id_ in self.parties.surnamed

    def current_topic(self) -> Subject | None:
        """The party that the article is about, as a weak subject; else who or what was last said to do something."""
        foremost = self.parties.foremost
        found = self.focus or self.lead if foremost is None else Subject(foremost.id, foremost.label)
        return None if found is None else replace(found, weak=True)

    def event_of(self, parse: SentenceParse) -> Subject | None:
        """The event that a sentence names, the one its heading names, or the one the article is about."""
        found = self.section or event_in(parse) or self.event
        return None if found is None else replace(found, weak=True)

    def note_measurement(self, measurement: Measurement) -> DiscourseState:
        """The state after a value."""
        return replace(self, measurements=(*self.measurements, measurement))

    def last_of(self, mention: Mention) -> Measurement | None:
        """The last time that the value of a mention was given and named."""
        given = (m for m in reversed((*self.earlier, *self.measurements)) if m.label and m.gives(mention))
        return next(given, None)

    def note_titles(self, claims: Iterable[Claim], index: int) -> DiscourseState:
        """The state after the role claims of sentence `index`: who holds a title is a person, known by its noun."""
        called, named, last = list(self.called), list(self.people_named), self.last_person
        for claim in claims:
            if claim.subject is not None:
                called += [(title_noun(title), claim.subject) for title in claim.titles]
                named.append(claim.subject.id)
                last = index, claim.subject
        return replace(self, called=tuple(called[-MEMORY:]), people_named=tuple(named[-MEMORY:]), last_person=last)

    def enter_sentence(self, parse: SentenceParse) -> DiscourseState:
        """The state before the claims of a sentence are read: a heading opens a section."""
        if parse.sentence.scope is not Scope.HEADING:
            return self
        return replace(self, section=heading_topic(parse), people=None)

    def leave_sentence(
        self, parse: SentenceParse, topic: Subject | None, first_subject: Subject | None
    ) -> DiscourseState:
        """The state after a sentence that speaks of `topic` and whose first clause is said of `first_subject`."""
        in_headline = parse.sentence.scope is Scope.HEADLINE
        persons = [n for n in parse.names if self.is_known_person(n)]
        called = (*self.called, *((noun, Subject(n.id, n.label)) for n, noun in called_in(parse)))
        last = persons[-1] if persons else None
        return replace(
            self,
            called=called[-MEMORY:],
            last_person=self.last_person if last is None else (parse.index, Subject(last.id, last.label)),
            centers=self._centers(parse, first_subject),
            measurements=(),
            earlier=(*self.earlier, *self.measurements)[-MEMORY:],
            event=self.event or event_in(parse),
            people=people_before(parse, parse.last) or self.people,
            focus=self.focus if in_headline else topic or self.focus,
            lead=(topic or self.lead) if in_headline else self.lead or topic,
            pairs=self.pairs if in_headline or topic is None else _with_pair(self.pairs, topic),
        )

    def _centers(self, parse: SentenceParse, first_subject: Subject | None) -> Centers:
        """The centers of a sentence."""
        measured = {m.subject.id: m.subject for m in self.measurements if m.subject is not None}
        return Centers(
            sentence=parse.index,
            first_subject=first_subject,
            agent=next((n for n in parse.names if is_party(parse, n, Refers.THING)), None),
            persons=tuple(n for n in parse.names if can_be_antecedent(n, Refers.PERSON) and is_person(parse, n)),
            person=self._person(parse),
            measured=next(iter(measured.values())) if len(measured) == 1 else None,
        )

    def _person(self, parse: SentenceParse) -> Subject | None:
        """Whom the last pronoun, possessive or age for a person in a sentence that can be resolved stands for."""
        words, keys = parse.pack.language.person_words, parse.tokens.keys
        ages = {b.first for b in parse.mentions if b.mention.kind is Kind.AGE}
        for i in range(parse.last - 1, parse.first - 1, -1):
            if keys[i] in words or i in ages:
                found = self.resolve_pronoun(parse, i, Refers.PERSON)
                if found is not None:
                    return found
        return None

    def resolve_pronoun(self, parse: SentenceParse, i: int, refers: Refers) -> Subject | None:
        """The one a pronoun or possessive at token `i` stands for, or None when that cannot be told."""
        if refers is Refers.PLURAL:
            return self._several_before(parse)
        if refers not in (Refers.PERSON, Refers.THING):
            return None
        before = self._candidates(parse, i, refers)
        acting = [n for n in before if is_agent(parse, n)]
        found = nearest_name(parse, acting or before)
        subject = self._person_spoken_of(parse) if found is None and refers is Refers.PERSON else None
        if subject is not None:
            return subject
        found = found or self._previous(parse, refers)
        if found is not None:
            return Subject(found.id, found.label, weak=True)
        if refers is Refers.PERSON:
            return self._person_before(parse)
        return None if before else self._spoken_of(parse)

    def has_candidate(self, parse: SentenceParse, i: int, refers: Refers) -> bool:
        """Whether a name before token `i` in its sentence fits."""
        return refers in (Refers.PERSON, Refers.THING) and bool(self._candidates(parse, i, refers))

    def can_stand_for(self, name: Name, refers: Refers) -> bool:
        """Whether a name can be what a pronoun stands for, by its type and by how the text uses it."""
        impersonal = refers is Refers.PERSON and name.id in self.parties.impersonal - self.parties.surnamed
        return can_be_antecedent(name, refers) and not impersonal

    def _candidates(self, parse: SentenceParse, i: int, refers: Refers) -> list[Name]:
        """The names before token `i` that fit; of those for "he" or "she" the known persons, where there are any."""
        fits = (n for n in parse.names if self.can_stand_for(n, refers) or is_party(parse, n, refers))
        before = [n for n in fits if n.last <= i]
        known = [n for n in before if self.is_known_person(n)] if refers is Refers.PERSON else []
        return known or before

    def _person_spoken_of(self, parse: SentenceParse) -> Subject | None:
        """What the sentence before was said of, where that is a person, with a name or by a noun: "A *woman* fell."."""
        found = self.centers.first_subject if self.centers.precede(parse) else None
        if found is None:
            return None
        language, noun = parse.pack.language, found.id.rsplit(" ", 1)[-1]
        called = noun in language.persons | language.occupations and noun not in language.people
        return replace(found, weak=True) if called or self._is_person_id(found.id) else None

    def _person_before(self, parse: SentenceParse) -> Subject | None:
        """Whom the pronouns of the sentence before stand for, else the person named last, not long ago."""
        if self.centers.precede(parse) and self.centers.person is not None:
            return self.centers.person
        if self.last_person is None or parse.index - self.last_person[0] > RECENT:
            topic = self.current_topic()
            return topic if topic is not None and self._is_person_id(topic.id) else None
        return replace(self.last_person[1], weak=True)

    def _spoken_of(self, parse: SentenceParse) -> Subject | None:
        """What "it" stands for where no name does: the event or thing of the sentence before, or the topic."""
        event = self._first_subject_thing(parse, events=True)
        topic = self.current_topic()
        topic = None if topic is None or self._is_person_id(topic.id) else topic
        return event or topic or self._first_subject_thing(parse, events=False)

    def _several_before(self, parse: SentenceParse) -> Subject | None:
        """What the sentence before was said of, where that is a plural: "Marines boarded it. *They* seized"."""
        found = self.centers.first_subject if self.centers.precede(parse) else None
        if found is None or parse.index == 0:
            return None
        several = found.id.endswith("s") and not found.id.endswith("ss") and found.label[:1].islower()
        return replace(found, weak=True) if several or " and " in found.id else None

    def _first_subject_thing(self, parse: SentenceParse, *, events: bool) -> Subject | None:
        """What the sentence before was said of by a common noun: "The blaze broke out. *It*"; `events`: if an event."""
        found, language = self.centers.first_subject, parse.pack.language
        if found is None or not self.centers.precede(parse):
            return None
        words = found.id.split()
        event = any(w in language.events for w in words)
        other = found.label[:1].islower() and not found.id.endswith("s") and words[-1] not in language.agents
        return replace(found, weak=True) if event or (other and not events) else None

    def resolve_person(self, parse: SentenceParse) -> Subject | None:
        """The one person of the sentence before: "the 24-year-old"."""
        return self.resolve_pronoun(parse, parse.first, Refers.PERSON)

    def resolve_demonstrative(self, parse: SentenceParse) -> Subject | None:
        """What "that" at the head of a sentence stands for: what the values or the first clause before it are of."""
        found = (self.centers.measured or self.centers.first_subject) if self.centers.precede(parse) else None
        return None if found is None else replace(found, weak=True)

    def joint_pair(self) -> Subject | None:
        """The one pair that the text has spoken of so far: "the couple", "the two firms"."""
        return replace(self.pairs[0], weak=True) if len(self.pairs) == 1 else None

    def _previous(self, parse: SentenceParse, refers: Refers) -> Name | None:
        """The first fitting name of the sentence before, in the same block or the one above."""
        before = [n for n in self.parties.by_sentence.get(parse.index - 1, ()) if self.can_stand_for(n, refers)]
        if refers is Refers.PERSON:
            before = [n for n in before if self.is_known_person(n)] or before
        centers = self.centers
        if refers is Refers.PERSON and len({n.id for n in centers.persons}) == 1:
            return centers.persons[0]
        if refers is Refers.THING and not before and centers.first_subject is not None and centers.precede(parse):
            return centers.agent
        return before[0] if len({n.id for n in before}) == 1 else None

    def resolve_description(self, parse: SentenceParse, first: int, last: int) -> Subject | None:
        """The main party that "the [country] kind" denotes, where exactly one fits."""
        words = [parse.key(i) for i in range(first, last)]
        if not words or (words[0] != "the" and words[0] not in parse.pack.language.demonstratives):
            return None
        if len(words) <= BRIEF and words[-1] in parse.pack.language.events:
            return self._event_called(parse, words[-1])
        if words[-1] in parse.pack.language.pairs or (len(words) > 1 and words[1] == "two" and words[-1].endswith("s")):
            return self.joint_pair()
        return self._described(parse, first, last, words) or self._holder(words) or self._organisation(parse, words)

    def _organisation(self, parse: SentenceParse, words: list[str]) -> Subject | None:
        """The topic, where a bare noun for an organisation calls it: "*the company*"."""
        if len(words) != 2 or words[1] not in parse.pack.language.organisation_nouns:
            return None
        found = self.current_topic()
        person = found is not None and self._is_person_id(found.id)
        return None if person or found is None or not found.label[:1].isupper() else found

    def _described(self, parse: SentenceParse, first: int, last: int, words: list[str]) -> Subject | None:
        """The one party that fits country and kind."""
        entities = parse.pack.entities
        country = next((entities.adjectives[w] for w in words[1:-1] if w in entities.adjectives), None)
        kind = words[-1]
        named = {i - first for n in parse.names_in(first, last) for i in range(n.first, n.last)}
        plain = all(w in entities.adjectives or w == kind or i in named for i, w in enumerate(words) if i)
        if not plain and country is None:
            return None
        fitting = [n for n in self.parties.main if n.first < first and _is_a(entities, n.id, kind, country)]
        return Subject(fitting[0].id, fitting[0].label, weak=True) if len(fitting) == 1 else None

    def _holder(self, words: list[str]) -> Subject | None:
        """Whom the text gave a title by whose noun a phrase calls someone: "the veteran *coach*"."""
        found = next((subject for noun, subject in reversed(self.called) if noun == words[-1]), None)
        return None if found is None else replace(found, weak=True)

    def _event_called(self, parse: SentenceParse, noun: str) -> Subject | None:
        """The article's event, by a noun of its kind or one for any mishap."""
        plain = parse.pack.language.events[noun]
        fits = self.event is not None and (plain in self.event.id.split() or plain in parse.pack.language.any_events)
        return replace(self.event, weak=True) if self.event is not None and fits else None


def open_discourse(segments: Segments, names: tuple[Name, ...]) -> DiscourseState:
    """The state before the first sentence of an article with these names, in order."""
    return DiscourseState(read_parties(segments, names))


def _with_pair(pairs: tuple[Subject, ...], topic: Subject) -> tuple[Subject, ...]:
    """The first two pairs of an article, `topic` added if it is one: of more than one none is meant."""
    another = " and " in topic.id and all(topic.id != pair.id for pair in pairs)
    return (*pairs, topic) if another and len(pairs) < 2 else pairs


def _is_a(entities: Entities, id_: str, kind: str, country: str | None) -> bool:
    entity = entities.by_id.get(id_)
    if entity is None or kind not in (k.lower() for k in entity.kinds):
        return False
    return country is None or entity.country == country
