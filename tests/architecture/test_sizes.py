"""Rooms stay small: files, functions, and no drawer for what has no name."""

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "reconcile").rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common"}


def named(path):
    return path.relative_to(ROOT).as_posix()


def functions(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, body_lines(node)


def body_lines(node):
    """Lines of a function without its decorators, signature and docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return node.end_lineno - body[0].lineno + 1 if body else 0


def test_there_is_something_to_measure():
    assert len(FILES) > 50


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_has_at_most_350_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


def test_no_function_is_over_60_lines_and_half_are_under_10():
    sizes = {f"{named(path)}:{name}": size for path in FILES for name, size in functions(path)}
    assert [name for name, size in sizes.items() if size > 60] == []
    assert statistics.median(sizes.values()) < 10


def test_no_drawers():
    assert [named(path) for path in FILES if path.stem in DRAWERS or path.parent.name in DRAWERS] == []


def test_only_the_public_package_file_holds_anything():
    inits = [path for path in FILES if path.name == "__init__.py" and path.parent != ROOT / "reconcile"]
    assert inits
    assert [named(path) for path in inits if path.read_text(encoding="utf-8").strip()] == []
