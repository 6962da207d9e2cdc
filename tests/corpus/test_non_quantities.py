"""What looks like a quantity and is none is left alone with its reason; a quantity in such a guise is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile.extractors.mentions import read_mentions
from reconcile.extractors.quantities.skip_reasons import find_skip_reasons
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline

TABLE = yaml.load((Path(__file__).parent / "non_quantities.yaml").read_text("utf8"), Loader=yaml.BaseLoader)


def cases(key: str, value: str) -> list[Any]:
    return [pytest.param(text, entry[value], id=text) for entry in TABLE[key] for text in entry["texts"]]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    for match in re.finditer(r"\[([^\]]*)\]", text):
        start = match.start() - 2 * len(spans)
        spans.append((start, start + len(match[1])))
    return text.replace("[", "").replace("]", ""), spans


@pytest.mark.parametrize(("text", "rule"), cases("never", "rule"))
def test_no_quantity_is_read_and_the_reason_is_given(text: str, rule: str) -> None:
    plain, spans = marked(text)
    pipeline = default_pipeline()
    tokens = Tokens(plain)
    mentions = read_mentions(tokens, pipeline.pack, pipeline.grammar)
    assert spans
    # the year that a span of years begins with is a time of its own
    numbers = [m for m in mentions if m.timex is None]
    for start, end in spans:
        assert [m.quote for m in numbers if m.span.start < end and start < m.span.end] == []
        why = [
            e.rule
            for e in find_skip_reasons(tokens, pipeline.pack, mentions)
            if e.span.start < end and start < e.span.end
        ]
        assert rule in why, why


@pytest.mark.parametrize(("text", "kind"), cases("still", "kind"))
def test_a_quantity_in_disguise_is_read(text: str, kind: str) -> None:
    plain, spans = marked(text)
    pipeline = default_pipeline()
    mentions = read_mentions(Tokens(plain), pipeline.pack, pipeline.grammar)
    assert spans
    for start, end in spans:
        assert [str(m.kind) for m in mentions if (m.span.start, m.span.end) == (start, end)] == [kind], mentions
