"""Time stamps of live blogs are times of day and no claim; years, counts, prices and numbered sections are none."""

from __future__ import annotations

import pytest

from reconcile.extractors.mentions import read_mentions
from reconcile.extractors.times.time_stamps import STAMP
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline, document

STAMPED = {
    "newest first": (
        "2140 The mayor has arrived.\n\n2125 Firefighters say the roof is gone.\n\n2110 Crowds gather.",
        3,
    ),
    "oldest first": ("2110 Crowds gather.\n\n2125 Firefighters say so.\n\n2140 The mayor has arrived.", 3),
    "one alone": ("2140 The mayor has arrived.", 1),
    "a zero first": ("0915 The gates open.\n\n0930 The first train leaves.", 2),
    "over midnight": ("2350 The vote begins.\n\n0010 The vote is over.\n\n0025 Members leave.", 3),
    "a colon": ("21:40 The mayor has arrived.\n\n21:25 firefighters say the roof is gone.", 2),
    "a point": ("21.40 The mayor has arrived.\n\n21.25 Firefighters say the roof is gone.", 2),
    "half of the day": ("9.15pm A spokesman spoke.\n\n9pm The doors opened.", 2),
    "over noon": ("11.50am Crews arrive.\n\n12.20pm Smoke is seen.\n\n1pm Roads are shut.", 3),
    "a zone": ("1405 GMT Two boats left.\n\n1412 BST One boat came back.", 2),
    "a zone for all": ("1945 GMT Two boats left.\n\n2012 One boat came back.", 2),
    "brackets": ("[14:05] Crews arrive.\n\n[14:20] Crews leave.", 2),
    "bullets": ("- 2140: mayor arrives\n- 2125: roof gone", 2),
    "headings": ("### 2140 The roof is gone\n\nText of it.\n\n### 2125 Smoke is seen\n\nText.", 2),
    "a dash": ("2140 - mayor arrives\n\n2125 – roof gone", 2),
    "lines of their own": ("21:40\nThe mayor has arrived.\n\n2125\nThe roof is gone.", 2),
    "no year so close": ("1405 Crews arrive.\n\n1412 Smoke is seen.\n\n1420 Roads are shut.", 3),
    "back in time": ("1412 The roof is gone.\n\n1405 Crews arrive.", 2),
    "a live text": ("Live updates\n\n1412 Smoke is seen.\n\n1620 Roads are shut.", 2),
    "a digit after it": ("2140 12 crews are there.\n\n2125 The roof is gone.", 2),
    "a quotation after it": ("2140 “We are safe,” she says.\n\n2125 The roof is gone.", 2),
}
PLAIN = {
    "years": "1945 The war ended.\n\n1948 The state was founded.\n\n1956 The canal was taken.",
    "years of late": "2024 Sales rose.\n\n2025 Sales fell.\n\n2026 The firm closed.",
    "years back in time": "2024 The firm closed.\n\n2019 The plant burned.\n\n2012 The founders met.",
    "years with a clock beside": "21:40 The film starts.\n\n1945 The war ended.",
    "years in a live text": "Live updates\n\n1945 The war ended.\n\n1948 The state was founded.",
    "old years": "1215 The charter is sealed.\n\n1415 The battle is won.\n\n1605 The plot fails.",
    "years with others that are no time": "1412 A saint is born.\n\n1420 Peace.\n\n1431 She dies.\n\n1461 A king.",
    "counts": "2140 people were moved.\n\n2125 homes lost power.",
    "counts of a people": "2140 Syrians crossed the border.\n\n2210 Afghans did.",
    "one count": "2140 Syrians crossed the border.",
    "prices": "Bread\n21.40\nOil\n22.10",
    "numbers of a table": "North\n2140\nSouth\n2125\nEast\n2110",
    "prices before their goods": "21.40 Apples\n\n22.10 Pears",
    "counts of peoples, later fewer": "1412 Syrians came.\n\n1405 Afghans came.",
    "counts of peoples in no order": "2140 Syrians came.\n\n2210 Afghans came.\n\n2105 Kurds came.",
    "telephone numbers": "0800 555 0199 is the shop.\n\n0845 555 0100 is the yard.\n\n0915 555 0111 is the bank.",
    "sections": "12.10 The scope\n\n12.11 The terms\n\n12.12 The parties",
    "no time of day": "2160 The number.\n\n2460 A number.",
    "inside a broken line": "They left the harbour in a long line behind the tug at about\n2140 - an hour late.",
    "one clock": "At 21:40 the film starts.",
}


def stamps(text: str) -> list[str]:
    stages = default_pipeline()
    return [m.quote for m in read_mentions(Tokens(text), stages.pack, stages.grammar) if m.rule == STAMP]


@pytest.mark.parametrize("name", STAMPED)
def test_the_time_at_the_head_of_an_entry_is_its_stamp(name: str) -> None:
    text, count = STAMPED[name]
    assert len(stamps(text)) == count, stamps(text)


@pytest.mark.parametrize("name", PLAIN)
def test_what_only_looks_like_a_stamp_is_none(name: str) -> None:
    assert stamps(PLAIN[name]) == []


@pytest.mark.parametrize("name", STAMPED)
def test_a_stamp_is_excused_by_name_and_makes_no_claim(name: str) -> None:
    text, count = STAMPED[name]
    read = default_pipeline().analyse(document(text))
    assert [item.skip_rule for item in read.coverage.skipped if item.quote in stamps(text)] == ["excuse.stamp"] * count
    assert [claim.quote for claim in read.claims if claim.quote in stamps(text)] == []


def test_a_stamp_is_the_time_it_says() -> None:
    text = "2140 The mayor has arrived.\n\n9.15pm The roof is gone.\n\n0905 GMT Crews arrive."
    values = [m.timex.value for m in default_pipeline().mentions(document(text)) if m.timex is not None]
    assert values == ["T21:40", "T21:15", "T09:05Z"]


def test_figures_of_a_stamped_entry_are_read() -> None:
    claims = default_pipeline().claims(document("2140 Police say 12 people were killed.\n\n2125 The roof fell in."))
    assert [claim.quote for claim in claims] == ["12"]


def test_a_count_that_opens_a_paragraph_is_still_a_count() -> None:
    found = default_pipeline().mentions(document("2140 people were moved.\n\n2125 homes lost power."))
    assert [(m.quote, m.unit) for m in found] == [("2140", "people"), ("2125", "home")]


def test_years_stay_years() -> None:
    found = default_pipeline().mentions(document(PLAIN["years"]))
    assert [(m.quote, m.rule) for m in found] == [("1945", "time.year"), ("1948", "time.year"), ("1956", "time.year")]
