"""Which test runs which line: recorded once with coverage's contexts, asked for each mutant."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import coverage
import pytest

from .changes import Mutant

# Tests that notice what is wrong with loaded rules.
_OF_RULES = ("tests/unit/rules/", "tests/rules/", "tests/corpus/")
LOADING = "loading"  # the context in which the rules are loaded, once for all tests


@dataclass(frozen=True, slots=True)
class Recording:
    """A recorded run of the tests: the data file of coverage, and the processor seconds of each test."""

    root: Path
    lines: coverage.CoverageData
    seconds: dict[str, float]
    digests: dict[str, str]

    @classmethod
    def read(cls, root: Path, folder: Path) -> Recording:
        """What `record` wrote into a folder."""
        data = coverage.CoverageData(basename=str(folder / "lines"))
        data.read()
        notes = json.loads((folder / "tests.json").read_text(encoding="utf-8"))
        return cls(root, data, notes["seconds"], notes["digests"])

    def tests_of(self, file: str, lines: frozenset[int]) -> set[str]:
        """The tests that ran one of the lines; any line of the file, where it was edited since the recording."""
        by_line = self.lines.contexts_by_lineno(str(self.root / file))
        if self.digests.get(file) != digest_of(self.root / file):
            lines = frozenset(by_line)
        return {test for line in lines for test in by_line.get(line, ()) if test}


@dataclass(frozen=True, slots=True)
class Choice:
    """The tests that a mutant is tried with, and whether it stands in what is run when the rules are loaded."""

    tests: tuple[str, ...]
    loading: bool


def choose_tests(recording: Recording, mutant: Mutant, seed: int, budget: float) -> Choice:
    """Tests that run the changed lines, those of the same name or package first, for so many processor seconds."""
    tree = _tree(recording.root / mutant.file)
    lines = frozenset(range(mutant.line, mutant.last + 1))
    ran = set()
    for file, places in ({mutant.file: lines} if _in_function(tree, mutant) else _uses(recording.root, mutant)).items():
        ran |= recording.tests_of(file, places)
    loading = LOADING in ran
    if loading:
        ran |= {test for test in recording.seconds if test.startswith(_OF_RULES)}
    order = sorted(ran & recording.seconds.keys(), key=lambda test: (*_distance(test, mutant), _shuffled(test, seed)))
    chosen, spent = [], 0.0
    for test in order:
        if spent > budget:
            break
        chosen.append(test)
        spent += recording.seconds[test]
    files = list(dict.fromkeys(test.split("::")[0] for test in chosen))
    return Choice(tuple(sorted(chosen, key=lambda test: files.index(test.split("::")[0]))), loading)


def _distance(test: str, mutant: Mutant) -> tuple[bool, bool]:
    folder, _, module = mutant.file.removeprefix("reconcile/").removesuffix(".py").rpartition("/")
    return module not in test, not test.startswith(f"tests/unit/{folder}")


def _shuffled(test: str, seed: int) -> str:
    return hashlib.sha256(f"{seed} {test}".encode()).hexdigest()


def digest_of(path: Path) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _in_function(tree: ast.Module, mutant: Mutant) -> bool:
    return any(
        node.body[0].lineno <= mutant.line <= node.end_lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    )


def _uses(root: Path, mutant: Mutant) -> dict[str, frozenset[int]]:
    """The lines that use what a statement outside of functions defines, in its file and in those that import it."""
    tree = _tree(root / mutant.file)
    defined = {name for statement in tree.body if _holds(statement, mutant) for name in _names_given(statement)}
    # a table may stand in another table of the file
    for statement in tree.body:
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef) and defined & {
            n for n, _ in _names_used(statement)
        }:
            defined |= _names_given(statement)
    module = mutant.file.removesuffix(".py").replace("/", ".")
    found = {}
    for path in sorted((root / "reconcile").rglob("*.py")):
        file, other = path.relative_to(root).as_posix(), _tree(path)
        if file == mutant.file or any(isinstance(n, ast.ImportFrom) and n.module == module for n in ast.walk(other)):
            found[file] = frozenset(line for name, line in _names_used(other) if name in defined)
    return found


def _holds(statement: ast.stmt, mutant: Mutant) -> bool:
    return statement.lineno <= mutant.line <= (statement.end_lineno or statement.lineno)


def _names_given(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    return {n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _names_used(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id, node.lineno


def record(root: Path, folder: Path, options: list[str], jobs: int) -> None:
    """Runs the tests once, in so many processes, and writes down which lines each of them runs, and for how long."""
    folder.mkdir(parents=True, exist_ok=True)
    children = []
    for part in range(jobs):
        child = os.fork()
        if not child:
            pytest.main(options, plugins=[_Recorder(root, folder / str(part), part, jobs)])
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    whole = coverage.CoverageData(basename=str(folder / "lines"))
    whole.erase()
    seconds: dict[str, float] = {}
    for part in range(jobs):
        data = coverage.CoverageData(basename=str(folder / str(part)))
        data.read()
        whole.update(data)
        seconds |= json.loads((folder / f"{part}.json").read_text(encoding="utf-8"))
    files = sorted((root / "reconcile").rglob("*.py"))
    digests = {path.relative_to(root).as_posix(): digest_of(path) for path in files}
    (folder / "tests.json").write_text(json.dumps({"seconds": seconds, "digests": digests}), encoding="utf-8")


class _Recorder:
    """A pytest plugin that runs every so manieth test file and writes down the lines of the package that it runs."""

    def __init__(self, root: Path, file: Path, part: int, parts: int) -> None:
        self.file, self.part, self.parts = file, part, parts
        self.seconds: dict[str, float] = {}
        source = [str(root / "reconcile")]
        self.coverage = coverage.Coverage(data_file=str(file), source=source, config_file=False, messages=False)

    def pytest_sessionstart(self) -> None:
        self.coverage.erase()
        self.coverage.start()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        files = list(dict.fromkeys(item.path for item in items))
        items[:] = [item for item in items if files.index(item.path) % self.parts == self.part]

    def pytest_collection_finish(self) -> None:
        from reconcile.pipeline import default_pipeline

        self.coverage.switch_context(LOADING)
        default_pipeline()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.coverage.switch_context(item.nodeid)
        before = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - before
        return result

    def pytest_sessionfinish(self) -> None:
        self.coverage.stop()
        self.coverage.save()
        self.file.with_suffix(".json").write_text(json.dumps(self.seconds), encoding="utf-8")
