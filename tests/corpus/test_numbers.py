"""Forms of numbers, section by section: every mention of a sentence and all digits that no mention holds."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reconcile.extractors.mentions import read_mentions
from reconcile.extractors.quantities.skip_reasons import find_skip_reasons
from reconcile.model.mention import Mention
from reconcile.model.tokens import Tokens
from reconcile.model.value import plain
from reconcile.pipeline import default_pipeline

TABLE = yaml.safe_load((Path(__file__).parent / "numbers.yaml").read_text("utf8"))
CASES = [(text, lines) for section in TABLE.values() for text, lines in section.items()]


def read(text: str) -> list[str]:
    """What is read of a text, in order: `quote | value | unit`, `time: quote`, or `unread: quote`."""
    pipeline, tokens = default_pipeline(), Tokens(text)
    found = read_mentions(tokens, pipeline.pack, pipeline.grammar)
    lines = [(mention.span.start, in_line(mention)) for mention in found]
    left = find_skip_reasons(tokens, pipeline.pack, found)
    lines += [(item.span.start, f"{item.rule or 'unread'}: {item.quote}") for item in left]
    return [line for _, line in sorted(lines)]


def in_line(mention: Mention) -> str:
    if mention.value is None:
        return f"time: {mention.quote}"
    low, high = (None if end is None else plain(end) for end in (mention.value.low, mention.value.high))
    value = low if low == high else f"{low or ''}..{high or ''}"
    unit = f" | {mention.to_dict()['unit']}" if mention.to_dict()["unit"] else ""
    return f"{mention.quote} | {value}{unit}"


@pytest.mark.parametrize(("text", "lines"), CASES, ids=[text for text, _ in CASES])
def test_a_sentence_is_read_as_it_says(text: str, lines: list[str]) -> None:
    assert read(text) == lines
