"""Mutants: each change is made as it is named, the choice is fixed, tests are chosen by the lines they run."""

import ast
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "benchmarks"))

import mutants
from mutating import trial
from mutating.changes import list_mutants, mutate
from mutating.noticing import Recording, choose_tests, digest_of

HOUSE = sorted((mutants.ROOT / "reconcile").rglob("*.py"))
MODULE = '''"""Says 12 things."""
from decimal import Decimal
Rule = Callable[[Scan, int], bool]
REACH = 6
ROWS = (first(REACH), second, third)
SHARE = Decimal("0.5")
class Reader:
    def read(self, text: str = "a", most: int = 4) -> "tuple[int, 7]":
        """Reads 5."""
        if text and most > REACH:
            return f"{text} {most:3}"
        return 1 if text is None else most
'''


@pytest.fixture
def root(tmp_path):
    (tmp_path / "reconcile").mkdir()
    (tmp_path / "reconcile" / "probe.py").write_text(MODULE, encoding="utf-8")
    return tmp_path


def named(root):
    return {mutant.name.removeprefix("reconcile/probe.py "): mutant for mutant in list_mutants(root, probe(root))}


def probe(root):
    return root / "reconcile" / "probe.py"


def test_every_change_is_listed_by_name(root):
    assert list(named(root)) == [
        "(module) halved: 6 -> 3 #0",
        "(module) doubled: 6 -> 12 #0",
        "(module) swapped: (first(REACH), second, third) -> (second, first(REACH), third) #0",
        "(module) swapped: (first(REACH), second, third) -> (first(REACH), third, second) #0",
        "(module) halved: '0.5' -> '0.25' #0",
        "(module) doubled: '0.5' -> '1.0' #0",
        "Reader.read halved: 4 -> 2 #0",
        "Reader.read doubled: 4 -> 8 #0",
        "Reader.read turned: text and most > REACH -> not (text and most > REACH) #0",
        "Reader.read dropped: text and most > REACH -> most > REACH #0",
        "Reader.read dropped: text and most > REACH -> text #0",
        "Reader.read nudged: most > REACH -> most >= REACH #0",
        "Reader.read turned: text is None -> not text is None #0",
        "Reader.read nudged: text is None -> text is not None #0",
        "Reader.read halved: 1 -> 0 #0",
        "Reader.read doubled: 1 -> 2 #0",
    ]


def test_each_change_is_made_and_nothing_else(root):
    sound = ast.unparse(ast.parse(MODULE)).splitlines()
    for mutant in named(root).values():
        changed = ast.unparse(mutate(root, mutant)).splitlines()
        lines = [(old, new) for old, new in zip(sound, changed, strict=True) if old != new]
        assert len(lines) == 1, mutant.name
        assert mutant.after in lines[0][1]


def test_a_name_outlives_an_edit_elsewhere(root):
    before = set(named(root))
    probe(root).write_text("X = 3\n\n\n" + MODULE, encoding="utf-8")
    assert before < set(named(root))


def test_the_choice_is_fixed_and_covers_every_package():
    chosen = mutants.choose_mutants(1, 260)
    assert len(chosen) >= 200
    assert chosen == mutants.choose_mutants(1, 260)
    assert chosen != mutants.choose_mutants(2, 260)
    packages = {mutants.package_of(path.relative_to(mutants.ROOT).as_posix()) for path in HOUSE if path.stat().st_size}
    assert {mutants.package_of(mutant.file) for mutant in chosen} == packages


def test_an_excuse_names_a_mutant_that_there_is():
    names = {mutant.name for mutant in mutants.every_mutant()}
    assert mutants.excuses().keys() <= names
    assert all(mutants.excuses().values())


class Lines:
    """Which test ran which line of the probe."""

    def __init__(self, tests):
        self.tests = tests

    def contexts_by_lineno(self, path):
        return self.tests if path.endswith("probe.py") else {}


def test_tests_are_chosen_by_the_line_and_by_the_use_of_a_constant(root):
    digests = {"reconcile/probe.py": digest_of(probe(root))}
    lines = Lines({10: ["tests/a.py::long", "tests/a.py::one"], 12: ["tests/b.py::two"]})
    recording = Recording(root, lines, {"tests/a.py::one": 1, "tests/a.py::long": 9, "tests/b.py::two": 1}, digests)
    every = named(root)
    chosen = {
        name: set(choose_tests(recording, every[name], 1, 99).tests)
        for name in ("Reader.read halved: 1 -> 0 #0", "(module) halved: 6 -> 3 #0")
    }
    assert chosen == {
        "Reader.read halved: 1 -> 0 #0": {"tests/b.py::two"},
        "(module) halved: 6 -> 3 #0": {"tests/a.py::one", "tests/a.py::long"},
    }
    probe(root).write_text(MODULE + "\n", encoding="utf-8")
    assert len(choose_tests(recording, every["Reader.read halved: 1 -> 0 #0"], 1, 99).tests) == 3


def test_a_changed_function_is_told_from_a_changed_statement():
    def pairs(before, after):
        codes = (compile(source, "probe", "exec") for source in (before, after))
        return [old.co_name for old, _ in trial._changed_functions(*codes)]

    assert pairs("def f(): return 1\ndef g(): return 2", "def f(): return 1\ndef g(): return 4") == ["g"]
    assert pairs("class A:\n def f(self): return 1", "class A:\n def f(self): return 2") == ["f"]
    assert pairs("def f():\n def g(): return 1\n return g", "def f():\n def g(): return 2\n return g") == ["f"]
    assert pairs("X = 1\ndef f(n=1): return n", "X = 2\ndef f(n=2): return n") == []
