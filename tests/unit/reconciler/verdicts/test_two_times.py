"""Values of two times, of two events or of two parties of one deal, held side by side."""

from datetime import date

import pytest

from reconcile.pipeline import document, reconcile

DAY = date(2031, 5, 6)


def codes(*texts):
    """The codes of what is found across texts published on one day."""
    return [f.code for f in reconcile([document(t, id=f"d{i}", published=DAY) for i, t in enumerate(texts)]).findings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # what a change started from holds no longer
        ("Turnout in Orle fell to 48.2 percent from 55.1 percent.", "Turnout in Orle was 48.2 percent."),
        # "when" and a time between commas date what follows
        ("The quake killed 33 people.", "It was the worst quake in Orle since 1964, when 210 people died."),
        ("The quake in Orle killed 33 people.", "The last strong quake in Orle, in 1964, killed 210 people."),
        # "about" may well be more
        ("About 1,240 soldiers were sent to Orle.", "More than 1,240 soldiers were sent to Orle."),
    ],
)
def test_two_times_are_no_conflict(one, other):
    assert codes(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turnout in Orle fell to 48.2 percent from 55.1 percent.", "Turnout in Orle was 49.7 percent."),
        (
            "Turnout in Orle fell to 48.2 percent from 55.1 percent.",
            "Turnout in Orle fell to 48.2 percent from 51.5 percent.",
        ),
        # either sentence names the other's subject: both took part
        (
            "Orle Mills bought Tamsin Cables for $371 million.",
            "Tamsin Cables was bought by Orle Mills for $317 million.",
        ),
    ],
)
def test_one_time_is_a_conflict(one, other):
    assert codes(one, other) == ["RC101"]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("The bridge fell on {}.", "conflict"),
        ("Sales of Acme sank on {}.", "undecided"),
        ("Acme fell on {}.", "undecided"),
    ],
)
def test_a_thing_falls_once_and_a_price_again(said, verdict):
    texts = [document(said.format(day), id=day) for day in ("3 May 2031", "4 May 2031")]
    assert [str(p.relation) for g in reconcile(texts).groups for p in g.relations] == [verdict]
