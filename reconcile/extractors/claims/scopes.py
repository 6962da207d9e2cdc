"""What makes another metric of a value's: that it is a difference and no level, or counts a class of what a noun names.

Both stand in a claim's qualifiers, and what they part is never compared.
"""

from __future__ import annotations

from reconcile.extractors.claims.metric_matching import Trigger
from reconcile.model.mention import Kind
from reconcile.text.parse import AnchoredMention, SentenceParse
from reconcile.text.word_classes import Tag

# Kinds of which a comparative makes a difference; a percentage or a ratio is one already.
_LEVELS = frozenset({Kind.MONEY, Kind.COUNT, Kind.NUMBER, Kind.MEASURE, Kind.DURATION})
# How far behind a comparative "than" stands, in tokens: "$5 more in tax than".
_THAN = 5


def comparative(parse: SentenceParse, anchored: AnchoredMention) -> int | None:
    """The token that makes a value a difference from something else: "$40 *less* than", "300 people *more* than"."""
    if anchored.mention.kind not in _LEVELS:
        return None
    after = (anchored.last, _past_noun(parse, anchored))
    return next((i for i in after if parse.key(i) in parse.pack.language.comparatives and _than(parse, i)), None)


def class_counted(parse: SentenceParse, anchored: AnchoredMention, trigger: Trigger | None) -> str:
    """What makes a value count less or more than its metric says by itself; empty where nothing does.

    A part of what its noun names ("300 *full-time* staff"), what fits one of two predicates ("40 dead *or missing*"),
    what an adjunct takes in or leaves out ("*including suspected ones*, Orle has 40 cases").
    """
    found = (_sort(parse, anchored), _alternative(parse, trigger), _adjunct(parse, anchored))
    return " ".join(filter(None, found))


def _sort(parse: SentenceParse, anchored: AnchoredMention) -> str:
    """A word in the counted noun phrase that makes a part of what the noun names."""
    table, i, last = parse.pack.language.class_words, anchored.last, _past_noun(parse, anchored)
    while i < max(last, anchored.last + 1):
        match = table.match(parse.tokens, i)
        if match is not None:
            return match[0]
        i += 1
    return ""


def _alternative(parse: SentenceParse, trigger: Trigger | None) -> str:
    """The predicate that "or" joins to the one that names the metric: "arrested *or fined* 40 people"."""
    if trigger is None:
        return ""
    sides = (trigger.first - 1, trigger.first - 2), (trigger.last, trigger.last + 1)
    for joint, word in sides:
        joins = parse.key(joint) in parse.pack.language.alternatives and parse.first <= word < parse.last
        if joins and parse.tag(word) in (Tag.VERB, Tag.NOUN):
            return f"{parse.key(joint)} {parse.key(word)}"
    return ""


def _adjunct(parse: SentenceParse, anchored: AnchoredMention) -> str:
    """What a sentence takes in or leaves out, before its clause or right behind the value: "excluding the gunman"."""
    opening, behind = parse.first, _past_noun(parse, anchored)
    behind += parse.key(behind) == ","
    words, end = _taken(parse, opening)
    if words and end <= anchored.first:
        return words
    words, _ = _taken(parse, behind)
    return words if words.startswith(parse.pack.language.exclusions.listed) else ""


def _taken(parse: SentenceParse, first: int) -> tuple[str, int]:
    """The words of an adjunct at token `first` that takes something in or out, and where it ends; else no words."""
    match = parse.pack.language.scope_openers.match(parse.tokens, first) if first < parse.last else None
    if match is None:
        return "", first
    end = next((k for k in range(match[1], parse.last) if parse.tag(k) is Tag.PUNCTUATION), parse.last)
    named = (parse.key(k) for k in range(match[1], end))
    return " ".join((match[0], *(word for word in named if word not in parse.pack.language.closed))), end


def _past_noun(parse: SentenceParse, anchored: AnchoredMention) -> int:
    """The token after the counted noun of a value, or after the value."""
    noun, i = anchored.mention.noun, anchored.last
    while noun is not None and i < parse.last and parse.tokens.starts[i] < noun.end:
        i += 1
    return i


def _than(parse: SentenceParse, i: int) -> bool:
    """Whether "than" follows the comparative at token `i` in its clause."""
    for k in range(i + 1, min(parse.last, i + _THAN)):
        if parse.key(k) in parse.pack.language.standards:
            return True
        if parse.tag(k) in (Tag.PUNCTUATION, Tag.VERB, Tag.AUXILIARY):
            return False
    return False
