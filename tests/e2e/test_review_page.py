"""The review page in a real browser, from the first finding to what lies in the ledger."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = {
    "herald.txt": "The storm in Dale killed 5 people on 3 May 2031. Roofs were torn off.\n",
    "courier.txt": "The storm in Dale killed 7 people on 3 May 2031.\n",
    "north.txt": "Acme Foods employs 5,200 people in Norway.\n",
    "south.txt": "Acme Foods employs 6,900 people in Norway.\n",
}


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def serving(articles, *options):
    """The address of a review of the articles; the process is ours to end."""
    command = (sys.executable, "-m", "reconcile", "review", str(articles), "--no-browser", "--by", "ada", *options)
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        # a shell lets what it runs in the background ignore Ctrl-C, and children inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        address = re.fullmatch(r"Review at (http://127\.0\.0\.1:\d+/\?token=\S+)\n", process.stdout.readline())
        assert address
        yield address[1], process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=120)
        finally:
            process.kill()


@contextmanager
def opened(new_page, address, **options):
    page = new_page(**options)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(address)
    try:
        yield page
    finally:
        page.close()
    assert [e for e in errors if "400" not in e] == []


def decisions(articles):
    return sorted((articles / "decisions").glob("*.yaml"))


def titled(page, title):
    expect(page).to_have_title(title)


def message_shown(page, words):
    expect(page.locator("#status")).to_have_text(words)


def marked(page, *values):
    expect(shown(page).locator("mark")).to_have_text(list(values))


def shown(page):
    return page.locator("article:not([hidden])")


def test_deciding_by_keys_taking_back_and_starting_again(new_page, articles):
    with serving(articles) as (address, _), opened(new_page, address) as page:
        titled(page, "Review: 0 of 2 decided")
        expect(shown(page).locator("h2")).to_have_text("“employees” of Acme Foods is given as “5,200” and “6,900”.")
        marked(page, "5,200", "6,900")
        page.keyboard.press("j")
        marked(page, "7", "5")
        page.keyboard.press("k")
        page.keyboard.press("r")
        page.keyboard.type("asked the firm, j and 2")
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        titled(page, "Review: 1 of 2 decided")
        (file,) = decisions(articles)
        text = file.read_text(encoding="utf-8")
        assert "verdict: keep" in text
        assert "asked the firm, j and 2" in text
        # the next open finding is shown
        marked(page, "7", "5")
        page.keyboard.press("4")
        titled(page, "Review: 2 of 2 decided")
        assert len(decisions(articles)) == 2
        page.keyboard.press("u")
        titled(page, "Review: 1 of 2 decided")
        assert decisions(articles) == [file]
    with serving(articles) as (address, _), opened(new_page, address) as page:
        titled(page, "Review: 1 of 2 decided")
        # what is open comes first to the eye
        marked(page, "7", "5")


def test_both_stand_needs_a_reason_and_the_field_is_ready_for_it(new_page, articles):
    with serving(articles) as (address, _), opened(new_page, address) as page:
        page.keyboard.press("3")
        message_shown(page, "say why both stand")
        assert decisions(articles) == []
        page.keyboard.type("one counts part-time staff")
        page.keyboard.press("Escape")
        page.keyboard.press("3")
        titled(page, "Review: 1 of 2 decided")
        (file,) = decisions(articles)
        assert "reason: one counts part-time staff" in file.read_text(encoding="utf-8")


def test_the_trail_and_the_help_are_one_key_away(new_page, articles):
    with serving(articles) as (address, _), opened(new_page, address) as page:
        trail = shown(page).locator("details.trail")
        expect(trail.locator("ol").first).to_be_hidden()
        page.keyboard.press("t")
        expect(trail.locator("code").first).to_be_visible()
        expect(trail).to_contain_text("count.noun")
        page.keyboard.press("?")
        expect(page.locator("#help")).to_be_visible()
        expect(page.locator("#help-button")).to_have_attribute("aria-expanded", "true")


def test_a_rule_is_shown_with_what_it_changes_before_it_is_written(new_page, articles):
    rules = articles.parent / "my-rules"
    with serving(articles, "--write-rules", str(rules)) as (address, _), opened(new_page, address) as page:
        page.keyboard.press("j")
        page.keyboard.press("w")
        shown(page).locator("[data-proposal]").first.click()
        effect = shown(page).locator(".effect")
        effect.locator("pre").first.wait_for()
        assert "exclude:" in effect.text_content()
        assert re.search(r"Findings that go: [1-9]", effect.text_content())
        assert not rules.exists()
        effect.get_by_role("button", name="Write this rule").click()
        message_shown(page, re.compile("^Wrote "))
    (file,) = rules.rglob("*.yaml")
    assert "why: misread" in file.read_text(encoding="utf-8")


def test_killed_at_once_nothing_decided_is_lost(new_page, articles):
    with serving(articles) as (address, process), opened(new_page, address) as page:
        page.keyboard.press("1")
        titled(page, "Review: 1 of 2 decided")
        process.kill()
        process.wait(timeout=120)
    assert len(decisions(articles)) == 1


def test_the_words_of_an_article_are_no_markup(new_page, articles):
    hostile = (
        "Acme Foods employs 8,100 people in Norway.<script>document.title='x'</script><img src=x onerror=alert(1)>\n"
    )
    (articles / "west.txt").write_text(hostile, encoding="utf-8")
    with serving(articles) as (address, _), opened(new_page, address) as page:
        titled(page, re.compile("^Review:"))
        assert page.locator("article script, article img").count() == 0
        assert "<script>" in page.locator("article").first.text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 900), (360, 740)], ids=["desk", "phone"])
def test_nothing_keeps_anybody_out(new_page, articles, axe, size, scheme):
    with serving(articles) as (address, _):
        page = new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, bypass_csp=True)
        page.goto(address)
        for key in "tw?":
            page.keyboard.press(key)
        found = axe.run(page).response
        assert len(found["passes"]) > 15
        assert [(v["id"], v["impact"], v["help"]) for v in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
