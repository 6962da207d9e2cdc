"""What is measured of the house: each measure lists what is over its limit, by file and name."""

import ast
import re
from functools import cache
from pathlib import Path

from cognitive import complexity

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "reconcile"
# Lines of a function without its decorators, signature and docstring; points of cognitive complexity.
MOST_LINES_OF_A_FUNCTION = 40
MOST_COMPLEXITY = 15
# Packages that read language, in which a list of words belongs into the rules.
READERS = ("text", "extractors", "normaliser", "reconciler")
# Vocabularies that are no words of the texts that are read, by file: whose they are.
TECHNICAL = {
    "reconcile/extractors/quantities/units.py": "ids of cues and names of units, as units.yaml has them",
    "reconcile/normaliser/units.py": "names of pint's dimensions and units",
    "reconcile/reconciler/verdicts/slips.py": "names of dimensions",
    "reconcile/extractors/claims/rows.py": "columns of a table of claims, and what stands for yes in it",
    "reconcile/extractors/claims/rule_proposals.py": "keys of a rule file",
    "reconcile/normaliser/timex_values.py": "what a resolved time rests on, as the trail says it",
    "reconcile/normaliser/fiscal_years.py": "kinds of entities",
}
_WORD = re.compile(r"[a-z]{2,}(?:[' -][a-z]+)*")


@cache
def files():
    """Every file of the house, with its syntax, by its path from the root."""
    paths = sorted(HOUSE.rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def lines():
    """All lines of the house, blank ones and comments included."""
    return [line for path in HOUSE.rglob("*.py") for line in path.read_text(encoding="utf-8").splitlines()]


def long_functions():
    return [name for name, node in _functions() if body_lines(node) > MOST_LINES_OF_A_FUNCTION]


def complex_functions():
    return [f"{name} {_points(node)}" for name, node in _functions() if _points(node) > MOST_COMPLEXITY]


def excess_of_complexity():
    """One entry for each point that a function is over the limit, so that the worst weigh most."""
    return [name for name, node in _functions() for _ in range(_points(node) - MOST_COMPLEXITY)]


@cache
def _points(function):
    return complexity(function)


def _functions():
    for file, tree in files().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{file}:{node.name}", node


def body_lines(node):
    """Lines of a function without its decorators, signature and docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return node.end_lineno - body[0].lineno + 1 if body else 0


def modules_without_unit_test():
    """Modules that hold something and that no module under `tests/unit` imports."""
    imported = set()
    for path in (ROOT / "tests" / "unit").rglob("*.py"):
        imported |= imports(ast.parse(path.read_text(encoding="utf-8")))
    modules = {file.removesuffix(".py").replace("/", ".") for file, tree in files().items() if tree.body}
    return sorted(name for name in modules - imported if not name.endswith("__"))


def imports(tree):
    """The dotted names that a module imports, or from which it does."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def word_lists_in_code():
    return [
        f"{file}:{line} {' '.join(words)}"
        for file, tree in files().items()
        if file.split("/")[1] in READERS and file not in TECHNICAL
        for line, words in word_lists(tree)
    ]


def word_lists(tree):
    """Literal collections with two or more lower-case words, and texts that are split into words."""
    slots = {id(node.value) for node in ast.walk(tree) if _gives_slots(node)}
    for node in ast.walk(tree):
        if id(node) in slots:
            continue
        if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
            words = [part.value for part in parts if isinstance(part, ast.Constant) and _is_word(part.value)]
            if len(words) > 1:
                yield node.lineno, words
        elif _splits_text(node) and len(node.func.value.value.split()) > 1:
            yield node.lineno, node.func.value.value.split()


def _gives_slots(node):
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("__slots__", "__match_args__")


def _is_word(value):
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


def _splits_text(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "split"
        and isinstance(node.func.value, ast.Constant)
    )
