"""How a source stands to a claim: what each cue reaches, and what it leaves alone."""

from datetime import date

import pytest

from reconcile.pipeline import document


def claim(stages, text, quote, kind=None):
    found = [c for c in stages.claims(document(text, published=date(2031, 5, 20))) if c.quote == quote]
    found = [c for c in found if kind is None or c.kind == kind]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "stance"),
    [
        ("Orle Rail expects a loss of $5 million.", "$5 million", "forecast"),
        ("Analysts anticipated 70 launches.", "70", "forecast"),
        ("Some 300 welders could lose their jobs.", "Some 300", "forecast"),
        ("The yard is set to hire 300 welders.", "300", "forecast"),
        ("The bank missed its 2 percent target.", "2 percent", "target"),
        ("Orle Rail would add 12 trains.", "12", "forecast"),
        ("Orle Rail would have added 12 trains.", "12", "hypothetical"),
        ("If the vote passes, Orle Rail will add 12 trains.", "12", "hypothetical"),
        ("Orle Rail will add 12 trains if the vote passes.", "12", "hypothetical"),
        ("Orle Rail sells 12 trains if it rains.", "12", "hypothetical"),
        ("Orle Rail did not sell 12 trains.", "12", "denied"),
        ("Orle Rail didn't sell 12 trains.", "12", "denied"),
        ("Orle Rail failed to sell 12 trains.", "12", "denied"),
    ],
)
def test_a_cue_in_reach(stages, text, quote, stance):
    found = claim(stages, text, quote)
    assert found.factuality == stance
    assert found.trail[-1].rule == "factuality.cue"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # the month and the modal
        ("In May, Orle Rail sold 12 trains.", "12"),
        # a noun that only looks like a verb, a "due to" that gives a reason
        ("Two projects failed and 12 trains stood still.", "12"),
        ("The loss was due to a $5 million fine.", "$5 million"),
        # what someone has already
        ("Orle Rail will close its 40 shops.", "40"),
        # a verb in the past after the cue's own
        ("Orle Rail plans to scrap a train that carried 900 people.", "900"),
        ("Orle Rail hopes to recover and has sold 12 trains.", "12"),
        # by the way
        ("Orle Rail could rival Fjord Lines, which owns 12 ships.", "12"),
        # the subject of a verb of its own
        ("Orle Rail did not say why, and 300 welders left.", "300"),
        ("Sales were $5 million and will grow if it rains.", "$5 million"),
        # look like cues
        ("Orle Rail sold 12 trains, more than expected.", "12"),
        ("He asked if 12 trains ran.", "12"),
        ("The council rejected 12 offers.", "12"),
        ("Two clubs did not play after they lost 12 men.", "12"),
        ("The shell can hit targets 12 km away.", "12 km"),
    ],
)
def test_out_of_reach(stages, text, quote):
    assert claim(stages, text, quote).factuality == "asserted"


def test_a_denial_took_place_on_its_day(stages):
    assert claim(stages, "Orle Rail denied the report on 4 May 2031.", "4 May 2031", "date").factuality == "asserted"
    assert claim(stages, "Orle Rail did not meet on 4 May 2031.", "4 May 2031", "date").factuality == "denied"


@pytest.mark.parametrize(
    ("text", "quote", "who"),
    [
        ("Police in Norwick said 12 people were hurt.", "12", "Police in Norwick"),
        ("At least 12 people were hurt, said a harbour official.", "At least 12", "a harbour official"),
        ("The ministry said 12 trains stood still.", "12", "The ministry"),
        ("According to the filing, 12 trains stood still.", "12", "the filing"),
        ("Orle Rail sold 12 trains.", "12", None),
        ("A report noted Orle Rail's 12 trains.", "12", "A report"),
        ("Borg Marine grew. The company said 12 ships were sold.", "12", None),
        ("Rain fell and 12 trains stood still.", "12", None),
    ],
)
def test_who_stated_it(stages, text, quote, who):
    assert claim(stages, text, quote).attribution == who
