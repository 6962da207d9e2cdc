"""Files, folders and standard input to documents; trouble with one of them never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reconcile.errors import Diagnostic, Severity
from reconcile.ingest.about import merged, read_front_matter
from reconcile.ingest.decode import BOM, decode
from reconcile.ingest.find import MARKDOWN, SIDECAR, STDIN, Found, find
from reconcile.ingest.names import name_documents
from reconcile.ingest.sidecar import Sidecars
from reconcile.model.document import Document, Format, Source

LIMIT = 20_000_000


def read_inputs(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None, limit: int = LIMIT, skip: Iterable[Path] = ()
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The articles that `paths` lead to, sorted by id, and everything that could not be read.

    A folder gives its `*.txt`, `*.md` and `*.markdown` files, hidden ones left out; "-" is `stdin`. `sources.yaml`
    beside an article says who published it and when; what it leaves out is taken from Markdown front matter. `limit`
    is the largest file in bytes; `skip` names files that are never articles.
    """
    search = find(paths, skip)
    sidecars = Sidecars(search)
    problems = [*search.problems, *sidecars.problems()]
    documents: list[Document] = []
    for found in search.files:
        text = _text(found, limit)
        if isinstance(text, Diagnostic):
            problems.append(text)
        else:
            documents.append(_document(found, text, sidecars.about(found), problems))
    if any(str(p) == STDIN for p in paths):
        text = _standard_input(stdin, limit)
        if isinstance(text, Diagnostic):
            problems.append(text)
        else:
            documents.append(Document(f"{STDIN}/stdin", text, body=_after_bom(text)))
    names = name_documents([document.id for document in documents])
    named = (replace(document, id=name) for document, name in zip(documents, names, strict=True))
    return (
        tuple(sorted(named, key=lambda d: d.id)),
        tuple(sorted(problems, key=lambda p: (p.where, p.code, p.message))),
    )


def _document(found: Found, text: str, beside: Source, problems: list[Diagnostic]) -> Document:
    body = _after_bom(text)
    if found.path.suffix.lower() not in MARKDOWN:
        return Document(found.shown, text, beside, Format.PLAIN, body, found.shown)
    about, end, troubles = read_front_matter(text, found.shown)
    problems.extend(troubles)
    if beside.published and about.published and beside.published != about.published:
        message = f"published {about.published} says this front matter, {beside.published} {SIDECAR}, which is followed"
        problems.append(Diagnostic("sources.date-differs", Severity.WARNING, message, f"{found.shown}:1:1"))
    return Document(found.shown, text, merged(beside, about), Format.MARKDOWN, max(body, end), found.shown)


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
