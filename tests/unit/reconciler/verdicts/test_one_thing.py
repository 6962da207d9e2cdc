"""What speaks for one thing across texts: a label, a party, a verb of what happens once; and what speaks for two."""

from datetime import date

import pytest

from reconcile.pipeline import document, reconcile

DAY = date(2031, 5, 6)


def codes(one, other, later=DAY):
    """The codes of what is found across two texts."""
    pair = [document(one, id="a", published=DAY), document(other, id="b", published=later)]
    return [f.code for f in reconcile(pair).findings]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Orle Rovers will pay Ann Marsh £42,500 a month.", "Ann Marsh earns £42,500 a week.", ["RC101"]),
        ("Tamsin Cables was fined $12.7 million.", "Tamsin Cables was fined €12.7 million.", ["RC101"]),
        # one digit is the same by chance
        ("Tamsin Cables spent $7 million on ropes.", "A mill in Orle cost €7 million.", []),
        ("Tamsin Cables was fined $12.7 million.", "Ida Holm sold a mill for €12.7 million.", []),
        # a bare dollar may be any country's
        ("Tamsin Cables was fined $12.7 million.", "Tamsin Cables was fined A$12.7 million.", []),
    ],
)
def test_one_figure_under_two_labels(one, other, found):
    assert codes(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Orle Museum opened on Monday.", "The Orle Museum opened its doors on Sunday.", ["RC102"]),
        ("Ann Marsh founded Tamsin Cables in 1921.", "Tamsin Cables, established in 1912, makes rope.", ["RC102"]),
        ("Ida Holm has governed since 2022.", "Ida Holm became prime minister in 2020.", ["RC102"]),
        ("Ida Holm took over as chief executive in 2022.", "Ida Holm became chief executive in 2022.", []),
        # two things of one owner
        ("Tamsin Cables opened a mill in 2021.", "Tamsin Cables opened a shop in 2023.", []),
        # a time that is of a noun, not of the verb
        ("Ida Holm, a singer of the 1940s, died on 3 May 2031.", "Ida Holm died on 3 May 2031.", []),
        ("Ida Holm became mayor in 2017.", "Ida Holm became prime minister in 2020.", []),
    ],
)
def test_what_happens_once_has_one_day(one, other, found):
    assert codes(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Orle Rovers, who finished third, sold Ben Amis.", "Orle Rovers finished fifth last season.", ["RC301"]),
        ("Orle Rovers finished third in 2029.", "Orle Rovers finished fifth in 2030.", []),
        (
            "Tamsin Cables is the third-largest rope maker in Orle.",
            "Tamsin Cables Ltd, the fourth-biggest rope maker in Orle, grew.",
            ["RC301"],
        ),
    ],
)
def test_places_meet_by_name_and_time(one, other, found):
    assert codes(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Orle Rovers signed the winger Ben Amis. The 19-year-old scored a goal.",
            "Ben Amis, 91, scored a goal.",
            ["RC101"],
        ),
        ("Ben Amis joined Orle Rovers. The 19-year-old scored a goal.", "Ida Holm, 91, scored a goal.", []),
    ],
)
def test_an_age_alone_is_of_the_one_person_named_last(one, other, found):
    assert codes(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The scheme pays 300 farmers in Orle.", "The scheme pays for 200 farms in Orle.", []),
        ("A storm in Orle damaged 14 villages.", "A storm in Orle hurt 9 villagers.", []),
        ("A storm in Orle hurt 14 villagers.", "A storm in Orle hurt 9 people.", ["RC101"]),
    ],
)
def test_who_lives_or_works_somewhere_is_not_the_place(one, other, found):
    assert codes(one, other) == found


def test_a_length_is_not_of_the_time_that_ends_it():
    one = "Tamsin Cables signed a five-year lease on a mill in Orle."
    other = "Tamsin Cables signed a four-year lease to June 2036 on a mill in Orle."
    assert codes(one, other) == ["RC101"]


def test_what_grows_is_reported_again_day_after_day():
    one = "The Marl Fire had burned 5,100 hectares by Sunday."
    other = "The Marl Fire had burned 6,400 hectares by Tuesday."
    assert codes(one, other) == ["RC103"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Tamsin Cables will shut three mills by 2036.",
            "Tamsin Cables said it will shut three of its mills by 2063.",
            ["RC102"],
        ),
        ("Tamsin Cables will shut its mill in Orle by 2036.", "Tamsin Cables will shut its mill in Marl by 2038.", []),
    ],
)
def test_a_plan_of_one_party_has_one_date(one, other, found):
    assert codes(one, other) == found
