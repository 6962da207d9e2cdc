"""Every sentence of `times.yaml`: each time in it, where it stands and which TIMEX3 value it has."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile import recognise

CASES: dict[str, list[dict[str, Any]]] = yaml.load(
    Path(__file__).with_name("times.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{kind}-{i}") for kind, cases in CASES.items() for i, case in enumerate(cases)]
)
def test_the_times_of_a_sentence(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case.get("on", "2017-03-15"))
    found = {
        m.quote: m.timex.value or "nothing" for m in recognise(case["say"], published=published) if m.timex is not None
    }
    assert found == (case["want"] or {})


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=f"{kind}-{i}") for kind, cases in CASES.items() for i, c in enumerate(cases) if "where" in c],
)
def test_where_on_the_calendar_a_time_lies(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case.get("on", "2017-03-15"))
    periods = {m.quote: m.timex.period for m in recognise(case["say"], published=published) if m.timex is not None}
    placed = {quote: f"{p.start or '..'}/{p.end or '..'}" for quote, p in periods.items() if p is not None}
    assert {quote: placed.get(quote) for quote in case["where"]} == case["where"]
