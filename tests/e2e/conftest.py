"""A real browser: the system's Chromium, driven by Playwright.

Tests wait for what they expect, never for a length of time; how long they wait at most is for a machine that is busy
with other work, and is used up only by a test that fails.
"""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

# milliseconds
AT_MOST = 120_000
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser():
    where = shutil.which("chromium")
    if where is None:
        # a reason to leave the test out, but not where everything must be tested
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no chromium on this machine")
    expect.set_options(timeout=AT_MOST)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=list(FLAGS), timeout=AT_MOST)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser):
    """Makes a page in a context of its own; all are closed when the test ends."""
    contexts = []

    def new_page(**options):
        context = browser.new_context(**options)
        context.set_default_timeout(AT_MOST)
        contexts.append(context)
        return context.new_page()

    yield new_page
    for context in contexts:
        context.close()


@pytest.fixture
def axe():
    """The checks of axe-core, which its package brings along."""
    return Axe()
