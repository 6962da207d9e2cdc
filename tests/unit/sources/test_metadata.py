"""What is known of a source: entries of `sources.yaml`, nearest first, and front matter."""

from datetime import date
from pathlib import Path

import pytest

from reconcile.model.document import Source
from reconcile.sources.files import find
from reconcile.sources.metadata import Entry, Sidecars, merged, read_front_matter, read_sidecar, source

LONGEST = 65_536


@pytest.fixture
def sidecars(tmp_path, monkeypatch):
    """Reads the `sources.yaml` of a folder `in` with an article in it and one below it."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.txt", "in/deep/b.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("It has 12 gates.", encoding="utf-8")

    def read(text, below=None):
        Path("in/sources.yaml").write_text(text, encoding="utf-8")
        if below is not None:
            Path("in/deep/sources.yaml").write_text(below, encoding="utf-8")
        search = find(["in"])
        return Sidecars(search), {found.path.name: found for found in search.files}

    return read


def test_the_nearest_entry_and_in_it_the_name_comes_before_patterns(sidecars):
    read, files = sidecars(
        "'*': {title: any}\na.txt: {title: by name}\n'deep/*.txt': {title: second pattern}\n", "b.txt: {title: near}\n"
    )
    assert {name: read.entry(found).title for name, found in files.items()} == {"a.txt": "by name", "b.txt": "near"}
    assert read.problems == []
    read, files = sidecars("'*': {title: any}\n'deep/*.txt': {title: second}\n", "")
    assert {read.entry(found).title for found in files.values()} == {"any"}


def test_a_file_that_nothing_is_said_of_is_of_no_one(sidecars):
    read, files = sidecars("")
    assert read.entry(files["a.txt"]) == Entry()
    assert read.about(files["a.txt"]) == Source()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("aa.txt: {title: x}\n", "no file 'aa.txt' beside this one; did you mean 'a.txt'?"),
        ("zzzzz: {title: x}\n", "no file 'zzzzz' beside this one"),
        ("'*.pdf': {title: x}\n", "no file that fits '*.pdf' below this one's folder"),
        (f"{'n' * 300}: {{title: x}}\n", f"no file '{'n' * 300}' beside this one"),
    ],
)
def test_an_entry_of_no_file_is_a_warning_unless_it_leaves_the_file_out(sidecars, text, message):
    (problem,) = sidecars(text)[0].problems
    assert (problem.code, str(problem.severity), problem.where) == (
        "sources.no-such-file", "warning", "in/sources.yaml:1:1"
    )  # fmt: skip
    assert problem.message == message
    assert sidecars(text.replace("title: x", "article: false"))[0].problems == []


def test_a_file_of_another_kind_may_be_declared_an_article(sidecars):
    Path("notes.c").write_text("It has 14 gates.", encoding="utf-8")
    read, _ = sidecars("../notes.c: {article: true}\na.txt: {article: true}\n")
    assert read.declared_articles() == []
    Path("in/notes.c").write_text("It has 14 gates.", encoding="utf-8")
    read, _ = sidecars("notes.c: {article: true}\na.txt: {article: true}\n")
    assert [found.shown for found in read.declared_articles()] == ["in/notes.c"]


def test_a_date_is_said_to_be_from_where_it_was_found():
    day = date(2031, 5, 3)
    assert source(Entry(published=day), "x").published_from == "x"
    assert source(Entry(title="T"), "x") == Source(title="T")
    both = merged(Source(title="T"), Source(title="U", published=day, published_from="y"))
    assert (both.title, both.published, both.published_from) == ("T", day, "y")
    kept = merged(Source(published=day, published_from="x"), Source(published=date(2030, 1, 1), published_from="y"))
    assert (kept.published, kept.published_from) == (day, "x")


def test_each_entry_has_its_place():
    entries, problems = read_sidecar("a.txt: {title: x}\n\nb.txt:\n  titel: y\n", "s.yaml")
    assert {name: where for name, (_, where) in entries.items()} == {"a.txt": "s.yaml:1:1", "b.txt": "s.yaml:3:1"}
    assert [(p.code, p.where) for p in problems] == [("sources.unknown-key", "s.yaml:4:3")]


@pytest.mark.parametrize(("extra", "code"), [(0, []), (1, ["front-matter.too-long"])])
def test_front_matter_may_be_so_long_and_no_longer(extra, code):
    start = "---\ntitle: "
    text = f"{start}{'x' * (LONGEST - len(start) - 1 + extra)}\n---\nBody"
    about, body, problems = read_front_matter(text, "a.md")
    assert [p.code for p in problems] == code
    assert text[body:] == "Body"
    assert (about.title is None) == bool(extra)


@pytest.mark.parametrize(
    ("matter", "field", "value"),
    [
        ("headline: H", "title", "H"),
        ("Byline: [A, B]", "author", "A, B"),
        ("published: 2031-05-03 10:00", "published", date(2031, 5, 3)),
        ("date: 2031-05-03T10:00:00Z", "published", date(2031, 5, 3)),
        ("title: 2031-05-03", "title", "2031-05-03"),
    ],
)
def test_keys_that_other_programs_write_are_ours(matter, field, value):
    about, _, problems = read_front_matter(f"---\n{matter}\n...\nBody", "a.md")
    assert (getattr(about, field), problems) == (value, ())
