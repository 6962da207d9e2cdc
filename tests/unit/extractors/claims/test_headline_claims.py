"""What a headline leaves out it takes from the text."""

from datetime import date

from reconcile.pipeline import document


def first(stages, text, quote):
    return next(c for c in stages.claims(document(text, published=date(2031, 5, 20))) if c.quote == quote)


def test_a_headline_takes_its_time_from_the_text(stages):
    text = "Borg Marine sells 40 boats\n\nBorg Marine sold 40 boats in 2030, it said on Monday.\n"
    found = first(stages, text, "40")
    assert found.period.edtf == "2030"
    assert found.trail[-1].rule == "headline.text"


def test_only_where_the_same_is_reported(stages):
    text = "Borg Marine sells 40 boats\n\nBorg Marine hired 40 welders in 2030, it said on Monday.\n"
    found = first(stages, text, "40")
    assert found.period.edtf != "2030"
