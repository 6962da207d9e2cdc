"""Foreign text is text: no parser finds markup in it, and a reader sees all of it."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_reader import CLOSING_DOLLAR, FILTERED, read

from reconcile.model.span import Span
from reconcile.report.gfm import bold, code, comment, escape, fragment, quoted, table, visible

OURS = {"<!-- -->", "<span>", "</span>", "<b>", "</b>"}

TRAPS = [
    "# heading",
    "heading\n===",
    "heading\n---",
    "- item",
    "* item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "    code",
    "```\nfence\n```",
    "~~~",
    "`code`",
    "``a`b``",
    "*em* **strong**",
    "_em_ __strong__",
    "~~gone~~",
    "~gone~",
    "a_b_c",
    "[link](http://a.example)",
    "![image](x.png)",
    "[ref]: http://a.example",
    "[^1]",
    "[ ] task",
    "<b>bold</b>",
    "<!-- c -->",
    "<script>alert(1)</script>",
    "<details>",
    "&amp; &#65; &copy;",
    "a | b",
    "| a |\n| - |\n| b |",
    "--- | ---",
    ":-: | :-:",
    "http://a.example",
    "https://a.example/x?y=1",
    "www.a.example",
    "WWW.a.example",
    "ftp://a.example",
    "a@b.example",
    "mailto:a@b.example",
    "xmpp:a@b.example",
    "<http://a.example>",
    "@anna",
    "@org/team",
    "#12",
    "org/repo#12",
    "GH-12",
    ":smile:",
    ":+1:",
    ":-1:",
    ":100:",
    "10:30:45",
    "a\u202eb",
    "a\u200bb",
    "a\u00adb",
    "\ufeffa",
    "a\x00b",
    "a\ud800b",
    "\\",
    "\\\\*a*",
    "a\\",
    "$x$",
    "$$x$$",
    "$5 to $6",
    "US$ 5",
    "$5–$6$",
    "a  \nb",
    "a\\\nb",
    "\t- a",
    "\r\n",
    "{{ x }}",
    "***",
    "___",
    "- - -",
    "“*”",
    "é*é*",
    "中*文*字",
    "\u2028# a",
    "1986\\. x",
    "=",
    "+",
    "-",
    "#",
    "a<",
    "a&",
    "!",
    "![",
    "](x)",
    "<a href='x'>",
    "^x^",
    "==x==",
]

foreign = st.one_of(
    st.lists(st.sampled_from([*TRAPS, " ", "word", "5", ".", "\n"]), max_size=6).map("".join),
    st.text(alphabet=st.sampled_from("ab1 _*`~[]()<>#+-=|\\!&;:@.$/\n\t\u200b\u202e“é中"), max_size=30),
    st.text(max_size=30),
)


def assert_harmless(markdown: str, shown: str, tags: set[str]) -> None:
    seen = read(markdown)
    assert seen.text == " ".join(shown.split())
    assert seen.tags == tags
    assert set(seen.html) <= OURS
    for run in seen.runs:
        assert not FILTERED.search(run), run


def folded(text: str) -> str:
    return " ".join(visible(text).split())


@pytest.mark.parametrize("text", TRAPS)
def test_each_trap_is_only_text(text: str) -> None:
    assert_harmless(escape(text), folded(text), {"p"} if folded(text) else set())


@settings(max_examples=150, deadline=None)
@given(foreign)
def test_alone_on_a_line(text: str) -> None:
    assert_harmless(escape(text), folded(text), {"p"} if folded(text) else set())


@settings(max_examples=150, deadline=None)
@given(foreign, foreign)
def test_in_the_cells_of_a_table(left: str, right: str) -> None:
    markdown = "\n".join(table(("a", "b"), [(escape(left), escape(right))]))
    expected = f"a b {folded(left)} {folded(right)}"
    seen = read(markdown)
    assert seen.text.replace(" ", "") == expected.replace(" ", "")
    assert seen.tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert set(seen.html) <= OURS


@settings(max_examples=100, deadline=None)
@given(foreign)
def test_in_a_heading_a_list_and_a_link(text: str) -> None:
    shown = folded(text)
    assert_harmless(f"### x {escape(text)} x", f"x {shown} x", {"h3"})
    assert_harmless(f"- [ ] x {escape(text)}", f"[ ] x {shown}".strip(), {"ul", "li", "p"})
    assert_harmless(f"[x {escape(text)}](#y)", f"x {shown}".strip(), {"p", "a"})


@settings(max_examples=150, deadline=None)
@given(foreign)
def test_bold_alone(text: str) -> None:
    shown = folded(text)
    assert_harmless(bold(text), shown, {"p", "strong"} if shown else set())


@settings(max_examples=300, deadline=None)
@given(foreign, st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_quotation_shows_the_sentence_and_marks_what_was_asked(text: str, a: int, b: int, c: int, d: int) -> None:
    ends = [min(n, len(text)) for n in (a, b, c, d)]
    marks = [Span(min(ends[:2]), max(ends[:2])), Span(min(ends[2:]), max(ends[2:]))]
    markdown = quoted(text, Span(0, len(text)), marks)
    seen = read(markdown)
    assert seen.text[1:-1].replace(" ", "") == folded(text).replace(" ", "")
    assert seen.text[0] + seen.text[-1] in ("“”", "‘’")
    assert seen.tags <= {"p", "strong"}
    assert set(seen.html) <= OURS


@settings(max_examples=200, deadline=None)
@given(foreign)
def test_no_dollar_sign_can_close_a_formula(text: str) -> None:
    for run in read(escape(text)).runs:
        assert run == "$" or not CLOSING_DOLLAR.search(run)


@settings(max_examples=200, deadline=None)
@given(foreign)
def test_a_comment_is_hidden_and_gives_its_text_back(text: str) -> None:
    hidden = comment(text)
    assert read(hidden).text == ""
    assert "--" not in hidden[4:-3]
    expected = text.encode("utf-8", "replace").decode()
    assert unquote(hidden.removeprefix("<!-- ").removesuffix(" -->")) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=10), st.text(max_size=10))
def test_different_texts_have_different_anchors(a: str, b: str) -> None:
    assert (fragment(a) == fragment(b)) == (a == b)


def test_an_identifier_in_code_and_anything_else_as_text() -> None:
    assert code("check.rank-list") == "`check.rank-list`"
    assert code("a`b") == "a\\`b"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u200bb", "ab"),
        ("a\x00b", "a\ufffdb"),
        (" a\n\n b ", "a b"),
        ("👩\u200d🔬", "👩\u200d🔬"),
    ],
)
def test_invisible_characters(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize("text", ["$86 billion", "a_b.txt", "AT&T", "3.9", "10:30:45", "It's 5-6%!", "(a) x; y"])
def test_what_needs_no_escape_stays_readable(text: str) -> None:
    assert escape(text) == text
