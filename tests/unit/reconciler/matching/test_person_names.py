"""Persons spelt in two ways: who holds titles where, and which spelling is taken."""

import pytest

from reconcile.model.claim import Claim, Subject
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.reconciler.matching.person_spellings import office_of, organisations_of, spellings


def role(person, title="chairman", organisation=None):
    where = None if organisation is None else Subject(organisation, organisation)
    subject = None if person is None else Subject(person, person)
    kind = Kind.ROLE
    return Claim(
        person or "-",
        "a",
        Span(0, 1),
        title,
        Span(0, 1),
        kind,
        "test",
        (),
        subject,
        titles=(title,),
        organisation=where,
    )


@pytest.mark.parametrize(
    ("claims", "alias"),
    [
        ([role("ann marsh"), role("ann marsh"), role("ann marhs")], {"ann marhs": "ann marsh"}),
        ([role("ann marsh"), role("ann marhs")], {"ann marsh": "ann marhs"}),
        ([role("ann marsh"), role("bo dahl")], {}),
        ([role("ann marsh"), role("ann marhs", "director")], {}),
        ([role("ann marsh", "head of sales"), role("ann marhs", "head of staff")], {"ann marsh": "ann marhs"}),
        ([role("ann marsh", "chef", "acme"), role("ann marhs", "cook", "acme")], {"ann marsh": "ann marhs"}),
        ([role("ann marsh", organisation="acme"), role("ann marhs", organisation="bolt")], {}),
        ([role("ann marsh", organisation="acme"), role("ann marhs")], {"ann marsh": "ann marhs"}),
        ([role(None), role("ann marhs")], {}),
    ],
)
def test_two_spellings_are_one_persons(stages, claims, alias):
    assert spellings(claims, stages.pack.offices) == alias


def test_more_names_than_are_compared(stages):
    crowd = [role(f"{i:03d} dahl") for i in range(60)]
    assert "zed marsh" not in spellings([*crowd, role("zed marsh"), role("zed marhs")], stages.pack.offices)
    assert "zed marsh" in spellings([*crowd[:-2], role("zed marsh"), role("zed marhs")], stages.pack.offices)


def test_where_a_person_holds_titles():
    claims = [
        role("ann", organisation="acme"),
        role("bo", organisation="bolt"),
        role("cy"),
        role(None, organisation="x"),
    ]
    assert organisations_of(claims) == {"ann": {"acme"}, "bo": {"bolt"}}
    assert organisations_of(claims, {"bo": "ann"}) == {"ann": {"acme", "bolt"}}


def test_the_office_that_a_title_names(stages):
    assert office_of("chief executive", stages.pack.offices) == office_of("CEO", stages.pack.offices) is not None
    assert office_of("cook", stages.pack.offices) is None
