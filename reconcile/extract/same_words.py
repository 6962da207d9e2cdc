"""One sentence in several texts, word for word but for a figure: what is left to differ is the figure.

A text is copied and its figures edited, mistyped or brought up to date. Such figures are compared even where no text by
itself says what they are of ("the three men", "in six hours"): the sentence that both tell says it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reconcile.extract.attribution import attribution
from reconcile.extract.draft import base, open_metric, read_step
from reconcile.extract.frame import Bound, Frame
from reconcile.extract.labels import noun_label, predicate_label
from reconcile.extract.scope import factuality
from reconcile.extract.tenses import governing
from reconcile.extract.wordings import Wording, wordings
from reconcile.model.claim import Claim, Metric, Step
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.model.segments import Segments
from reconcile.model.words import singular
from reconcile.rules.load import Pack

SAME_WORDS = "bind.same-words"
# Where one place of a sentence is filled in with more figures than this, the sentence is a form.
FORMS = 3
COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})


class Told(NamedTuple):
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


def in_same_words(texts: Sequence[Told], pack: Pack) -> list[tuple[Claim, ...]]:
    """The claims of each text, with those of figures that differ in sentences told in the same words."""
    places = _places(texts, pack)
    return [_completed(text, places[i], pack) if i in places else text.claims for i, text in enumerate(texts)]


def _places(texts: Sequence[Told], pack: Pack) -> dict[int, list[Place]]:
    """By text, in the order of the texts, the figures in question."""
    found: defaultdict[str, dict[int, Wording]] = defaultdict(dict)
    forms: set[str] = set()
    for i, text in enumerate(texts):
        for wording in wordings(text.segments, text.mentions, pack.language):
            if i in found[wording.key]:
                forms.add(wording.key)
            found[wording.key][i] = wording
    out: defaultdict[int, list[Place]] = defaultdict(list)
    for key, tellings in found.items():
        if len(tellings) > 1 and key not in forms:
            name = hashlib.sha256(key.encode()).hexdigest()[:12]
            for n in _edited([w.slots for w in tellings.values()]):
                for i, wording in tellings.items():
                    out[i].append(Place(wording.sentence, wording.slots[n], f"{name}:{n + 1}"))
    return out


def _edited(tellings: list[tuple[Mention, ...]]) -> tuple[int, ...]:
    """Which figures of a sentence differ; none where most do or one has many forms, for then it is filled in anew."""
    figures = [{_figure(m) for m in slot} for slot in zip(*tellings, strict=True)]
    edited = tuple(n for n, said in enumerate(figures) if len(said) > 1)
    form = len(edited) > max(1, len(figures) // 2) or any(len(said) > FORMS for said in figures)
    return () if form else edited


def _figure(mention: Mention) -> object:
    unit = None if mention.kind in COUNTED else mention.unit
    return None if mention.value is None else mention.value.bounds, unit, mention.per


def _completed(text: Told, places: list[Place], pack: Pack) -> tuple[Claim, ...]:
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


def _claim(text: Told, place: Place, pack: Pack) -> Claim:
    """A figure that the sentence binds and nothing else: of no known subject, and named by the words beside it."""
    frame = _frame(text, place.sentence, pack)
    mention = place.mention
    bound = next(b for b in frame.mentions if b.mention.span == mention.span)
    how = Step(SAME_WORDS, "another text tells this sentence in the same words with another figure")
    stance, why = factuality(frame, bound.first, bound.last)
    claim = base(frame, mention.span, mention.kind, SAME_WORDS, (read_step(mention), how))
    return replace(
        claim,
        trail=(*claim.trail, *why),
        metric=_metric(frame, bound),
        value=mention.value,
        unit=singular(mention.unit) if mention.unit and mention.kind is Kind.COUNT else mention.unit,
        dimension=mention.dimension,
        per=mention.per,
        hedge=mention.hedge,
        factuality=stance,
        attribution=attribution(frame, bound.first),
        readings=mention.readings,
        slot=place.slot,
    )


def _metric(frame: Frame, bound: Bound) -> Metric:
    group = governing(frame, bound)
    verb = predicate_label(frame, group) if group is not None else ""
    return open_metric(frame, " ".join(f"{noun_label(frame, bound)} {verb}".split()) or bound.mention.quote)


def _frame(text: Told, index: int, pack: Pack) -> Frame:
    sentence = text.segments.sentences[index]
    names = tuple(n for n in text.names if sentence.first <= n.first < sentence.last)
    own = tuple(m for m in text.mentions if sentence.span.start <= m.span.start < sentence.span.end)
    return Frame(text.segments, pack, index, names, own)
