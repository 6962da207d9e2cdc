from __future__ import annotations

from reconcile.extractors.mentions import read_mentions
from reconcile.extractors.quantities.skip_reasons import find_skip_reasons
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline


def excused(text: str) -> list[tuple[str, str | None]]:
    stages = default_pipeline()
    tokens = Tokens(text)
    return [
        (e.quote, e.rule)
        for e in find_skip_reasons(tokens, stages.pack, read_mentions(tokens, stages.pack, stages.grammar))
    ]


def test_what_is_read_needs_no_excuse() -> None:
    assert excused("It sold 40 cars for $5 million.") == []


def test_a_chain_is_one_excuse() -> None:
    assert excused("Ring 555-0199-22-7.") == [("555-0199-22-7", "non-quantity.chain")]


def test_an_endless_run_is_named() -> None:
    assert excused("7" * 60) == [("7" * 60, "non-quantity.long")]


def test_a_pronoun_is_named() -> None:
    assert excused("The red one is mine.") == [("one", "non-quantity.pronoun")]


def test_digits_of_a_web_address_are_no_dates() -> None:
    assert excused("See https://news.example/2016/05/12/dam-2014.html (in Dutch).") == [
        ("https://news.example/2016/05/12/dam-2014.html", "non-quantity.web")
    ]
    assert excused("See news.example/2016/05/12.") == [("news.example/2016/05/12", "non-quantity.chain")]
