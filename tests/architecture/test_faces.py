"""Packages have a face: the modules that others may import stand in `faces.yaml`, and nobody reaches past it."""

import ast
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1] / "reconcile"
FACES = yaml.safe_load((HERE / "faces.yaml").read_text(encoding="utf-8"))
PACKAGES = sorted(path.parent.relative_to(ROOT).as_posix() for path in ROOT.rglob("__init__.py") if path.parent != ROOT)


def imported(source):
    """The dotted names that a module may import modules by."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reached():
    """Each module that one outside its package imports: the package, the module, and who does."""
    for path in sorted(ROOT.rglob("*.py")):
        for name in imported(path.read_text(encoding="utf-8")):
            target = ROOT.parent.joinpath(*name.split(".")).with_suffix(".py")
            home = target.parent
            if target.exists() and home not in (ROOT, path.parent, *path.parent.parents):
                yield home.relative_to(ROOT).as_posix(), target.stem, path.relative_to(ROOT).as_posix()


REACHED = sorted(set(reached()))


@pytest.mark.parametrize("package", PACKAGES)
def test_nobody_reaches_past_the_face_of_a_package(package):
    assert [row for row in REACHED if row[0] == package and row[1] not in FACES.get(package, ())] == []


@pytest.mark.parametrize("package", FACES)
def test_a_face_names_what_others_import_and_no_more(package):
    assert FACES[package] == sorted({module for home, module, _ in REACHED if home == package})


def test_an_import_in_either_form_is_seen():
    source = "import a.b\nfrom c.d import e\ndef f():\n    from g import h"
    assert set(imported(source)) == {"a.b", "c.d", "c.d.e", "g", "g.h"}
