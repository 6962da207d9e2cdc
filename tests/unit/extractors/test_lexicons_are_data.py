"""A new word, unit, currency or hedge works by editing YAML alone."""

from __future__ import annotations

import pytest

from reconcile.extractors.mentions import read_mentions
from reconcile.model.mention import Mention
from reconcile.model.tokens import Tokens
from reconcile.pipeline import pipeline
from reconcile.rules.load import load
from reconcile.rules.source import PackFile
from reconcile.sources.packs import default_pack, read_pack

ADDED = {
    "lexicon/en/scales.yaml": "scales: [{words: [zillion], value: 1000000000000000000000}]",
    "lexicon/en/units.yaml": "units: [{name: smoot, dimension: length, words: [smoot, smoots]}]",
    "lexicon/en/currencies.yaml": "currencies: [{code: QQQ, name: quatloo, minor: 2, words: [quatloo, quatloos]}]",
    "lexicon/en/hedges.yaml": "before: [{words: [a smidgen above], bound: '>'}]",
    "lexicon/en/nouns.yaml": "plurals: [{plural: borogovii, singular: borogove}]",
    "lexicon/en/non_quantities.yaml": "any_case: [zorkmid]",
}


def read(text: str) -> tuple[Mention, ...]:
    files = [*read_pack(default_pack()), *(PackFile(name, body, name) for name, body in ADDED.items())]
    stages = pipeline(load(files))
    return read_mentions(Tokens(text), stages.pack, stages.grammar)


@pytest.mark.parametrize(
    ("text", "quote", "kind", "unit"),
    [
        ("It has 3 zillion.", "3 zillion", "number", None),
        ("It is 12 smoots long.", "12 smoots", "measure", "smoot"),
        ("It cost 5 quatloos.", "5 quatloos", "money", "QQQ"),
        ("It was a smidgen above 7%.", "a smidgen above 7%", "percent", "percent"),
        ("He saw 4 slithy borogovii.", "4", "count", "borogove"),
    ],
)
def test_a_line_of_yaml_is_enough(text: str, quote: str, kind: str, unit: str | None) -> None:
    found = [(m.quote, str(m.kind), m.unit) for m in read(text)]
    assert found == [(quote, kind, unit)]


def test_a_new_name_takes_its_number() -> None:
    assert read("He plays zorkmid 4.") == ()
