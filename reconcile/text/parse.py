"""A sentence parsed: a class for every token, verb groups and noun phrases, names and mentions, and what governs a
place.

Shallow on purpose: no parse tree is built, and what the classes do not settle stays open.

A noun phrase is a run of nominal words and of what stands inside one: an adverb, a hyphen or a time. A determiner opens
a new one even right after another ("sold *the firm* *3 million phones*"). No phrase holds another: what "of" or a comma
joins are two (base noun phrases, as in Ramshaw and Marcus 1995).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.model.document import Segments, Sentence
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack
from reconcile.text.word_classes import HYPHENS, NOMINAL, Tag, Words, tag_words

DATES = frozenset({Kind.DATE})
RANKS = frozenset({Kind.RANK})
SHARES = frozenset({Kind.PERCENT, Kind.RATIO})
STOPS = frozenset({";", ":"})
# The longest aside in brackets, in tokens.
ASIDE = 12
# Joins two words of a phrase where it touches both.
JOINTS = frozenset((*HYPHENS, "/"))
OPENERS = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
# After these a determiner goes on with the phrase: "all the ships", "nearly every ship".
BEFORE_OPENER = frozenset({Tag.DETERMINER, Tag.ADVERB})
OWNING = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE})
# What an adverb inside a phrase stands between: "a *publicly* traded firm", "in *publicly* traded firms".
BEFORE_ADVERB = NOMINAL | {Tag.PREPOSITION}
AFTER_ADVERB = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER})


@dataclass(frozen=True, slots=True)
class AnchoredMention:
    """A mention with its token range `[first, last)`."""

    first: int
    last: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb group at tokens `[first, last)`, auxiliaries and adverbs included; `main` is its last verb."""

    first: int
    last: int
    main: int


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase at tokens `[first, last)`."""

    first: int
    last: int


class SentenceParse:
    """One sentence with its classes; indices are token indices of the whole document."""

    __slots__ = (
        "first",
        "genitives",
        "groups",
        "index",
        "last",
        "mentions",
        "name_starts",
        "names",
        "pack",
        "phrases",
        "segments",
        "sentence",
        "tags",
        "tokens",
    )

    def __init__(
        self,
        segments: Segments,
        pack: Pack,
        index: int,
        names: tuple[Name, ...],
        mentions: tuple[Mention, ...],
    ) -> None:
        self.segments = segments
        self.pack = pack
        self.index = index
        self.sentence: Sentence = segments.sentences[index]
        self.tokens: Tokens = segments.tokens
        self.first, self.last = self.sentence.first, self.sentence.last
        self.names = names
        self.name_starts = tuple(name.first for name in names)
        self.mentions = tuple(self._anchor(m) for m in mentions)
        self.tags = tag_words(
            Words(
                self.tokens,
                pack.language,
                pack.nouns,
                within=range(self.first, self.last),
                named=frozenset(i for name in names for i in range(name.first, name.last)),
                counted=self._counted(frozenset(Kind)),
                shares=self._counted(SHARES),
                ranks=self._counted(RANKS),
                times=self._counted(DATES),
            )
        )
        self.groups = tuple(_groups(self))
        self.phrases = find_noun_phrases(self.tokens, self.tags, self.first)
        self.genitives = tuple(i for i, tag in enumerate(self.tags, self.first) if tag is Tag.GENITIVE)

    def _anchor(self, mention: Mention) -> AnchoredMention:
        first = bisect_left(self.tokens.starts, mention.span.start)
        return AnchoredMention(first, max(first + 1, bisect_left(self.tokens.starts, mention.span.end)), mention)

    def _counted(self, kinds: frozenset[Kind]) -> frozenset[int]:
        values = (anchored for anchored in self.mentions if anchored.mention.kind in kinds)
        return frozenset(i for value in values for i in range(value.first, value.last))

    def tag(self, i: int) -> Tag:
        """The class of token `i`, which must lie in the sentence."""
        return self.tags[i - self.first]

    def key(self, i: int) -> str:
        """The case-folded token `i`; empty outside the sentence."""
        return self.tokens.keys[i] if self.first <= i < self.last else ""

    def text(self, first: int, last: int) -> str:
        """The text of tokens `[first, last)`, white space folded."""
        return " ".join(self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]].split())

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `[first, last)`."""
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])

    def phrase_at(self, i: int) -> NounPhrase | None:
        """The noun phrase that holds token `i`; None outside the sentence."""
        return self.phrases[i - self.first] if self.first <= i < self.last else None

    def breaks_clause(self, i: int) -> bool:
        """Whether token `i` ends a clause for what stands on either side: a stop, or a word that sets another off."""
        key = self.key(i)
        return key in STOPS or key in self.pack.language.clause_breaks

    def genitive_in(self, first: int, last: int) -> int | None:
        """The first genitive of tokens `[first, last)`."""
        at = bisect_left(self.genitives, first)
        return self.genitives[at] if at < len(self.genitives) and self.genitives[at] < last else None

    def is_past(self, group: VerbGroup) -> bool:
        """Whether a verb group tells of the past and not of now: "sold", "was sold", but not "has sold" or "cut"."""
        language = self.pack.language
        helper = next((i for i in range(group.first, group.main) if self.tag(i) is Tag.AUXILIARY), group.main)
        key = self.key(helper)
        if self.tag(helper) is Tag.AUXILIARY:
            return key in language.past_auxiliaries
        return language.lemmas.get(key, "" if key.endswith("ed") else key) != key and not key.endswith(("s", "ing"))

    def names_in(self, first: int, last: int) -> tuple[Name, ...]:
        """The names that lie in tokens `[first, last)`."""
        begun = self.names[bisect_left(self.name_starts, first) : bisect_left(self.name_starts, last)]
        return tuple(name for name in begun if name.last <= last)


def _groups(parse: SentenceParse) -> Iterator[VerbGroup]:
    i = parse.first
    while i < parse.last:
        if parse.tag(i) not in (Tag.AUXILIARY, Tag.VERB):
            i += 1
            continue
        j = main = i
        while j < parse.last and parse.tag(j) in (Tag.AUXILIARY, Tag.VERB, Tag.ADVERB):
            if parse.tag(j) is not Tag.ADVERB:
                main = j
            elif j > i and parse.tag(j - 1) is Tag.VERB:
                break
            if parse.tag(j) is Tag.VERB and j + 1 < parse.last and parse.tag(j + 1) in (Tag.VERB, Tag.AUXILIARY):
                # a verb ends its group: "which officials *say* | *are* strict"
                break
            j += 1
        yield VerbGroup(i, main + 1, main)
        i = main + 1


def find_noun_phrases(tokens: Tokens, tags: Sequence[Tag], start: int) -> tuple[NounPhrase | None, ...]:
    """For each token of a sentence its noun phrase, or None; `tags` are its classes, `start` its first token.

    A genitive that opens a phrase ("Monday's vote", the day a time) is in none but its own.
    """
    members = _members(tokens, tags, start)
    out: list[NounPhrase | None] = []
    at, n = 0, len(tags)
    while at < n:
        if not members[at]:
            out.append(NounPhrase(start + at, start + at + 1) if tags[at] is Tag.PRONOUN else None)
            at += 1
            continue
        last = at + 1
        while last < n and members[last] and not _opens(tags, last):
            last += 1
        first = at
        while first < last and tags[first] is Tag.GENITIVE:
            out.append(NounPhrase(start + first, start + last))
            first += 1
        out.extend([NounPhrase(start + first, start + last)] * (last - first))
        at = last
    return tuple(out)


def _opens(tags: Sequence[Tag], at: int) -> bool:
    """Whether a noun phrase begins at a place even though one stands before it."""
    return tags[at] in OPENERS and tags[at - 1] not in BEFORE_OPENER


def _members(tokens: Tokens, tags: Sequence[Tag], start: int) -> list[bool]:
    """For each token of a sentence, whether it is part of a noun phrase."""
    out = [tag in NOMINAL for tag in tags]
    times = 0
    for at in range(1, len(tags) - 1):
        tag = tags[at]
        if tag is Tag.ADVERB:
            out[at] = tags[at + 1] in AFTER_ADVERB and tags[at - 1] in BEFORE_ADVERB
        elif tag is Tag.PUNCTUATION:
            i = start + at
            out[at] = tokens.keys[i] in JOINTS and tokens.touches(i) and tokens.touches(i + 1)
        elif tag is Tag.TIME and at >= times:
            times = _time_end(tags, at)
            out[at:times] = [_dates_noun(tags, at, times)] * (times - at)
    return out


def _time_end(tags: Sequence[Tag], at: int) -> int:
    """The end of the run of times at a place."""
    return next((k for k in range(at, len(tags)) if tags[k] is not Tag.TIME), len(tags))


def _dates_noun(tags: Sequence[Tag], first: int, last: int) -> bool:
    """Whether the times at `[first, last)` stand between an owner or determiner and its noun: "its *2012* budget"."""
    return last < len(tags) and tags[first - 1] in OWNING and tags[last] in (Tag.NOUN, Tag.NAME)


def governing_group_before(parse: SentenceParse, i: int) -> VerbGroup | None:
    """The verb group that governs token `i` from the left, in the same clause."""
    before = (group for group in reversed(parse.groups) if group.last <= i)
    found = next((group for group in before if not _is_set_apart(parse, group.last, i)), None)
    return None if found is None or _broken(parse, found.last, i) else found


def governing_group_after(parse: SentenceParse, i: int) -> VerbGroup | None:
    """The verb group right of token `i`, before any clause break."""
    for group in parse.groups:
        if group.first >= i:
            return None if _broken(parse, i, group.first) else group
    return None


def governing_verb(parse: SentenceParse, anchored: AnchoredMention) -> VerbGroup | None:
    """The verb group a mention stands under: the one before it in its clause, else the one after."""
    return governing_group_before(parse, anchored.first) or governing_group_after(parse, anchored.last)


def is_participle(parse: SentenceParse, group: VerbGroup) -> bool:
    """A participle without an auxiliary: "founded in Orle", "killing 12"."""
    key = parse.key(group.main)
    return group.first == group.main and (key in parse.pack.language.participles or key.endswith("ing"))


def opening(parse: SentenceParse, i: int) -> int:
    """The bracket that the one at `i` closes; `i` itself where it is not near."""
    return next((k for k in range(i - 1, max(parse.first - 1, i - ASIDE), -1) if parse.key(k) == "("), i)


def _is_set_apart(parse: SentenceParse, first: int, last: int) -> bool:
    """Whether a bracket open before token `first` closes before token `last`: what it holds governs nothing after."""
    keys, depth = parse.tokens.keys, 0
    if ")" not in keys[first:last]:
        return False
    for k in range(first, last):
        depth += (keys[k] == "(") - (keys[k] == ")")
        if depth < 0:
            return opening(parse, k) != k
    return False


def _broken(parse: SentenceParse, first: int, last: int) -> bool:
    """Whether a clause ends in tokens `[first, last)`: a subordinator, or a stop outside brackets."""
    depth = 0
    for k in range(first, last):
        key = parse.key(k)
        depth += (key == "(") - (key == ")" and depth > 0)
        # the colon of "9:40" ends nothing
        stops = key in STOPS and parse.tag(k) is Tag.PUNCTUATION
        if not depth and (parse.tag(k) is Tag.SUBORDINATOR or stops):
            return True
    return False
