"""Claims and findings as CSV, and the CSV on the Web metadata (W3C) that says what each column holds.

Rows of comma-separated values that a spreadsheet shows as they are and never evaluates.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.report.gfm import whole
from reconcile.report.index import Index, place
from reconcile.report.jsonform import json_text

# With these a spreadsheet takes what follows for a formula, in the widths that East Asian keyboards write them too.
_FORMULA = frozenset("=+-@")
# A tab, an end of a line or a null at the head of a cell is dropped by some readers, or begins a cell of its own.
_BREAKS = frozenset("\t\r\n\0")
# A number and nothing else, which evaluates to itself: a sign, a currency, groups of digits, an exponent, a percent.
_NUMBER = re.compile(
    r"[+-]?[$€£¥]?(?:\d+(?:[.,'\u00a0\u202f]\d+)*|\.\d+)(?:e[+-]?\d+)?[%‰€£¥]?", re.ASCII | re.IGNORECASE
)


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as comma-separated values, a line feed after each; a cell that could begin a formula has an apostrophe."""
    return "".join(_line(inert(cell) for cell in row) for row in rows)


def inert(text: str) -> str:
    """A cell that no spreadsheet evaluates: an apostrophe before all that could begin a formula and is no number.

    >>> inert("-5.2%"), inert("-2+3")
    ('-5.2%', "'-2+3")
    """
    if _NUMBER.fullmatch(text):
        return text
    shown = next((c for c in text if not _is_unseen(c)), " ")
    begins = text[:1] in _BREAKS or unicodedata.normalize("NFKC", shown) in _FORMULA
    return f"'{text}" if text and begins else text


def _is_unseen(character: str) -> bool:
    """Whether a character at the head of a cell shows nothing: white space, controls, marks of direction and width."""
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf")


def _line(cells: Iterable[str]) -> str:
    """One row. The writer quotes what its own line ending is made of, so with both a return in a cell is quoted too."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(tuple(cells))
    return out.getvalue().removesuffix("\r\n") + "\n"


CLAIMS, FINDINGS, INPUTS, METADATA = "claims.csv", "findings.csv", "inputs.csv", "csv-metadata.json"


class Column(NamedTuple):
    """A column: its name, its XML Schema datatype, what it holds."""

    name: str
    datatype: str
    describe: str


CLAIM_COLUMNS = (
    Column("source", "string", "the article, by its file name"),
    Column("line", "integer", "the line of the value, from 1"),
    Column("start", "integer", "where the value begins, in code points from 0"),
    Column("end", "integer", "where it ends"),
    Column("quote", "string", "the value as written, with its hedge"),
    Column("kind", "string", "money, count, percent, date, rank, role ..."),
    Column("subject", "string", "whom or what it is about, by its id"),
    Column("metric", "string", "which attribute, by the id of its rule, or open"),
    Column("low", "decimal", "the least that is possible; empty without a bound"),
    Column("high", "decimal", "the most that is possible; empty without a bound"),
    Column("low_open", "boolean", "whether the least itself is excluded"),
    Column("high_open", "boolean", "whether the most itself is excluded"),
    Column("unit", "string", "currency, unit of measure or counted noun"),
    Column("period", "string", "when, in the Extended Date/Time Format"),
    Column("factuality", "string", "asserted, denied, forecast ..."),
    Column("attribution", "string", "on whose word the source says so"),
    Column("rule", "string", "the rule that read it"),
    Column("id", "string", "the claim's id within this run"),
)
FINDING_COLUMNS = (
    Column("fingerprint", "string", "the finding, the same after edits elsewhere"),
    Column("side", "integer", "which of its sides this row is, from 1"),
    Column("code", "string", "what kind of finding"),
    Column("title", "string", "the kind in words"),
    Column("severity", "string", "error, warning or note"),
    Column("verdict", "string", "conflict, revised ..."),
    Column("state", "string", "open or decided"),
    Column("message", "string", "the finding in a sentence"),
    Column("why", "string", "the reason"),
    Column("slip", "string", "the likely slip"),
    Column("source", "string", "the article of this side"),
    Column("publisher", "string", "who published it"),
    Column("published", "date", "when"),
    Column("line", "integer", "the line, from 1"),
    Column("quote", "string", "what it says"),
    Column("claim", "string", "the id of the claim, as in claims.csv"),
)
INPUT_COLUMNS = (
    Column("state", "string", "read, or not read: then the file or a part of it is in no other table"),
    Column("source", "string", "the article, as in claims.csv, or the path of what was not read"),
    Column("why", "string", "what stood in the way"),
    Column("title", "string", "the title, as far as known"),
    Column("publisher", "string", "who published it"),
    Column("published", "date", "when"),
    Column("claims", "integer", "how many claims were read in it"),
)

Row = Mapping[str, object]


def render_claims(index: Index) -> str:
    """Every claim of a run, a row each."""
    return claim_rows((index.documents[claim.source], claim) for claim in sorted(index.run.claims, key=place))


def claim_rows(claims: Iterable[tuple[Document, Claim]]) -> str:
    """Claims with the documents they stand in, as CSV."""
    return _csv(CLAIM_COLUMNS, (_claim(document, claim) for document, claim in claims))


def render_findings(index: Index) -> str:
    """Every side of every finding of a run, a row each, the gravest first."""
    rows = (_side(index, finding, n, side) for finding in index.findings for n, side in enumerate(finding.evidence, 1))
    return _csv(FINDING_COLUMNS, rows)


def render_inputs(index: Index) -> str:
    """Every file that was given, a row each, those first that were not read or not all of them."""
    run = index.run
    claims = Counter(claim.source for claim in run.claims)
    unread: list[Row] = [{"state": "not read", "source": file.path, "why": file.why} for file in run.unread_files]
    read: list[Row] = [
        {
            "state": "read",
            "source": document.id,
            "title": document.source.title,
            "publisher": document.source.publisher,
            "published": document.source.published,
            "claims": claims[document.id],
        }
        for document in sorted(run.documents, key=lambda d: d.id)
    ]
    return _csv(INPUT_COLUMNS, (*unread, *read))


def render_metadata(_index: Index) -> str:
    """What the columns of the tables hold, where programs look for it: beside them, as `csv-metadata.json`."""
    tables = [
        _table(INPUTS, "What was given, and what of it was not read", INPUT_COLUMNS, ["state", "source"]),
        _table(CLAIMS, "What each source asserts", CLAIM_COLUMNS, ["id"]),
        _table(FINDINGS, "What cannot stand together, a row a side", FINDING_COLUMNS, ["fingerprint", "side"]),
    ]
    return json_text({"@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "tables": tables})


def _table(url: str, title: str, columns: Iterable[Column], key: list[str]) -> dict[str, object]:
    column_descriptions = [
        {"name": c.name, "titles": c.name, "datatype": c.datatype, "dc:description": c.describe} for c in columns
    ]
    return {"url": url, "dc:title": title, "tableSchema": {"columns": column_descriptions, "primaryKey": key}}


def _claim(document: Document, claim: Claim) -> Row:
    facts = claim.to_dict()
    value = facts["value"]
    bounds = value if isinstance(value, dict) else {}
    flat = {name: _flat(fact) for name, fact in facts.items()}
    return {**bounds, **flat, "line": document.line(claim.span.start)}


def _flat(value: object) -> object:
    """Subjects and metrics by id, periods as EDTF; everything else as it is."""
    if isinstance(value, Mapping):
        return value.get("id") or value.get("edtf")
    return value


def _side(index: Index, finding: Finding, n: int, side: Evidence) -> Row:
    document = index.documents.get(side.source)
    source_fields = (
        {} if document is None else {"publisher": document.source.publisher, "published": document.source.published}
    )
    return {
        **finding.to_dict(),
        **source_fields,
        "side": n,
        "state": str(index.settled[finding.fingerprint].state) if finding.fingerprint in index.settled else "open",
        "source": side.source,
        "line": None if document is None else document.line(side.start),
        "quote": side.quote,
        "claim": side.claim,
    }


def _csv(columns: Iterable[Column], rows: Iterable[Row]) -> str:
    names = tuple(column.name for column in columns)
    return whole(csv_text([names, *([_cell(row.get(name)) for name in names] for row in rows)]))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
