"""Many sources and many claims: tables are cut and folded, and nothing gets lost."""

from __future__ import annotations

from dataclasses import replace

from report_builder import EMPTY, claims, document
from report_reader import parser

from reconcile.model.claim import Subject
from reconcile.model.run import Run
from reconcile.model.span import Span
from reconcile.report.formats import FORMATS
from reconcile.report.gfm import MOST_OPEN_ROWS
from reconcile.report.index import short_names
from reconcile.report.markdown.facts import COLUMNS


def large(sources: int, each: int) -> Run:
    base = claims()["staff-b"]
    documents = tuple(document(f"{n:03}.txt", "It has 2,450 staff.") for n in range(sources))
    made = tuple(
        replace(
            base,
            id=f"{doc.id}/{n}",
            source=doc.id,
            span=Span(7, 18),
            sentence=Span(0, 19),
            subject=Subject(f"{doc.id}/{n}", f"Firm {doc.id}/{n}"),
        )
        for doc in documents
        for n in range(each)
    )
    return replace(EMPTY, documents=documents, claims=made)


def test_many_sources_make_several_matrices() -> None:
    page = FORMATS["md"].render(large(COLUMNS * 2 + 1, 1))
    heads = [line for line in page.splitlines() if line.startswith("| fact | S")]
    assert len(heads) == 3
    assert heads[0] == "| fact | S1 | S2 | S3 | S4 | S5 | S6 |"
    assert heads[2] == "| fact | S13 |"


def test_long_tables_are_folded_and_whole() -> None:
    page = FORMATS["md"].render(large(1, MOST_OPEN_ROWS + 1))
    assert f"<details><summary>Claims: {MOST_OPEN_ROWS + 1}</summary>" in page
    assert f"<details><summary>Facts of S1 to S1: {MOST_OPEN_ROWS + 1}</summary>" in page
    assert page.count("<details>") == page.count("</details>") == 2
    assert page.count("| Firm 000.txt/") == MOST_OPEN_ROWS + 1
    assert [t.type for t in parser().parse(page)].count("table_open") == 3


def test_short_tables_are_open() -> None:
    assert "<details>" not in FORMATS["md"].render(large(1, MOST_OPEN_ROWS))


def test_names_are_shortened_only_while_they_distinguish_sources() -> None:
    long = ["the-courier-2020-05-04.txt", "the-courier-2020-05-05.txt", "the-herald-2020-05-05.html", "short.txt"]
    assert short_names(long) == {
        "the-courier-2020-05-04.txt": "the-courier-2020-05-04.txt",
        "the-courier-2020-05-05.txt": "the-courier-2020-05-05.txt",
        "the-herald-2020-05-05.html": "the-hera….html",
        "short.txt": "short.txt",
    }
    assert short_names(["a" * 30]) == {"a" * 30: "aaaaaaaa…aaaaaaaa"}
