"""Persons: two spellings are one where one office is held by both."""

from __future__ import annotations

from reconcile import document, reconcile


def codes(*texts):
    run = reconcile([document(text, id=f"{i}.txt") for i, text in enumerate(texts)])
    return [f.code for f in run.findings]


def test_a_misspelt_name_needs_no_organisation():
    assert codes("Governor Hilda Brack spoke.", "The governor, Hilda Brackk, spoke.") == ["RC203"]
    assert codes("Chief executive Hilda Brack spoke.", "CEO Hilda Prack spoke.") == ["RC203"]


def test_a_title_without_its_organisation_stands_next_to_those_at_one():
    assert codes("Fennel CEO Hilda Brack spoke.", "Chief executive Hilda Brackk spoke.") == ["RC203"]


def test_accents_and_hyphens_are_no_misspelling():
    assert codes("Governor Ana Déry spoke.", "Governor Ana Dery spoke.") == []


def test_other_offices_and_other_names_are_other_persons():
    assert codes("Governor Hilda Brack spoke.", "Senator Hilda Brackk spoke.") == []
    assert codes("Governor Hilda Brack spoke.", "Governor Helge Stone spoke.") == []


def test_persons_of_two_organisations_are_two():
    assert codes("Fennel CEO Hilda Brack spoke.", "Juniper CEO Hilda Brackk spoke.") == []


def test_an_office_that_several_hold_is_no_conflict():
    assert codes("Fennel spokesman Max Orr spoke.", "Fennel spokeswoman Ida Lund spoke.") == []
    assert codes("Fennel chairman Max Orr spoke.", "Fennel chairwoman Ida Lund spoke.") == ["RC202"]


def test_one_surname_in_one_office_is_one_person():
    assert codes("Fennel CEO Jim Orr spoke.", "Fennel chief executive James T. Orr spoke.") == []
