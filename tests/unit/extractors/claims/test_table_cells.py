"""Cells of Markdown tables."""

from datetime import date

import pytest

from reconcile.extractors.claims.table_grid import hint_in
from reconcile.model.document import Document, Format, Source
from reconcile.model.tokens import Tokens


@pytest.fixture
def cells(stages):
    """The claims of a Markdown text, by quote."""

    def read(text):
        source = Source(published=date(2031, 5, 8))
        return {c.quote: c for c in stages.claims(Document("table.md", text, source, Format.MARKDOWN))}

    return read


LEAD = "# Mills\n\nThe mills of the coast gave their figures.\n\n"
FIRMS = "| Company | Revenue ($m) | Welders | Margin (%) |\n|---|--:|--:|--:|\n| Nokia | 1,250 | 5,400 | 4.2 |\n"
YEARS = "Figures of Nokia by year:\n\n| | 2022 | 2023 |\n|---|---|---|\n| Revenue (€bn) | 5 | 6 |\n"
PARKS = "Area of the parks, km2\n\n| Park | 2020 |\n|---|---|\n| Orle | 40 |\n"
ROWS = "| Year | Output (thousand tonnes) |\n|---|---|\n| 2021 | 12.5 |\n"
CROSS = "| | Nokia | Apple |\n|---|---|---|\n| Sheds built | 40 | 50 |\n"


@pytest.mark.parametrize(
    ("table", "quote", "subject", "metric", "value", "unit", "year"),
    [
        (FIRMS, "1,250", "Nokia", "revenue", 1_250_000_000, "USD", None),
        (FIRMS, "5,400", "Nokia", "Welders", 5400, None, None),
        (FIRMS, "4.2", "Nokia", "Margin", "4.2", "percent", None),
        (YEARS, "6", "Nokia", "revenue", 6_000_000_000, "EUR", "2023"),
        (PARKS, "40", "Orle", "Area", 40, "square kilometer", "2020"),
        (ROWS, "12.5", None, "Output", 12500, "metric ton", "2021"),
        (CROSS, "50", "Apple", "Sheds built", 50, None, None),
    ],
)
def test_a_cell_is_of_its_heads(cells, table, quote, subject, metric, value, unit, year):
    found = cells(LEAD + table)[quote]
    assert subject is None or found.subject.label == subject
    assert found.metric.label == metric
    assert str(found.value.low.normalize()) == str(type(found.value.low)(value).normalize())
    assert found.unit == unit
    assert (found.period.edtf if found.period else None) == year
    assert any(s.rule == "table.cell" for s in found.trail)


def test_a_value_that_says_its_unit_keeps_it(cells):
    found = cells(LEAD + "| Firm | Debt ($m) |\n|---|---|\n| Nokia | €7 million |\n")["€7 million"]
    assert (found.unit, found.value.low) == ("EUR", 7_000_000)


def test_heads_assert_nothing(cells):
    assert "2022" not in cells(LEAD + YEARS)
    assert "2021" not in cells(LEAD + ROWS)


def test_a_cell_without_a_metric_makes_no_claim(cells):
    assert "40" not in cells(LEAD + "| | |\n|---|---|\n| Orle | 40 |\n")


def test_the_unit_of_a_caption_is_for_tables_whose_heads_give_none(cells):
    plain = "In $ million:\n\n| Firm | Debt |\n|---|---|\n| Nokia | 7 |\n"
    mixed = "In $ million:\n\n| Firm | Debt ($m) | Vans |\n|---|---|---|\n| Nokia | 8 | 7 |\n"
    assert cells(LEAD + plain)["7"].unit == "USD"
    assert cells(LEAD + mixed)["7"].unit is None


@pytest.mark.parametrize(
    "text", ["|\n|---|\n|", "| 5 |\n|---|\n| 6 |", "| a\n|---\n| 3 | 4 |", "| a | b |\n|-|-|\n| 1 |"]
)
def test_broken_tables_are_read_without_harm(cells, text):
    assert isinstance(cells(LEAD + text), dict)


@pytest.mark.parametrize(
    ("head", "unit", "scale"),
    [
        ("Revenue ($m)", "USD", 1_000_000),
        ("Revenue, € bn", "EUR", 1_000_000_000),
        ("Costs in millions of euros", "EUR", 1_000_000),
        ("Area [km2]", "square kilometer", 1),
        ("Share (%)", "percent", 1),
        ("Boxes (thousand)", None, 1000),
        ("%", "percent", 1),
    ],
)
def test_heads_give_unit_and_scale(pack, head, unit, scale):
    tokens = Tokens(head)
    found = hint_in(tokens, pack, 0, len(tokens))
    assert (found.unit, found.scale) == (unit, scale)


@pytest.mark.parametrize("head", ["Year", "Revenue", "Length (m)", "Staff (full time)", "Score (in the north)"])
def test_heads_without_or_with_a_doubtful_unit_give_none(pack, head):
    tokens = Tokens(head)
    assert hint_in(tokens, pack, 0, len(tokens)) is None
