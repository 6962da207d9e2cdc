"""Fixtures that all tests share."""

import pytest
from hypothesis import settings

from reconcile.pipeline import Pipeline, default_pipeline
from reconcile.rules.load import Pack

# properties are tried on the same examples every time, and a slow machine is no failure
settings.register_profile("same-everywhere", derandomize=True, deadline=None)
settings.load_profile("same-everywhere")


@pytest.fixture(scope="session")
def stages() -> Pipeline:
    """The pipeline of the default pack."""
    return default_pipeline()


@pytest.fixture(scope="session")
def pack(stages: Pipeline) -> Pack:
    """The default pack."""
    return stages.pack
