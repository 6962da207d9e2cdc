"""The Markdown page as a reader meets it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from report_builder import EMPTY, full

from reconcile.model.finding import Relation
from reconcile.report.formats import FORMATS


@pytest.fixture(scope="module")
def page() -> str:
    return FORMATS["md"].render(full())


def test_the_page_opens_with_counts_and_the_gravest_finding(page: str) -> None:
    opening = page.split("## ", 1)[0]
    assert "2 sources · 7 claims · 2 facts of two sources or more" in opening
    assert "1 error, 1 warning" in opening
    first, second = [line for line in opening.splitlines() if line[:2] in ("1.", "2.")]
    assert "Harbour Foods took" in first
    assert "Jane Marsh is called third" in second


def test_a_finding_shows_each_side_quoted_linked_and_read(page: str) -> None:
    assert "[harbour.txt:3](../articles/harbour.txt#L3)<br>The Leith Courier, 5 May 2020" in page
    assert "“It sold **$1.2 billion** of fish in 2019.”" in page
    assert "1,200,000,000 USD (1.2 billion)<br>when: 2019" in page
    assert "or read as CAD (the dollar may be another country's)" in page


def test_sides_in_one_sentence_share_a_row(page: str) -> None:
    assert "was ranked **third** behind **Ana Roe** on 9 June.” | rank 3<br>1 ahead |" in page


def test_a_finding_says_why_the_slip_the_trail_and_the_severity(page: str) -> None:
    assert "Why both cannot stand: the two amounts are a thousand times apart.\n" in page
    assert "Likely slip: million and billion swapped.\n" in page
    assert "Trail: `measure.money` → `compare.value`. Severity: error (base).\n" in page


def test_boxes_and_fingerprint_can_be_read_back(page: str) -> None:
    assert "- [ ] both stand, because … <!-- option both -->\n" in page
    assert "<!-- finding 7f3c9a1e -->\n" in page
    assert "<!-- finding 0b-%2Dd%3E -->\n" in page


def test_every_index_link_has_its_anchor(page: str) -> None:
    for target in ("finding-7f3c9a1e", "finding-0b--d_3e"):
        assert f"](#{target})" in page
        assert page.count(f'<a id="{target}"></a>') == 1


def test_agreement_single_matrix_undated_unread_and_coverage(page: str) -> None:
    assert "| staff of Harbour Foods | " in page
    assert "| **Harbour Foods** | growth | “8% growth” | 8% | forecast; according to Pier & Co. |" in page
    assert "| staff of Harbour Foods | more than 2,300 people | 2,450 people |" in page
    assert "| “9 June” | 9 June, year not given (XXXX-06-09) |" in page
    assert "| “4 May” | " in page
    assert "| **all** | 9 | 7 | 1 | 1 | 88% |" in page


def test_both_sides_of_a_conflict_are_marked_in_the_matrix(page: str) -> None:
    row = next(line for line in page.splitlines() if line.startswith("| revenue of Harbour Foods, 2019 |"))
    assert row.count("[⚠](#finding-7f3c9a1e)") == 2


def test_the_order_of_findings_in_the_run_does_not_matter(page: str) -> None:
    run = full()
    assert FORMATS["md"].render(replace(run, findings=run.findings[::-1])) == page


def test_an_empty_run_reads_well() -> None:
    assert FORMATS["md"].render(EMPTY) == (
        "# Reconciliation report\n\n0 sources · 0 claims\n\nNo source was given, so nothing was compared.\n"
    )


def test_a_run_without_findings_says_so() -> None:
    page = FORMATS["md"].render(replace(full(), findings=()))
    assert "**Nothing for a person to decide:**" in page
    assert "## What needs a person" not in page


def test_without_documents_the_quotations_still_stand() -> None:
    page = FORMATS["md"].render(replace(full(), documents=()))
    assert "| harbour.txt | “$1.2 billion” | 1,200,000,000 USD (1.2 billion)" in page


def test_nothing_is_judged(page: str) -> None:
    words = page.casefold().replace(".", " ").split()
    assert not {"true", "false"} & set(words)


def test_facts_without_a_verdict_are_listed_with_the_reason() -> None:
    run = full()
    open_group = replace(run.groups[1], verdict=Relation.UNDECIDED)
    page = FORMATS["md"].render(replace(run, groups=(run.groups[0], open_group)))
    part = page.split("## Set side by side, without a verdict", 1)[1].split("## ", 1)[0]
    assert "| staff of Harbour Foods |" in part
    assert "**not decided**<br>2,450 is more than 2,300" in part
    assert "No fact is given by two sources in a way" in page


def test_a_fact_that_a_finding_lists_is_not_listed_again() -> None:
    run = full()
    revised = replace(run.findings[1], verdict=Relation.REVISED, group="sales")
    group = replace(run.groups[0], verdict=Relation.REVISED)
    page = FORMATS["md"].render(replace(run, findings=(revised,), groups=(group,)))
    assert "## Set side by side" not in page
    assert "Why: the two amounts" in page


def test_documents_without_claims() -> None:
    page = FORMATS["md"].render(replace(EMPTY, documents=full().documents))
    assert page.startswith("# Reconciliation report\n\n2 sources · 0 claims · 0 facts of two sources or more\n")
    assert "No claim was found in what was read" in page
    assert "## Said by one source alone" not in page


def test_when_every_claim_is_shared_none_stands_alone() -> None:
    run = full()
    shared = tuple(c for c in run.claims if c.metric is not None and c.metric.id in ("staff", "revenue"))
    assert "No claim stands alone." in FORMATS["md"].render(replace(run, claims=shared))


def test_a_bare_finding_still_reads() -> None:
    finding = replace(full().findings[1], message="", why="", slip=None, trail=(), severity_steps=(), options=())
    page = FORMATS["md"].render(replace(full(), findings=(finding,)))
    assert "[values differ](#finding-7f3c9a1e)" in page
    assert "\nSeverity: error.\n\n<!-- finding 7f3c9a1e -->\n" in page
