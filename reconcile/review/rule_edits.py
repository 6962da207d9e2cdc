"""A proposal as files of a rules folder, and what it changes: the corpus read with and without it, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from reconcile.errors import Diagnostic, RuleError, Severity
from reconcile.pipeline import Pipeline, document, pipeline
from reconcile.report.rule_changes import changes, claim_in_words
from reconcile.review.deciding import Lookup
from reconcile.review.proposals import OWN, Proposal
from reconcile.rules.examples import PairExample
from reconcile.rules.load import Pack, load
from reconcile.rules.source import PackFile, parse
from reconcile.rules.testing import ONE, OTHER, run_examples, run_pairs
from reconcile.rules.yaml_text import block, entry, items
from reconcile.sources.files import shown
from reconcile.writing import write_atomically


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule edit would write, what comes and goes in the corpus, and what is wrong with it."""

    files: Mapping[str, str]
    claims_new: tuple[str, ...] = ()
    claims_gone: tuple[str, ...] = ()
    findings_new: tuple[str, ...] = ()
    findings_gone: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def effect(proposal: Proposal, folder: Path, known: Lookup) -> Effect:
    """What writing a proposal into `folder` would do; nothing is written."""
    run, pack = known.run, known.pack
    try:
        edited = [_edited(folder, name, content) for name, content in proposal.files.items()]
        stages = pipeline(load(_with(pack, folder, edited)))
    except RuleError as error:
        return Effect({}, problems=tuple(map(str, error.problems)))
    before, after = pipeline(pack).run(run.documents), stages.run(run.documents)
    claims = changes(before, after).claims
    old, new = ({f.fingerprint: f.message for f in r.findings} for r in (before, after))
    return Effect(
        files={file.shown: file.text for file in edited},
        claims_new=tuple(f"{c.where} {claim_in_words(c.after, c.differs)}" for c in claims if c.after),
        claims_gone=tuple(f"{c.where} {claim_in_words(c.before, c.differs)}" for c in claims if c.before),
        findings_new=tuple(message for name, message in new.items() if name not in old),
        findings_gone=tuple(message for name, message in old.items() if name not in new),
        problems=tuple(map(str, _failing(stages, {file.shown for file in edited}))),
    )


def adopt(proposal: Proposal, folder: Path, *, follow_links: bool = False) -> tuple[Path, ...]:
    """Writes a proposal into a folder of rules. Raises RuleError or UsageError where it cannot."""
    edited = [_edited(folder, name, content) for name, content in proposal.files.items()]
    texts = {folder / file.name: file.text for file in edited}
    write_atomically(texts, folder, follow_links=follow_links)
    return tuple(texts)


def _edited(folder: Path, name: str, content: msgspec.Struct) -> PackFile:
    """A file with what it has and what is new; an entry of the same id is replaced. Raises RuleError."""
    path = folder / name
    place = shown(path)
    below = [path, *(parent for parent in path.parents if parent != folder and parent.is_relative_to(folder))]
    if any(part.is_symlink() for part in below):
        problem = Diagnostic("rules.link", Severity.ERROR, "behind a link, and never written to", f"{place}:1:1")
        raise RuleError((problem,))
    if not path.is_file():
        return PackFile(name, block(entry(content)), place)
    text = path.read_text(encoding="utf-8")
    there, problems = parse(PackFile(name, text, place), type(content))
    if there is None or problems:
        raise RuleError(problems)
    merged = _merged(there, content)
    if path.name.startswith(OWN):
        return PackFile(name, block(entry(merged)), place)
    grown = PackFile(name, _grown(text, entry(content)), place)
    if parse(grown, type(content)) != (merged, ()):
        problem = Diagnostic("rules.edit", Severity.ERROR, "cannot be added to by itself", f"{place}:1:1")
        raise RuleError((problem,))
    return grown


def _grown(text: str, added: Mapping[str, object]) -> str:
    """A file that a person wrote, with entries added to its lists and nothing else touched."""
    lines = text.splitlines()
    for key, values in added.items():
        if f"{key}:" in lines and isinstance(values, list):
            at = lines.index(f"{key}:") + 1
            first = lines[at] if at < len(lines) else ""
            indent = first[: len(first) - len(first.lstrip())] if first.lstrip().startswith("- ") else "  "
            lines[at:at] = [indent + line for line in items(values)]
        else:
            lines += block({key: values}).splitlines()
    return "\n".join(lines) + "\n"


def _merged(there: msgspec.Struct, new: msgspec.Struct) -> msgspec.Struct:
    """Lists grown by what is new; every other key as it was."""
    grown: dict[str, Any] = {}
    for field in msgspec.structs.fields(new):
        added = getattr(new, field.name)
        if isinstance(added, tuple) and added:
            ids = {getattr(item, "id", None) for item in added} - {None}
            kept = [i for i in getattr(there, field.name) if getattr(i, "id", None) not in ids and i not in added]
            grown[field.name] = (*added, *kept)
    return msgspec.structs.replace(there, **grown)


def _with(pack: Pack, folder: Path, edited: Iterable[PackFile]) -> list[PackFile]:
    """The files of a pack with those of `folder` as they would be read then: by name, where the folder has its turn."""
    new = {file.shown: file for file in edited}
    files = [loaded.file for loaded in pack.files]
    inside = f"{shown(folder)}/"
    own = {file.shown: file for file in files if file.shown.startswith(inside)} | new
    at = next((i for i, file in enumerate(files) if file.shown in own), len(files))
    rest = [file for file in files if file.shown not in own]
    return [*rest[:at], *sorted(own.values(), key=lambda file: file.name), *rest[at:]]


def _failing(stages: Pipeline, places: set[str]) -> list[Diagnostic]:
    """What the examples of some files of a pack say against it."""
    outcome = run_examples(
        stages.pack,
        recognise=lambda say, on: stages.mentions(document(say, id="example", published=on)),
        extract=lambda say, on: stages.claims(document(say, id="example", published=on)),
    )
    pairs = run_pairs(stages.pack, lambda pair: stages.run(_documents(pair)))
    return [p for p in (*outcome.problems, *pairs.problems) if any(p.where.startswith(f"{place}:") for place in places)]


def _documents(pair: PairExample) -> Iterable[Any]:
    return document(pair.one, id=ONE, published=pair.on), document(pair.other, id=OTHER, published=pair.on)
