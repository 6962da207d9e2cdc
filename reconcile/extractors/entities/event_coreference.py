"""One event, one subject: "a strong quake", "the quake" and "the tremor" of one text are the same thing.

An event is known by the plainest noun of its kind and by the words that describe it. "A quake" in a later sentence is
another one, "that quake" the one told of last; "the quake" is the one that its words fit, where only one does.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from reconcile.model.claim import Claim, Subject
from reconcile.model.document import Scope
from reconcile.model.names import folded
from reconcile.text.parse import SentenceParse
from reconcile.text.word_classes import Tag

# Headline and lead tell of one event: up to this sentence, "a" names no second one.
LEAD = 2


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event of a text: the id and label of its subject, the words that describe it, where it is first told of."""

    id: str
    label: str
    words: frozenset[str]
    sentence: int


class EventCoreference:
    """The events of one text so far, by the plainest noun of their kind."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: defaultdict[str, list[EventMention]] = defaultdict(list)

    def settle(self, parse: SentenceParse, claims: list[Claim]) -> list[Claim]:
        """The claims of a sentence, those of events with the one subject of their event."""
        out = []
        for claim in claims:
            subject = self._event(parse, claim.subject) if claim.subject is not None else None
            out.append(claim if subject is None else replace(claim, subject=subject))
        self._note(parse)
        return out

    def _note(self, parse: SentenceParse) -> None:
        """Takes note of another event that a sentence names without a claim of it: "hit by a quake in May"."""
        events = parse.pack.language.events
        named = parse.tokens.keys[parse.first : parse.last]
        for plain in sorted({events[key] for key in named if key in events}):
            known = self._known.get(plain, [])
            another = parse.index > LEAD and _article(parse, plain) in parse.pack.language.indefinites
            if another and known and known[-1].sentence != parse.index:
                known.append(EventMention(f"{plain} {len(known) + 1}", plain, frozenset(), parse.index))

    def _event(self, parse: SentenceParse, subject: Subject) -> Subject | None:
        """The subject of the event that `subject` names; None where it names none, or which one is open."""
        read = _read(parse, subject.label)
        if read is None:
            return None
        plain, words, id_ = read
        language = parse.pack.language
        known = self._known[plain]
        article = _article(parse, plain)
        here = [o for o in known if o.sentence == parse.index] or (
            known[-1:] if article in language.demonstratives else []
        )
        fitting = [o for o in here or known if words <= o.words or o.words <= words]
        if known and not here and parse.index > LEAD and article in language.indefinites:
            id_ = id_ if words and not fitting else f"{plain} {len(known) + 1}"
        elif len(fitting) == 1:
            return replace(subject, id=fitting[0].id, label=subject.label if words else fitting[0].label)
        elif known and not words:
            return None
        known.append(EventMention(id_, subject.label, words, parse.index))
        return replace(subject, id=id_)


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
    for i in range(parse.first, parse.last):
        if parse.tag(i) is Tag.NOUN and events.get(parse.key(i)) == plain:
            phrase = parse.phrase_at(i)
            before = parse.key(phrase.first - 1) if phrase is not None else ""
            return (
                before
                if before in parse.pack.language.demonstratives
                else parse.key(phrase.first)
                if phrase is not None
                else ""
            )
    return ""
