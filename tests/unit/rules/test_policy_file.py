"""The policy as the judge uses it: words as stems, and what stands where no pack says anything."""

from decimal import Decimal
from functools import cache

from reconcile.model.words import stem
from reconcile.rules.lexicon import Synonyms, Words
from reconcile.rules.policy import PolicyFile, Severities, compile_policy


@cache
def policy():
    return compile_policy(
        PolicyFile(
            synonyms=Synonyms([("residents", "villagers"), ("soldiers", "troops")]),
            doer_endings=("er",),
            exclusive_terms=(("average", "mean"), ("record",)),
            means=Words(["mean", "means"]),
            marks=Words(["other", "others"]),
            cues={"rises": Words(["rose", "rising"]), "falls": Words(["fell"])},
            additive_metrics=("vote-share",),
            begin_end_pairs=(("a", "b"), ("a", "b"), ("c", "d")),
            metric_synonyms=Synonyms([("price", "cost")]),
        )
    )


def test_what_stands_where_no_pack_says_anything():
    bare = compile_policy(PolicyFile())
    assert (bare.tolerance, bare.overlap) == (0, Decimal("0.5"))
    assert (bare.rate_band, bare.echo_run, bare.echo_errors) == (Decimal("0.05"), 10, 3)
    assert bare.cues["nothing"] == frozenset()
    assert bare.severity == Severities()


def test_what_a_pack_says_counts_nought_too():
    own = compile_policy(PolicyFile(overlap=Decimal("0.7"), tolerance=Decimal(0), echo_run=0, echo_errors=1))
    assert (own.overlap, own.tolerance, own.echo_run, own.echo_errors) == (Decimal("0.7"), 0, 0, 1)


def test_words_are_stems():
    assert policy().rises == {stem("rose"), stem("rising")}
    assert policy().falls == {stem("fell")}
    assert policy().moves == policy().rises | policy().falls
    assert policy().synonyms[stem("troops")] == stem("soldiers")


def test_exclusive_terms_are_numbered_by_row():
    numbers = policy().exclusive_terms
    assert numbers[stem("average")] == numbers[stem("mean")] != numbers[stem("record")]


def test_of_words_with_one_stem_the_first_is_shown():
    assert policy().means == {stem("mean"): "mean"}
    assert policy().marks[stem("others")] == "other"


def test_who_lives_in_a_place_is_not_the_place():
    assert policy().nouns("villagers") == policy().nouns("residents") == {stem("residents")}
    assert policy().nouns("villages") == {stem("villages")}
    assert policy().nouns("farmers") == {f"{stem('farmers')}+er"}
    assert policy().nouns("farms") == {stem("farms")}
    assert policy().nouns("Soldiers") == policy().nouns("troops")
    assert policy().nouns("5 farms & fields") == {stem("farms"), stem("fields")}


def test_rows_stand_once():
    assert policy().begin_end_pairs == (("a", "b"), ("c", "d"))
    assert policy().additive_metrics == {"vote-share"}
    assert policy().metric_synonyms == {"price": "price", "cost": "price"}
