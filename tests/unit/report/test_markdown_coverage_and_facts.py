"""Tables of the Markdown page: which facts and sources they list, and in what order."""

from dataclasses import replace

from report_builder import claims, full, group

from reconcile.model.finding import Relation
from reconcile.report.index import Index
from reconcile.report.markdown.coverage import coverage
from reconcile.report.markdown.facts import agreements


def test_a_fact_of_one_source_is_not_shared():
    made = claims()
    alone = group("one", "fish", [made["sales-a"]], Relation.AGREE, "")
    both = group("two", "fish", [made["sales-a"], made["sales-b"]], Relation.AGREE, "")
    assert Index.of(replace(full(), groups=(alone, both)), "reports").shared() == (both,)


def test_what_agrees_stands_before_what_is_compatible():
    sides = [claims()[name] for name in ("sales-a", "sales-b")]
    groups = (group("g", "about a", sides, Relation.COMPATIBLE, ""), group("h", "about b", sides, Relation.AGREE, ""))
    lines = [line for line in agreements(Index.of(replace(full(), groups=groups), "reports")) if "| about" in line]
    assert [line.split(" | ")[0] for line in lines] == ["| about b", "| about a"]


def test_one_source_has_no_row_for_all():
    run = full()
    assert any("**all**" in line for line in coverage(Index.of(run, "reports")))
    alone = replace(run, coverage=run.coverage[:1])
    assert not any("**all**" in line for line in coverage(Index.of(alone, "reports")))
