"""Sums said to be sums, and lists that go beyond the total before them."""

import pytest
from check_texts import codes_within

FALSE = [
    ("RC405", "The Reds hold 40 seats and the Greens hold 11. Together they have 57 seats in the council."),
    ("RC405", "Kelby gave $4.2 million and Venn gave $3.1 million, together $8.3 million."),
    ("RC405", "Odal sent 14 players and Brask sent 9 players. The two clubs together sent 25 players."),
    (
        "RC405",
        "Ticket income was $6.2 million in 2030. Shows made $3.1 million, tours $2.4 million and books $1.1 million.",
    ),
    ("RC405", "Ship calls fell to 840 in 2030. Ferries made 510 calls, tankers 240 calls and liners 150 calls."),
    ("RC405", "Kelby High has 310 pupils and Venn High has 255 pupils, together 665 pupils."),
]
TRUE = [
    "The Reds hold 40 seats and the Greens hold 11. Together they have 51 seats in the council.",
    "The Reds hold 40 seats and the Greens hold 11. Together with the Farmers they have 57 seats in the council.",
    "Kelby gave $4.2 million and Venn gave $3.1 million, together $7.3 million.",
    "The Reds hold 40 seats, the Blues 30 and the Greens hold 11. Together the Reds and the Greens have 51 seats.",
    "Ticket income was $6.2 million in 2030. Shows made $3.1 million, tours $1.4 million and books $1.1 million.",
    "Ticket income was $6.6 million in 2030. Shows made $3.1 million, tours $2.4 million and books $1.1 million.",
    "Ticket income was $2.2 million last season. Rivals took $3.1 million, $2.4 million and $1.1 million.",
    "In 2029 the club had 14 wins and 9 draws. Together the squad has won 25 caps.",
    "Odal sent 14 players and Brask sent 9 players. Together they scored 25 goals.",
]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
