"""The core touches no path, clock, locale, environment, network, randomness or shared state, and counts in decimals."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "reconcile"
PURE = ("model", "rules", "text", "extractors", "normaliser", "reconciler", "report")
EXACT = ("model", "text", "extractors", "normaliser", "reconciler")
WORLD = {
    "asyncio", "ctypes", "fcntl", "getpass", "glob", "http", "locale", "logging", "multiprocessing", "os", "pathlib",
    "platform", "random", "secrets", "shutil", "signal", "socket", "subprocess", "sys", "tempfile", "threading",
    "time", "urllib.request", "uuid", "zoneinfo",
}  # fmt: skip
CALLS = {"open", "input", "print", "eval", "exec", "compile", "__import__", "hash", "id"}
CLOCK = {"now", "today", "utcnow", "fromtimestamp"}


def files(packages):
    return [path for package in packages for path in sorted((ROOT / package).rglob("*.py"))]


def named(path):
    return path.relative_to(ROOT).as_posix()


def faults(source):
    """What a module does that the core must not do, with lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if outside(alias.name))
        elif isinstance(node, ast.ImportFrom) and outside(node.module or ""):
            yield node.lineno, node.module
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node.lineno, f"{node.func.id}()"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK:
            yield node.lineno, f".{node.func.attr}()"
        elif isinstance(node, ast.Global):
            yield node.lineno, "global"


def outside(module):
    parts = module.split(".")
    return any(".".join(parts[: i + 1]) in WORLD for i in range(len(parts)))


def floats(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node.lineno, node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield node.lineno, "float()"


@pytest.mark.parametrize("path", files(PURE), ids=named)
def test_the_core_is_pure(path):
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", files(EXACT), ids=named)
def test_numbers_are_exact(path):
    assert list(floats(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "import os.path",
        "from time import time",
        "from urllib.request import urlopen",
        "x = open('f')",
        "d = datetime.now()",
        "d = date.today()",
        "def f():\n    global n",
        "x = hash('a')",
    ],
)
def test_the_scan_sees_what_it_looks_for(source):
    assert list(faults(source))


def test_the_scan_lets_pass_what_is_pure():
    assert list(faults("from datetime import date\nimport re\nx = re.compile('a')\ny = urllib_like.today")) == []
    assert list(floats("x = 0.5\ny = float(z)")) == [(1, 0.5), (2, "float()")]
