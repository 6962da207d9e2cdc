"""Words beside a number: of ranks, counted nouns, non-quantities, hedges and factuality, each list in its file.

The directions of cues that set how a source stands to what it says are those of ConText.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

import msgspec

from reconcile.model.claim import Factuality
from reconcile.model.tokens import PhraseTable
from reconcile.rules.examples import Example
from reconcile.rules.lexicon import ByKey, ByLexeme, ByPhrase, Entry, Lexicon, Phrases, Words, empty, says


class RankLexicon(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/ranks.yaml`: ordinals with or without a superlative, “No. 1”, “top”, superlatives."""

    superlatives: Annotated[Words, says("Superlatives that name a place in an order; alone they are rank 1.")] = empty(
        Words
    )
    leads: Annotated[
        Words, says("“most valuable”, “best selling”: the words after these belong to the superlative.")
    ] = empty(Words)
    number_signs: Annotated[Words, says("Words and signs before a rank in digits: “No. 1”.")] = empty(Words)
    not_before: Annotated[Words, says("Words after which a superlative is no single place.")] = empty(Words)
    openers: Annotated[
        Words, says("A superlative alone is a first place only after one of these (“s” is the genitive).")
    ] = empty(Words)
    sizes: Annotated[
        Words, says("Without a noun only these stand for a place, and only before one of `places`: “the largest in”.")
    ] = empty(Words)
    places: Annotated[Words, says("What may follow a size that stands for a place.")] = empty(Words)
    degrees: Annotated[Words, says("These need a word after them: “most valuable”; alone they are no place.")] = empty(
        Words
    )
    group_openers: Annotated[
        Words, says("Before the opener these say that the superlative is of several: “one of the largest”.")
    ] = empty(Words)
    time_units: Annotated[Words, says("Ordinals that are units of time too.")] = empty(Words)
    before_time_units: Annotated[Words, says("After one of these they are: “one second”.")] = empty(Words)
    set_phrases: Annotated[Phrases, says("Set phrases that place nothing: “first lady”.")] = empty(Phrases)
    no_place: Annotated[Words, says("Superlatives of time and nearness, which are no place in an order.")] = empty(
        Words
    )
    placing: Annotated[
        Words, says("Verbs, in the base form, that give their subject a place: “Acme finished third”.")
    ] = empty(Words)
    field_openers: Annotated[Words, says("Words between a place and those it is a place among: “fifth among”.")] = (
        empty(Words)
    )
    ahead: Annotated[
        Words, says("Words before those who stand ahead, which also show a place with no noun: “third, behind Borex”.")
    ] = empty(Words)
    times: Annotated[Words, says("Nouns of a rank that names how often: “won for the third time”.")] = empty(Words)
    holders: Annotated[Words, says("Nouns for who has what is ranked: “Acme, owner of the world's largest mill”.")] = (
        empty(Words)
    )
    examples: tuple[Example, ...] = ()


class Plural(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An irregular plural."""

    plural: str
    singular: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The singular by the plural."""
        yield self.plural, self.singular


class PluralEnding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a plural is spelled.

    `singular`: what stands for the ending in the singular
    `stem`: the least letters before it ("ties" is no plural of "ty")
    """

    plural: str
    singular: str = ""
    stem: int = 0


class NounLexicon(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/nouns.yaml`: counted nouns are an open class, any word may be one."""

    stops: Annotated[Words, says("What ends a counted noun phrase.")] = empty(Words)
    between: Annotated[Words, says("May stand between the number and its noun, and are no noun themselves.")] = empty(
        Words
    )
    plurals: Annotated[
        ByKey[Plural, str, str], says("Nouns whose plural a final -s does not show, with their singular.")
    ] = empty(ByKey)
    plural_endings: Annotated[
        tuple[PluralEnding, ...], says("Endings of regular plurals; the first that fits gives the singular.")
    ] = ()
    singular_endings: Annotated[tuple[str, ...], says("Endings that are of no plural, though they end like one.")] = ()
    present_endings: Annotated[
        tuple[str, ...], says("Endings of verbs that may be nouns too; other verb forms are none: “began”.")
    ] = ()
    singular_s: Annotated[Words, says("Words in -s that are no plural.")] = empty(Words)
    definite: Annotated[
        Words, says("Words that make a count definite: “the two companies” points back and counts nothing new.")
    ] = empty(Words)
    examples: tuple[Example, ...] = ()

    @cached_property
    def endings_of_plurals(self) -> tuple[str, ...]:
        """What a regular plural ends in."""
        return tuple(entry.plural for entry in self.plural_endings)


class NonQuantityLexicon(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/non_quantities.yaml`: why digits or a number word are no quantity."""

    names: Annotated[Words, says("After one of these, where it has a capital, a bare number is part of a name.")] = (
        empty(Words)
    )
    any_case: Annotated[Words, says("The same for words that count however written.")] = empty(Words)
    resolutions: Annotated[tuple[str, ...], says("Lines of a screen (“1080p”), which are no pence.")] = ()
    codes: Annotated[Phrases, says("After digits these say that they are a code.")] = empty(Phrases)
    later: Annotated[Words, says("“3.11 or later” is a version.")] = empty(Words)
    streets: Annotated[Words, says("Streets after a house number.")] = empty(Words)
    abbreviations: Annotated[
        Words, says("After one of these and its full stop a number is part of a name: “p. 7”, “vol. 3”.")
    ] = empty(Words)
    web: Annotated[Words, says("What an address of the web begins with.")] = empty(Words)
    number_joins: Annotated[
        Words, says("After one of these and a hyphen digits are a number still: “3-to-5”, “one-in-5”.")
    ] = empty(Words)
    scores: Annotated[Words, says("“won 3-1”: after a score word, or before one, n-n is a score.")] = empty(Words)
    counters: Annotated[Words, says("“Photo 4 of 8”, “page 2/5”: one of a series, no share.")] = empty(Words)
    engagement: Annotated[
        Phrases,
        says("A line of “345 comments”, “1.2K shares” or “Views: 900” is of the page, not of the article."),
    ] = empty(Phrases)
    live: Annotated[
        Phrases,
        says("A text with one of these is written as things happen, each entry under the time of day."),
    ] = empty(Phrases)
    examples: tuple[Example, ...] = ()


HedgeSign = Literal[">", ">=", "<", "<=", "~", "="]


class Hedge(Entry, frozen=True, forbid_unknown_fields=True):
    """Spellings of one bound.

    `bound`: ">" above, not the number itself; ">=" at least; "<" below; "<=" at most; "~" near; "=" exactly
    `soft`: what a reader takes it to mean, as parts of the number: [0.9, 1] is from nine tenths of it to all of it
    `ordinary`: the word is common otherwise: before a number it hedges only what follows at once, after one only where
        no noun follows
    """

    bound: HedgeSign
    soft: tuple[Decimal, Decimal] | None = None
    ordinary: bool = False


class Comparison(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that compare, and the phrases that make bounds of them; `{}` stands for the word.

    `more`: what asks for a larger number; `less`: for a smaller
    `strict`: the number itself is left out ("{} than"); also after one of `degrees` ("far more than")
    `closed`: the number itself is possible ("{} than or equal to")
    `denied`: the other side is possible, with the number itself ("no {} than")
    `after`: what follows the number, which is possible ("or {}")
    `ordinary`: as of a hedge
    """

    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    strict: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    ordinary: bool = False

    def hedges(self, degrees: Iterable[str]) -> Iterator[Hedge]:
        """The bounds before a number."""
        strict = (*self.strict, *(f"{degree} {frame}" for degree in degrees for frame in self.strict))
        sides: tuple[tuple[tuple[str, ...], HedgeSign, HedgeSign, HedgeSign], ...]
        sides = ((self.more, ">", ">=", "<="), (self.less, "<", "<=", ">="))
        for words, bound, closed, denied in sides:
            yield _hedge_of(words, strict, bound, ordinary=self.ordinary)
            yield _hedge_of(words, self.closed, closed, ordinary=self.ordinary)
            yield _hedge_of(words, self.denied, denied, ordinary=self.ordinary)

    def hedges_after(self) -> Iterator[Hedge]:
        """The bounds after a number."""
        yield _hedge_of(self.more, self.after, ">=")
        yield _hedge_of(self.less, self.after, "<=")


def _hedge_of(words: tuple[str, ...], frames: Iterable[str], bound: HedgeSign, *, ordinary: bool = False) -> Hedge:
    phrases = tuple(frame.format(word) for frame in frames for word in words)
    return Hedge(phrases, bound, _NEAR_ABOVE if bound[0] == ">" else _NEAR_BELOW, ordinary)


# What a reader takes a bound for, as parts of the number.
_NEAR_ABOVE, _NEAR_BELOW = (Decimal(1), Decimal("1.25")), (Decimal("0.8"), Decimal(1))


class HedgeLexicon(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/hedges.yaml`: words that turn a number into a bound, and those of ranges."""

    before: Annotated[ByPhrase[Hedge, Hedge], says("Hedges before a number.")] = empty(ByPhrase)
    after: Annotated[ByLexeme[Hedge, Hedge], says("Hedges after a number.")] = empty(ByLexeme)
    comparisons: Annotated[
        tuple[Comparison, ...], says("Words that compare, with the phrases that make bounds of them: “more than”.")
    ] = ()
    degrees: Annotated[Phrases, says("What may stand before a comparison: “far more than”.")] = empty(Phrases)
    between: Annotated[Phrases, says("What opens a range whose ends `and` joins: “between 3 and 5”.")] = empty(Phrases)
    from_: Annotated[Phrases, says("What opens a range whose ends `glue` joins: “from 3 to 5”.")] = msgspec.field(
        default_factory=Phrases, name="from"
    )
    and_: Annotated[Phrases, says("What joins the ends of a range that one of `between` opens.")] = msgspec.field(
        default_factory=Phrases, name="and"
    )
    glue: Annotated[Phrases, says("What joins two ends that need no opening word: “3 to 5”, “3-5”.")] = empty(Phrases)
    lists: Annotated[Words, says("What stands between the numbers of a list, which are no range.")] = empty(Words)
    levels: Annotated[
        Words, says("A “from X to Y” after one of these is a change from one level to another, not a range.")
    ] = empty(Words)
    before_high_end: Annotated[Words, says("May stand before the second end of a range: “between 3 and about 5”.")] = (
        empty(Words)
    )
    limit_joins: Annotated[Words, says("Between two bounds of one range: “more than 12 and less than 30”.")] = empty(
        Words
    )
    minus: Annotated[Words, says("Signs and words that make a number negative.")] = empty(Words)
    asks: Annotated[
        Words, says("After one of these the next word asks, it does not hedge: “how about 20 chairs?”.")
    ] = empty(Words)
    examples: tuple[Example, ...] = ()

    @cached_property
    def all_before(self) -> ByPhrase[Hedge, Hedge]:
        """Hedges before a number, those of comparisons last."""
        made = (hedge for comparison in self.comparisons for hedge in comparison.hedges(self.degrees.listed))
        return ByPhrase((*self.before.listed, *made))

    @cached_property
    def all_after(self) -> ByLexeme[Hedge, Hedge]:
        """Hedges after a number, those of comparisons last."""
        made = (hedge for comparison in self.comparisons for hedge in comparison.hedges_after())
        return ByLexeme((*self.after.listed, *made))

    @cached_property
    def opens(self) -> PhraseTable[str]:
        """What opens a range, with the key of `joins` under which its ends are joined."""
        between = [(phrase, "between") for phrase in self.between.listed]
        return PhraseTable(between + [(phrase, "from") for phrase in self.from_.listed])

    @cached_property
    def joins(self) -> dict[str, PhraseTable[str]]:
        """What joins the ends of a range, by what opens it."""
        return {"between": self.and_, "from": self.glue}


class Direction(StrEnum):
    """Where a cue acts: on what follows, on the value that describes it, on both sides, or not at all.

    A forward cue acts on what follows, and a modal on the subject of its verb; a backward one is a noun that the value
    describes ("its 2 percent target").
    A `pseudo` cue only looks like one ("no increase" ...); a `terminate` cue ends the reach of others.
    """

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    TERMINATE = "terminate"
    PSEUDO = "pseudo"


class Cue(Entry, frozen=True, forbid_unknown_fields=True):
    """Phrases with one effect; `factuality` is absent for terminate and pseudo cues."""

    direction: Direction
    factuality: Factuality | None = None


class Scopes(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/factuality.yaml`."""

    cues: Annotated[
        ByPhrase[Cue, Cue],
        says(
            "How a source stands to what it says. A cue acts on the clause it stands in, forward or backward, until a "
            "terminator."
        ),
    ] = empty(ByPhrase)
    attribution: Annotated[Phrases, says("Phrases before the one who said it.")] = empty(Phrases)
    speakers: Annotated[
        Words,
        says(
            "Nouns for those who speak and are given no name: “police in Norwick said”; not “the company”, which is a "
            "party named before."
        ),
    ] = empty(Words)
    noun_complements: Annotated[
        Words, says("After a form that a verb and its noun share these say that it is the noun: “a forecast of 5%”.")
    ] = empty(Words)
    contrasts: Annotated[
        Phrases, says("Right before a value these set it against the right one: “40, not 30”, “40 instead of 30”.")
    ] = empty(Phrases)
    error_adverbs: Annotated[
        Words, says("Beside a verb of saying these make what is said wrong: “wrongly reported 30 dead”.")
    ] = empty(Words)
    stating: Annotated[
        Words, says("Verbs of giving a figure, in the base form, beside those of reporting: “wrongly gave the toll”.")
    ] = empty(Words)
    misstating: Annotated[
        Words, says("Verbs of saying what is wrong, in the base form: “misstated the toll as 30”.")
    ] = empty(Words)
    sayings: Annotated[
        Words, says("Nouns that bring up what is called false behind it: “the rumour that 30 died is false”.")
    ] = empty(Words)
    falsity: Annotated[Phrases, says("Predicates by which what is said is called false.")] = empty(Phrases)
    examples: tuple[Example, ...] = ()
