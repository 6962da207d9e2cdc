"""Links, worked out from names alone."""

from __future__ import annotations

import posixpath
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_builder import EMPTY

from reconcile.model.document import Document
from reconcile.model.span import Span
from reconcile.report.index import Index, relative, to_line


@pytest.mark.parametrize(
    ("path", "folder", "way"),
    [
        ("seeds/a.txt", "reports", "../seeds/a.txt"),
        ("a.txt", "reports", "../a.txt"),
        ("a.txt", "", "a.txt"),
        ("a.txt", ".", "a.txt"),
        ("reports/a.txt", "reports", "a.txt"),
        ("news/2020/a.txt", "news/reports", "../2020/a.txt"),
        ("./seeds/../a.txt", "out/deep", "../../a.txt"),
        ("../a.txt", "reports", "../../a.txt"),
        ("a.txt", "../reports", None),
        ("../a.txt", "../reports", "../a.txt"),
        ("/srv/a.txt", "reports", None),
        ("/srv/a.txt", "/srv/reports", "../a.txt"),
        ("", "reports", None),
    ],
)
def test_the_way_from_a_folder_to_a_file(path: str, folder: str, way: str | None) -> None:
    assert relative(path, folder) == way


names = st.lists(st.sampled_from(["a", "b", "c.txt"]), min_size=1, max_size=4).map("/".join)


@given(names, names)
def test_the_way_leads_back_to_the_file(path: str, folder: str) -> None:
    way = relative(path, folder)
    assert way is not None
    assert posixpath.normpath(posixpath.join(folder, way)) == path


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("seeds/a b).txt", "../seeds/a%20b%29.txt#L3"),
        ("seeds/a|b.MD", "../seeds/a%7Cb.MD?plain=1#L3"),
        ("seeds/ä.txt", "../seeds/%C3%A4.txt#L3"),
        (None, None),
    ],
)
def test_a_link_to_a_line(path: str | None, target: str | None) -> None:
    assert to_line(path, "reports", 3) == target


@pytest.mark.parametrize(
    ("text", "span", "line"),
    [
        ("one\ntwo 5 two\nthree", Span(8, 9), Span(4, 13)),
        ("5 is first", Span(0, 1), Span(0, 10)),
        ("x" * 5000, Span(2500, 2510), Span(500, 4510)),
        ("\n" + "x" * 5000, Span(1500, 1501), Span(1, 3501)),
    ],
)
def test_without_a_sentence_a_place_is_quoted_with_its_line_or_2000_characters_each_way(text, span, line):
    index = Index.of(replace(EMPTY, documents=(Document("a", text),)), "reports")
    assert index.sentence("a", span) == line
    assert index.sentence("unknown", span) == span
