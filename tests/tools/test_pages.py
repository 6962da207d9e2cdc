"""Pages and pictures that commands make are as those commands make them now."""

import re

from tools import draw_house, glossary

WORD = re.compile(r"\*\*([^*]+)\*\*")


def test_the_picture_of_the_house_is_current():
    assert draw_house.picture(draw_house.rooms()) == draw_house.PICTURE.read_text(encoding="utf-8")


def test_an_arrow_that_points_up_is_drawn_red():
    low = draw_house.Room("low", 1, 10, frozenset({"high"}))
    high = draw_house.Room("high", 1, 10, frozenset({"low"}))
    assert "#c00" in draw_house.picture((low, high))


def test_the_glossary_is_current():
    assert glossary.glossary() == glossary.PAGE.read_text(encoding="utf-8")


def test_a_word_has_one_meaning():
    words = [word for cell in WORD.findall(glossary.glossary()) for word in cell.split(", ")]
    assert len(words) == len(set(words)) > 30


def test_every_room_is_on_the_page_that_walks_through_them():
    page = (draw_house.ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    missing = [room.name for room in draw_house.rooms() if f"`{room.name.partition('/')[0]}" not in page]
    assert missing == ["version"]
