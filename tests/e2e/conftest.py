"""A real browser: the system's Chromium, driven by Playwright."""

import os
import shutil

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip


def left_out(why):
    """A missing browser is a reason to leave a test out; where everything must be tested, it is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{why}, and CI is set")
    pytest.skip(why)


@pytest.fixture(scope="module")
def browser():
    where = shutil.which("chromium")
    if where is None:
        left_out("no chromium on this machine")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        left_out("playwright is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def axe():
    """The checks of axe-core, which its package brings along."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        left_out("axe-playwright-python is not installed")
    return Axe()
