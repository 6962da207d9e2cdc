"""What ties facts of two stories, and what tables add to each."""

from dataclasses import replace

import pytest

from reconcile.model.claim import Claim, Metric, Subject
from reconcile.model.finding import Fact, FactKind
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.story import Story
from reconcile.reconciler.stories.ties import claims_by_story, join_across

MARSH, NAMED = Subject("marsh", "Marsh"), Subject("ann marsh", "Ann Marsh")


def claim(name, source, subject):
    metric = Metric("employees", "employees")
    return Claim(name, source, Span(0, 1), "1", Span(0, 9), Kind.COUNT, "test", (), subject=subject, metric=metric)


def fact(*claims, key="value:x|employees|count", kind=FactKind.VALUE):
    return Fact(kind, key, "employees", claims)


def joined(stages, *facts, fits=True):
    together = join_across(list(enumerate(facts)), stages.pack, lambda *_: fits)
    return [[c.id for c in one.claims] for one in together]


def test_tables_stand_with_every_story_of_their_subject_and_else_by_themselves():
    a, b, t, u = claim("a", "a", MARSH), claim("b", "b", NAMED), claim("t", "t", MARSH), claim("u", "t", None)
    stories = (Story("1", "one", ("a",)), Story("2", "two", ("b",)))
    assert list(claims_by_story((a, b, t, u), stories)) == [(a, t), (b,), (u,)]
    assert list(claims_by_story((a, b), ())) == [(b, a)]


@pytest.mark.parametrize(
    ("subject", "fits", "tied"),
    [(NAMED, True, True), (NAMED, False, False), (MARSH, True, False), (replace(NAMED, weak=True), True, False)],
)
def test_a_name_of_several_words_ties_what_fits(stages, subject, fits, tied):
    one, other = fact(claim("a", "a", subject)), fact(claim("b", "b", subject))
    assert joined(stages, one, other, fits=fits) == ([["a", "b"]] if tied else [["a"], ["b"]])


def test_another_key_is_another_fact(stages):
    one, other = fact(claim("a", "a", NAMED)), fact(claim("b", "b", NAMED), key="value:y|employees|count")
    assert joined(stages, one, other) == [["a"], ["b"]]


def test_a_claim_of_a_table_ties_what_it_stands_in_but_for_persons(stages):
    row = claim("t", "t", MARSH)
    one, other = fact(claim("a", "a", MARSH), row), fact(claim("b", "b", MARSH), row, key="value:z|open|b")
    assert joined(stages, one, other) == [["a", "b", "t"]]
    persons = (replace(f, kind=FactKind.PERSON) for f in (one, other))
    assert joined(stages, *persons) == [["a", "t"], ["b", "t"]]
