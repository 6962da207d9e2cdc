"""Counts held against the lists that go with them."""

import pytest
from check_texts import codes_within

FALSE = [
    ("RC411", "Three villages, Odal, Brask, Venn and Holt, lost their only bus."),
    ("RC411", "Six clubs - Odal, Brask, Venn and Holt - will play in the first round."),
    ("RC411", "The choir will sing in four towns — Odal, Brask and Venn — this spring."),
    ("RC411", "The prize went to three pupils (Ann Lee and Bo Dahl)."),
    ("RC411", "The three winners are Ann Lee, Bo Dahl, Per Holm and Eva Lind."),
    ("RC411", "The flag has four colours: red, green and blue."),
    ("RC411", "Its four museums are Kelby Hall, Venn House and the Old Mill."),
    ("RC411", "The ferry calls at five islands: Orsay, Brill, the Holms and St. Anne."),
]
TRUE = [
    "Three villages, Odal, Brask and Venn, lost their only bus.",
    "In three games, Odal, Brask and Venn, the new teams, scored nothing.",
    "Of the 12 clubs, Odal, Brask and Venn went through.",
    "Of the 12 clubs, Odal, Brask and Venn, all from the north, went through.",
    "After two goals, Lee, Dahl and Holm, the youngest, left the pitch.",
    "Four clubs - Odal, Brask, Venn and Holt - will play in the first round.",
    "Three shops: Marks and Penn, Boots and Bread, and Corn and Salt.",
    "The fund bought two firms: Acme, Inc. and Bolt Steel.",
    "Two of the four counties are Kelby and Venn.",
    "The storm hit two schools, Kelby Airport and Halden Port.",
    "Five countries - Norland, Sudland and others - will get it first.",
    "The two brothers are Kelby and Halden players.",
    "Three men, Ann Lee's brother, a baker and a clerk, were held.",
    "Two cities, Kelby, Norland, and Venn, Sudland, have bid.",
    "At least three villages, Odal and Brask among them, lost their bus.",
    "The two sides are Reds and Greens.",
    "The firm has six shops (Kelby and Halden opened in 2030).",
    "It has two problems: time is short and money is gone.",
    "Two singers, Ann Lee and Bo Dahl, and their band, the Holms, were late.",
    "She plays two instruments, piano and violin.",
    "Three teams, Odal, Brask and Venn, and two schools, Holt and Kelby, took part.",
]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
