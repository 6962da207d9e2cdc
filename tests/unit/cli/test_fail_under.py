import pytest

from reconcile.cli.exits import Outcome, with_coverage
from reconcile.cli.options import Exit
from reconcile.model.run import Coverage, Unread
from reconcile.model.span import Span

CLEAN = Outcome(Exit.CLEAN, "no conflict")
LOST = Unread("a", Span(0, 1), "9", None)
ASIDE = Unread("a", Span(2, 3), "9", "non-quantity.name")
PARTS = (Coverage("a", 6, (ASIDE,), (LOST,)), Coverage("b", 2, (), ()))


@pytest.mark.parametrize(
    ("least", "code"), [(90, Exit.CLEAN), (91, Exit.FINDINGS), (100, Exit.FINDINGS), (0, Exit.CLEAN)]
)
def test_the_share_of_all_sources_decides(least, code):
    result = with_coverage(CLEAN, PARTS, least)
    assert result.code is code
    assert result.why.startswith("no conflict; 90% of 10 numbers and dates accounted for")
    assert ("too few" in result.why) == (code is Exit.FINDINGS)


def test_a_share_just_short_of_all_is_not_all():
    parts = (Coverage("a", 1999, (), (LOST,)),)
    assert with_coverage(CLEAN, parts, 100).code is Exit.FINDINGS
    assert with_coverage(CLEAN, parts, 99).code is Exit.CLEAN


def test_nothing_asked_nothing_stated():
    assert with_coverage(CLEAN, PARTS, None) is CLEAN


def test_a_graver_code_stays():
    unread = Outcome(Exit.UNREAD, "1 input could not be read")
    assert with_coverage(unread, PARTS, 100).code is Exit.UNREAD


def test_no_numbers_at_all_are_not_too_few():
    assert with_coverage(CLEAN, (), 100) == Outcome(
        Exit.CLEAN, "no conflict; no numbers or dates to cover (--fail-under 100)"
    )
