"""Tries mutants in forks of one process that has imported and collected everything: one takes a second or two."""

from __future__ import annotations

import contextlib
import gc
import importlib.abc
import importlib.util
import inspect
import os
import resource
import sys
import tempfile
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path

import pytest

from .changes import Mutant, mutate
from .noticing import Choice

# A mutant that never ends is noticed: processor seconds of one trial, and bytes of memory.
_MOST_SECONDS = 90
_MOST_BYTES = 6 << 30
# What remembers the loaded rules, which change only with the code that loads them.
_LOADERS = ("reconcile.pipeline", "reconcile.rules")


@dataclass(slots=True)
class Trials:
    """A pytest plugin that, instead of running the tests, tries mutants with some of them."""

    root: Path
    planned: Callable[[], Iterable[tuple[Mutant, Choice]]]
    report: Callable[[Mutant, str], None]
    jobs: int
    running: dict[int, tuple[Mutant, Path]] = field(default_factory=dict)
    sound: dict[str, bool] = field(default_factory=dict)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tries each mutant; the word for it is what noticed it, or "" where nothing did."""
        from reconcile.pipeline import default_pipeline

        default_pipeline()
        items = {item.nodeid: item for item in session.items}
        functions = _functions()
        with tempfile.TemporaryDirectory() as work:
            os.environ["PYTEST_DEBUG_TEMPROOT"] = work
            for number, (mutant, choice) in enumerate(self.planned()):
                if len(self.running) >= self.jobs:
                    self._await(items)
                answer = Path(work) / f"{number}.txt"
                known = [items[test] for test in choice.tests if test in items and self.sound.get(test, True)]
                child = _fork(answer, lambda m=mutant, c=choice, k=known: self._try(m, c, k, functions))
                self.running[child] = (mutant, answer)
            while self.running:
                self._await(items)
        return True

    def _await(self, items: dict[str, pytest.Item]) -> None:
        child, status = os.wait()
        mutant, answer = self.running.pop(child)
        noticed = answer.read_text(encoding="utf-8") if answer.exists() else f"ended by signal {status & 127}"
        if noticed in items and not self._is_sound(items[noticed], answer):
            noticed = f"? {noticed} fails without the change"
        self.report(mutant, noticed)

    def _is_sound(self, item: pytest.Item, answer: Path) -> bool:
        """Whether a test passes in a fork in which nothing was changed; asked once for each test."""
        if item.nodeid not in self.sound:
            again = answer.with_suffix(".again")
            os.waitpid(_fork(again, lambda: _run([item])), 0)
            self.sound[item.nodeid] = again.exists() and not again.read_text(encoding="utf-8")
        return self.sound[item.nodeid]

    def _try(
        self, mutant: Mutant, choice: Choice, items: list[pytest.Item], functions: list[types.FunctionType]
    ) -> str:
        path = self.root / mutant.file
        changed = compile(mutate(self.root, mutant), str(path), "exec")
        whole = compile(path.read_text(encoding="utf-8"), str(path), "exec")
        pairs = list(_changed_functions(whole, changed))
        if not pairs:
            return _run_anew(self.root, mutant, changed, choice.tests)
        for old, new in pairs:
            for function in functions:
                if function.__code__ == old and function.__code__.co_filename == old.co_filename:
                    function.__code__ = new
        _forget(lambda module: choice.loading or not module.startswith(_LOADERS))
        return _run(items)


def _fork(answer: Path, work: Callable[[], str]) -> int:
    child = os.fork()
    if child:
        return child
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    try:
        noticed = work()
    except BaseException as error:
        noticed = f"? the trial failed: {type(error).__name__}: {error}"
    answer.write_text(noticed, encoding="utf-8")
    os._exit(0)


def _functions() -> list[types.FunctionType]:
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, types.FunctionType) and (thing.__module__ or "").startswith("reconcile")
    ]


def _changed_functions(old: types.CodeType, new: types.CodeType) -> Iterator[tuple[types.CodeType, types.CodeType]]:
    """The outermost functions whose code differs; none where a statement outside of functions does."""
    for before, after in zip(_inner(old), _inner(new), strict=True):
        if before.co_flags & inspect.CO_OPTIMIZED:
            if before != after:
                yield before, after
        else:
            yield from _changed_functions(before, after)


def _inner(code: types.CodeType) -> list[types.CodeType]:
    return [const for const in code.co_consts if isinstance(const, types.CodeType)]


def _forget(chosen: Callable[[str], bool]) -> None:
    """What chosen modules remember between calls is forgotten."""
    for name, module in list(sys.modules.items()):
        if name.startswith("reconcile") and chosen(name):
            for thing in vars(module).values():
                with contextlib.suppress(AttributeError, TypeError):
                    thing.cache_clear()


@dataclass(slots=True, eq=False)  # pytest asks for its hash
class _Watch:
    """Notes the first test that fails, and stops there."""

    failed: str = ""
    wanted: frozenset[str] = frozenset()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.failed:
            self.failed = f"collecting {report.nodeid}"

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self.wanted]


def _run(items: list[pytest.Item]) -> str:
    if not items:
        return ""
    watch = _Watch()
    items[0].config.pluginmanager.register(watch)
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if watch.failed:
            break
    return watch.failed


def _run_anew(root: Path, mutant: Mutant, changed: types.CodeType, tests: tuple[str, ...]) -> str:
    """Runs tests on the package imported once more, with the changed code in place of one module's."""
    name = mutant.file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    ours = (str(root / "reconcile"), str(root / "tests"))
    for known, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(ours):
            del sys.modules[known]
    sys.meta_path.insert(0, _Finder(name, str(root / mutant.file), changed))
    watch = _Watch(wanted=frozenset(tests))
    files = dict.fromkeys(str(root / test.split("::")[0]) for test in tests)
    with contextlib.chdir(root):
        code = pytest.main(["-x", "-q", "-s", "-p", "no:cacheprovider", f"--rootdir={root}", *files], plugins=[watch])
    return watch.failed or ("" if code in (0, 5) else f"? pytest ends with {code}")


@dataclass(frozen=True, slots=True)
class _Finder(importlib.abc.MetaPathFinder):
    name: str
    path: str
    code: types.CodeType

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        if fullname != self.name:
            return None
        folder = [str(Path(self.path).parent)] if self.path.endswith("__init__.py") else None
        loader = _Loader(fullname, self.path)
        loader.code = self.code
        return importlib.util.spec_from_file_location(
            fullname, self.path, loader=loader, submodule_search_locations=folder
        )


class _Loader(SourceFileLoader):
    code: types.CodeType

    def get_code(self, fullname: str) -> types.CodeType:  # noqa: ARG002
        return self.code
