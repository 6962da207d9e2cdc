"""What an open metric is called: the nouns, verb and objects that stand with a value, in the article's words.

The attribute a value is of by its sort and neighbours: an area in square metres, an age, a share of a group.
"""

from __future__ import annotations

from bisect import bisect_left

from reconcile.model.mention import Mention
from reconcile.rules.language import Attribute
from reconcile.text.parse import AnchoredMention, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import HYPHENS, Tag

# The longest label part, in tokens; what is longer is no name for a metric.
LONGEST = 9


def noun_label(parse: SentenceParse, anchored: AnchoredMention) -> str:
    """The counted noun, or the noun phrase that follows a value ("a $7 million dent in earnings")."""
    mention = anchored.mention
    if mention.noun is not None:
        end = anchored.last
        while end < parse.last and parse.tokens.starts[end] < mention.noun.end:
            end += 1
        start = _compound_start(parse, bisect_left(parse.tokens.starts, mention.noun.start))
        noun = " ".join(parse.tokens.text[start : mention.noun.end].split())
        return f"{noun} {chain_label(parse, end)}".strip()
    i = anchored.last + (parse.key(anchored.last) in HYPHENS and anchored.last + 1 < parse.last)
    after = parse.phrase_at(i) if i < parse.last and parse.tag(i) in (Tag.NOUN, Tag.NAME) else None
    if after is not None:
        return f"{bare(parse, i, after.last)} {chain_label(parse, after.last)}".strip()
    return chain_label(parse, anchored.last)


def _compound_start(parse: SentenceParse, i: int) -> int:
    """Where the counted noun at token `i` begins, with what a hyphen joins to it ("5 *full*-time staff")."""
    if parse.key(i) in HYPHENS and i > parse.first and parse.tokens.touches(i):
        i -= 1
    return parse.tokens.starts[i]


def chain_label(parse: SentenceParse, i: int) -> str:
    """The prepositional phrase that begins at `i`: "to profits", "of office space"."""
    if parse.key(i) not in parse.pack.language.chain_links or i + 1 >= parse.last:
        return ""
    goal = parse.phrase_at(i + 1)
    if goal is None or parse.tag(i + 1) in (Tag.NUMBER, Tag.TIME):
        return ""
    return parse.text(i, min(goal.last, i + LONGEST))


def object_label(parse: SentenceParse, group: VerbGroup, until: int) -> str:
    """The object that stands between a verb and the value: "values the *acquisition* at $5 billion"."""
    i = group.last
    while i < until and parse.tag(i) is Tag.ADVERB:
        i += 1
    phrase = parse.phrase_at(i) if i < until and parse.tag(i) not in (Tag.NUMBER, Tag.TIME, Tag.PRONOUN) else None
    if phrase is None or phrase.last > until:
        return ""
    words = bare(parse, i, min(phrase.last, i + LONGEST))
    return f"{words} {_within(parse, phrase.last, until)}".strip()


def _within(parse: SentenceParse, i: int, until: int) -> str:
    words = chain_label(parse, i)
    return words if words and i + len(words.split()) <= until else ""


def predicate_label(parse: SentenceParse, group: VerbGroup) -> str:
    """A verb with what follows it in its clause: "opposed the failed bill", "said there was too little help"."""
    verb = parse.text(group.main, group.last)
    end = group.last
    while end < min(parse.last, group.last + LONGEST) and not _ends(parse, end):
        end += 1
    return f"{verb} {parse.text(group.last, end)}" if end > group.last else verb


def _ends(parse: SentenceParse, i: int) -> bool:
    numeric = parse.tag(i) in (Tag.NUMBER, Tag.TIME)
    return numeric or (parse.tag(i) is Tag.PUNCTUATION and parse.key(i) not in "'\"`’-") or parse.key(i) == "and"


def bare(parse: SentenceParse, first: int, last: int) -> str:
    """A noun phrase without determiner, possessor and number."""
    while first < last and parse.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NUMBER):
        first += 1
    return parse.text(first, last) if first < last else ""


def attribute(parse: SentenceParse, anchored: AnchoredMention, mention: Mention, label: str) -> str:
    """The name of the first attribute whose conditions hold and that the label does not say already; else empty."""
    words = frozenset(label.lower().split())
    for candidate in parse.pack.language.attributes:
        if _holds(parse, anchored, mention, candidate, words):
            return "" if candidate.name in words else candidate.name
    return ""


def _holds(
    parse: SentenceParse, anchored: AnchoredMention, mention: Mention, candidate: Attribute, words: frozenset[str]
) -> bool:
    return (
        _one_of(str(mention.kind), candidate.kinds)
        and _one_of(mention.unit or "", candidate.units)
        and _one_of("" if mention.per else mention.dimension or "", candidate.dimensions)
        and _one_of(parse.key(anchored.first - 1), candidate.before)
        and (not candidate.after or bool({parse.key(anchored.last), _beyond(parse, anchored)} & set(candidate.after)))
        and (not candidate.words or not words.isdisjoint(candidate.words))
        and (not candidate.verbs or _verb(parse, anchored) in candidate.verbs)
    )


def _beyond(parse: SentenceParse, anchored: AnchoredMention) -> str:
    """The word after a conversion in brackets: "9 miles (14 km) *from*"; for the conversion too."""
    i = anchored.last
    if parse.key(i) == "(":
        inner = next((b for b in parse.mentions if b.first == i + 1), None)
        i = inner.last if inner is not None else i
    return parse.key(i + 1) if parse.key(i) == ")" else ""


def _verb(parse: SentenceParse, anchored: AnchoredMention) -> str:
    """The base form of the verb that governs the value; empty where none does."""
    group = governing_group_before(parse, anchored.first)
    key = parse.key(group.main) if group is not None else ""
    return parse.pack.language.lemmas.get(key, "")


def _one_of(word: str, allowed: tuple[str, ...]) -> bool:
    return not allowed or word in allowed
