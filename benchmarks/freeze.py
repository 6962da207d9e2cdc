"""Everything the tool says of a fixed set of texts, as JSON lines, so that code can be moved without changing it.

    python benchmarks/freeze.py > before.jsonl
    python benchmarks/freeze.py --against before.jsonl

The first prints a line a text: each folder of articles in the repository (`seeds/`, the desk stories, the golden
cases), each sentence of the test tables and of the examples beside the rules, each sentence in a test, and the
sentences of each test file, a few at a time, as articles on one matter. The second reads the very texts of such a
file again, whatever has become of the tests since, prints where each first differs, and exits with 1 if any does.

The names of rules, and the written reports that show them, may differ; with `--rules` they are compared too.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from reconcile import document, read, recognise, reconcile
from reconcile.model.run import Run
from reconcile.report.formats import FORMATS

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("seeds", "benchmarks/desk/*", "benchmarks/desk_unseen/*", "tests/golden/cases/*")
TABLES = ("tests/corpus/*.yaml", "rules/**/*.yaml")
DAY = "2017-03-15"  # when a text that gives no day counts as published
ARTICLES = 6  # how many sentences of a test file are reconciled with each other
WORDS, CHARACTERS = 3, 5000  # a string in a test with fewer words, or longer than this, is no sentence
# what holds or hashes names of rules
WITH_RULES = frozenset({"rule", "excuse", "claims_sha256", "coverage_sha256", "manifest_sha256", "reports"})
BROKEN = re.compile("[\ud800-\udfff]")  # half of a character: no document holds it


@dataclass(frozen=True, slots=True)
class Frozen:
    """What is read: the articles of a folder of the repository, or texts published on a day."""

    folder: str | None
    day: str
    texts: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {"folder": self.folder, "day": self.day, "texts": list(self.texts)}


def inputs() -> Iterator[Frozen]:
    """All that is frozen, each once, in a fixed order."""
    folders = sorted(folder for pattern in FOLDERS for folder in ROOT.glob(pattern) if folder.is_dir())
    yield from (Frozen(folder.relative_to(ROOT).as_posix(), DAY, ()) for folder in folders)
    sentences = {(day, text) for pattern in TABLES for path in ROOT.glob(pattern) for day, text in table_texts(path)}
    by_file = [file_texts(path) for path in sorted(ROOT.glob("tests/**/*.py"))]
    sentences |= {(DAY, text) for texts in by_file for text in texts}
    yield from (Frozen(None, day, (text,)) for day, text in sorted(sentences))
    yield from (
        Frozen(None, DAY, tuple(texts[at : at + ARTICLES]))
        for texts in by_file
        for at in range(0, len(texts), ARTICLES)
    )


def table_texts(path: Path) -> Iterator[tuple[str, str]]:
    """The sentences of a YAML table with the day of each; the brackets that mark what is sought are taken out."""
    waiting: list[Any] = [yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            day = node.get("on", DAY)
            texts = node.get("texts", []) if isinstance(node.get("texts"), list) else []
            stated = [text for text in (node.get("say"), *texts) if isinstance(text, str)]
            yield from ((day, text.replace("[", "").replace("]", "")) for text in stated)
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def file_texts(path: Path) -> list[str]:
    """The strings of a test file that can be sentences, in order, each once; what documents the code is none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    left_out = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    left_out |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    strings = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in left_out]
    strings.sort(key=lambda node: (node.lineno, node.col_offset))
    texts = dict.fromkeys(node.value for node in strings if isinstance(node.value, str))
    return [t for t in texts if len(t.split()) >= WORDS and len(t) <= CHARACTERS and not BROKEN.search(t)]


def result(frozen: Frozen) -> dict[str, Any]:
    """All that the tool says of one input, without its version; for a folder also a digest of each written report."""
    day = date.fromisoformat(frozen.day)
    if frozen.folder is None:
        run = reconcile([document(text, id=f"text-{i}", published=day) for i, text in enumerate(frozen.texts)])
        mentions = [[m.to_dict() for m in recognise(text, published=day)] for text in frozen.texts]
    else:
        run = folder_run(Path(frozen.folder))
        mentions = [[m.to_dict() for m in run.mentions[d.id]] for d in run.documents]
    run = replace(run, manifest={"sources": run.manifest["sources"]})
    reports = () if frozen.folder is None else sorted(FORMATS.items())
    found = {
        "run": run.to_dict(),
        "mentions": mentions,
        "reports": {name: digest(form.render(run, "reports")) for name, form in reports},
    }
    plain: dict[str, Any] = json.loads(json.dumps(found))
    return plain


def folder_run(folder: Path) -> Run:
    """The articles of a folder of the repository reconciled, by the rules that lie beside them too."""
    with chdir(ROOT):  # the path of an article is part of its name
        documents, _ = read(folder)
        return reconcile(documents, rules=[folder / "rules"] if (folder / "rules").is_dir() else [])


def without_rules(value: Any) -> Any:
    """A JSON value without what holds the names of rules, at any depth."""
    if isinstance(value, dict):
        return {key: without_rules(item) for key, item in value.items() if key not in WITH_RULES}
    return [without_rules(item) for item in value] if isinstance(value, (list, tuple)) else value


def digest(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def difference(before: Any, after: Any, path: str = "") -> str | None:
    """Where two JSON values first differ, with both; None where they are equal."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        pairs = [(f"{path}.{key}", before[key], after[key]) for key in before]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = [(f"{path}[{i}]", *pair) for i, pair in enumerate(zip(before, after, strict=True))]
    else:
        return None if before == after else f"{path}: {json.dumps(before)[:300]} is now {json.dumps(after)[:300]}"
    return next((found for name, b, a in pairs if (found := difference(b, a, name)) is not None), None)


def compare(path: Path, *, rules: bool) -> int:
    """Reads the texts of a frozen file again and prints where what is said of each first differs; how many do."""
    differing = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        before = json.loads(line)
        frozen = Frozen(before["input"]["folder"], before["input"]["day"], tuple(before["input"]["texts"]))
        pair = (before["result"], result(frozen))
        found = difference(*(pair if rules else map(without_rules, pair)))
        if found is not None:
            differing += 1
            print(frozen.folder or json.dumps(frozen.texts, ensure_ascii=False)[:300], found, sep="\n    ")
    return differing


def main() -> None:
    """Prints what is frozen, or where it differs from what was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", type=Path, metavar="FILE", help="a file that this command printed before")
    parser.add_argument("--rules", action="store_true", help="compare the names of rules and the reports too")
    given = parser.parse_args()
    if given.against is not None:
        differing = compare(given.against, rules=given.rules)
        print(f"{differing} texts differ")
        sys.exit(differing > 0)
    for frozen in inputs():
        line = {"input": frozen.to_dict(), "result": result(frozen)}
        print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
