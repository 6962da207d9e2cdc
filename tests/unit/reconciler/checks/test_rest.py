"""The rest of a count held against its whole and part."""

import pytest
from check_texts import codes_within

FALSE = [
    ("RC406", "The library lent 310 of its 410 films, leaving 140 on the shelf."),
    ("RC406", "Of the 52 cases, 40 were closed and the remaining 15 go to trial."),
    ("RC406", "The museum will move 60 of its 90 paintings, leaving it with 40."),
    ("RC406", "Nine of the 24 lifeboats were launched and the other 12 sank."),
    ("RC406", "Heating was restored in 4,100 of the 6,300 flats, with 3,400 still cold."),
    ("RC406", "Divers brought up 14 of the 31 cannons and 19 remain on the seabed."),
    ("RC406", "She was convicted on 14 of 19 charges and cleared of the remaining seven."),
]
TRUE = [
    "The library lent 310 of its 410 films, leaving 100 on the shelf.",
    "Of the 52 cases, 40 were closed and the remaining 12 go to trial.",
    "Of the 52 cases, 40 were closed and 5 withdrawn.",
    "The museum will move 60 of its 90 paintings, leaving it with 30.",
    "Nine of the 24 lifeboats were launched and two others sank.",
    "Heating was restored in 4,100 of the 6,300 flats, with 900 still cold.",
    "Heating was restored in about 4,100 of the 6,300 flats, with 3,400 still cold.",
    "She sold 30 of her 48 sheep, leaving 900 acres of grass.",
    "Two of the 12 judges were absent and the other three voted no.",
    "Heating was restored in 4,100 of the 6,300 flats, with some 2,200 still cold.",
    "She was convicted on 14 of 19 charges and cleared of the remaining five.",
]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
