"""One event, one subject: "a strong quake", "the quake" and "the tremor" of one text are the same thing.

An event is known by the plainest noun of its kind and by the words that describe it. "A quake" in a later sentence is
another one, "that quake" the one told of last; "the quake" is the one that its words fit, where only one does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reconcile.model.claim import Claim, Subject
from reconcile.model.document import Scope
from reconcile.model.names import folded
from reconcile.text.parse import SentenceParse
from reconcile.text.word_classes import Tag

# Headline and lead tell of one event: up to this sentence, counted from 0, "a" names no second one.
LEAD = 2


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event of a text: its plainest noun, the id and label of its subject, the words that describe it.

    `sentence` is the number of the sentence that first told of it.
    """

    plain: str
    id: str
    label: str
    words: frozenset[str]
    sentence: int

    def fits(self, words: frozenset[str]) -> bool:
        """Whether one description holds nothing that the other lacks."""
        return words <= self.words or self.words <= words

    def name(self, subject: Subject, words: frozenset[str]) -> Subject:
        """A subject as that of this event, by its own label where words describe it."""
        return replace(subject, id=self.id, label=subject.label if words else self.label)


# The events of one text so far, in the order in which it told of them.
KnownEvents = tuple[EventMention, ...]


def resolve_events(
    parse: SentenceParse, claims: Iterable[Claim], known: KnownEvents
) -> tuple[tuple[Claim, ...], KnownEvents]:
    """The claims of a sentence, those of events with the one subject of their event, and the events known after it."""
    out: list[Claim] = []
    for claim in claims:
        subject = claim.subject
        if subject is not None:
            subject, known = _resolve(parse, subject, known)
        out.append(replace(claim, subject=subject))
    return tuple(out), _note(parse, known)


def _note(parse: SentenceParse, known: KnownEvents) -> KnownEvents:
    """Takes note of another event that a sentence names without a claim of it: "hit by a quake in May"."""
    language = parse.pack.language
    if parse.index <= LEAD:
        return known
    for plain in sorted(
        {language.events[key] for key in parse.tokens.keys[parse.first : parse.last] if key in language.events}
    ):
        same = [event for event in known if event.plain == plain]
        if same and same[-1].sentence != parse.index and _article(parse, plain) in language.indefinites:
            known = (*known, EventMention(plain, f"{plain} {len(same) + 1}", plain, frozenset(), parse.index))
    return known


def _resolve(parse: SentenceParse, subject: Subject, known: KnownEvents) -> tuple[Subject, KnownEvents]:
    """A subject as that of the event it names, and the events with that one; as it is where it names none or many."""
    read = _read(parse, subject.label)
    if read is None:
        return subject, known
    plain, words, id_ = read
    language, article = parse.pack.language, _article(parse, plain)
    same = [event for event in known if event.plain == plain]
    here = _events_here(parse, article, same)
    fitting = [event for event in here or same if event.fits(words)]
    if same and not here and parse.index > LEAD and article in language.indefinites:
        new = id_ if words and not fitting else f"{plain} {len(same) + 1}"
        return _begin(subject, known, EventMention(plain, new, subject.label, words, parse.index))
    if len(fitting) == 1:
        return fitting[0].name(subject, words), known
    if same and not words:
        return subject, known
    return _begin(subject, known, EventMention(plain, id_, subject.label, words, parse.index))


def _begin(subject: Subject, known: KnownEvents, event: EventMention) -> tuple[Subject, KnownEvents]:
    """A subject as that of an event not told of before, and the events with it."""
    return replace(subject, id=event.id), (*known, event)


def _events_here(parse: SentenceParse, article: str, same: list[EventMention]) -> list[EventMention]:
    """The events of one kind that this sentence told of first; after "that" the last of any sentence."""
    here = [event for event in same if event.sentence == parse.index]
    return here if here or article not in parse.pack.language.demonstratives else same[-1:]


def _read(parse: SentenceParse, label: str) -> tuple[str, frozenset[str], str] | None:
    """The plain noun of an event that a label names, the other words of it, and the label with that noun, folded."""
    language = parse.pack.language
    events, placing = language.events, language.event_place_words
    tokens = folded(label).split()
    at = next((i for i, word in enumerate(tokens) if word in events), None)
    if at is None or (at + 1 < len(tokens) and tokens[at + 1] not in placing):
        return None
    plain, others = events[tokens[at]], frozenset((*tokens[:at], *tokens[at + 1 :]))
    described = others - placing - language.articles - language.indefinites
    return plain, described, " ".join((*tokens[:at], plain, *tokens[at + 1 :]))


def _article(parse: SentenceParse, plain: str) -> str:
    """The word that opens the first phrase of a body sentence about an event of the kind ("a", "the", "that")."""
    events = parse.pack.language.events
    if parse.sentence.scope is not Scope.BODY:
        return ""
    nouns = (i for i in range(parse.first, parse.last) if parse.tag(i) is Tag.NOUN)
    at = next((i for i in nouns if events.get(parse.key(i)) == plain), None)
    phrase = parse.phrase_at(at) if at is not None else None
    if phrase is None:
        return ""
    before = parse.key(phrase.first - 1)
    return before if before in parse.pack.language.demonstratives else parse.key(phrase.first)
