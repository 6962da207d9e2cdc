"""How units are spelled, with prefixes and without."""

from decimal import Decimal

from reconcile.model.mention import Kind
from reconcile.model.tokens import Tokens
from reconcile.rules.lexicon import ByKey, ByPhrase, Words
from reconcile.rules.units import Compound, Constant, Cue, Derived, Unit, UnitEntry, UnitLexicon

CUE = Cue("alone", "unit", 3, words=Words(["tall"]))
METRE = UnitEntry("meter", "length", ("metre", "metres", "mt"), ("m",), ("kilo", "micro"), cue="alone")
LEXICON = UnitLexicon(
    units=(
        METRE,
        UnitEntry("gram", "mass", (), (), ("kilo",)),
        UnitEntry("percent", "ratio", ("percent",), ("%",), kind="percent"),
        UnitEntry("mile", "speed", ("mph",), per="hour"),
    ),
    cues=ByKey([CUE]),
    compounds=ByKey([Compound("foot", "inch", Decimal(12))]),
    constants=ByPhrase([Constant(("century",), Decimal(100), "year", "time")]),
)


def test_a_prefix_joins_words_and_symbols():
    assert list(METRE.spellings()) == [
        ("meter", ("metre", "metres", "mt"), ("m",)),
        ("kilometer", ("kilometre", "kilometres"), ("km",)),
        ("micrometer", ("micrometre", "micrometres"), ("µm", "μm", "um")),
    ]


def test_units_are_found_by_their_spellings():
    def unit(text):
        return LEXICON.table.match(Tokens(text), 0)

    assert unit("Kilometres") == (Unit("kilometer", "length", cue=CUE), 1)
    assert unit("um") == (Unit("micrometer", "length", cue=CUE), 1)
    assert unit("KM") is None
    assert unit("%") == (Unit("percent", "ratio", kind=Kind.PERCENT), 1)
    assert unit("mph") == (Unit("mile", "speed", per="hour"), 1)


def test_dimensions_are_those_of_units_that_are_no_rate():
    assert LEXICON.dimensions == {
        "meter": "length", "kilometer": "length", "micrometer": "length", "gram": "mass", "kilogram": "mass",
        "percent": "ratio",
    }  # fmt: skip


def test_names_are_those_of_units_that_are_spelled():
    assert LEXICON.names == {"meter", "kilometer", "micrometer", "percent", "mile"}


def test_compounds_and_constants():
    assert LEXICON.compounds == {("foot", "inch"): 12}
    assert LEXICON.constants.match(Tokens("century"), 0)[0].value == 100


def test_units_are_made_from_those_of_a_dimension():
    square = Derived("square {}", "length", "area", ("sq {}", "{} squared"), ("{}2",))
    foot = UnitEntry("foot", "length", ("feet", "ft"), ("'",))
    rate = UnitEntry("foot", "length", ("fpm",), per="minute")
    lexicon = UnitLexicon((foot, rate, UnitEntry("gram", "mass", ("grams",), ("g",))), derived=(square,))
    area = Unit("square foot", "area")
    for text, end in (("sq feet", 2), ("feet squared", 2), ("Sq Ft", 2), ("ft2", 2)):
        assert lexicon.table.match(Tokens(text), 0) == (area, end), text
    assert lexicon.table.match(Tokens("sq grams"), 0) is None
    assert lexicon.table.match(Tokens("sq fpm"), 0) is None
    assert lexicon.table.match(Tokens("FT2"), 0) == (Unit("foot", "length"), 1)
    assert lexicon.dimensions == {"foot": "length", "gram": "mass", "square foot": "area"}
    assert "square foot" in lexicon.names


def test_the_size_of_a_unit_is_in_the_smallest_it_is_made_of():
    compounds = [Compound("mile", "yard", Decimal(1760)), Compound("yard", "foot", Decimal(3))]
    compounds += [Compound("foot", "inch", Decimal(12)), Compound("ton", "kilogram", Decimal(1000))]
    sizes = UnitLexicon(units=LEXICON.units, compounds=ByKey(compounds)).sizes
    assert {name: (base, int(times)) for name, (base, times) in sizes.items() if times >= 1} == {
        "kilometer": ("meter", 1000),
        "kilogram": ("gram", 1000),
        "foot": ("inch", 12),
        "yard": ("inch", 36),
        "mile": ("inch", 63360),
        "ton": ("gram", 1_000_000),
    }
    assert sizes["micrometer"] == ("meter", Decimal("0.000001"))


def test_units_that_are_made_of_each_other_have_no_size():
    compounds = [Compound("jug", "mug", Decimal(2)), Compound("mug", "jug", Decimal(2))]
    assert UnitLexicon(compounds=ByKey(compounds)).sizes == {}
