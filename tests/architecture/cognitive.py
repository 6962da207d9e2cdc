"""Cognitive complexity (G. Ann Campbell, SonarSource 2018), with and/or and comprehensions counted.

What breaks the straight line of reading costs 1, and 1 more for each such thing it stands in: `if`, a conditional
expression, a loop, `except`, `match`, a comprehension. `elif`, `else`, each further clause of a comprehension and each
run of `and` or of `or` cost 1 wherever they stand. A function inside a function is read as part of it, one step deeper.
"""

import ast

_BREAKS = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Match)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def complexity(function):
    """The cognitive complexity of a function, in points."""
    return sum(_cost(child, 0) for child in function.body)


def _cost(node, depth):
    points, inner = _points(node, depth)
    if isinstance(node, ast.If):
        branches = _cost(node.test, depth) + sum(_cost(child, depth + 1) for child in node.body)
        return points + branches + _cost_of_else(node.orelse, depth)
    if isinstance(node, ast.For | ast.AsyncFor | ast.While) and node.orelse:
        points += 1
    return points + sum(_cost(child, inner) for child in ast.iter_child_nodes(node))


def _cost_of_else(rest, depth):
    """What stands after `else`; `elif`, or an `if` alone under `else`, costs 1 however deep it stands."""
    if not rest:
        return 0
    if len(rest) == 1 and isinstance(rest[0], ast.If):
        return _cost(rest[0], depth) - depth
    return 1 + sum(_cost(child, depth + 1) for child in rest)


def _points(node, depth):
    """The cost of a node itself, and the depth of what stands in it."""
    if isinstance(node, _BREAKS):
        return 1 + depth, depth + 1
    if isinstance(node, _COMPREHENSIONS):
        clauses = sum(1 + len(clause.ifs) for clause in node.generators)
        return depth + clauses, depth + 1
    if isinstance(node, ast.BoolOp):
        return 1, depth
    return 0, depth + isinstance(node, _FUNCTIONS)
