"""Word classes: what closed lists, spelling and neighbours make of each word of a sentence."""

from __future__ import annotations

import pytest
from sentence_reading import classes


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The firm sold its 12 ships.", "The/det firm/nou sold/ver its/pos 12/num ships/nou ./pun"),
        ("He, whose ships sank, left.", "He/pro ,/pun whose/sub ships/nou sank/ver ,/pun left/ver ./pun"),
        ("It fell after the war.", "It/pro fell/ver after/pre the/det war/nou ./pun"),
        ("After it fell, he left.", "After/pre it/pro fell/ver ,/pun he/pro left/ver ./pun"),
        ("That ship sank.", "That/det ship/nou sank/ver ./pun"),
        ("He said that it sank.", "He/pro said/ver that/sub it/pro sank/ver ./pun"),
        ("He knew of that ship.", "He/pro knew/ver of/pre that/det ship/nou ./pun"),
        ("That sank.", "That/pro sank/ver ./pun"),
        ("All have sunk.", "All/det have/aux sunk/ver ./pun"),
        ("All may sink.", "All/det may/aux sink/ver ./pun"),
        ("All the ships sank.", "All/det the/det ships/nou sank/ver ./pun"),
        ("All.", "All/det ./pun"),
        ("He sold a.", "He/pro sold/ver a/det ./pun"),
        ("It has a A4 page.", "It/pro has/aux a/det A/nou 4/nou page/nou ./pun"),
        ("Groups A and B met.", "Groups/nou A/det and/con B/nou met/ver ./pun"),
        ("This, he said, sank.", "This/pro ,/pun he/pro said/ver ,/pun sank/ver ./pun"),
        ("But he and she left or stayed.", "But/con he/pro and/con she/pro left/ver or/con stayed/ver ./pun"),
        ("He would leave.", "He/pro would/aux leave/ver ./pun"),
    ],
)
def test_closed_classes(text: str, read: str) -> None:
    assert classes(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<Acme>'s ships sank.", "Acme/nam '/gen s/gen ships/nou sank/ver ./pun"),
        ("The firms' offer fell.", "The/det firms/nou '/gen offer/nou fell/ver ./pun"),
        ("The firms' 12 ships sank.", "The/det firms/nou '/gen 12/num ships/nou sank/ver ./pun"),
        ("It couldn't sink.", "It/pro couldn/aux '/adv t/adv sink/ver ./pun"),
        ("They've sunk.", "They/pro '/adv ve/aux sunk/ver ./pun"),
        ("We'll sell it.", "We/pro '/adv ll/aux sell/ver it/pro ./pun"),
        ("It 's sunk.", "It/pro '/pun s/gen sunk/nou ./pun"),
        ("The s 's sank.", "The/det s/nou '/pun s/gen sank/nou ./pun"),
        ("He said 'no' twice.", "He/pro said/ver '/pun no/det '/pun twice/nou ./pun"),
        ("Rock 'n' roll sold.", "Rock/nou '/pun n/nou '/pun roll/nou sold/ver ./pun"),
        ("It’s 5 km.", "It/pro ’/gen s/gen 5/num km/num ./pun"),
        ("The 1990s' ships.", "The/tim 1990/tim s/tim '/gen ships/nou ./pun"),
    ],
)
def test_signs_and_short_words(text: str, read: str) -> None:
    assert classes(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A short-haul ship sank.", "A/det short/nou -/pun haul/nou ship/nou sank/ver ./pun"),
        ("It was re-elected.", "It/pro was/aux re/nou -/pun elected/ver ./pun"),
        ("Orle-on-Sea grew.", "Orle/nou -/pun on/nou -/pun Sea/nou grew/ver ./pun"),
        ("A record-setting sale came.", "A/det record/nou -/pun setting/nou sale/nou came/ver ./pun"),
        ("A state-controlled fund fell.", "A/det state/nou -/pun controlled/nou fund/nou fell/ver ./pun"),
        ("A state-controlled fund cut costs.", "A/det state/nou -/pun controlled/nou fund/nou cut/ver costs/nou ./pun"),
        ("Sales - cut by half - fell.", "Sales/nou -/pun cut/nou by/pre half/num -/pun fell/ver ./pun"),
        ("He sold an in-house unit.", "He/pro sold/ver an/det in/nou -/pun house/nou unit/nou ./pun"),
        ("The co-founder left.", "The/det co/nou -/pun founder/nou left/ver ./pun"),
    ],
)
def test_compounds(text: str, read: str) -> None:
    assert classes(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He quickly sold it.", "He/pro quickly/adv sold/ver it/pro ./pun"),
        ("The fly sank.", "The/det fly/nou sank/ver ./pun"),
        ("It was last seen in May.", "It/pro was/aux last/adv seen/ver in/pre May/tim ./pun"),
        (
            "The ship, last seen in May, sank.",
            "The/det ship/nou ,/pun last/adv seen/ver in/pre May/tim ,/pun sank/ver ./pun",
        ),
        ("The last seen ship sank.", "The/det last/nou seen/ver ship/nou sank/ver ./pun"),
        ("It only sank.", "It/pro only/adv sank/ver ./pun"),
    ],
)
def test_adverbs(text: str, read: str) -> None:
    assert classes(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<Acme> profits jump.", "Acme/nam profits/nou jump/ver ./pun"),
        ("<Acme> profit jumps.", "Acme/nam profit/nou jumps/ver ./pun"),
        ("<Acme> profit jump", "Acme/nam profit/nou jump/nou"),
        ("Birth rate falls.", "Birth/nou rate/nou falls/ver ./pun"),
        ("Ships sink", "Ships/nou sink/ver"),
        ("The ship sinks.", "The/det ship/nou sinks/ver ./pun"),
        ("The sales rose.", "The/det sales/nou rose/ver ./pun"),
        ("The rise was steep.", "The/det rise/nou was/aux steep/nou ./pun"),
        ("Sales rise.", "Sales/nou rise/ver ./pun"),
        ("It had cost 5.", "It/pro had/aux cost/ver 5/num ./pun"),
        ("The cost was 5.", "The/det cost/nou was/aux 5/num ./pun"),
        ("They cost 5.", "They/pro cost/ver 5/num ./pun"),
        (
            "The bridge, 2 km long, cost $6 million.",
            "The/det bridge/nou ,/pun 2/num km/num long/nou ,/pun cost/ver $/num 6/num million/num ./pun",
        ),
        (
            "The bridge, which fell, cost $6 million.",
            "The/det bridge/nou ,/pun which/sub fell/ver ,/pun cost/ver $/num 6/num million/num ./pun",
        ),
        (
            "The bridge fell, cost $6 million.",
            "The/det bridge/nou fell/ver ,/pun cost/nou $/num 6/num million/num ./pun",
        ),
        ("Ships second the plan.", "Ships/nou second/num the/det plan/nou ./pun"),
        (
            "The bridge, 2 km long, cost to them.",
            "The/det bridge/nou ,/pun 2/num km/num long/nou ,/pun cost/nou to/pre them/pro ./pun",
        ),
        (
            "The bridge, 2 km long, cost to build.",
            "The/det bridge/nou ,/pun 2/num km/num long/nou ,/pun cost/ver to/pre build/ver ./pun",
        ),
        ("They plan to build.", "They/pro plan/ver to/pre build/ver ./pun"),
        ("The plan to build failed.", "The/det plan/nou to/pre build/ver failed/nou ./pun"),
        ("He went to work.", "He/pro went/ver to/pre work/ver ./pun"),
        ("He went to worked mills.", "He/pro went/ver to/pre worked/nou mills/nou ./pun"),
        ("To work is good.", "To/pre work/ver is/aux good/nou ./pun"),
        ("They will work.", "They/pro will/aux work/ver ./pun"),
        ("They still work the mill.", "They/pro still/adv work/ver the/det mill/nou ./pun"),
        ("A 40-year-old wins the prize.", "A/det 40/num -/num year/num -/num old/num wins/ver the/det prize/nou ./pun"),
        ("A 40-year-old win the prize.", "A/det 40/num -/num year/num -/num old/num win/nou the/det prize/nou ./pun"),
        ("A new wins the prize.", "A/det new/nou wins/ver the/det prize/nou ./pun"),
        ("The 12 win the prize.", "The/det 12/num win/nou the/det prize/nou ./pun"),
        ("<Acme> names <Odo>.", "Acme/nam names/ver Odo/nam ./pun"),
        ("<Acme> firm names <Odo>.", "Acme/nam firm/nou names/ver Odo/nam ./pun"),
        ("<Acme> firms name <Odo>.", "Acme/nam firms/nou name/ver Odo/nam ./pun"),
        ("<Acme> firm name <Odo>.", "Acme/nam firm/nou name/nou Odo/nam ./pun"),
        ("Sales doubled in May.", "Sales/nou doubled/ver in/pre May/tim ./pun"),
        ("Sales doubled.", "Sales/nou doubled/ver ./pun"),
        ("Sales doubled profits.", "Sales/nou doubled/ver profits/nou ./pun"),
    ],
)
def test_verbs_and_nouns(text: str, read: str) -> None:
    assert classes(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<Acme> gazumped <Odo>.", "Acme/nam gazumped/ver Odo/nam ./pun"),
        ("It gazumped him.", "It/pro gazumped/ver him/pro ./pun"),
        ("The firm gazumped the bid.", "The/det firm/nou gazumped/ver the/det bid/nou ./pun"),
        ("The firm gazumped.", "The/det firm/nou gazumped/nou ./pun"),
        ("The firm gazumps the bid.", "The/det firm/nou gazumps/ver the/det bid/nou ./pun"),
        ("The firm gazumps.", "The/det firm/nou gazumps/nou ./pun"),
        ("The firm grass the bid.", "The/det firm/nou grass/nou the/det bid/nou ./pun"),
        ("The firm sold and gazumped the bid.", "The/det firm/nou sold/ver and/con gazumped/nou the/det bid/nou ./pun"),
        ("The red bus.", "The/det red/nou bus/nou ./pun"),
        ("The fire hit, killing 12 people.", "The/det fire/nou hit/nou ,/pun killing/ver 12/num people/nou ./pun"),
        ("The fire and killing 12 people.", "The/det fire/nou and/con killing/ver 12/num people/nou ./pun"),
        ("The fire killing 12 people grew.", "The/det fire/nou killing/ver 12/num people/nou grew/ver ./pun"),
        ("The fire killing people grew.", "The/det fire/nou killing/nou people/nou grew/ver ./pun"),
        ("Killing people is bad.", "Killing/nou people/nou is/aux bad/nou ./pun"),
        ("The bring was 5.", "The/det bring/nou was/aux 5/num ./pun"),
        ("They bring ships.", "They/pro bring/ver ships/nou ./pun"),
        ("The firm newly formed in May sank.", "The/det firm/nou newly/adv formed/nou in/pre May/tim sank/ver ./pun"),
        ("It was newly formed.", "It/pro was/aux newly/adv formed/ver ./pun"),
        ("He said cut sales.", "He/pro said/ver cut/nou sales/nou ./pun"),
        ("It has been sold.", "It/pro has/aux been/aux sold/ver ./pun"),
        ("He kept cut wood.", "He/pro kept/ver cut/nou wood/nou ./pun"),
        ("The firm cut.", "The/det firm/nou cut/ver ./pun"),
        ("The cut firm.", "The/det cut/nou firm/nou ./pun"),
    ],
)
def test_forms_of_verbs(text: str, read: str) -> None:
    assert classes(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Acme mills close", "Acme/nou mills/nou close/ver"),
        ("Acme mill close", "Acme/nou mill/nou close/nou"),
        ("Acme mill closes", "Acme/nou mill/nou closes/ver"),
        ("Acme mills closing", "Acme/nou mills/nou closing/nou"),
        ("Acme mills close:", "Acme/nou mills/nou close/nou :/pun"),
        ("Mill close", "Mill/nou close/nou"),
        ("<Acme> close", "Acme/nam close/ver"),
        ("Big old mill strike", "Big/nou old/nou mill/nou strike/nou"),
        ("Old mill-close", "Old/nou mill/nou -/pun close/nou"),
    ],
)
def test_a_clause_without_a_verb(text: str, read: str) -> None:
    assert classes(text) == read
