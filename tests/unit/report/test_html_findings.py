"""Of many passages some stand side by side."""

import pytest
from report_builder import EMPTY

from reconcile.model.span import Span
from reconcile.report.html.findings import SHOWN_SIDES, side_by_side
from reconcile.report.index import Index
from reconcile.report.view_model import Passage


def index(run):
    return Index.of(run, "reports")


@pytest.mark.parametrize(("sides", "more"), [(1, None), (SHOWN_SIDES, None), (SHOWN_SIDES + 1, 1), (2000, 1988)])
def test_of_many_passages_twelve_stand_side_by_side(sides, more):
    assert SHOWN_SIDES == 12
    shown = [Passage("gone.txt", Span(n, n + 1), (Span(n, n + 1),), str(n), ()) for n in range(sides)]
    made = side_by_side(index(EMPTY), shown)
    assert made.count("<figure") == sides
    first, _, rest = made.partition("<details>")
    assert first.count("<figure") == min(sides, 12)
    assert rest.startswith(f"<summary>and {more:,} more passages</summary>" if more else "")
