"""How a source stands to a value and who says it, asked of single sentences."""

import pytest

from reconcile.extractors.claims.factuality import attribution, factuality


@pytest.mark.parametrize(
    ("text", "quote", "stance"),
    [
        ("Nokia denied that it sold 40 boats.", "40", "denied"),
        ("Nokia plans to sell 40 boats.", "40", "target"),
        ("Nokia sold 40 boats, but plans to buy 5.", "40", "asserted"),
        ("Nokia plans to grow, but sold 40 boats.", "40", "asserted"),
        ("If 40 boats sink, Orle will pay $5 million.", "40", "hypothetical"),
        ("If 40 boats sink, Orle will pay $5 million.", "$5 million", "hypothetical"),
        ("40 boats could be sold.", "40", "forecast"),
        ("The 40 boats sank, and more could follow.", "40", "asserted"),
        ("Nokia kept its 40 percent target.", "40 percent", "target"),
        ("Nokia will close its 40 shops.", "40", "asserted"),
        ("Nokia will close 40 shops.", "40", "forecast"),
        ("Nokia said in May it sold 40 boats.", "40", "asserted"),
        ("Nokia gave a forecast of 40 boats.", "40", "forecast"),
        ("Nokia did not sell 40 boats.", "40", "denied"),
        ("Nokia is expected to lose money after it sold 40 boats.", "40", "asserted"),
        ("Nokia, which will close, sold 40 boats.", "40", "asserted"),
        ("40 boats sank, and if it rains, more will.", "40", "asserted"),
    ],
)
def test_the_nearest_cue_in_reach_says_how_a_source_stands(read, at, text, quote, stance):
    parse = read(text)
    value = at(parse, quote)
    found, steps = factuality(parse, value.first, value.last)
    assert found == stance
    assert [step.rule for step in steps] == (["factuality.cue"] if stance != "asserted" else [])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nokia sold 40 boats, said Ann Marsh.", "Ann Marsh"),
        ("Ann Marsh said Nokia sold 40 boats.", "Ann Marsh"),
        ("Nokia sold 40 boats and Ann Marsh said so.", None),
        ("According to Borex, Nokia sold 40 boats.", "Borex"),
        ("According to the Orle Mail, Nokia sold 40 boats.", "Orle Mail"),
        ("Police in Norwick said 40 boats sank.", "Police in Norwick"),
        ("40 boats sank, said a harbour official.", "a harbour official"),
        ("40 boats sank, the police said.", "the police"),
        ("The company said it sold 40 boats.", None),
        ("40 boats sank before officials of the harbour authority of the town of Orle by the sea said so.", None),
    ],
)
def test_who_says_a_value(read, at, text, who):
    parse = read(text)
    assert attribution(parse, at(parse, "40").first) == who
