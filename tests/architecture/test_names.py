"""Names: those of packages leave the public functions alone, and identifiers are words of the field."""

import ast
import importlib
import re
from pathlib import Path

import pytest

import reconcile

ROOT = Path(__file__).resolve().parents[2] / "reconcile"
FILES = sorted(ROOT.rglob("*.py"))
# Each of these was used for several things that the field has names for.
RIDDLES = {"told", "said", "bound", "beside", "telling"}
# Keys of rule files keep the names that people's own rules use.
KEYS = {("rules/words.py", "bound")}


def named(path):
    return path.relative_to(ROOT).as_posix()


def identifiers(source):
    """Every name that a module gives to something: functions, classes, parameters, variables, fields."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr


def words(name):
    return set(re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))


def riddles(source):
    return sorted({name for name in identifiers(source) if RIDDLES & words(name)})


def test_no_package_or_module_has_the_name_of_a_public_function():
    names = {path.stem if path.suffix else path.name for path in ROOT.iterdir()}
    assert names.isdisjoint(reconcile.__all__)


def test_a_part_can_be_imported_and_leaves_the_public_functions():
    importlib.import_module("reconcile.extractors.claims.frames")
    assert [name for name in reconcile.__all__ if not callable(getattr(reconcile, name))] == []


def test_there_is_no_other_public_name():
    with pytest.raises(AttributeError):
        _ = reconcile.nothing_of_this_name


@pytest.mark.parametrize("path", FILES, ids=named)
def test_names_are_no_riddles(path):
    assert not RIDDLES & set(path.stem.split("_"))
    found = [name for name in riddles(path.read_text(encoding="utf-8")) if (named(path), name) not in KEYS]
    assert found == []


def test_the_scan_sees_a_riddle_wherever_it_stands():
    assert riddles("def f(told):\n    self.was_said = 1\nclass GoesBeside: bound = 2\nunbounded = bounds = 3") == [
        "GoesBeside", "bound", "told", "was_said",
    ]  # fmt: skip
