"""Files, folders and standard input to documents; trouble with one of them never stops the others.

Names for documents: the file name where it is unique, else as much of the path as tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TypeVar

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import FAILED, guard_text
from reconcile.model.document import Document, Format, Source
from reconcile.sources.decode import BOM, decode
from reconcile.sources.files import SIDECAR, STDIN, InputFile, Search, error_in, find, find_facts, read_text
from reconcile.sources.forms import MARKDOWN, Form, advice, ending
from reconcile.sources.metadata import Sidecars, merged, read_front_matter
from reconcile.sources.tables.delimited import mapping_problems
from reconcile.sources.tables.read import Table, read_table


def name_documents(paths: Sequence[str]) -> tuple[str, ...]:
    """One name a path, all different as the paths are; `("a/x.txt", "b/x.txt", "b/y.txt")` keep only what is needed.

    The names are `("a/x.txt", "b/x.txt", "y.txt")`.
    """
    parts = [PurePosixPath(path).parts for path in paths]
    lengths = [1] * len(parts)
    while True:
        names = [PurePosixPath(*p[-n:]).as_posix() for p, n in zip(parts, lengths, strict=True)]
        taken = Counter(names)
        grow = [i for i, name in enumerate(names) if taken[name] > 1 and lengths[i] < len(parts[i])]
        if not grow:
            return tuple(names)
        for i in grow:
            lengths[i] += 1


T = TypeVar("T")
# What one file gives, and what is wrong with it.
Part = tuple[tuple[T, ...], tuple[Diagnostic, ...]]
# The largest article, in bytes.
LIMIT = 20_000_000
# The largest table of claims or facts, in bytes.
TABLE_LIMIT = 500_000_000

# The code of a fault in reading a file of declared facts.
FACTS_FAILED = "facts.failed"


def read_inputs(
    paths: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    limit: int = LIMIT,
    skip: Iterable[Path] = (),
    columns: Mapping[str, str] | None = None,
    facts: Sequence[str | Path] = (),
    follow_links: bool = False,
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The articles that `paths` lead to, sorted by id, and everything that could not be read.

    A folder gives its texts (`*.txt`, `*.text`, and without an ending) and its Markdown files, hidden ones left out;
    "-" is `stdin`. What else looks like an article is a problem, and so is a link that leads out of the folders, unless
    `follow_links`. `sources.yaml` beside an article says who published it and when, and what is no article; what it
    leaves out is taken from Markdown front matter. `limit` is the largest file in bytes; `skip` names files that are
    never articles.

    `*.csv` and `*.jsonl` are tables of claims and give a document for each source that speaks in them; `columns` says
    which column gives which field. The folders of `facts`, and each folder `facts` in a folder given, hold the facts
    that the user vouches for.
    """
    declared = find_facts(paths, facts, follow_links=follow_links)
    search = find(paths, (*skip, *(file.path for file in declared.files)), follow_links=follow_links)
    sidecars = Sidecars(search, follow_links=follow_links)
    wanted, unread = _sorted_out(search, sidecars)
    columns = columns or {}
    parts = [
        *(_given(file, sidecars, columns, limit) for file in wanted),
        *([_standard_input(stdin, limit)] if STDIN in map(str, paths) else ()),
        *(_table(file, Source(declared=True), {}) for file in declared.files),
    ]
    given = tuple(chain.from_iterable(items for items, _ in parts))
    names = name_documents([item.id if isinstance(item, Document) else item.shown for item in given])
    named = tuple(map(_named, given, names))
    problems = (
        *(*declared.problems, *search.problems, *sidecars.problems, *mapping_problems(columns), *unread),
        *chain.from_iterable(some for _, some in (*parts, *named)),
    )
    return (
        tuple(sorted(chain.from_iterable(documents for documents, _ in named), key=lambda d: d.id)),
        tuple(sorted(problems, key=lambda p: (p.where, p.code, p.message))),
    )


def _sorted_out(search: Search, sidecars: Sidecars) -> tuple[list[InputFile], list[Diagnostic]]:
    """The files to read, without those declared no articles, and what looks like an article and is not read."""
    wanted: list[InputFile] = []
    unread: list[Diagnostic] = []
    for file in (*search.files, *sidecars.declared_articles()):
        declared = sidecars.entry(file).article
        if file.named or declared or (declared is None and file.form is not Form.LOOKS_LIKE_ARTICLE):
            wanted.append(file)
        elif declared is None:
            unread.append(error_in(file.path, "input.not-read", advice(file.path)))
    return wanted, unread


def _given(file: InputFile, sidecars: Sidecars, columns: Mapping[str, str], limit: int) -> Part[Document | Table]:
    """The article or table that a file is, with what its `sources.yaml` says of it."""
    about = sidecars.about(file)
    if file.is_table:
        return _table(file, about, {**sidecars.entry(file).columns, **columns})
    return _article(file, about, limit)


def _article(file: InputFile, about: Source, limit: int) -> Part[Document]:
    text = read_text(file.path, limit)
    if isinstance(text, Diagnostic):
        return (), (text,)
    doing = "reading this article, which is left out"
    return _or_problem(guard_text(text, partial(_document, file, about), FAILED, doing, file.shown))


def _document(file: InputFile, sidecar: Source, text: str) -> Part[Document]:
    body = _after_bom(text)
    if ending(file.path) not in MARKDOWN:
        return (Document(file.shown, text, sidecar, Format.PLAIN, body, file.shown),), ()
    about, end, problems = read_front_matter(text, file.shown)
    if sidecar.published and about.published and sidecar.published != about.published:
        message = (
            f"published {about.published} says this front matter, {sidecar.published} {SIDECAR}, which is followed"
        )
        problems += (Diagnostic("sources.date-differs", Severity.WARNING, message, f"{file.shown}:1:1"),)
    document = Document(file.shown, text, merged(sidecar, about), Format.MARKDOWN, max(body, end), file.shown)
    return (document,), problems


def _standard_input(stdin: BinaryIO | None, limit: int) -> Part[Document]:
    if stdin is None:
        return (), (Diagnostic("input.unreadable", Severity.ERROR, "there is no standard input", "stdin:1:1"),)
    text = decode(stdin.read(limit + 1), "stdin", limit)
    if isinstance(text, Diagnostic):
        return (), (text,)
    return (Document(f"{STDIN}/stdin", text, body=_after_bom(text)),), ()


def _after_bom(text: str) -> int:
    return 1 if text.startswith(BOM) else 0


def _table(file: InputFile, about: Source, mapping: Mapping[str, str]) -> Part[Table]:
    text = read_text(file.path, TABLE_LIMIT)
    if isinstance(text, str):
        return (Table(text, file.shown, about, mapping, file.named or about.declared),), ()
    return (), (replace(text, code=text.code.replace("input.", "facts.")) if about.declared else text,)


def _named(item: Document | Table, name: str) -> Part[Document]:
    """The documents that an article or table makes, under the name that tells it from the others."""
    if isinstance(item, Document):
        return (replace(item, id=name),), ()
    code = FACTS_FAILED if item.about.declared else FAILED
    doing = "reading this table, which is left out"
    return _or_problem(
        guard_text(item.text, lambda text: read_table(replace(item, text=text), name), code, doing, item.shown)
    )


def _or_problem(read: Part[T] | Diagnostic) -> Part[T]:
    return ((), (read,)) if isinstance(read, Diagnostic) else read
