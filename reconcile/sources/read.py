"""Files, folders and standard input to documents; trouble with one of them never stops the others.

Names for documents: the file name where it is unique, else as much of the path as tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import FAILED, guard_text
from reconcile.model.document import Document, Format, Source
from reconcile.sources.decode import BOM, decode
from reconcile.sources.files import READ, SIDECAR, STDIN, Found, Search, find, find_facts
from reconcile.sources.forms import MARKDOWN, advice, ending
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
        names = [_tail(p, n) for p, n in zip(parts, lengths, strict=True)]
        taken = Counter(names)
        grow = [i for i, name in enumerate(names) if taken[name] > 1 and lengths[i] < len(parts[i])]
        if not grow:
            return tuple(names)
        for i in grow:
            lengths[i] += 1


def _tail(parts: tuple[str, ...], length: int) -> str:
    return PurePosixPath(*parts[-length:]).as_posix() if length < len(parts) else PurePosixPath(*parts).as_posix()


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
    search = find(paths, (*skip, *(found.path for found in declared.files)), follow_links=follow_links)
    sidecars = Sidecars(search, follow_links=follow_links)
    problems = [*declared.problems, *search.problems, *sidecars.problems(), *mapping_problems(columns or {})]
    documents: list[Document] = []
    tables: list[Table] = []
    wanted, unread = _sorted_out(search, sidecars)
    problems.extend(unread)
    for found in wanted:
        text = _text(found, TABLE_LIMIT if found.is_table else limit)
        if isinstance(text, Diagnostic):
            problems.append(text)
        elif found.is_table:
            mapping = {**sidecars.columns(found), **(columns or {})}
            tables.append(Table(text, found.shown, sidecars.about(found), mapping, found.named))
        else:
            read = guard_text(
                text,
                partial(_document, found, sidecars.about(found)),
                FAILED,
                "reading this article, which is left out",
                found.shown,
            )
            documents.extend([] if isinstance(read, Diagnostic) else [read[0]])
            problems.extend([read] if isinstance(read, Diagnostic) else read[1])
    for found in declared.files:
        text = _text(found, TABLE_LIMIT)
        if isinstance(text, Diagnostic):
            problems.append(replace(text, code=text.code.replace("input.", "facts.")))
        else:
            tables.append(Table(text, found.shown, Source(declared=True), {}, named=True))
    if any(str(p) == STDIN for p in paths):
        text = _standard_input(stdin, limit)
        if isinstance(text, Diagnostic):
            problems.append(text)
        else:
            documents.append(Document(f"{STDIN}/stdin", text, body=_after_bom(text)))
    names = name_documents([*(document.id for document in documents), *(table.shown for table in tables)])
    named = [replace(document, id=name) for document, name in zip(documents, names, strict=False)]
    for table, name in zip(tables, names[len(documents) :], strict=True):
        code = FACTS_FAILED if table.about.declared else FAILED
        rows = guard_text(
            table.text,
            partial(_sources, table, name),
            code,
            "reading this table, which is left out",
            table.shown,
        )
        named.extend(() if isinstance(rows, Diagnostic) else rows[0])
        problems.extend((rows,) if isinstance(rows, Diagnostic) else rows[1])
    return (
        tuple(sorted(named, key=lambda d: d.id)),
        tuple(sorted(problems, key=lambda p: (p.where, p.code, p.message))),
    )


def _sorted_out(search: Search, sidecars: Sidecars) -> tuple[list[Found], list[Diagnostic]]:
    """The files to read, without those declared no articles, and what looks like an article and is not read."""
    wanted: list[Found] = []
    unread: list[Diagnostic] = []
    for found in (*search.files, *search.others, *sidecars.declared_articles()):
        declared = sidecars.is_article(found)
        if found.named or declared or (declared is None and found.form in READ):
            wanted.append(found)
        elif declared is None:
            unread.append(Diagnostic("input.not-read", Severity.ERROR, advice(found.path), f"{found.shown}:1:1"))
    return wanted, unread


def _sources(table: Table, name: str, text: str) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    return read_table(replace(table, text=text), name)


def _document(found: Found, sidecar: Source, text: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    body = _after_bom(text)
    if ending(found.path) not in MARKDOWN:
        return Document(found.shown, text, sidecar, Format.PLAIN, body, found.shown), ()
    about, end, problems = read_front_matter(text, found.shown)
    if sidecar.published and about.published and sidecar.published != about.published:
        message = (
            f"published {about.published} says this front matter, {sidecar.published} {SIDECAR}, which is followed"
        )
        problems += (Diagnostic("sources.date-differs", Severity.WARNING, message, f"{found.shown}:1:1"),)
    return Document(found.shown, text, merged(sidecar, about), Format.MARKDOWN, max(body, end), found.shown), problems


def _after_bom(text: str) -> int:
    return 1 if text.startswith(BOM) else 0


def _standard_input(stdin: BinaryIO | None, limit: int) -> str | Diagnostic:
    if stdin is None:
        return Diagnostic("input.unreadable", Severity.ERROR, "there is no standard input", "stdin:1:1")
    return _decoded(stdin.read(limit + 1), "stdin", limit)


def _text(found: Found, limit: int) -> str | Diagnostic:
    try:
        with found.path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        return Diagnostic("input.unreadable", Severity.ERROR, error.strerror or str(error), f"{found.shown}:1:1")
    return _decoded(data, found.shown, limit)


def _decoded(data: bytes, shown: str, limit: int) -> str | Diagnostic:
    if len(data) > limit:
        message = f"larger than {limit:,} bytes, the most one article may have"
        return Diagnostic("input.too-large", Severity.ERROR, message, f"{shown}:1:1")
    return decode(data, shown)
