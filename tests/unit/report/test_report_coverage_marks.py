from reconcile.model.document import Document
from reconcile.model.run import Coverage, Unread, whole_percent
from reconcile.model.span import Span
from reconcile.report.markdown.coverage import coverage_signs

TEXT = Document("tarn", "1 2 3\n\n4\n5")


def item(start, rule):
    return Unread("tarn", Span(start, start + 1), TEXT.text[start], rule)


def test_a_sign_for_each_in_the_order_of_the_text_with_a_gap_at_each_line():
    places = (Span(0, 1), Span(4, 5), Span(9, 10))
    coverage = Coverage("tarn", 3, (item(2, "non-quantity.name"),), (item(7, None),), places)
    assert coverage_signs(coverage, TEXT) == "●○● × ●"
    assert coverage_signs(coverage, None) == "●○●×●"


def test_a_row_without_end_is_cut():
    places = tuple(Span(n, n + 1) for n in range(2500))
    row = coverage_signs(Coverage("tarn", 2500, (), (), places), None)
    assert (len(row), row[-1]) == (2001, "…")


def test_a_hundred_percent_means_all():
    assert whole_percent(999, 1000) == 99
    assert whole_percent(7, 7) == 100
    assert whole_percent(0, 0) is None
