"""The hashes in a report: those of its parts, that of the manifest, and those of the texts that are at hand.

They show every change that was not made by somebody who made the hashes anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from reconcile.model.run import SEAL, digest, digest_key
from reconcile.model.span import Span
from reconcile.rules.load import Pack
from reconcile.sources.decode import decode
from reconcile.sources.files import FACT_FILES
from reconcile.sources.forms import TABLES
from reconcile.verify.problem import Path as Place
from reconcile.verify.problem import Problem, brief
from reconcile.verify.report import Report

TOOL = "reconcile"


def check_seal(report: Report) -> Iterator[Problem]:
    """Each part of a report that is not what its hash was made of, or that has none."""
    manifest = report.data["manifest"]
    parts = {name: part for name, part in report.data.items() if name != "manifest"}
    keys = {digest_key(name): name for name in parts}
    for key, name in keys.items():
        if key not in manifest:
            yield _unsealed(("manifest",), f"holds no hash of “{name}” ({key})")
        elif manifest[key] != digest(parts[name]):
            yield _unsealed((name,), f"altered after the report was made: its hash is not {key}")
    for key in sorted({key for key in manifest if key.endswith(digest_key(""))} - {*keys, SEAL}):
        yield _unsealed(("manifest", key), "the part that it is the hash of is not in the report")
    if SEAL not in manifest:
        yield _unsealed(("manifest",), f"holds no hash of itself ({SEAL})")
    elif manifest[SEAL] != digest({key: manifest[key] for key in manifest.keys() - {SEAL}}):
        yield _unsealed(("manifest",), f"altered after the report was made: its hash is not {SEAL}")


def check_rules(report: Report, pack: Pack) -> Iterator[Problem]:
    """Whether a report was made by this tool and with the rules in use; nothing can be replayed with others."""
    tool = report.data["manifest"].get("tool")
    if tool != TOOL:
        yield Problem(("manifest", "tool"), f"is {brief(tool)}, not {brief(TOOL)}", "verify.rules")
    if report.rules != pack.digest:
        message = f"made with other rules ({report.rules}, not {pack.digest}): name the same folders with --rules"
        yield Problem(("manifest", "rules"), message, "verify.rules")


def unsealed(data: Mapping[str, Any]) -> dict[str, object]:
    """The JSON of a report without the hashes of its parts."""
    manifest = {key: value for key, value in data["manifest"].items() if not key.endswith(digest_key(""))}
    return {**data, "manifest": manifest}


def _unsealed(path: tuple[str, ...], message: str) -> Problem:
    return Problem(path, message, "verify.sealed")


Quoted = tuple[Place, str, Span, str]


def find_texts(report: Report, folders: Iterable[Path]) -> dict[str, str]:
    """The texts of articles that are files, under their ids, of one of some folders; the first that has one counts."""
    at_hand: dict[str, str] = {}
    names = [entry.document.id for entry in report.sources if _is_inside(entry.document.id)]
    for name, folder in product(names, folders):
        text = _text_of(folder / name, name)
        if text is not None:
            at_hand.setdefault(name, text)
    return at_hand


def _text_of(path: Path, name: str) -> str | None:
    try:
        text = decode(path.read_bytes(), name) if path.is_file() else None
    except (OSError, ValueError):
        # a name that no file can have
        return None
    return text if isinstance(text, str) else None


def _is_inside(name: str) -> bool:
    """Whether a name leads to an article in the folder that it is looked for in, not out of it, and to no table."""
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts and path.suffix.lower() not in TABLES | FACT_FILES


def check_texts(report: Report, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Texts, by id, that are not those of the report, and quotes that do not stand where it says."""
    others = set()
    for i, entry in enumerate(report.sources):
        text = texts.get(entry.document.id)
        if text is not None and hashlib.sha256(text.encode()).hexdigest() != entry.sha256:
            others.add(entry.document.id)
            message = f"the text of {brief(entry.document.id)} at hand is not the one that the report was made of"
            yield Problem(("manifest", "sources", i, "sha256"), message, "verify.texts")
    for place, source, span, quote in _quoted(report):
        text = None if source in others else texts.get(source)
        if text is not None and text[span.start : span.end] != quote:
            message = f"{brief(source)} has {brief(text[span.start : span.end])} there, not {brief(quote)}"
            yield Problem(place, message, "verify.texts")


def _quoted(report: Report) -> Iterator[Quoted]:
    """Everything that a report quotes."""
    for i, claim in enumerate(report.claims):
        yield ("claims", i, "quote"), claim.source, claim.span, claim.quote
    for i, finding in enumerate(report.findings):
        for j, side in enumerate(finding.evidence):
            yield ("findings", i, "evidence", j, "quote"), side.source, Span(side.start, side.end), side.quote
    for i, covered in enumerate(report.coverage):
        for name, entries in (("excused", covered.skipped), ("unread", covered.unread)):
            for j, entry in enumerate(entries):
                place = ("coverage", "sources", i, name, j, "quote")
                yield place, entry.source, entry.span, entry.quote
