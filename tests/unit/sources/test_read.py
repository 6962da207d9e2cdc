import io
import os
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from reconcile.model.document import Format
from reconcile.sources.read import read_inputs


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(problems):
    return [p.code for p in problems]


def test_a_folder_gives_its_articles_and_nothing_else(folder):
    for name in ("in/b.txt", "in/a.md", "in/deep/c.markdown", "in/.hidden.txt", "in/.git/d.txt", "in/e.json"):
        write(folder / name, "Sales were 5.")
    write(folder / "in/sources.yaml", "")
    documents, problems = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.md", "b.txt", "c.markdown"]
    assert [d.path for d in documents] == ["in/a.md", "in/b.txt", "in/deep/c.markdown"]
    assert [d.format for d in documents] == [Format.MARKDOWN, Format.PLAIN, Format.MARKDOWN]
    assert problems == ()


def test_the_order_of_paths_changes_nothing(folder):
    for name in ("x/a.txt", "y/a.txt", "y/b.txt"):
        write(folder / name, name)
    paths = ["x", "y/b.txt", "y", "x/a.txt"]
    results = {read_inputs(p) for p in permutations(paths)}
    assert len(results) == 1
    assert [d.id for d in results.pop()[0]] == ["b.txt", "x/a.txt", "y/a.txt"]


def test_a_file_reached_twice_is_read_once(folder):
    write(folder / "in/a.txt", "one")
    (folder / "again").symlink_to(folder / "in")
    documents, _ = read_inputs(["in/a.txt", "in", str(folder / "in"), "again"])
    assert [d.path for d in documents] == ["again/a.txt"]


def test_text_is_never_altered(folder):
    raw = "\ufeffFirst\r\nS\u00e3o Paulo \U0001f600\r\n"
    write(folder / "a.txt", raw)
    (document,), problems = read_inputs(["a.txt"])
    assert document.text == raw
    assert document.body == 1
    assert document.where(document.text.index("S\u00e3o")) == "a.txt:2:1"
    assert problems == ()


def test_standard_input(folder):
    write(folder / "stdin", "a file of that name")
    (document,), _ = read_inputs(["-"], stdin=io.BytesIO(b"Sales rose 4%."))
    assert (document.id, document.path, document.text) == ("stdin", None, "Sales rose 4%.")
    documents, _ = read_inputs(["-", "stdin"], stdin=io.BytesIO(b"x"))
    assert len({d.id for d in documents}) == 2


@pytest.mark.parametrize(
    ("data", "code", "where", "words"),
    [
        (b"ok\n caf\xc3\xa9 \xff!", "input.encoding", "bad.txt:2:7", "byte 0xFF"),
        (b"ends in the middle \xe2\x82", "input.encoding", "bad.txt:1:20", "unexpected end"),
        (b"ab\nc\0d", "input.binary", "bad.txt:2:2", "NUL"),
        ("caf\u00e9".encode("utf-16"), "input.encoding", "bad.txt:1:1", "UTF-16"),
        (b"", "input.empty", "bad.txt:1:1", "nothing"),
        (b"\xef\xbb\xbf \n\t", "input.empty", "bad.txt:1:1", "nothing"),
        (b"x" * 101, "input.too-large", "bad.txt:1:1", "100 bytes"),
    ],
)
def test_a_bad_file_is_placed_and_the_rest_is_read(folder, data, code, where, words):
    write(folder / "bad.txt", data)
    write(folder / "good.txt", "Sales were 5.")
    documents, (problem,) = read_inputs(["bad.txt", "good.txt"], limit=100)
    assert [d.id for d in documents] == ["good.txt"]
    assert (problem.code, problem.where) == (code, where)
    assert words in problem.message


def test_missing_unreadable_and_barren(folder):
    (folder / "none").mkdir()
    write(folder / "secret.txt", "x").chmod(0)
    documents, problems = read_inputs(["gone.txt", "none", "secret.txt"])
    expected = {"gone.txt:1:1": "input.missing", "none:1:1": "input.no-articles"}
    if os.geteuid() != 0:
        expected["secret.txt:1:1"] = "input.unreadable"
    assert {p.where: p.code for p in problems} == expected
    assert len(documents) == (1 if os.geteuid() == 0 else 0)


def test_pipes_and_broken_links_in_a_folder_are_named_not_waited_for(folder):
    write(folder / "in/a.txt", "x")
    os.mkfifo(folder / "in/pipe.txt")
    (folder / "in/lost.txt").symlink_to("nowhere.txt")
    (folder / "in/ring.txt").symlink_to("ring.txt")
    documents, problems = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.txt"]
    assert [(p.code, p.where) for p in problems] == [
        ("input.unreadable", f"in/{name}.txt:1:1") for name in ("lost", "pipe", "ring")
    ]


def test_a_name_that_is_no_text_is_shown_escaped(folder):
    (folder / "in").mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/in/caf\xe9.txt")).write_text("x")
    (document,), _ = read_inputs(["in"])
    assert (document.id, document.path) == ("caf\\udce9.txt", "in/caf\\udce9.txt")


def test_skipped_files_are_not_articles(folder):
    write(folder / "in/report.md", "old report")
    write(folder / "in/a.txt", "x")
    documents, _ = read_inputs(["in"], skip=[folder / "in" / "report.md"])
    assert [d.id for d in documents] == ["a.txt"]


def test_sources_next_to_the_articles(folder):
    write(
        folder / "in/sources.yaml",
        "a.txt: {publisher: The Post, published: 2024-05-01, origin: wire}\ndeep/b.txt:\n  country: NO\n",
    )
    write(folder / "in/a.txt", "x")
    write(folder / "in/deep/b.txt", "y")
    for paths in (["in"], ["in", "in/a.txt"]):
        (a, b), problems = read_inputs(paths)
        assert (a.source.publisher, a.source.published, a.source.origin) == ("The Post", date(2024, 5, 1), "wire")
        assert a.source.published_from == "sources.yaml"
        assert (b.source.country, b.source.published_from) == ("NO", None)
        assert problems == ()


@pytest.mark.parametrize(
    ("text", "code", "where", "words"),
    [
        ("a.txt:\n  publishr: X\n", "sources.unknown-key", "2:3", "did you mean 'publisher'?"),
        ("a.txt: {published: May 2024}\n", "sources.invalid", "1:9", "write it as 2024-01-31"),
        ("a.txt: {title: [a]}\n", "sources.invalid", "1:9", "expected"),
        ("a.txt: {title: a}\na.txt: {title: b}\n", "sources.duplicate-key", "2:1", "stands twice"),
        ("a.txt: {title: a\n", "sources.invalid", "2:1", "not readable"),
        ("- a.txt\n", "sources.invalid", "1:1", "file names"),
        ("aa.txt: {title: a}\n", "sources.no-such-file", "1:1", "did you mean 'a.txt'?"),
    ],
)
def test_trouble_in_sources_is_placed(folder, text, code, where, words):
    write(folder / "sources.yaml", text)
    write(folder / "a.txt", "x")
    (document,), (problem,) = read_inputs(["a.txt"])
    assert document.text == "x"
    assert (problem.code, problem.where) == (code, f"sources.yaml:{where}")
    assert words in problem.message


def test_front_matter(folder):
    text = (
        "---\ntitle: Sales fall\ndate: 2024-05-01T08:00:00+02:00\nauthors: [A. Bee, C. Dee]\ntags: [x]\n---\nBody 5.\n"
    )
    write(folder / "a.md", text)
    (document,), problems = read_inputs(["a.md"])
    assert document.text == text
    assert document.text[document.body :] == "Body 5.\n"
    source = document.source
    assert (source.title, source.author) == ("Sales fall", "A. Bee, C. Dee")
    assert (source.published, source.published_from) == (date(2024, 5, 1), "front matter")
    assert problems == ()


def test_sources_win_over_front_matter(folder):
    write(folder / "a.md", "---\r\ntitle: T\r\ndate: 2024-05-01\r\n---\r\nBody")
    write(folder / "sources.yaml", "a.md: {published: 2024-05-02}")
    (document,), (problem,) = read_inputs(["a.md"])
    assert (problem.code, str(problem.severity), problem.where) == ("sources.date-differs", "warning", "a.md:1:1")
    source = document.source
    assert (source.title, source.published, source.published_from) == ("T", date(2024, 5, 2), "sources.yaml")
    assert document.text[document.body :] == "Body"


@pytest.mark.parametrize(
    ("text", "body", "code", "where"),
    [
        ("---\ntitle: A: b\n---\nBody", "Body", "front-matter.invalid", "a.md:2:9"),
        ("---\npublishr: A\n---\nBody", "Body", "front-matter.unknown-key", "a.md:2:1"),
        ("---\ndate: soon\n---\nBody", "Body", "front-matter.invalid", "a.md:2:1"),
        ("\ufeff---\nx: &a [1]\ny: *a\n---\nBody", "Body", "front-matter.invalid", "a.md:3:4"),
        ("---\n" + "a: b\n" * 20_000 + "---\nBody", "Body", "front-matter.too-long", "a.md:1:1"),
        ("---\nA rule, some words, a rule.\n---\nBody", None, None, None),
        ("---\nA rule that no other follows.\n", None, None, None),
        ("Words first\n---\ntitle: T\n---\n", None, None, None),
    ],
)
def test_front_matter_that_is_none_or_broken(folder, text, body, code, where):
    write(folder / "a.md", text)
    (document,), problems = read_inputs(["a.md"])
    assert document.text[document.body :] == (text if body is None else body)
    assert [(p.code, p.where, str(p.severity)) for p in problems] == (
        [] if code is None else [(code, where, "warning")]
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\0rest", "Word"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "old Word"),
        (b"{\\rtf1 Hello}", "rich text"),
        (b"\n <!DOCTYPE html>\n<p>The mill burnt.</p>", "HTML"),
        (b"<html lang=en><p>The mill burnt.</p>", "HTML"),
    ],
)
def test_a_file_of_another_kind_is_named_and_says_what_to_do(tmp_path: Path, data: bytes, kind: str) -> None:
    (tmp_path / "mill.txt").write_bytes(data)
    documents, problems = read_inputs([tmp_path / "mill.txt"])
    assert not documents
    assert [p.code for p in problems] == ["input.kind"]
    assert kind in problems[0].message
    assert "save its text as .txt or .md" in problems[0].message
