"""What an editor gets from three articles on one event, some of whose figures were changed by hand.

    python benchmarks/desk.py [-v] [FOLDER] [STORY ...]

FOLDER (default `desk/` beside this file) holds a folder a story: articles as anyone would write them, and
`planted.yaml`, which says for each slip put in where its sides stand. Caught means one finding whose evidence touches
every side. Later figures that rightly differ are listed as `revised`, and no finding on them is a false one; any
other finding counts as another. With -v all that was missed and all other findings are shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from reconcile import read, reconcile
from reconcile.model.document import Document
from reconcile.model.finding import Finding

STORIES = Path(__file__).parent / "desk"


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip and the places of its sides: article and words in it."""

    slip: str
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One story: what was planted, what of it was caught, and the findings that are of nothing planted."""

    story: str
    planted: tuple[Planted, ...]
    missed: tuple[Planted, ...]
    others: tuple[Finding, ...]


def outcome(folder: Path) -> Outcome:
    """Reconciles the articles of one story and holds the findings against what was planted."""
    described = yaml.safe_load((folder / "planted.yaml").read_text(encoding="utf-8"))
    planted = tuple(Planted(p["slip"], tuple(tuple(side) for side in p["sides"])) for p in described["planted"])
    revised = tuple(Planted("revised", tuple(tuple(side) for side in sides)) for sides in described.get("revised", ()))
    articles = sorted(p for p in folder.iterdir() if p.suffix in (".md", ".txt"))
    documents, _ = read(*articles)
    texts = {Path(d.id).name: d for d in documents}
    found = reconcile(documents).findings
    missed = tuple(p for p in planted if not any(_covers(f, p, texts) for f in found))
    others = tuple(f for f in found if not any(_covers(f, p, texts) for p in (*planted, *revised)))
    return Outcome(folder.name, planted, missed, others)


def _covers(finding: Finding, planted: Planted, texts: dict[str, Document]) -> bool:
    """Whether the evidence of a finding touches every side; another article with the words of a side will do."""
    named = {name for name, _ in planted.sides}
    return all(
        any(
            _touches(finding, other, at, at + len(words))
            for other in sorted({name, *(texts.keys() - named)})
            for at in _places(texts[other].text, words)
        )
        for name, words in planted.sides
    )


def _touches(finding: Finding, name: str, start: int, end: int) -> bool:
    return any(Path(e.source).name == name and e.start < end and start < e.end for e in finding.evidence)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def main() -> None:
    """Prints a line a story, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("folder", nargs="?", type=Path, default=STORIES)
    parser.add_argument("stories", nargs="*")
    given = parser.parse_args()
    stories = given.stories or sorted(p.parent.name for p in given.folder.glob("*/planted.yaml"))
    outcomes = [outcome(given.folder / name) for name in stories]
    for o in outcomes:
        print(f"{o.story:12} caught {len(o.planted) - len(o.missed):2} of {len(o.planted):2}, others {len(o.others)}")
        if given.verbose:
            for slip in o.missed:
                print("    missed:", slip.slip, *(f"{name} “{words}”" for name, words in slip.sides))
            for finding in o.others:
                print("    other:", finding.code, finding.severity, finding.message)
    planted = sum(len(o.planted) for o in outcomes)
    caught = planted - sum(len(o.missed) for o in outcomes)
    print(f"{'all':12} caught {caught:2} of {planted:2}, others {sum(len(o.others) for o in outcomes)}")


if __name__ == "__main__":
    main()
