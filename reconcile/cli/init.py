"""`reconcile init`: a working folder with a configuration, two articles that disagree, and a rule with its examples."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli.options import FOLLOW_LINKS, Exit, UserPath, follows_links
from reconcile.rules.reference import schemas
from reconcile.writing import write_new

_CONFIG = """\
# Options of `reconcile`, by their names; what is given on the command line wins. Paths count from this file.
paths = ["articles"]
rules = ["rules"]

[report]
output = "reports"
fail-on = "conflict"
# fail-under = 80
"""
_SOURCES = """\
# What is known about each article. A publication date turns "today" and "last Friday" into days.
herald.txt:
  publisher: The Example Herald
  published: 2031-06-20
courier.txt:
  publisher: The Example Courier
  published: 2031-06-21
"""
_HERALD = """\
Orchard firm plants a record number of trees

Dale Orchards planted 4,000 trees in 2030, its owner Jane Marsh said on Friday.
"""
_COURIER = """\
A forest of apples

Dale Orchards planted 40,000 trees in 2030. The firm employs 35 people.
"""
_RULE = """\
# yaml-language-server: $schema=../schema/metrics.schema.json
# A metric of your own: which words name it, and the sentences that prove it. `reconcile rules test` runs them.
metrics:
  - id: trees-planted
    label: trees planted
    dimension: count
    nature: flow
    triggers: [planted, plants]
    nouns: [tree]
    plausible: {low: 1, high: 100000000000}
    examples:
      - say: "Hale Farm planted 300 trees in 2031."
        get: [{quote: "300", value: 300, unit: tree, subject: Hale Farm, metric: trees-planted, period: "2031"}]
      - say: "Hale Farm felled 300 trees in 2031."
        none: true
"""
_SCHEMA = "metrics.schema.json"
_NEXT = """\
  reconcile rules test trees-planted
  reconcile report
Then put your own articles into articles/."""


@click.command(epilog="Example: reconcile init newsroom && cd newsroom && reconcile report")
@click.argument("folder", type=UserPath(), default=".", metavar="[FOLDER]")
@FOLLOW_LINKS
def init(folder: str) -> int:
    """Make a working folder: reconcile.toml, two articles that disagree with sources.yaml, and a rule with examples.

    Nothing is ever overwritten: if one of the files is there already, nothing is written.
    """
    at = Path(folder)
    texts = {
        at / "reconcile.toml": _CONFIG,
        at / "articles" / "sources.yaml": _SOURCES,
        at / "articles" / "herald.txt": _HERALD,
        at / "articles" / "courier.txt": _COURIER,
        at / "rules" / "metrics" / "orchards.yaml": _RULE,
        at / "rules" / "schema" / _SCHEMA: schemas()[_SCHEMA],
    }
    for path in write_new(texts, at, follow_links=follows_links()):
        click.echo(f"Wrote {path.as_posix()}")
    there = "" if at.as_posix() == "." else f"  cd {at.as_posix()}\n"
    click.echo(f"Next:\n{there}{_NEXT}")
    return Exit.CLEAN
