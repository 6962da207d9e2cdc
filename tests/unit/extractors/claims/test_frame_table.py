"""The table of frames: each row reads a sentence that no other row reads so, and its place in the table is needed."""

import ast
from itertools import pairwise
from pathlib import Path

import pytest

from reconcile.extractors.claims import measure_claims
from reconcile.extractors.claims.frames import FRAMES
from reconcile.pipeline import document

NAMES = [frame.name for frame in FRAMES]
HERE = Path(__file__).parent
# For two rows next to each other a text, its value in brackets, that both read, and not alike; None where no test
# sentence has such a value, so that their order makes no difference.
ORDER = {
    ("age", "described noun"): None,
    ("described noun", "repeated value"): None,
    ("repeated value", "listed value"): None,
    ("listed value", "possessed value"): None,
    ("possessed value", "chance"): None,
    ("chance", "owned noun"): None,
    ("owned noun", "noun of value"): None,
    ("noun of value", "measured subject"): "It rose 90 km down the range to an altitude of [41 km].",
    ("measured subject", "acting subject"): "Nokia shares fell to [$12].",
    ("acting subject", "share of a group"): "The bank missed a [2 percent] target.",
    ("share of a group", "counted subject"): "[40 percent] of drivers are hopeful about the coming year.",
    ("counted subject", "fragment"): "On May 1, [150] jugs broke.",
}


def bindings(stages, monkeypatch, text):
    """By quote, what each row gives a value of a text; the claims are made by the table as it stands."""
    out = {}

    def record(parse, discourse, anchored):
        given = [frame.match(parse, discourse, anchored) for frame in FRAMES]
        out[anchored.mention.quote] = given
        return next(binding for binding in given if binding is not None)

    with monkeypatch.context() as patch:
        patch.setattr(measure_claims, "match_frame", record)
        stages.claims(document(text))
    return out


def reading(binding):
    """What a binding says, without the steps that say why."""
    return binding and (binding.subject, binding.label, binding.triggers_before)


def marked(text):
    """A text without its brackets, and what stands in them."""
    start, end = text.index("["), text.index("]")
    return text[:start] + text[start + 1 : end] + text[end + 1 :], text[start + 1 : end]


@pytest.mark.parametrize("frame", FRAMES, ids=NAMES)
def test_a_row_reads_its_sentence_and_no_other_row_reads_it_so(stages, monkeypatch, frame):
    text, quote = marked(frame.example)
    given = bindings(stages, monkeypatch, text)[quote]
    at = FRAMES.index(frame)
    assert next(i for i, binding in enumerate(given) if binding is not None) == at
    assert reading(given[at]) not in [reading(binding) for i, binding in enumerate(given) if i != at]


def test_a_row_says_what_it_is_for():
    assert len(set(NAMES)) == len(NAMES)
    assert all(frame.when and frame.binds for frame in FRAMES)
    assert set(ORDER) == set(pairwise(NAMES))


@pytest.mark.parametrize(("pair", "text"), ORDER.items(), ids=map(" / ".join, ORDER))
def test_the_order_of_two_rows_matters(stages, monkeypatch, pair, text):
    if text is not None:
        text, quote = marked(text)
        given = bindings(stages, monkeypatch, text)[quote]
        first, second = (given[NAMES.index(name)] for name in pair)
        assert not any(given[: NAMES.index(pair[0])])
        assert None not in (first, second)
        assert reading(first) != reading(second)


def test_the_order_of_other_rows_makes_no_difference(stages, monkeypatch):
    free = [pair for pair, text in ORDER.items() if text is None]
    for text in sentences():
        for quote, given in bindings(stages, monkeypatch, text).items():
            for one, other in free:
                at = NAMES.index(one)
                first, second = given[at : at + 2]
                clash = first is not None and second is not None and reading(first) != reading(second)
                assert any(given[:at]) or not clash, (one, other, text, quote)


def sentences():
    """The sentences that the tests of claims and of entities read."""
    for path in sorted(HERE.parent.glob("*/test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith("."):
                yield node.value
