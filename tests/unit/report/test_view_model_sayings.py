"""What a source says on a fact, each wording once."""

from dataclasses import replace

from report_builder import EMPTY, FISH, FOODS, claim, conflict, document, group, money

from reconcile.model.finding import Relation
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.report.index import Index
from reconcile.report.view_model import rows_of, sayings


def index(run):
    return Index.of(run, "reports")


def sold(name):
    text = document(f"{name}.txt", f"{name} sold $5 million of fish.")
    return text, claim(text, "$5 million", Kind.MONEY, money("5E+6", "1E+6"), subject=FOODS, metric=FISH, unit="USD")


def test_a_wording_is_shown_once_for_a_source_and_again_where_it_stands_in_a_conflict():
    text = document("a.txt", "A sold $5 million. B sold $5 million! C sold $5 million?")
    starts = [n for n in range(len(text.text)) if text.text.startswith("$5", n)]
    first = replace(sold("x")[1], source="a.txt", sentence=Span(0, 10))
    one, two, three = (replace(first, id=str(n), span=Span(n, n + 10)) for n in starts)
    finding = replace(conflict(two, two), group="g")
    fact = group("g", "fish", [one, two, three], Relation.CONFLICT, "")
    run = replace(EMPTY, documents=(text,), claims=(one, two, three), findings=(finding,), groups=(fact,))
    found = index(run)
    row = replace(rows_of(found)[0], group="g", claims=(one, two, three))
    assert [(s.claim.id, s.conflict) for s in sayings(found, row, "a.txt")] == [
        (one.id, None),
        (two.id, "finding-7f3c9a1e"),
    ]
    assert sayings(found, row, "b.txt") == ()
