"""A page whose every foreign word is hostile has the same structure as one whose words are plain."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from report_builder import at_least
from report_reader import FILTERED, parser, read
from test_gfm_escape import TRAPS, foreign

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.document import Document, Source
from reconcile.model.finding import Evidence, Finding, Group, Option, Pair, Relation, Support
from reconcile.model.mention import Kind, Mention, Reading, Timex, TimexType
from reconcile.model.period import Grain, Period
from reconcile.model.run import Coverage, Run, Unread
from reconcile.model.span import Span
from reconcile.report.formats import FORMATS
from reconcile.report.gfm import visible

TAGS = {"h1", "h2", "h3", "p", "ol", "ul", "li", "a", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}
HTML = re.compile(
    r"<!-- [0-9A-Za-z_.~:/+=,% -]*-->|</?span>|</?b>|<br>|<a id=\"[0-9A-Za-z_-]+\">|</a>"
    r"|<details><summary>(?:Set aside by a rule: \d+|Map of numbers and dates)</summary>|</details>"
)


def page_of(word: str) -> str:
    """The Markdown of the run of `word`."""
    return FORMATS["md"].render(run_of(word))


def run_of(word: str) -> Run:
    """A run in which every string that this package did not write is `word`."""
    documents = tuple(_document(f"{letter}{word}", word) for letter in "ab")
    claims = tuple(_claim(document, word) for document in documents)
    roles = tuple(_role(document, word) for document in documents)
    ids = tuple(claim.id for claim in claims)
    sides = tuple(Evidence(c.source, c.span.start, c.span.end, c.quote, "", c.id) for c in claims)
    loose = Evidence("nowhere", 0, 1, word, word, None)
    pair = Pair(ids[0], ids[1], Relation.AGREE, word)
    return Run(
        manifest={"version": word, "more": {word: [word]}},
        documents=documents,
        claims=(*claims, *roles),
        groups=(Group(word, word, ids, Relation.AGREE, Support.CORROBORATED, (pair,)),),
        findings=(_finding(word, (*sides, loose)),),
        diagnostics=(Diagnostic(word, Severity.NOTE, word, word),),
        coverage=tuple(_coverage(document, word) for document in documents),
        mentions={document.id: _undated(word) for document in documents},
    )


def _document(name: str, word: str) -> Document:
    source = Source(publisher=word, title=word, published=date(2020, 1, 1), published_from=word)
    return Document(name, f"{word}\n{word} 5 {word}\n", source, path=f"a/{name}")


def _claim(document: Document, word: str) -> Claim:
    at = document.text.index("\n") + 1 + len(word)
    return Claim(
        f"{document.id}@1", document.id, Span(at, at + 3), document.text[at : at + 3], Span(at, len(document.text)),
        Kind.COUNT, word, (Step(word, word),), Subject(word, word), Metric(word, word), at_least(5), word, word, word,
        word, Period(None, None, word, Grain.DAY), {word: word}, attribution=word, readings=(Reading(word, unit=word),),
    )  # fmt: skip


def _role(document: Document, word: str) -> Claim:
    return Claim(
        f"{document.id}@2", document.id, Span(0, 1), word, Span(0, 1), Kind.ROLE, word, (Step(word, word),),
        Subject(word, word), titles=(word, word), organisation=Subject(word, word),
    )  # fmt: skip


def _finding(word: str, sides: tuple[Evidence, ...]) -> Finding:
    return Finding(
        word, word, Severity.ERROR, Relation.CONFLICT, word, word, word, word, sides, (Option(word, word),), word,
        (Step(word, word),), (word,),
    )  # fmt: skip


def _coverage(document: Document, word: str) -> Coverage:
    item = Unread(document.id, Span(0, 1), word, None)
    return Coverage(document.id, 1, (Unread(document.id, Span(0, 1), word, word),), (item,))


def _undated(word: str) -> tuple[Mention, ...]:
    return (Mention(Span(0, 1), word, Kind.DATE, word, timex=Timex(TimexType.DATE, word)),)


def structure(markdown: str) -> list[str]:
    return [token.type for token in parser().parse(markdown)]


PLAIN = structure(page_of("word"))


def assert_same_structure(word: str) -> None:
    page = page_of(word)
    assert structure(page) == PLAIN
    seen = read(page)
    assert seen.tags <= TAGS
    for piece in seen.html:
        assert HTML.fullmatch(piece.replace("<!-- -->", "")) or piece == "<!-- -->", piece
    for run in seen.runs:
        assert not FILTERED.search(run), run


@pytest.mark.parametrize("word", [trap for trap in TRAPS if visible(trap)])
def test_each_trap_everywhere(word: str) -> None:
    assert_same_structure(word)


@settings(max_examples=60, deadline=None)
@given(foreign)
def test_any_text_everywhere(word: str) -> None:
    assume(visible(word))
    assert_same_structure(word)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TRAPS))
def test_the_page_can_be_written_to_a_file(word: str) -> None:
    assert page_of(word).encode("utf-8")
