"""The ablation switches off what it says, in a child only, and reads what a scorer prints."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "benchmarks"))

import ablation

MODULE = """
from __future__ import annotations
REACH = 6
NAMES = 8
def find(text: str) -> str | None:
    return text
def holds(text: str) -> bool:
    return len(text) < REACH
def change(number: int, text: str) -> str:
    return text + "!"
def parts(text: str) -> tuple[str, ...]:
    return (text,)
def idle(text: str) -> str | None:
    return None
def counted(text: str) -> int:
    return 3
class Reader:
    def read(self, text: str) -> frozenset[str]:
        return frozenset(text)
"""
SCORER = """
import sys
from reconcile_probe import change, find, holds, idle, parts
print("found 0.1")
print(f"found {int(find('a') is not None)}  held {int(holds('abcde'))} changed {int(change(1, 'a') == 'a!')}",
      f"parts {len(parts('a'))} idle {int(idle('a') is not None)}")
"""


@pytest.fixture
def probe(tmp_path, monkeypatch):
    (tmp_path / "reconcile_probe.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "scorer.py").write_text(SCORER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "argv", [])
    yield __import__("reconcile_probe"), str(tmp_path / "scorer.py")
    del sys.modules["reconcile_probe"]


def changes(module, scorer):
    """What each switch does to the figures, by its name in the module and how it is off."""
    before = ablation.in_child(lambda: ablation.score([scorer]))
    after = {}
    for switch in (*ablation.function_switches(module), *ablation.constant_switches(module)):
        scores = ablation.in_child(lambda s=switch: (s.turn(), ablation.score([scorer]))[1])
        after[str(switch).removeprefix("reconcile_probe.")] = ablation.describe_change(before, scores)
    return after


def test_each_switch_moves_the_figure_that_hangs_on_it_and_no_other(probe):
    assert changes(*probe) == {
        "find -> None": "[1] found -1",
        "holds -> False": "[1] held -1",
        "holds -> True": "no change",
        "change -> text": "[1] changed -1",
        "parts -> ()": "[1] parts -1",
        "idle -> None": "no change",
        "Reader.read -> set()": "no change",
        "REACH -> half": "[1] held -1",
        "REACH -> double": "no change",
        "NAMES -> half": "no change",
        "NAMES -> double": "no change",
    }


def test_what_answers_nothing_is_not_lively(probe):
    module, scorer = probe
    assert ablation.find_lively([module], [scorer]) == [
        f"reconcile_probe.{name}" for name in ("NAMES", "REACH", "change", "find", "holds", "parts")
    ]


def test_a_switch_that_breaks_the_scorer_is_told():
    failed = ablation.in_child(lambda: 1 / 0)
    assert ablation.describe_change([{"found": 1.0}], failed) == "fails: ZeroDivisionError: division by zero"


def test_a_switch_that_never_ends_is_told(monkeypatch):
    monkeypatch.setattr(ablation, "MOST_SECONDS", 1)

    def endless():
        while True:
            pass

    assert ablation.in_child(endless) == "no answer within 1 seconds"


def test_the_packages_are_those_of_the_house():
    names = {module.__name__ for module in ablation.list_modules(ablation.PACKAGES)}
    for package in ablation.PACKAGES:
        assert any(name.startswith(f"{package}.") for name in names)
