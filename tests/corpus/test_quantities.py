"""Value ← phrases: every text of `quantities.yaml` holds the mention it marks, with the value given."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile.extractors.mentions import read_mentions
from reconcile.extractors.quantities.skip_reasons import find_skip_reasons
from reconcile.model.mention import Mention
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline

TABLE = yaml.load((Path(__file__).parent / "quantities.yaml").read_text("utf8"), Loader=yaml.BaseLoader)
CASES = [(text, entry) for entry in TABLE["values"] for text in entry["texts"]]


def mentions(text: str) -> tuple[Mention, ...]:
    pipeline = default_pipeline()
    return read_mentions(Tokens(text), pipeline.pack, pipeline.grammar)


def marked(text: str) -> tuple[str, str]:
    before, _, rest = text.partition("[")
    quote, _, after = rest.partition("]")
    return before + quote + after, quote


def seen(mention: Mention) -> dict[str, Any]:
    value = mention.value
    assert value is not None
    soft = value.soft
    return {
        "kind": str(mention.kind),
        "rule": mention.rule,
        "hedge": mention.hedge or "none",
        "unit": mention.unit,
        "per": mention.per,
        "value": value.low if value.is_point else None,
        "low": value.low,
        "high": value.high,
        "low_open": str(value.bounds.low_open).lower(),
        "high_open": str(value.bounds.high_open).lower(),
        "ulp": value.ulp,
        "loose_ulp": value.loose_ulp,
        "soft": None if soft is None else [soft.low, soft.high],
    }


@pytest.mark.parametrize(("text", "entry"), CASES, ids=[text for text, _ in CASES])
def test_value(text: str, entry: dict[str, Any]) -> None:
    plain, quote = marked(text)
    found = [m for m in mentions(plain) if m.quote == quote]
    assert found, [(m.quote, m.kind) for m in mentions(plain)]
    got = seen(found[0])
    for key, want in entry.items():
        if key == "texts":
            continue
        expected: Any = want
        if key in ("value", "low", "high", "ulp", "loose_ulp"):
            expected = None if want == "none" else Decimal(want)
        elif key == "soft":
            expected = [Decimal(end) for end in want]
        assert got[key] == expected, (key, got)


@pytest.mark.parametrize("case", TABLE["readings"], ids=lambda c: c["text"])
def test_other_readings_are_kept(case: dict[str, Any]) -> None:
    plain, quote = marked(case["text"])
    mention = next(m for m in mentions(plain) if m.quote == quote)
    assert set(case["others"]) <= {reading.unit for reading in mention.readings}


@pytest.mark.parametrize("case", TABLE["never"], ids=lambda c: c["text"])
def test_what_is_no_quantity_is_not_read_and_the_reason_is_given(case: dict[str, Any]) -> None:
    pipeline = default_pipeline()
    tokens = Tokens(case["text"])
    found = read_mentions(tokens, pipeline.pack, pipeline.grammar)
    assert [m.quote for m in found] == []
    assert case["rule"] in {excuse.rule for excuse in find_skip_reasons(tokens, pipeline.pack, found)}
