"""A page whose every foreign word is hostile has the same elements as one whose words are plain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given, settings
from test_gfm_escape import TRAPS, foreign
from test_report_hostile import run_of

from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.report.formats import FORMATS
from reconcile.report.gfm import visible

HOSTILE = [
    *TRAPS,
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "<!--",
    "]]>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "\x00\ufffe\ud800",
]
WAYS = ("#", "../", "https://", "http://")


class Page(HTMLParser):
    """The elements of a page in order, each with the names of its attributes, its links, and what a reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_endtag(self, tag):
        self.elements.append((f"/{tag}", ()))

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.comments.append(data)


def page_of(word: str) -> Page:
    decision = Decision(word, word, Judgement.KEEP, word, word, date(2031, 1, 1), word, word)
    reviews = (Review(decision, State.DECIDED, (word,)), Review(decision, State.APPLIED))
    return Page(FORMATS["html"].render(replace(run_of(word), reviews=reviews)))


def test_what_moved_since_a_decision_is_text() -> None:
    decision = Decision("<i>", "<i>", Judgement.BOTH_STAND, "<i>", "<i>", date(2031, 1, 1))
    run = replace(run_of("<i>"), reviews=(Review(decision, State.REOPENED, ("<i>",), ("<i>",)),))
    assert "i" not in {name for name, _ in Page(FORMATS["html"].render(run)).elements}


PLAIN = page_of("word")


def assert_same_elements(word: str) -> None:
    page = page_of(word)
    assert page.elements == PLAIN.elements
    assert page.comments == []
    assert all(link.startswith(WAYS) for link in page.links), page.links


@pytest.mark.parametrize("word", [word for word in HOSTILE if visible(word)])
def test_each_trap_everywhere(word: str) -> None:
    assert_same_elements(word)


@settings(max_examples=60, deadline=None)
@given(foreign)
def test_any_text_everywhere(word: str) -> None:
    assume(visible(word))
    assert_same_elements(word)


def test_the_plain_page_has_what_is_tested() -> None:
    names = {name for name, _ in PLAIN.elements}
    assert {"article", "mark", "svg", "table", "details", "blockquote", "select"} <= names
    assert "word" in " ".join(PLAIN.words)


@pytest.mark.parametrize("url", ["javascript:alert(1)", " https://a.example", "data:text/html,x", "//a.example", "x"])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    run = run_of("word")
    documents = tuple(replace(d, source=replace(d.source, url=url)) for d in run.documents)
    page = Page(FORMATS["html"].render(replace(run, documents=documents)))
    assert url.strip() not in page.links
    assert visible(url) in " ".join(page.words)


def test_the_page_can_be_written_to_a_file() -> None:
    for word in HOSTILE:
        assert FORMATS["html"].render(run_of(f"a{word}")).encode("utf-8")
