"""Bytes to text or to a diagnostic at the byte that is in the way, and text to an object of JSON."""

import pytest

from reconcile.errors import Diagnostic, line_and_column
from reconcile.sources.decode import NoObjectError, decode, decode_object, kind_of


def test_a_text_is_kept_to_the_letter():
    assert decode("\ufeffA\r\nß\n".encode(), "a.txt") == "\ufeffA\r\nß\n"


@pytest.mark.parametrize(
    ("data", "code", "where", "words"),
    [
        (b"ab\n\xc3\xa9\xff", "input.encoding", "a.txt:2:2", "not UTF-8: byte 0xFF (invalid start byte); save it"),
        (b"\n\nab\0", "input.binary", "a.txt:3:3", "not a text: it holds a NUL byte"),
        (b"\0", "input.binary", "a.txt:1:1", "not a text"),
        (b"\xff\xfea\0", "input.encoding", "a.txt:1:1", "written in UTF-16; save it as UTF-8"),
        (b"\xfe\xff\0a", "input.encoding", "a.txt:1:1", "written in UTF-16"),
        (b"\xef\xbb\xbf \n", "input.empty", "a.txt:1:1", "nothing in it to read"),
        (b"%PDF-1.4", "input.kind", "a.txt:1:1", "a PDF, which is not read: save its text as .txt or .md"),
    ],
)
def test_what_is_no_text_is_told_at_its_place(data, code, where, words):
    problem = decode(data, "a.txt")
    assert isinstance(problem, Diagnostic)
    assert (problem.code, problem.where) == (code, where)
    assert problem.message.startswith(words)


@pytest.mark.parametrize(("limit", "text"), [(4, "four"), (5, "four"), (-1, "four"), (3, None), (0, None)])
def test_a_file_may_have_as_many_bytes_as_the_limit_says(limit, text):
    read = decode(b"four", "a.txt", limit)
    assert (read if text else read.message) == (text or f"larger than {limit} bytes, the most one article may have")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04", "a Word, OpenDocument or other packed file"),
        (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
        (b"{\\rtf1", "a rich text file"),
        (b"\xef\xbb\xbf <!DOCTYPE  html>", "an HTML page"),
        (b"<HTML>", "an HTML page"),
        (b" %PDF-", None),
        (b"<htmlx>", None),
        (b"PK", None),
    ],
)
def test_a_kind_shows_in_the_first_bytes(data, kind):
    assert kind_of(data) == kind


def test_numbers_of_an_object_stay_as_they_are_written():
    assert decode_object('{"a": 1.50, "b": [10, true, null]}') == {"a": "1.50", "b": ["10", True, None]}


@pytest.mark.parametrize(
    ("text", "offset", "words"),
    [
        ('{"a": }', 6, "not readable as JSON: Expecting value"),
        ("[1]", 0, "expected an object of keys and values"),
        ('{"a": "\\ud800"}', 7, "half of a character"),
        ("[" * 100_000, 0, "nested too deeply"),
    ],
)
def test_what_is_no_object_says_where(text, offset, words):
    with pytest.raises(NoObjectError, match=words) as caught:
        decode_object(text)
    assert caught.value.offset == offset


def test_lines_and_columns_count_from_one():
    text = "ab\r\n\nc"
    assert [line_and_column(text, at) for at in range(len(text))] == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (3, 1)]
