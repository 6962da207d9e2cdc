"""Limits that the house does not hold yet: what is over them must not grow.

Each ceiling is what was measured when it was last lowered, and may only be lowered; the target stands beside it.
"""

import ast
import subprocess
import sys

import measures
import pytest
from cognitive import complexity

# measure: ceiling, target
CEILINGS = {
    measures.files: (279, 240),
    measures.lines: (44_380, 32_000),
    measures.long_functions: (0, 0),
    measures.complex_functions: (0, 0),
    measures.excess_of_complexity: (0, 0),
    measures.modules_without_unit_test: (21, 0),
    measures.word_lists_in_code: (0, 0),
}


@pytest.mark.parametrize("measure", CEILINGS, ids=lambda measure: measure.__name__)
def test_a_ceiling_is_not_raised(measure):
    over = list(measure())
    ceiling, target = CEILINGS[measure]
    assert target <= ceiling
    assert len(over) <= ceiling, "\n".join(map(str, over[:200]))


def test_every_technical_vocabulary_is_still_there():
    used = {file for file, tree in measures.files().items() if any(measures.word_lists(tree))}
    assert measures.TECHNICAL.keys() <= used


def test_a_module_deep_inside_is_imported_first_and_leaves_the_public_functions():
    code = (
        "import reconcile.extractors.claims.frames, reconcile\n"
        "assert callable(reconcile.extract) and callable(reconcile.reconcile)\n"
        "assert reconcile.extractors.claims.frames.__name__ == 'reconcile.extractors.claims.frames'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _function(source):
    return ast.parse(source).body[0]


@pytest.mark.parametrize(
    ("body", "points"),
    [
        ("return a", 0),
        ("if a: b", 1),
        ("if a: b\n else: c", 2),
        ("if a: b\n elif c: d\n else: e", 3),
        ("if a and b and c: d", 2),
        ("if a and b or c: d", 3),
        ("for a in b:\n  if c: d", 3),
        ("while a:\n  for b in c:\n   if d: e", 6),
        ("return b if a else c", 1),
        ("return [x for x in a]", 1),
        ("return [x for x in a if x]", 2),
        ("return [x for y in a for x in y if x and y]", 4),
        ("if a:\n  return [x for x in a]", 3),
        ("if a: b\n elif c:\n  if d: e", 4),
        ("try: a\n except E:\n  if b: c", 3),
        ("def g():\n  if a: b\n return g", 2),
        ("return lambda: a if b else c", 2),
        ("match a:\n  case 1:\n   if b: c", 3),
        ("with a:\n  if b: c", 1),
    ],
)
def test_complexity_is_counted_as_defined(body, points):
    assert complexity(_function(f"def f():\n {body}")) == points


@pytest.mark.parametrize(
    ("source", "lists"),
    [
        ("X = {'of', 'in'}", [["of", "in"]]),
        ("X = frozenset(('of', 'in'))", [["of", "in"]]),
        ("f(word in ['the', 'a', 'an'])", [["the", "an"]]),
        ("X = {'of': 'in'}", [["of", "in"]]),
        ("X = 'of in at'.split()", [["of", "in", "at"]]),
        ("X = ('at least', 'at most')", [["at least", "at most"]]),
        ("X = ('of',)", []),
        ("X = ('AM', 'PM', 'T1')", []),
        ("__slots__ = ('text', 'span')", []),
        ("X = ('%', '€', 'of')", []),
    ],
)
def test_a_list_of_words_is_seen(source, lists):
    assert [words for _, words in measures.word_lists(ast.parse(source))] == lists


def test_imports_are_seen_in_either_form():
    tree = ast.parse("import a.b\nfrom c import d\ndef f():\n    from e.f import g")
    assert measures.imports(tree) == {"a.b", "c", "c.d", "e.f", "e.f.g"}
