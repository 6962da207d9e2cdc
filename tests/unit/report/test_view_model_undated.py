"""What has no place on the calendar, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from report_builder import NO_YEAR, QUAY, full, spot, undated

from reconcile.errors import Diagnostic, Severity
from reconcile.model.mention import Kind, Mention, Timex, TimexType
from reconcile.model.run import Run
from reconcile.report.formats import FORMATS
from reconcile.report.index import Index
from reconcile.report.view_model import undated_in


def note(where: str, message: str) -> Diagnostic:
    return Diagnostic("time.unresolved", Severity.NOTE, message, where)


def with_notes(*notes: Diagnostic) -> Run:
    run = full()
    # the rank stands in the sentence of the date without a year, and rests on it
    claims = tuple(replace(c, period=NO_YEAR) if c.quote == "third" else c for c in run.claims)
    return replace(run, claims=claims, diagnostics=(*run.diagnostics, *notes))


def test_a_note_at_the_place_is_reported_next_to_it_and_nowhere_else() -> None:
    where = QUAY.where(spot(QUAY.text, "9 June").start)
    page = FORMATS["md"].render(with_notes(note(where, "a year is missing")))
    assert "| “9 June” | 9 June, year not given (XXXX-06-09) | a year is missing |" in page
    assert page.count("a year is missing") == 1


def test_a_note_on_a_claim_that_rests_on_the_date_is_reported_next_to_the_date() -> None:
    where = QUAY.where(spot(QUAY.text, "third").start)
    page = FORMATS["md"].render(with_notes(note(where, "the rank is left open")))
    assert "(XXXX-06-09) | the rank is left open |" in page
    assert page.count("the rank is left open") == 1


def test_any_other_note_is_listed_with_a_link() -> None:
    page = FORMATS["md"].render(
        with_notes(note("quay_news.md:1:2", "something else"), note("rules/a.yaml:3:1", "a rule"))
    )
    assert (
        "| note | [quay_news.md:1](../articles/quay_news.md?plain=1#L1) | something else | `time.unresolved` |" in page
    )
    assert "| note | rules/a.yaml:3:1 | a rule | `time.unresolved` |" in page


@pytest.mark.parametrize(
    ("timex", "missing"),
    [
        (Timex(TimexType.DATE, "XXXX-06-09", NO_YEAR), True),
        (Timex(TimexType.DATE, None, None), True),
        (Timex(TimexType.DURATION, "P3W"), False),
        (Timex(TimexType.SET, "P1D"), False),
        (Timex(TimexType.DATE, "FUTURE_REF"), False),
    ],
)
def test_which_times_lack_a_day(timex: Timex, missing: bool) -> None:
    (mentions,) = undated().values()
    mention = replace(mentions[0], timex=timex)
    assert bool(undated_in(Index.of(replace(full(), mentions={QUAY.id: (mention,)}), "reports"))[0]) is missing


def test_a_mention_of_no_time_is_none() -> None:
    mention = Mention(spot(QUAY.text, "8%"), "8%", Kind.PERCENT, "percent")
    assert not undated_in(Index.of(replace(full(), mentions={QUAY.id: (mention,)}), "reports"))[0]
