import pytest

from reconcile.pipeline import document


@pytest.mark.parametrize(
    "text", ["In 2031 sales rose, the company said on Tuesday.", "Founded in 1998, it opened a plant on Tuesday."]
)
def test_a_year_in_the_text_before_does_not_date_a_weekday(stages, text):
    weekday = stages.mentions(document(text))[-1].timex
    assert (weekday.value, weekday.period.is_resolved, weekday.basis) == ("XXXX-WXX-2", False, "nothing")


def test_a_day_in_the_text_before_does(stages):
    weekday = stages.mentions(document("They met on Saturday 3 May 2031. On Monday they left."))[-1].timex
    assert (weekday.value, weekday.basis) == ("2031-05-05", "text before")
