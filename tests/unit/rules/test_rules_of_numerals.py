"""What follows from the lists of number words and scales."""

from decimal import Decimal
from functools import cache

from reconcile.model.tokens import Tokens
from reconcile.rules.lexicon import ByPhrase, ByWord, Words, combine
from reconcile.rules.numerals import (
    FewWord,
    FractionWord,
    GroupWord,
    MultipleWord,
    NumberWord,
    NumberWords,
    NumeralLexicon,
    ScaleWord,
    ScaleWords,
    VagueWord,
)

_CARDINALS = (("nine", 9), ("ten", 10), ("twenty", 20))


@cache
def lexicon():
    return combine(
        NumeralLexicon,
        NumberWords(
            cardinals=ByWord([NumberWord((word,), Decimal(n)) for word, n in _CARDINALS]),
            ordinals=ByWord(
                [NumberWord((w,), Decimal(n)) for w, n in (("second", 2), ("third", 3), ("ninth", 9), ("tenth", 10))]
            ),
            named_fractions=ByWord([FractionWord(("half", "halves"), Decimal(2))]),
            multiple_words=(MultipleWord(("twice",), Decimal(2)), MultipleWord(("doubled",), Decimal(2), alone=True)),
            folds=Words(["fold"]),
            articles=Words(["a"]),
        ),
        scale_words=ScaleWords(
            scales=(
                ScaleWord(("Million", "mn"), Decimal(1_000_000)),
                ScaleWord(("K",), Decimal(1_000), glued=True, loose=True, units=("kelvin",)),
                ScaleWord(("t",), Decimal(10) ** 12, glued=True, money=True),
            ),
            groups=(
                GroupWord(("dozen",), Decimal(12), scales="all", stands="alone"),
                GroupWord(("score",), Decimal(20), scales="words", stands="never"),
                GroupWord(("pair",), Decimal(2)),
            ),
            vague=ByWord([VagueWord(("dozens",), Decimal(12), Decimal(2), (Decimal(2), Decimal(8)))]),
            few=ByPhrase([FewWord(("a few", "several"), Decimal(2), (Decimal(2), Decimal(9)))]),
        ),
    )


def test_every_ordinal_from_third_on_is_a_part_of_one():
    parts = {"third": 3, "thirds": 3, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "half": 2, "halves": 2}
    assert lexicon().fractions == parts
    assert lexicon().plural_fractions == {"thirds", "ninths", "tenths", "halves"}
    assert lexicon().ordinal_plurals == {"seconds": 2, "thirds": 3, "ninths": 9, "tenths": 10}


def test_a_cardinal_and_a_fold_are_a_multiple():
    assert lexicon().multiples == {"ninefold": 9, "tenfold": 10, "twentyfold": 20, "twice": 2, "doubled": 2}
    assert lexicon().lone_multiples == {"ninefold", "tenfold", "twentyfold", "doubled"}


def test_tens_and_a_unit_are_one_ordinal():
    assert lexicon().joined_ordinals == {"twentysecond": 22, "twentythird": 23, "twentyninth": 29}


def test_scales_stand_alone_or_touch_the_digits():
    assert lexicon().scales == {"million": 1_000_000, "mn": 1_000_000}
    assert lexicon().glued_scales == {"k": 1_000}
    assert lexicon().money_scales == {"k": 1_000, "t": 10**12}
    assert lexicon().loose_scales == {"K"}
    assert lexicon().scale_units == {"k": ("kelvin",)}


def test_groups_by_what_they_multiply_and_where_they_stand():
    assert lexicon().groups == {"dozen": 12, "score": 20, "pair": 2}
    assert lexicon().scaling_groups == lexicon().lone_groups == {"dozen": 12}
    assert lexicon().word_scaling_groups == {"score": 20}
    assert lexicon().article_groups == {"dozen": 12, "pair": 2}


def test_words_that_a_number_may_begin_with():
    words = {"nine", "ten", "twenty", "dozens", *lexicon().fractions, "a", "several", "dozen"}
    assert lexicon().first_words == words
    assert lexicon().vague["dozens"].low == 2
    assert lexicon().few.match(Tokens("a few"), 0)[1] == 2
