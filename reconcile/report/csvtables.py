"""Claims, findings and inputs as CSV that a spreadsheet shows as it is and never evaluates.

What each column holds stands in `csv-metadata.json`, the CSV on the Web metadata (W3C) that goes out with the tables.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.report.gfm import whole
from reconcile.report.index import Index

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


@cache
def metadata() -> str:
    """The CSVW metadata, a file beside this one: the tables, their columns in order, and what each column holds."""
    return files("reconcile.report").joinpath(METADATA).read_text(encoding="utf-8")


@cache
def columns(table: str) -> tuple[str, ...]:
    """The names of the columns of a table, in order."""
    tables = {entry["url"]: entry["tableSchema"]["columns"] for entry in json.loads(metadata())["tables"]}
    return tuple(column["name"] for column in tables[table])


Row = Mapping[str, object]


def render_claims(index: Index) -> str:
    """Every claim of a run, a row each."""
    return claim_rows((index.documents[claim.source], claim) for claim in index.claims.values())


def claim_rows(claims: Iterable[tuple[Document, Claim]]) -> str:
    """Claims with the documents they stand in, as CSV."""
    return _csv(CLAIMS, (_claim(document, claim) for document, claim in claims))


def render_findings(index: Index) -> str:
    """Every side of every finding of a run, a row each, the gravest first."""
    rows = (_side(index, finding, n, side) for finding in index.findings for n, side in enumerate(finding.evidence, 1))
    return _csv(FINDINGS, rows)


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
        for document in index.documents.values()
    ]
    return _csv(INPUTS, (*unread, *read))


def render_metadata(_index: Index) -> str:
    """What the columns of the tables hold, where programs look for it: beside them."""
    return metadata()


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


def _csv(table: str, rows: Iterable[Row]) -> str:
    names = columns(table)
    return whole(csv_text([names, *([_cell(row.get(name)) for name in names] for row in rows)]))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
