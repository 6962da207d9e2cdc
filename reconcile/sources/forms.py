"""What a file in a folder is by its name and its first bytes: an article, a table, what looks like one, or neither."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from reconcile.sources.decode import BOM, SAVE, kind_of

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
TABLES = frozenset({".csv", ".jsonl"})
_PLAIN = frozenset({".txt", ".text"})
# How much of a file is looked at to tell what it is, in bytes.
_HEAD = 8192
NO_FILE = "neither a file nor a link to one"
_SAVE_TABLE = "save it as .csv"
# Forms that people write articles or figures in and that are not read: what each is, and its endings.
_UNREAD = {
    "a PDF": "pdf",
    "a Word document": "doc docx docm dot dotx",
    "an OpenDocument text": "odt ott fodt",
    "a rich text document": "rtf rtfd",
    "a Pages document": "pages",
    "a WordPerfect or Works document": "wpd wps",
    "an e-book": "epub mobi azw azw3 fb2",
    "a printed page": "ps djvu xps oxps",
    "a presentation": "ppt pptx odp",
    "a web page": "htm html xhtml xht shtml mht mhtml webarchive maff",
    "mail": "eml emlx mbox msg",
    "a feed": "rss atom",
    "news in XML": "nitf newsml",
    "reStructuredText": "rst",
    "AsciiDoc": "adoc asciidoc",
    "Org text": "org",
    "TeX": "tex latex ltx",
    "wiki text": "wiki mediawiki textile",
    "Markdown with code": "mdx rmd qmd",
}
_UNREAD_TABLES = {"a spreadsheet": "xls xlsx xlsm ods numbers", "a table": "tsv"}
_NAMES = {f".{ending}": name for name, endings in (_UNREAD | _UNREAD_TABLES).items() for ending in endings.split()}
_PACKED = frozenset({".gz", ".bz2", ".xz", ".zst", ".lz4"})
# Names without an ending that say: code.
_CODE = frozenset(
    {
        "makefile", "gnumakefile", "dockerfile", "containerfile", "jenkinsfile", "vagrantfile", "rakefile", "gemfile",
        "procfile", "pipfile", "brewfile", "justfile", "caddyfile", "snakefile", "codeowners",
    }
)  # fmt: skip
# What an ending looks like: "Interview with J. Marsh" and "Budget 3.5" have none.
_ENDING = re.compile(r"\.(?=[^.]*[A-Za-z])[A-Za-z0-9_+~-]{1,12}")
_XML_NEWS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,999}>\s{0,99})?<(?:rss|feed|rdf:RDF|nitf|newsItem|newsMessage|html)\b"
)

# How the reports of this tool begin: what lies in a folder of articles from an earlier run is none of them.
_OWN = {
    "report.md": re.compile(rb"# Reconciliation report\n"),
    "summary.md": re.compile(rb"## Reconciliation\n"),
    "report.html": re.compile(rb"<!doctype html>\n(?s:.){0,2000}<title>Reconciliation report</title>"),
}


class Form(StrEnum):
    """How a file in a folder is taken."""

    ARTICLE = "article"
    TABLE = "table"
    LOOKS_LIKE_ARTICLE = "looks like an article"
    OTHER = "other"


def ending(path: Path) -> str:
    """The ending of a name in small letters with its dot; empty where what follows the last dot is no ending."""
    suffix = path.suffix
    return suffix.lower() if _ENDING.fullmatch(suffix) else ""


def may_be_article(path: Path) -> bool:
    """Whether a file may be more than `Form.OTHER`, by its name alone."""
    last = ending(path)
    if not last:
        return path.name.lower() not in _CODE
    return last in MARKDOWN | _PLAIN | TABLES | {".xml"} or unread_name(path) is not None


def form(path: Path) -> Form:
    """What a file is; where its name does not say it, it is looked into.

    Raises OSError where that fails, for a pipe, which would be waited for, and for a link to nowhere.
    """
    if not path.is_file():
        raise OSError(0, NO_FILE)
    last = ending(path)
    if path.name in _OWN and _OWN[path.name].match(_head(path)):
        return Form.OTHER
    if last in TABLES:
        return Form.TABLE
    if last in MARKDOWN | _PLAIN:
        return Form.ARTICLE
    if unread_name(path) is not None:
        return Form.LOOKS_LIKE_ARTICLE
    if last == ".xml":
        return Form.LOOKS_LIKE_ARTICLE if _XML_NEWS.match(_head(path)) else Form.OTHER
    return Form.ARTICLE if not last and _is_text(path) else Form.OTHER


def unread_name(path: Path) -> str | None:
    """What a file is that looks like an article or a table and is not read; None where its name says no such thing."""
    last = ending(path)
    if last in _PACKED:
        inner = Path(path.stem)
        return "a packed file" if ending(inner) in MARKDOWN | _PLAIN | TABLES | _NAMES.keys() else None
    return _NAMES.get(last)


def advice(path: Path) -> str:
    """Why a file that looks like an article was not read, and what to do."""
    name = unread_name(path) or "news in XML"
    save = _SAVE_TABLE if name in _UNREAD_TABLES else SAVE
    return f"{name}, which is not read: {save}, or say `{path.name}: {{article: false}}` in sources.yaml"


def _is_text(path: Path) -> bool:
    """Whether a file without an ending is a text, or a document: no program, no script, not empty."""
    if path.name.lower() in _CODE:
        return False
    head = _head(path)
    if kind_of(head) is not None or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not head.startswith(b"#!") and b"\0" not in head and bool(head.removeprefix(BOM.encode()).strip())


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)
