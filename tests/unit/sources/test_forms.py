"""What is read in a folder, what looks like an article and is told, and what is let be."""

from pathlib import Path

import pytest

from reconcile.errors import Severity
from reconcile.model.document import Format
from reconcile.report.formats import FORMATS
from reconcile.sources.forms import Form, form
from reconcile.sources.read import read_inputs

TEXT = "The lock at Orrin was opened in 2031 and has 14 gates.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("The lock at Orrin has 12 gates.\n")
    return tmp_path / "in"


def put(folder: Path, name: str, data: bytes = TEXT.encode()) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


@pytest.mark.parametrize(
    "name",
    [
        "lock.text", "LOCK.TXT", "lock", "Interview with J. Marsh", "Budget 2031.5", "No. 5", "README", "deep/er/lock",
        "lock v1.2", "2031-05-03 10.30",
    ],
)  # fmt: skip
def test_texts_are_read_with_and_without_an_ending(folder, name):
    put(folder, name)
    documents, problems = read_inputs(["in"])
    assert [(d.text, d.format) for d in documents if d.path != "in/a.txt"] == [(TEXT, Format.PLAIN)]
    assert problems == ()


@pytest.mark.parametrize("name", ["lock.mkd", "lock.mdown", "LOCK.Markdown"])
def test_markdown_has_several_endings(folder, name):
    put(folder, name, b"---\ntitle: Locks\n---\n" + TEXT.encode())
    documents, problems = read_inputs(["in"])
    read = {d.id: (d.format, d.source.title) for d in documents}
    assert read == {"a.txt": (Format.PLAIN, None), name: (Format.MARKDOWN, "Locks")}
    assert problems == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lock.pdf", "a PDF"), ("lock.PDF", "a PDF"), ("lock.doc", "Word"), ("lock.docx", "Word"),
        ("lock.odt", "OpenDocument"), ("lock.rtf", "rich text"), ("lock.epub", "e-book"), ("lock.pages", "Pages"),
        ("lock.pptx", "presentation"), ("lock.htm", "web page"), ("lock.html", "web page"), ("lock.xhtml", "web page"),
        ("lock.mhtml", "web page"), ("lock.eml", "mail"), ("lock.mbox", "mail"), ("lock.msg", "mail"),
        ("lock.rss", "feed"), ("lock.rst", "reStructuredText"), ("lock.adoc", "AsciiDoc"), ("lock.org", "Org"),
        ("lock.tex", "TeX"), ("lock.txt.gz", "packed"), ("lock.html.xz", "packed"), ("deep/lock.html", "web page"),
    ],
)  # fmt: skip
def test_what_looks_like_an_article_and_is_not_read_is_reported(folder, name, words):
    put(folder, name)
    documents, problems = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.txt"]
    assert [(p.code, p.severity, p.where) for p in problems] == [("input.not-read", Severity.ERROR, f"in/{name}:1:1")]
    assert words in problems[0].message
    assert "save its text as .txt or .md" in problems[0].message
    assert f"`{Path(name).name}: {{article: false}}` in sources.yaml" in problems[0].message


@pytest.mark.parametrize("name", ["gates.xlsx", "gates.ods", "gates.tsv"])
def test_a_table_in_a_form_that_is_not_read_is_reported_with_another_advice(folder, name):
    put(folder, name)
    (problem,) = read_inputs(["in"])[1]
    assert problem.code == "input.not-read"
    assert "save it as .csv" in problem.message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\0\0", "Word"),
        (b"<!DOCTYPE html><p>The lock", "HTML"),
        ("caf\u00e9".encode("utf-16"), "UTF-16"),
        (b"The caf\xe9 at the lock has 9 seats.", "not UTF-8"),
    ],
)
def test_a_document_or_a_text_of_another_coding_without_an_ending_is_reported(folder, data, words):
    put(folder, "lock", data)
    documents, (problem,) = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.txt"]
    assert problem.severity is Severity.ERROR
    assert words in problem.message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("lock.png", b"\x89PNG"), ("lock.jpg", b"x"), ("lock.svg", b"<svg/>"), ("site.css", b"p {}"), ("site.js", b"1"),
        ("lock.py", b"x = 14"), ("lock.sh", b"#!/bin/sh"), ("lock.json", b"{}"), ("lock.yaml", b"a: 1"),
        ("lock.xml", b"<config><gates>14</gates></config>"), ("lock.zip", b"PK\x03\x04"), ("lock.mp3", b"x"),
        ("lock.txt~", b"14"), ("lock.bak", b"14"), ("photo.png.gz", b"x"), ("Makefile", b"all: 14"),
        ("run", b"#!/bin/sh\necho 14\n"), ("program", b"\x7fELF\0\0\0"), ("empty", b""), (".hidden", b"14 gates"),
        (".git/HEAD", b"ref: refs/heads/main 14"),
    ],
)  # fmt: skip
def test_pictures_styles_code_and_data_are_let_be(folder, name, data):
    put(folder, name, data)
    documents, problems = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.txt"]
    assert problems == ()


@pytest.mark.parametrize("root", ["rss", "feed", "nitf", "newsItem", "html"])
def test_news_in_xml_is_reported_by_its_first_element(folder, root):
    put(folder, "lock.xml", f'<?xml version="1.0"?>\n<{root} version="2.0"><p>14 gates</p></{root}>'.encode())
    assert [p.code for p in read_inputs(["in"])[1]] == ["input.not-read"]


@pytest.mark.parametrize("key", ["lock.pdf", '"*.pdf"', '"lock.*"'])
def test_what_is_declared_no_article_is_not_reported(folder, key):
    put(folder, "lock.pdf")
    put(folder, "sources.yaml", f"{key}: {{article: false}}\n".encode())
    documents, problems = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.txt"]
    assert problems == ()


def test_a_pattern_reaches_below_and_the_nearest_file_and_the_plain_name_win(folder):
    for name in ("lock.html", "deep/lock.html", "deep/gate.html"):
        put(folder, name)
    put(folder, "sources.yaml", b'"*.html": {article: false}\n')
    assert read_inputs(["in"])[1] == ()
    put(folder, "deep/sources.yaml", b'"*": {article: false}\ngate.html: {title: Gates}\n')
    assert [p.where for p in read_inputs(["in"])[1]] == ["in/deep/gate.html:1:1"]


def test_a_text_that_is_declared_no_article_is_left_out_unless_named(folder):
    put(folder, "notes.md")
    put(folder, "sources.yaml", b"notes.md: {article: false}\n")
    assert [d.id for d in read_inputs(["in"])[0]] == ["a.txt"]
    assert [d.id for d in read_inputs(["in", "in/notes.md"])[0]] == ["a.txt", "notes.md"]


@pytest.mark.parametrize("name", ["lock.rst", "lock.wire", "lock.log"])
def test_what_is_declared_an_article_is_read_as_plain_text(folder, name):
    put(folder, name)
    put(folder, "sources.yaml", f"{name}: {{article: true, publisher: The Orrin Post}}\n".encode())
    documents, problems = read_inputs(["in"])
    assert [(d.text, d.source.publisher) for d in documents if d.id == name] == [(TEXT, "The Orrin Post")]
    assert problems == ()


def test_a_pattern_says_who_published_many(folder):
    put(folder, "post-1.txt")
    put(folder, "sources.yaml", b'"post-*.txt": {publisher: The Orrin Post}\n')
    documents, problems = read_inputs(["in"])
    assert {d.id: d.source.publisher for d in documents} == {"a.txt": None, "post-1.txt": "The Orrin Post"}
    assert problems == ()


def test_a_pattern_that_fits_nothing_is_reported_unless_it_only_keeps_out(folder):
    put(folder, "sources.yaml", b'"pst-*.txt": {publisher: The Orrin Post}\n"*.pdf": {article: false}\n')
    (problem,) = read_inputs(["in"])[1]
    assert (problem.code, problem.where) == ("sources.no-such-file", "in/sources.yaml:1:1")
    assert "no file that fits 'pst-*.txt'" in problem.message


def test_article_takes_yes_or_no_and_nothing_else(folder):
    put(folder, "sources.yaml", b"a.txt: {article: perhaps}\n")
    (problem,) = read_inputs(["in"])[1]
    assert (problem.code, problem.severity) == ("sources.invalid", Severity.ERROR)


def test_a_folder_with_nothing_but_what_is_not_read_names_that_and_no_more(folder):
    (folder / "a.txt").unlink()
    put(folder, "lock.html")
    assert [p.code for p in read_inputs(["in"])[1]] == ["input.not-read"]
    (folder / "lock.html").unlink()
    put(folder, "logo.png")
    assert [p.code for p in read_inputs(["in"])[1]] == ["input.no-articles"]


def test_a_report_of_an_earlier_run_is_no_article(folder, stages):
    run = stages.run(())
    for name in ("md", "html", "summary"):
        reporter = FORMATS[name]
        put(folder, reporter.filename, reporter.render(run).encode())
        assert form(folder / reporter.filename) is Form.OTHER
    assert [d.id for d in read_inputs(["in"])[0]] == ["a.txt"]
    put(folder, "report.md", b"# Report on the lock at Orrin\n\nIt has 14 gates.\n")
    assert [d.id for d in read_inputs(["in"])[0]] == ["a.txt", "report.md"]


@pytest.mark.parametrize(("sound", "what"), [(8191, Form.OTHER), (8192, Form.ARTICLE)])
def test_so_many_bytes_of_a_file_without_an_ending_are_looked_at(folder, sound, what):
    put(folder, "lock", b"x" * sound + b"\0")
    assert form(folder / "lock") is what
