"""The releases that the tests are run with are those that pyproject.toml speaks of."""

import importlib.util
import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("write_constraints", ROOT / "constraints" / "write.py")
write_constraints = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(write_constraints)

REQUIREMENTS = [Requirement(text) for text in write_constraints.requirements()]


def pinned(name):
    return {canonicalize_name(package): Version(pin) for package, pin in write_constraints.pins(name).items()}


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_what_is_asked_for_has_a_lower_bound_and_is_tried_with_it_and_with_the_newest(requirement):
    name = canonicalize_name(requirement.name)
    (own_stages,) = [Version(part.version) for part in requirement.specifier if part.operator == ">="]
    assert pinned("lowest")[name] == own_stages
    assert pinned("newest")[name] >= own_stages
    assert requirement.specifier.contains(pinned("newest")[name])


@pytest.mark.parametrize("name", ["lowest", "newest"])
def test_every_line_is_one_release_of_one_package(name):
    head, *lines = (ROOT / "constraints" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==\d[\w.]*", line)] == []
    assert len(pinned(name)) == len(lines) > len(REQUIREMENTS)


def test_the_bounds_that_are_written_are_those_of_the_project():
    bounds = {
        canonicalize_name(name): Version(own_stages) for name, own_stages in write_constraints.lower_bounds().items()
    }
    assert bounds.keys() == {canonicalize_name(requirement.name) for requirement in REQUIREMENTS}
    assert bounds == {name: pinned("lowest")[name] for name in bounds}


def test_what_moved_is_reported_against_the_newest(monkeypatch):
    monkeypatch.setattr(write_constraints, "pins", lambda _name: {"PyYAML": "0.1", "no-such-package": "1.0"})
    (line,) = write_constraints.moved()
    assert re.fullmatch(r"PyYAML \d\S+ \(newest\.txt: 0\.1\)", line)
