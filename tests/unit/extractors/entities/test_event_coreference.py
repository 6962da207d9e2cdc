"""One event, one subject: the events of a text, told apart by what is said of them."""

import pytest

from reconcile.pipeline import document


def subjects(stages, text, *quotes):
    claims = stages.claims(document(text))
    return [next(c.subject.id for c in claims if c.quote == quote) for quote in quotes]


@pytest.mark.parametrize(
    "text",
    [
        "A strong quake shook Orle on 3 May 2031. The tremor killed 12 people.",
        "Quake kills 12 people in Orle\n\nA strong quake shook the town on 3 May 2031.",
        "A fire broke out at Orle docks on 3 May 2031.\n\nThe blaze killed 12 people.",
    ],
)
def test_an_event_named_twice_is_one_subject(stages, text):
    one, other = subjects(stages, text, "12", "3 May 2031")
    assert one == other


def test_a_second_event_is_another_subject(stages):
    text = "A strong quake shook Orle on 3 May 2031. Rain fell. Many fled. It was cold.\n\n"
    text += "The quake killed 12 people. A quake killed 600 people in 1998."
    first, same, other = subjects(stages, text, "3 May 2031", "12", "600")
    assert first == same
    assert other != first


def test_that_event_is_the_last(stages):
    text = "A strong quake shook Orle on 3 May 2031. Rain fell. Many fled. It was cold.\n\n"
    text += "A quake killed 600 people in 1998. That tremor hurt 15 more."
    first, one, other = subjects(stages, text, "3 May 2031", "600", "15")
    assert one == other != first


def test_a_description_that_fits_two_is_left_open(stages):
    text = "A strong quake shook Orle on 3 May 2031. Rain fell.\n\nMany fled. It was cold.\n\n"
    text += "A weak quake shook Mern on 5 May 2031. A quake killed 12 people."
    first, second, third = subjects(stages, text, "3 May 2031", "5 May 2031", "12")
    assert len({first, second, third}) == 3
