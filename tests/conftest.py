"""Fixtures that all tests share."""

import pytest

from reconcile.pipeline import Pipeline, default_pipeline
from reconcile.rules.load import Pack


@pytest.fixture(scope="session")
def stages() -> Pipeline:
    """The pipeline of the default pack."""
    return default_pipeline()


@pytest.fixture(scope="session")
def pack(stages: Pipeline) -> Pack:
    """The default pack."""
    return stages.pack
