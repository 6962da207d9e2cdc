"""Changes: what a change starts from ("from a year earlier"), and values that are how much something moved."""

from __future__ import annotations

from reconcile.model.mention import Kind
from reconcile.model.period import Grain
from reconcile.text.parse import AnchoredMention, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

CHANGES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO})
DASHES = frozenset({"-", "–"})
# How far the word that compares stands before a value, and a value before its time, in tokens.
NEAR = 6
_STOPS = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.SUBORDINATOR})


def is_start(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a value is what a change starts from: after "from", with another of its sort, or after "down from"."""
    mention = anchored.mention
    if parse.key(anchored.first - 1) != "from":
        return False
    return parse.key(anchored.first - 2) in parse.pack.language.directions or any(
        b is not anchored and (b.mention.kind, b.mention.unit) == (mention.kind, mention.unit) for b in parse.mentions
    )


def is_of_another(parse: SentenceParse, at: int, value: AnchoredMention) -> bool:
    """Whether the time `frame.mentions[at]` belongs to what a value is compared with: to another value, or to none."""
    time = parse.mentions[at]
    if _compares_with(parse, time, value):
        return True
    owner = parse.mentions[at - 1] if at else None
    if owner is None or owner == value or owner.mention.kind is Kind.DATE or time.first - owner.last > NEAR:
        return False
    is_interrupted = any(parse.tag(k) in _STOPS for k in range(owner.last, time.first))
    return not is_interrupted and _compared(parse, owner.first)


def _compares_with(parse: SentenceParse, time: AnchoredMention, value: AnchoredMention) -> bool:
    """Whether a change is counted from the time itself: "rose 5% from 2029", "down 3% on the previous year"."""
    language, i = parse.pack.language, time.first - 1
    i -= parse.key(i) in language.scene_setters
    word = parse.key(i)
    if (word != "from" and word in language.bases) or _links_compared(parse, i):
        return True
    if value.mention.kind not in CHANGES or value.last > i:
        return False
    period = time.mention.timex.own if time.mention.timex is not None else None
    long = period is not None and period.grain.rank >= Grain.MONTH.rank
    ranged = parse.key(time.last) in language.range_ends | DASHES
    return (word == "from" and not ranged) or (word == "on" and long)


def _links_compared(parse: SentenceParse, i: int) -> bool:
    """Whether token `i` leads from a word that compares to what it compares with: "compared *with*"."""
    language = parse.pack.language
    return parse.key(i) in language.comparison_links and parse.key(i - 1) in language.comparing


def _compared(parse: SentenceParse, i: int) -> bool:
    """Whether a word that compares leads to token `i`, with nothing between but the value's own noun phrase."""
    for k in range(i - 1, max(parse.first, i - NEAR) - 1, -1):
        if parse.key(k) in parse.pack.language.bases or _links_compared(parse, k):
            return True
        if parse.tag(k) in _STOPS:
            return False
    return False


def change_head(parse: SentenceParse, anchored: AnchoredMention) -> int | None:
    """The token that makes a value the size of a change: "*grew* by 60,000 to 5 million", "a $5 million *increase*"."""
    verb = _change_verb(parse, anchored)
    if verb is not None:
        return verb.main
    noun = anchored.last < parse.last and parse.tag(anchored.last) is Tag.NOUN
    phrase = parse.phrase_at(anchored.last) if noun else None
    return phrase.last - 1 if phrase is not None and parse.key(phrase.last - 1) in parse.pack.language.moves else None


def _change_verb(parse: SentenceParse, anchored: AnchoredMention) -> VerbGroup | None:
    """The verb of change right before "by" and a value, or right before a value that "to" and another follow."""
    group, language = governing_group_before(parse, anchored.first), parse.pack.language
    if group is None or anchored.mention.kind in CHANGES:
        return None
    verb = parse.key(group.main)
    if language.lemmas.get(verb) not in language.copulas or verb in language.auxiliaries:
        return None
    if parse.key(anchored.first - 1) == "by" and group.last == anchored.first - 1:
        return group
    other = next((b for b in parse.mentions if b.first == anchored.last + 1 and parse.key(anchored.last) == "to"), None)
    like = other is not None and other.mention.dimension == anchored.mention.dimension
    return group if like and group.last == anchored.first else None
