"""A trail is for readers: what decides anything is a field of a record, so a step may be reworded and renamed."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "reconcile"
FILES = sorted(ROOT.rglob("*.py"))
# Where a trail is read for what it is, with the reason; anywhere else it is only made longer. Records name it among the
# fields of their JSON form, which is no reading.
READERS = {
    ("cli/explain.py", "_claim"): "prints it",
    ("cli/rules_on_articles.py", "_steps"): "counts the rules that fired, to print them",
    ("report/html/findings.py", "_details"): "prints it",
    ("report/markdown/page.py", "_trail"): "prints it",
    ("review/dialogue.py", "_trail"): "prints it",
    ("review/pages.py", "_passage"): "hands it to the page that prints it",
    ("review/pages.py", "_steps"): "prints it",
    ("reconciler/verdicts/findings.py", "joint_trail"): "makes that of a finding from those of its claims",
    ("verify/findings.py", "_of_one_text"): "holds that of a finding against those of its claims, as replay does",
}


def named(path):
    return path.relative_to(ROOT).as_posix()


def reads(source):
    """The functions that read a trail, and the lines; to hand a claim its own steps and more is no reading."""
    found = []

    def visit(node, function):
        if isinstance(node, ast.FunctionDef):
            function = node.name
        if isinstance(node, ast.Attribute) and node.attr == "trail" and isinstance(node.ctx, ast.Load):
            found.append((function, node.lineno))
        for child in ast.iter_child_nodes(node):
            if not (isinstance(node, ast.keyword) and node.arg == "trail" and is_longer(child)):
                visit(child, function)

    visit(ast.parse(source), "")
    return found


def is_longer(node):
    """Whether an expression is `(*claim.trail, ...)`, whatever is added."""
    first = node.elts[0] if isinstance(node, ast.Tuple) and node.elts else None
    own = isinstance(first, ast.Starred) and isinstance(first.value, ast.Attribute) and first.value.attr == "trail"
    return own and not any(reads(ast.unparse(part)) for part in node.elts[1:])


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nothing_but_a_printer_reads_a_trail(path):
    allowed = {function for file, function in READERS if file == named(path)}
    found = reads(path.read_text(encoding="utf-8"))
    assert [line for function, line in found if function not in allowed] == []
    assert allowed <= {function for function, _ in found}, "no longer a reader: take it off the list"


@pytest.mark.parametrize(
    "source",
    [
        "def f(c):\n    return any(step.rule == 'a' for step in c.trail)",
        "def f(c):\n    return c.trail[0].rule == 'a'",
        "def f(c):\n    return step in c.trail",
        "def f(c):\n    return c.trail[-1].rule.startswith('a')",
        "def f(c):\n    rules = {step.rule for step in c.trail}",
        "def f(c):\n    return replace(c, trail=tuple(s for s in c.trail if s.rule != 'a'))",
        "def f(c):\n    return replace(c, trail=(*c.trail, *(s for s in d.trail if s.rule != 'a')))",
    ],
)
def test_the_scan_sees_what_it_looks_for(source):
    assert reads(source)


def test_the_scan_lets_a_trail_grow():
    assert reads("def f(c):\n    return replace(c, trail=(*c.trail, *how, Step('a', 'b')))") == []
