"""The system's Chromium, driven by Playwright; without either the reason is told, and where CI=1 that is a failure."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip


def missing() -> str | None:
    """Why no browser can be driven here, or None."""
    for module, package in (("playwright", "playwright"), ("axe_playwright_python", "axe-playwright-python")):
        if importlib.util.find_spec(module) is None:
            return f"the package {package} is not installed"
    return None if shutil.which("chromium") else "there is no program chromium"


@contextmanager
def browser() -> Iterator[Any]:
    """A browser to make pages in."""
    why = missing()
    if why is not None and os.environ.get("CI") == "1":
        pytest.fail(why)
    if why is not None:
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        yield started
        started.close()
