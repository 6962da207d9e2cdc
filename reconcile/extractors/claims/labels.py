"""What an open metric is called: the nouns, verb and objects that stand with a value, in the article's words.

The attribute a value is of by its sort and neighbours: an area in square metres, an age, a share of a group.
"""

from __future__ import annotations

from bisect import bisect_left

from reconcile.model.mention import Mention
from reconcile.rules.language import Attribute
from reconcile.text.parse import Bound, Frame, Group, group_before
from reconcile.text.word_classes import HYPHENS, Tag

CHAINING = frozenset({"of", "for", "to", "in", "on", "from", "with"})
# The longest label part, in tokens; what is longer is no name for a metric.
LONGEST = 9


def noun_label(frame: Frame, bound: Bound) -> str:
    """The counted noun, or the noun phrase that follows a value ("a $7 million dent in earnings")."""
    mention = bound.mention
    if mention.noun is not None:
        end = bound.last
        while end < frame.last and frame.tokens.starts[end] < mention.noun.end:
            end += 1
        start = _compound_start(frame, bisect_left(frame.tokens.starts, mention.noun.start))
        noun = " ".join(frame.tokens.text[start : mention.noun.end].split())
        return f"{noun} {chain_label(frame, end)}".strip()
    i = bound.last + (frame.key(bound.last) in "-‐‑" and bound.last + 1 < frame.last)
    after = frame.phrase_at(i) if i < frame.last and frame.tag(i) in (Tag.NOUN, Tag.NAME) else None
    if after is not None:
        return f"{bare(frame, i, after.last)} {chain_label(frame, after.last)}".strip()
    return chain_label(frame, bound.last)


def _compound_start(frame: Frame, i: int) -> int:
    """Where the counted noun at token `i` begins, with what a hyphen joins to it ("5 *full*-time staff")."""
    if frame.key(i) in HYPHENS and i > frame.first and frame.tokens.touches(i):
        i -= 1
    return frame.tokens.starts[i]


def chain_label(frame: Frame, i: int) -> str:
    """The prepositional phrase that begins at `i`: "to profits", "of office space"."""
    if frame.key(i) not in CHAINING or i + 1 >= frame.last:
        return ""
    goal = frame.phrase_at(i + 1)
    if goal is None or frame.tag(i + 1) in (Tag.NUMBER, Tag.TIME):
        return ""
    return frame.text(i, min(goal.last, i + LONGEST))


def object_label(frame: Frame, group: Group, until: int) -> str:
    """The object that stands between a verb and the value: "values the *acquisition* at $5 billion"."""
    i = group.last
    while i < until and frame.tag(i) is Tag.ADVERB:
        i += 1
    phrase = frame.phrase_at(i) if i < until and frame.tag(i) not in (Tag.NUMBER, Tag.TIME, Tag.PRONOUN) else None
    if phrase is None or phrase.last > until:
        return ""
    words = bare(frame, i, min(phrase.last, i + LONGEST))
    return f"{words} {_within(frame, phrase.last, until)}".strip()


def _within(frame: Frame, i: int, until: int) -> str:
    words = chain_label(frame, i)
    return words if words and i + len(words.split()) <= until else ""


def predicate_label(frame: Frame, group: Group) -> str:
    """A verb with what follows it in its clause: "opposed the failed bill", "said there was too little help"."""
    verb = frame.text(group.main, group.last)
    end = group.last
    while end < min(frame.last, group.last + LONGEST) and not _ends(frame, end):
        end += 1
    return f"{verb} {frame.text(group.last, end)}" if end > group.last else verb


def _ends(frame: Frame, i: int) -> bool:
    numeric = frame.tag(i) in (Tag.NUMBER, Tag.TIME)
    return numeric or (frame.tag(i) is Tag.PUNCTUATION and frame.key(i) not in "'\"`’-") or frame.key(i) == "and"


def bare(frame: Frame, first: int, last: int) -> str:
    """A noun phrase without determiner, possessor and number."""
    while first < last and frame.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NUMBER):
        first += 1
    return frame.text(first, last) if first < last else ""


def attribute(frame: Frame, bound: Bound, mention: Mention, label: str) -> str:
    """The name of the first attribute whose conditions hold and that the label does not say already; else empty."""
    words = frozenset(label.lower().split())
    for candidate in frame.pack.language.attributes:
        if _holds(frame, bound, mention, candidate, words):
            return "" if candidate.name in words else candidate.name
    return ""


def _holds(frame: Frame, bound: Bound, mention: Mention, candidate: Attribute, words: frozenset[str]) -> bool:
    return (
        _one_of(str(mention.kind), candidate.kinds)
        and _one_of(mention.unit or "", candidate.units)
        and _one_of("" if mention.per else mention.dimension or "", candidate.dimensions)
        and _one_of(frame.key(bound.first - 1), candidate.before)
        and (not candidate.after or bool({frame.key(bound.last), _beyond(frame, bound)} & set(candidate.after)))
        and (not candidate.words or not words.isdisjoint(candidate.words))
        and (not candidate.verbs or _verb(frame, bound) in candidate.verbs)
    )


def _beyond(frame: Frame, bound: Bound) -> str:
    """The word after a conversion in brackets: "9 miles (14 km) *from*"; for the conversion too."""
    i = bound.last
    if frame.key(i) == "(":
        inner = next((b for b in frame.mentions if b.first == i + 1), None)
        i = inner.last if inner is not None else i
    return frame.key(i + 1) if frame.key(i) == ")" else ""


def _verb(frame: Frame, bound: Bound) -> str:
    """The base form of the verb that governs the value; empty where none does."""
    group = group_before(frame, bound.first)
    key = frame.key(group.main) if group is not None else ""
    return frame.pack.language.lemmas.get(key, "")


def _one_of(word: str, allowed: tuple[str, ...]) -> bool:
    return not allowed or word in allowed
