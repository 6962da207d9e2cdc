"""A sentence made ready for binding: a class for every token, verb groups and noun phrases, names and mentions.

Shallow on purpose: no parse tree is built, and what the classes do not settle stays unbound.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from reconcile.model.document import Sentence
from reconcile.model.mention import Mention
from reconcile.model.names import Name
from reconcile.model.segments import Segments
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.rules.language import Language
from reconcile.rules.load import Pack


class Tag(Enum):
    """The class of a token in its sentence."""

    DETERMINER = auto()
    POSSESSIVE = auto()
    GENITIVE = auto()
    PREPOSITION = auto()
    CONJUNCTION = auto()
    SUBORDINATOR = auto()
    PRONOUN = auto()
    AUXILIARY = auto()
    VERB = auto()
    ADVERB = auto()
    NUMBER = auto()
    NAME = auto()
    NOUN = auto()
    PUNCTUATION = auto()


NOMINAL = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NUMBER, Tag.NAME, Tag.NOUN})
APOSTROPHES = frozenset("'’‘ʼ")
CONTRACTED = frozenset({"t", "ve", "ll", "re", "d", "m"})
BREAK_KEYS = frozenset({";", ":", "while", "whereas", "but"})
RELATIVES = frozenset({"which", "who", "that", "whom"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A mention with its token range `[first, last)`."""

    first: int
    last: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at tokens `[first, last)`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group at tokens `[first, last)`, auxiliaries and adverbs included; `main` is its last verb."""

    first: int
    last: int
    main: int


class Frame:
    """One sentence with its classes; indices are token indices of the whole document."""

    __slots__ = (
        "first",
        "groups",
        "index",
        "last",
        "mentions",
        "names",
        "pack",
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
        self.mentions = tuple(self._bound(m) for m in mentions)
        self.tags = _tags(self)
        self.groups = tuple(_groups(self))

    def _bound(self, mention: Mention) -> Bound:
        first = bisect_left(self.tokens.starts, mention.span.start)
        return Bound(first, max(first + 1, bisect_left(self.tokens.starts, mention.span.end)), mention)

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

    def phrase_at(self, i: int) -> Phrase | None:
        """The noun phrase that holds token `i`."""
        if not (self.first <= i < self.last) or self.tag(i) is Tag.PRONOUN:
            inside = self.first <= i < self.last
            return Phrase(i, i + 1) if inside else None
        if self.tag(i) not in NOMINAL and not self._modifies(i):
            return None
        a = b = i
        while a > self.first and (self.tag(a - 1) in NOMINAL or self._modifies(a - 1)) and not self._opens(a):
            a -= 1
        while b + 1 < self.last and (self.tag(b + 1) in NOMINAL or self._modifies(b + 1)) and not self._opens(b + 1):
            b += 1
        return Phrase(a, b + 1)

    def _opens(self, i: int) -> bool:
        """Whether a noun phrase begins at `i` even though one stands before it ("sold the firm 3 million phones")."""
        return self.tag(i) in (Tag.DETERMINER, Tag.POSSESSIVE) and self.tag(i - 1) not in (Tag.DETERMINER, Tag.ADVERB)

    def _modifies(self, i: int) -> bool:
        """An adverb or hyphen inside a noun phrase ("most valuable", "publicly traded", "self-driving")."""
        if i + 1 >= self.last or i <= self.first:
            return False
        tag = self.tag(i)
        if tag is Tag.ADVERB:
            return self.tag(i + 1) in (Tag.NOUN, Tag.NAME, Tag.NUMBER) and self.tag(i - 1) in NOMINAL | {
                Tag.PREPOSITION
            }
        hyphen = self.tokens.keys[i] in "-‐‑/" and self.tokens.touches(i) and self.tokens.touches(i + 1)
        return tag is Tag.PUNCTUATION and hyphen

    def names_in(self, first: int, last: int) -> tuple[Name, ...]:
        """The names that lie in tokens `[first, last)`."""
        return tuple(n for n in self.names if first <= n.first and n.last <= last)


def _tags(frame: Frame) -> list[Tag]:
    tags: list[Tag] = []
    named = {i for n in frame.names for i in range(n.first, n.last)}
    counted = {i for b in frame.mentions for i in range(b.first, b.last)}
    for i in range(frame.first, frame.last):
        if i in named:
            tags.append(Tag.NAME)
        elif i in counted:
            tags.append(Tag.NUMBER)
        else:
            tags.append(_tag(frame, tags, i))
    return tags


def _tag(frame: Frame, tags: list[Tag], i: int) -> Tag:
    language, key = frame.pack.language, frame.tokens.keys[i]
    if _genitive(frame, i):
        return Tag.GENITIVE
    if not key[0].isalnum():
        return Tag.ADVERB if _contracted(frame, i + 1) else Tag.PUNCTUATION
    if _contracted(frame, i):
        return Tag.ADVERB if key == "t" else Tag.AUXILIARY
    if key in language.auxiliaries or key in language.modals:
        return Tag.AUXILIARY
    if key in language.possessives and key != "whose":
        return Tag.POSSESSIVE
    if key in language.subordinators and _subordinates(language, tags, key):
        return Tag.SUBORDINATOR
    if key in language.determiners and not (key in language.pronouns and _stands_alone(frame, i)):
        return Tag.DETERMINER
    if key in language.pronouns:
        return Tag.PRONOUN
    if key in language.prepositions:
        return Tag.PREPOSITION
    if key in language.conjunctions:
        return Tag.CONJUNCTION
    if key in language.adverbs or (key.endswith("ly") and len(key) > 4 and key not in language.lemmas):
        return Tag.ADVERB
    return Tag.VERB if _is_verb(frame, language, tags, i) else Tag.NOUN


def _genitive(frame: Frame, i: int) -> bool:
    """The apostrophe and s of "Acme's", the bare apostrophe of "the firms' offer"."""
    tokens, key = frame.tokens, frame.key(i)
    if key == "s":
        return tokens.touches(i) and frame.key(i - 1) in APOSTROPHES
    if key not in APOSTROPHES or not tokens.touches(i) or not frame.key(i - 1)[-1:].isalpha():
        return False
    after_s = i + 1 < frame.last and tokens.touches(i + 1)
    return frame.key(i + 1) == "s" if after_s else frame.key(i - 1).endswith("s")


def _contracted(frame: Frame, i: int) -> bool:
    """The end of "couldn't", "they've", "we'll": what stands after an apostrophe that touches both sides."""
    if frame.key(i) not in CONTRACTED or frame.key(i - 1) not in APOSTROPHES:
        return False
    return frame.tokens.touches(i) and frame.tokens.touches(i - 1)


def _subordinates(language: Language, tags: list[Tag], key: str) -> bool:
    """Words that also are prepositions count as such; "that" is a determiner after a preposition."""
    if key in language.prepositions:
        return False
    return key != "that" or not tags or tags[-1] is not Tag.PREPOSITION


def _stands_alone(frame: Frame, i: int) -> bool:
    following = frame.key(i + 1)
    language = frame.pack.language
    return following in language.auxiliaries or following in language.modals or not following[:1].isalnum()


def _is_verb(frame: Frame, language: Language, tags: list[Tag], i: int) -> bool:
    key = frame.tokens.keys[i]
    before = _last_content(tags)
    if key not in language.lemmas:
        # an unknown -ed word right after a name or pronoun can only be a verb
        return key.endswith("ed") and len(key) > 4 and before in (Tag.NAME, Tag.PRONOUN)
    if before is Tag.AUXILIARY:
        return True
    if before in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NUMBER):
        return False
    if before is Tag.PREPOSITION:
        return frame.key(i - 1) == "to" and not key.endswith("ed")
    if key.endswith("ing"):
        return False
    if key in language.noun_first:
        return before in (Tag.NAME, Tag.PRONOUN, Tag.NOUN) and _takes_object(frame, language, i)
    adjectival = tags[-1:] == [Tag.ADVERB] and len(tags) > 1 and tags[-2] is Tag.NOUN
    return not (adjectival and key.endswith("ed"))


def _takes_object(frame: Frame, language: Language, i: int) -> bool:
    """Whether what follows `i` can only follow a verb there: a determiner, number or preposition other than "of"."""
    key = frame.key(i + 1)
    numeric = any(b.first == i + 1 for b in frame.mentions)
    return numeric or key in language.determiners or (key in language.prepositions and key not in ("of", "for", "in"))


def _last_content(tags: list[Tag]) -> Tag | None:
    """The class before, adverbs passed over."""
    return next((t for t in reversed(tags) if t is not Tag.ADVERB), None)


def _groups(frame: Frame) -> Iterator[Group]:
    i = frame.first
    while i < frame.last:
        if frame.tag(i) not in (Tag.AUXILIARY, Tag.VERB):
            i += 1
            continue
        j = main = i
        while j < frame.last and frame.tag(j) in (Tag.AUXILIARY, Tag.VERB, Tag.ADVERB):
            if frame.tag(j) is not Tag.ADVERB:
                main = j
            elif j > i and frame.tag(j - 1) is Tag.VERB:
                break
            j += 1
        yield Group(i, main + 1, main)
        i = main + 1
