"""Tables of the HTML page: cut, headed, and never silent."""

from dataclasses import replace

from report_builder import EMPTY, FISH, FOODS, HARBOUR, claim, document, money

from reconcile.errors import Diagnostic, Severity
from reconcile.model.mention import Kind
from reconcile.report.html.tables import COLUMNS, matrix, table, trouble
from reconcile.report.index import Index


def index(run):
    return Index.of(run, "reports")


def sold(name):
    text = document(f"{name}.txt", f"{name} sold $5 million of fish.")
    return text, claim(text, "$5 million", Kind.MONEY, money("5E+6", "1E+6"), subject=FOODS, metric=FISH, unit="USD")


def test_a_table_of_facts_has_eight_sources_at_most():
    assert COLUMNS == 8
    made = [sold(f"s{n}") for n in range(9)]
    run = replace(EMPTY, documents=tuple(d for d, _ in made), claims=tuple(c for _, c in made))
    page = matrix(index(run))
    assert page.count("<table>") == 2
    assert "<caption>What s0.txt to s7.txt say</caption>" in page
    assert "<caption>What s8.txt says</caption>" in page
    assert matrix(index(EMPTY)) is None
    assert matrix(index(replace(run, claims=()))) is None


def test_named_rows_of_a_table_open_with_a_header():
    rows = [["fish", "5"]]
    assert '<th scope="row">fish</th><td>5</td>' in table("facts", ["", "a"], rows, named=True)
    assert '<td></td><th scope="col">a</th>' in table("facts", ["", "a"], rows)
    assert "<td>fish</td><td>5</td>" in table("facts", ["", "a"], rows)


def test_where_nothing_is_in_trouble_the_section_says_so_if_there_was_a_text():
    assert trouble(index(EMPTY)) is None
    assert "Every number and date that was seen is in a claim" in trouble(index(replace(EMPTY, documents=(HARBOUR,))))
    problem = Diagnostic("input.binary", Severity.ERROR, "not text", "a:1:1")
    assert "not text" in trouble(index(replace(EMPTY, diagnostics=(problem,))))
