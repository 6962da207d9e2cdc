"""Calls are counted by module: functions and methods once a call, generators once, comprehensions never."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "benchmarks"))

import calls

from reconcile.model.span import Span

MODULE = """
def one():
    return [part for part in two()]
def two():
    yield 1
    yield 2
    yield from (lambda: (3, 4))()
"""


def test_a_call_is_counted_once_however_a_generator_goes_on(tmp_path, monkeypatch):
    (tmp_path / "model").mkdir()
    path = tmp_path / "model" / "probe.py"
    monkeypatch.setattr(calls, "HOUSE", tmp_path)
    names = {}
    exec(compile(MODULE, str(path), "exec"), names)
    found = calls.count_calls(lambda: (names["one"](), names["one"](), list(names["two"]())))
    assert found.entered == {
        ("model/probe.py", "one"): 2,
        ("model/probe.py", "two"): 3,
        ("model/probe.py", "two.<locals>.<lambda>"): 3,
    }
    assert found.by_package() == {"model": (1, 8)}


def test_what_others_wrote_is_not_counted():
    assert calls.count_calls(lambda: (sorted([2, 1]), Path("a") / "b", Span(1, 2) == Span(1, 2))).entered == {}


def test_one_sentence_enters_no_more_than_it_did():
    """Ceilings that may only be lowered; the benchmark prints the target."""
    found = calls.count_claim_calls(calls.SENTENCE)
    assert 40 < len(found.modules) <= 86
    assert 400 < found.entered.total() <= 1580
