"""Word classes: every token of a sentence in one class, from closed lists, spelling and its neighbours.

The tokens of one sentence with what is known of them before they are classed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from reconcile.model.tokens import Tokens
from reconcile.rules.inflection import third_person
from reconcile.rules.language import Language
from reconcile.rules.words import NounLexicon


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens `within` one sentence as the rules below look at them, and which of them are known to be what.

    `counted` are the tokens of values, `shares` and `times` those of some of them.
    """

    tokens: Tokens
    language: Language
    nouns: NounLexicon
    within: range
    named: frozenset[int]
    counted: frozenset[int]
    shares: frozenset[int]
    ranks: frozenset[int]
    times: frozenset[int]

    def key(self, i: int) -> str:
        """The case-folded token; empty outside the sentence."""
        return self.tokens.keys[i] if i in self.within else ""


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
    TIME = auto()
    NAME = auto()
    NOUN = auto()
    PUNCTUATION = auto()


NOMINAL = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NUMBER, Tag.NAME, Tag.NOUN})
APOSTROPHES = frozenset("'’‘ʼ")
# The longest sign or end of a contraction ("ve").
CLITIC = 2
QUOTES = frozenset("\"“‘`'")
HYPHENS = ("-", "‐", "‑")
# After one of these a word that may be a verb is a noun; and what may be the subject of a verb.
BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NUMBER})
SUBJECTS = frozenset({Tag.NAME, Tag.PRONOUN, Tag.NOUN, Tag.SUBORDINATOR})
# What a clause begins after.
OPENING = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR})


def tag_words(words: Words) -> list[Tag]:
    """The class of each token of a sentence; those of names and values are given."""
    tags: list[Tag] = []
    for i in words.within:
        if i in words.named:
            tags.append(Tag.NAME)
        elif i in words.times:
            tags.append(Tag.TIME)
        elif i in words.counted:
            verbal = i in words.shares and words.tokens.keys[i] in words.language.lemmas and _is_verb(words, tags, i)
            tags.append(Tag.VERB if verbal else Tag.NUMBER)
        else:
            tags.append(_tag(words, tags, i))
    if Tag.VERB not in tags and Tag.AUXILIARY not in tags:
        _promote(words, tags)
    return tags


def _promote(words: Words, tags: list[Tag]) -> None:
    """In a clause without a verb, the first word after a noun that can be one is it ("Acme profits jump")."""
    for at in range(1, len(tags)):
        i = words.within.start + at
        if tags[at] is Tag.NOUN and tags[at - 1] in (Tag.NOUN, Tag.NAME, Tag.ADVERB) and not _compound(words, i):
            key = words.tokens.keys[i]
            verbal = key in words.language.lemmas and not _is_ing(words.language, key) and words.key(i + 1) != ":"
            if verbal and _agrees(words, tags[at - 1], i):
                tags[at] = Tag.VERB
                return


def _agrees(words: Words, before: Tag, i: int) -> bool:
    """A bare form wants a plural before it, an -s form none ("profits jump", "profit jumps", not "birth rate")."""
    key, noun = words.key(i), words.key(i - 1)
    lemma = words.language.lemmas[key]
    invariant = key in words.language.participles
    if before is not Tag.NOUN or invariant or key not in (lemma, third_person(lemma)):
        return True
    plural = noun.endswith("s") and not noun.endswith("ss")
    return plural == (key == lemma)


def _is_ing(language: Language, key: str) -> bool:
    """An -ing form of a verb; "bring" is none."""
    return key.endswith("ing") and language.lemmas.get(key) != key


def _compound(words: Words, i: int) -> bool:
    """Part of a compound: "short-*haul*", "*record*-setting"; not "re-*elected*"."""
    tokens = words.tokens
    if words.key(i - 1) in HYPHENS and tokens.touches(i - 1) and tokens.touches(i):
        return words.key(i - 2) not in words.language.verb_prefixes
    hyphened = words.key(i + 1) in HYPHENS and i + 2 in words.within
    return hyphened and tokens.touches(i + 1) and tokens.touches(i + 2)


def _tag(words: Words, tags: list[Tag], i: int) -> Tag:
    language, key = words.language, words.tokens.keys[i]
    if len(key) <= CLITIC:
        clitic = _clitic(words, i)
        if clitic is not None:
            return clitic
    # "Orle-*on*-Sea", "*in*-house": inside a compound no word keeps its class
    closed = _closed(words, tags, i, key) if key in language.closed and not _compound(words, i) else None
    if closed is not None:
        return closed
    if _is_adverb(words, tags, i):
        return Tag.ADVERB
    return Tag.VERB if _is_verb(words, tags, i) else Tag.NOUN


def _closed(words: Words, tags: list[Tag], i: int, key: str) -> Tag | None:
    """The closed class that a word belongs to here; None where none claims it."""
    language = words.language
    if key in language.auxiliaries or key in language.modals:
        return Tag.AUXILIARY
    if key in language.possessives and key != "whose":
        return Tag.POSSESSIVE
    if key in language.subordinators and _subordinates(language, tags, key):
        return Tag.SUBORDINATOR
    if key in language.determiners and not (key in language.pronouns and _stands_alone(words, i)):
        return Tag.NOUN if key == "a" and _serial(words, i) else Tag.DETERMINER
    if key in language.pronouns:
        return Tag.PRONOUN
    if key in language.prepositions:
        return Tag.PREPOSITION
    return Tag.CONJUNCTION if key in language.conjunctions else None


def _clitic(words: Words, i: int) -> Tag | None:
    """The class of a sign, a genitive or the end of a contraction; None for a word."""
    key = words.tokens.keys[i]
    if _genitive(words, i):
        return Tag.GENITIVE
    if not key[0].isalnum():
        return Tag.ADVERB if _contracted(words, i + 1) else Tag.PUNCTUATION
    if _contracted(words, i):
        return Tag.ADVERB if key == "t" else Tag.AUXILIARY
    return None


def _genitive(words: Words, i: int) -> bool:
    """The apostrophe and s of "Acme's", the bare apostrophe of "the firms' offer"."""
    tokens, key = words.tokens, words.key(i)
    if key == "s":
        return tokens.touches(i) and words.key(i - 1) in APOSTROPHES
    if key not in APOSTROPHES or not tokens.touches(i) or not words.key(i - 1)[-1:].isalpha():
        return False
    after_s = i + 1 in words.within and tokens.touches(i + 1)
    return words.key(i + 1) == "s" if after_s else words.key(i - 1).endswith("s")


def _is_adverb(words: Words, tags: list[Tag], i: int) -> bool:
    """A known adverb, one in -ly, or one before a participle, after an auxiliary or comma ("was *last* seen")."""
    language, key = words.language, words.tokens.keys[i]
    if key in language.adverbs or (key.endswith("ly") and len(key) > 4 and key not in language.lemmas):
        return True
    opened = tags[-1:] == [Tag.AUXILIARY] or words.key(i - 1) == ","
    return opened and key in language.between_words and words.key(i + 1) in language.participles


def _serial(words: Words, i: int) -> bool:
    """A letter that digits follow without a space ("A12")."""
    following = words.key(i + 1)
    return following[:1].isdigit() and words.tokens.touches(i + 1)


def _contracted(words: Words, i: int) -> bool:
    """The end of "couldn't", "they've", "we'll": what stands after an apostrophe that touches both sides."""
    if words.key(i) not in words.language.clitics or words.key(i - 1) not in APOSTROPHES:
        return False
    return words.tokens.touches(i) and words.tokens.touches(i - 1)


def is_inner_apostrophe(tokens: Tokens, language: Language, i: int) -> bool:
    """Whether token `i` is an apostrophe with letters on both sides that opens no genitive or contraction: "O'Hara"."""
    keys = tokens.keys
    if not 0 < i < len(keys) - 1 or keys[i] not in APOSTROPHES or not (tokens.touches(i) and tokens.touches(i + 1)):
        return False
    return (
        keys[i - 1].isalpha() and keys[i + 1].isalpha() and keys[i + 1] != "s" and keys[i + 1] not in language.clitics
    )


def _subordinates(language: Language, tags: list[Tag], key: str) -> bool:
    """Words that also are prepositions count as such; "that" opens no clause at the head of a sentence."""
    if key in language.prepositions:
        return False
    return key != "that" or (bool(tags) and tags[-1] is not Tag.PREPOSITION)


def _stands_alone(words: Words, i: int) -> bool:
    following = words.key(i + 1)
    language = words.language
    verb = following in language.lemmas and following not in language.noun_first and not following.endswith("ing")
    return verb or following in language.auxiliaries or following in language.modals or not following[:1].isalnum()


def _is_verb(words: Words, tags: list[Tag], i: int) -> bool:
    """Whether an open word is a verb here, as far as its forms and its neighbours tell."""
    language, key, before = words.language, words.tokens.keys[i], _last_content(tags)
    if _compound(words, i) or _calls(words, i, before) or (words.key(i - 1).endswith("ed") and _compound(words, i - 1)):
        # "a state-*controlled fund*": what follows such a compound is its noun
        return False
    if key not in language.lemmas:
        return _looks_verbal(words, tags, i, before)
    if before is Tag.AUXILIARY:
        return True
    if _is_ing(language, key):
        return _participle(words, tags, i)
    if before in BEFORE_NOUN and i - 1 not in words.shares:
        # "a 40-year-old wins the prize": an age may be who acts
        old = words.key(i - 1) == "old" and key != language.lemmas[key] and _takes_object(words, i)
        return old or _acts(words, tags, i)
    if before is Tag.PREPOSITION:
        return words.key(i - 1) == "to" and not key.endswith("ed")
    if key in language.noun_first:
        return _is_rare_verb(words, tags, i, before)
    return not _is_adjectival(language, tags, key)


def _acts(words: Words, tags: list[Tag], i: int) -> bool:
    """Whether a past form is what a number that opens a clause did: "and 22 *survived*"; not "12 held by"."""
    language, key, after = words.language, words.tokens.keys[i], words.key(i + 1)
    opened = next((t for t in reversed(tags) if t is not Tag.NUMBER), Tag.PUNCTUATION) in OPENING
    past = key != language.lemmas[key] and not key.endswith("s") and key not in language.victims
    alone = not after[:1].isalnum() or (after in language.closed and after != "by") or after in language.adverbs
    return tags[-1:] == [Tag.NUMBER] and i - 1 not in words.ranks and opened and past and alone


def _is_rare_verb(words: Words, tags: list[Tag], i: int, before: Tag | None) -> bool:
    """Whether a word that is more often a noun is a verb here."""
    language, key, after = words.language, words.tokens.keys[i], words.key(i + 1)
    if tags[-1:] in ([Tag.ADVERB], [Tag.TIME]) and words.key(i - 1) in language.aspects:
        return True
    if i - 1 in words.shares and after not in language.prepositions and key == language.lemmas[key]:
        return after[:1].isalpha() or after in QUOTES
    if words.key(i - 1) == "," and _due(tags):
        return i + 1 in words.counted or (after == "to" and words.key(i + 2) in language.lemmas)
    if before not in SUBJECTS:
        return False
    named = before is Tag.NOUN and i + 1 in words.named and _agrees(words, before, i)
    return named or _takes_object(words, i, direct=True)


def _is_adjectival(language: Language, tags: list[Tag], key: str) -> bool:
    """A participle right after a verb, or in -ed after an adverb that follows a noun ("the firm *newly formed*")."""
    if tags[-1:] == [Tag.VERB] and key in language.participles:
        return True
    return key.endswith("ed") and tags[-2:] == [Tag.NOUN, Tag.ADVERB]


def _calls(words: Words, i: int, before: Tag | None) -> bool:
    """Whether a word calls the person named right after it: "quarterbacks *coach* Ida Holm"."""
    named = i + 1 in words.named and before in (Tag.NOUN, Tag.NAME)
    return named and words.tokens.keys[i] in words.language.occupations


def _due(tags: list[Tag]) -> bool:
    """Whether a sentence has no verb yet but in a clause that describes: "The bridge, 2 km long, *cost* $6 million"."""
    verb = next((n for n, t in enumerate(tags) if t in (Tag.VERB, Tag.AUXILIARY)), len(tags))
    return verb == len(tags) or Tag.SUBORDINATOR in tags[:verb]


def _looks_verbal(words: Words, tags: list[Tag], i: int, before: Tag | None) -> bool:
    """An unknown word: -ed right after a name or pronoun; -ed or -s after a noun where an object follows, if first."""
    key = words.tokens.keys[i]
    past = key.endswith("ed") and len(key) > 4
    if past and before in (Tag.NAME, Tag.PRONOUN):
        return True
    present = key.endswith("s") and not key.endswith(words.nouns.singular_endings)
    if not (past or present) or before is not Tag.NOUN or Tag.VERB in tags or Tag.AUXILIARY in tags:
        return False
    return words.key(i + 1) in words.language.articles if present else _takes_object(words, i)


def _participle(words: Words, tags: list[Tag], i: int) -> bool:
    """An -ing word with an object after a comma or "and" (", killing 12 people"), or with a value after a noun."""
    if i + 1 in words.counted and tags[-1:] in ([Tag.NOUN], [Tag.NAME]):
        return True
    if tags[-1:] != [Tag.PUNCTUATION] and words.key(i - 1) not in words.language.before_gerund:
        return False
    return _takes_object(words, i)


def _takes_object(words: Words, i: int, *, direct: bool = False) -> bool:
    """Whether what follows `i` can only follow a verb there: a determiner or number; unless `direct`, a preposition."""
    language, key = words.language, words.key(i + 1)
    if i + 1 in words.counted or key in language.determiners or key in language.possessives:
        return True
    if key == "to" and words.key(i + 2) in language.lemmas:
        return True
    return not direct and key in language.prepositions and key not in language.not_after_verb


def _last_content(tags: list[Tag]) -> Tag | None:
    """The class before, adverbs passed over."""
    return next((t for t in reversed(tags) if t is not Tag.ADVERB), None)
