"""One sentence in several texts, word for word but for a figure: what is left to differ is the figure.

A text is copied and its figures edited, mistyped or brought up to date. Such figures are compared even where no text by
itself says what they are of ("the three men", "in six hours"): the sentence that both tell says it.

A sentence with its figures left out: two that are left alike say one thing, whatever figures they give.

Case, punctuation and endings make no difference, nor does "a" or "an", which the figure after it asks for. A time that
has its place on the calendar counts as that place, so that "on Monday" is of its own week.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reconcile.extractors.claims.claim_builder import (
    new_claim,
    open_metric,
    read_step,
    sentence_parts,
    with_length,
    with_value,
)
from reconcile.extractors.claims.factuality import attribution, factuality
from reconcile.extractors.claims.labels import noun_label, predicate_label
from reconcile.model.claim import Claim, Metric, Step
from reconcile.model.document import Scope, Segments, Sentence
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.model.words import stem
from reconcile.rules.language import Language
from reconcile.rules.load import Pack
from reconcile.text.parse import AnchoredMention, SentenceParse, governing_verb

# A sentence with fewer words of content can be said of many things.
WORDS = 3
PROSE_SCOPES = frozenset({Scope.HEADLINE, Scope.HEADING, Scope.BODY, Scope.ITEM, Scope.QUOTE})
NO_FIGURES = frozenset({Kind.DATE, Kind.ROLE, Kind.NAME})
SLOT = "#"
ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class SentenceTemplate:
    """What a sentence says beside its figures, as one text (`key`), and its figures in order, lengths valued."""

    key: str
    sentence: int
    slots: tuple[Mention, ...]


def sentence_templates(
    segments: Segments, mentions: tuple[Mention, ...], language: Language
) -> Iterator[SentenceTemplate]:
    """The wording of every sentence that has a figure, and words enough to be known by."""
    for index, sentence in enumerate(segments.sentences):
        _, own = sentence_parts(segments, (), mentions, index)
        slots = tuple(m for m in map(with_length, own) if m.kind not in NO_FIGURES and m.value is not None)
        if not slots or sentence.scope not in PROSE_SCOPES:
            continue
        words = tuple(_words(segments, sentence, own, frozenset(m.span.start for m in slots)))
        if len(_content(words, language)) >= WORDS:
            yield SentenceTemplate(" ".join(words), index, slots)


def _content(words: Sequence[str], language: Language) -> frozenset[str]:
    """The words that say something: no signs, letters or function words."""
    return frozenset(w for w in words if len(w) > 1 and w.isalpha() and w not in language.function_words)


def _words(
    segments: Segments, sentence: Sentence, mentions: tuple[Mention, ...], slots: frozenset[int]
) -> Iterator[str]:
    """The stems of a sentence, each figure as `SLOT`, each time that is placed as its place."""
    tokens = segments.tokens
    signs = {m.span.start: sign for m in mentions if (sign := _sign(m, slots)) is not None}
    past = 0
    for i in range(sentence.first, sentence.last):
        start, key = tokens.starts[i], tokens.keys[i]
        if start in signs:
            yield signs[start]
            past = next(m.span.end for m in mentions if m.span.start == start)
        elif start >= past and key[0].isalnum():
            yield "a" if key in ARTICLES else stem(key)


def _sign(mention: Mention, slots: frozenset[int]) -> str | None:
    """What stands for a mention; None where its own words do."""
    if mention.span.start in slots:
        return SLOT
    placed = mention.timex.period if mention.timex is not None else None
    return placed.edtf if placed is not None and placed.is_resolved else None


SAME_WORDS = "bind.same-words"
# Where one place of a sentence is filled in with more figures than this, the sentence is a form.
FORMS = 3
COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})


class TextReading(NamedTuple):
    """One text as far as it was read by itself."""

    segments: Segments
    names: tuple[Name, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


class Place(NamedTuple):
    """A figure of a sentence that another text tells with another figure; `slot` is the same in all texts."""

    sentence: int
    mention: Mention
    slot: str


def align_sentences(texts: Sequence[TextReading], pack: Pack) -> list[tuple[Claim, ...]]:
    """The claims of each text, with those of figures that differ in sentences told in the same words."""
    places = _places(texts, pack)
    return [_completed(text, places[i], pack) if i in places else text.claims for i, text in enumerate(texts)]


def _places(texts: Sequence[TextReading], pack: Pack) -> dict[int, list[Place]]:
    """By text, in the order of the texts, the figures in question."""
    found: defaultdict[str, dict[int, SentenceTemplate]] = defaultdict(dict)
    forms: set[str] = set()
    for i, text in enumerate(texts):
        for wording in sentence_templates(text.segments, text.mentions, pack.language):
            if i in found[wording.key]:
                forms.add(wording.key)
            found[wording.key][i] = wording
    out: defaultdict[int, list[Place]] = defaultdict(list)
    for key, versions in found.items():
        copied = key not in forms and not _of_two_parties(key, versions, texts, pack)
        for i, place in _edited_places(key, versions) if copied else ():
            out[i].append(place)
    return out


def _of_two_parties(
    key: str, versions: Mapping[int, SentenceTemplate], texts: Sequence[TextReading], pack: Pack
) -> bool:
    """Whether texts that name nobody in common say something of a party without its name: "The company's shares"."""
    if {stem(noun) for noun in pack.language.organisation_nouns}.isdisjoint(key.split()):
        return False
    names = [frozenset(name.id for name in texts[i].names) for i in versions]
    return not names[0].intersection(*names[1:])


def _edited_places(key: str, versions: dict[int, SentenceTemplate]) -> Iterator[tuple[int, Place]]:
    """The figures of one sentence that differ between texts, each with the number of its text."""
    if len(versions) > 1:
        name = hashlib.sha256(key.encode()).hexdigest()[:12]
        for n in _edited([template.slots for template in versions.values()]):
            for i, template in versions.items():
                yield i, Place(template.sentence, template.slots[n], f"{name}:{n + 1}")


def _edited(versions: list[tuple[Mention, ...]]) -> tuple[int, ...]:
    """Which figures of a sentence differ; none where most do or one has many forms, for then it is filled in anew."""
    figures = [{_figure(m) for m in slot} for slot in zip(*versions, strict=True)]
    edited = tuple(n for n, variants in enumerate(figures) if len(variants) > 1)
    form = len(edited) > max(1, len(figures) // 2) or any(len(variants) > FORMS for variants in figures)
    return () if form else edited


def _figure(mention: Mention) -> object:
    unit = None if mention.kind in COUNTED else mention.unit
    return None if mention.value is None else mention.value.bounds, unit, mention.per


def _completed(text: TextReading, places: list[Place], pack: Pack) -> tuple[Claim, ...]:
    """The claims of a text, each figure of `places` in one of them."""
    claims = list(text.claims)
    for place in places:
        known = [n for n, c in enumerate(claims) if _is_of(c, place.mention)]
        for n in known:
            claims[n] = replace(claims[n], slot=place.slot)
        if not known:
            claims.append(_claim(text, place, pack))
    return tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end, c.kind)))


def _is_of(claim: Claim, mention: Mention) -> bool:
    same = claim.kind is mention.kind or {claim.kind, mention.kind} <= COUNTED
    return same and claim.span.overlaps(mention.span)


def _claim(text: TextReading, place: Place, pack: Pack) -> Claim:
    """A figure that the sentence binds and nothing else: of no known subject, and named by the words beside it."""
    parse = _parse_sentence(text, place.sentence, pack)
    mention = place.mention
    anchored = next(b for b in parse.mentions if b.mention.span == mention.span)
    how = Step(SAME_WORDS, "another text tells this sentence in the same words with another figure")
    stance, why = factuality(parse, anchored.first, anchored.last)
    claim = new_claim(parse, mention.span, mention.kind, SAME_WORDS, (read_step(mention), how))
    return replace(
        with_value(claim, mention),
        trail=(*claim.trail, *why),
        metric=_metric(parse, anchored),
        factuality=stance,
        attribution=attribution(parse, anchored.first),
        slot=place.slot,
    )


def _metric(parse: SentenceParse, anchored: AnchoredMention) -> Metric:
    group = governing_verb(parse, anchored)
    verb = predicate_label(parse, group) if group is not None else ""
    return open_metric(parse, " ".join(f"{noun_label(parse, anchored)} {verb}".split()) or anchored.mention.quote)


def _parse_sentence(text: TextReading, index: int, pack: Pack) -> SentenceParse:
    parts = sentence_parts(text.segments, text.names, text.mentions, index)
    return SentenceParse(text.segments, pack, index, *parts)
