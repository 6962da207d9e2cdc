"""What is changed and how, what is run then, and which laws hold: a table, a row a kind of file."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fuzzing import laws, structured
from fuzzing.base import AS_OF, REPORT, TICKED
from fuzzing.bytewise import CHANGES, Change
from fuzzing.case import Law

Command = tuple[tuple[str, ...], tuple[Law, ...]]
FORMATS = ("md", "html", "csv", "sarif", "junit", "github", "summary", "jsonld")
_OWN = ("--rules", "rules")
_REPORTED = (laws.ends_as_documented, laws.report_is_whole, laws.every_file_is_there_or_named)


@dataclass(frozen=True, slots=True)
class Target:
    """Files of one kind: a pattern from the folder, the change that knows their form, and the command of a round."""

    name: str
    share: int
    files: str
    form: Change | None
    command: Callable[[random.Random, Path], Command]

    def change(self, data: bytes, dice: random.Random) -> bytes:
        """The bytes of a file after one change or a few."""
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            changed = data
            if self.form is not None and dice.random() < 0.5:
                # the form is lost with an earlier change that broke it
                try:
                    changed = self.form(data, dice)
                except structured.NOT_IN_FORM:
                    changed = dice.choice(CHANGES)(data, dice)
            else:
                changed = dice.choice(CHANGES)(data, dice)
            data = changed
        return data


def report(*more: Law) -> Callable[[random.Random, Path], Command]:
    """`reconcile report` in three formats, with further laws."""

    def command(dice: random.Random, _path: Path) -> Command:
        formats = ",".join(("json", *dice.sample(FORMATS, 2)))
        return ("report", "--format", formats), (*_REPORTED, *more)

    return command


def _of_article(dice: random.Random, path: Path) -> Command:
    line = f"{path}:{dice.choice((1, 3, 5, 99))}"
    if dice.random() < 0.7:
        return report(laws.other_files_are_untouched, laws.anchors_hold)(dice, path)
    args = dice.choice(
        (
            ("extract", str(path), *_OWN),
            ("extract", str(path), "--format", "csv"),
            ("mentions", str(path)),
            ("explain", line),
            ("explain", "--why-not", line),
            ("rules", "coverage", "articles", *_OWN),
        )
    )
    return args, (laws.ends_as_documented,)


def _of_rules(dice: random.Random, path: Path) -> Command:
    match dice.randrange(6):
        case 0:
            return ("rules", "check", *_OWN), (laws.ends_as_documented,)
        case 1:
            return ("rules", "test", *_OWN), (laws.ends_as_documented,)
        case 2:
            return ("rules", "list", *_OWN), (laws.ends_as_documented, laws.rules_are_listed_or_named)
        case _:
            return report()(dice, path)


def _of_ledger(dice: random.Random, path: Path) -> Command:
    match dice.randrange(6):
        case 0:
            return ("stats", "articles"), (laws.ends_as_documented,)
        case 1:
            return ("review", "tidy", "articles", *_OWN, *AS_OF), (laws.ends_as_documented,)
        case 2:
            return ("review", "baseline", "articles", *_OWN, *AS_OF), (laws.ends_as_documented,)
        case _:
            return report(laws.other_files_are_untouched, laws.decisions_are_kept_or_named)(dice, path)


def _of_settings(dice: random.Random, path: Path) -> Command:
    others = (("extract", "articles"), ("stats", "articles"), ("rules", "check"), ("report", "--quiet"))
    if dice.random() < 0.3:
        return dice.choice(others), (laws.ends_as_documented,)
    return report()(dice, path)[0], (laws.ends_as_documented,)


def _of_ticks(_dice: random.Random, path: Path) -> Command:
    args = ("review", "apply", str(path), "articles", *_OWN, *AS_OF)
    return args, (laws.ends_as_documented, laws.ticks_are_decided_or_named)


def _of_report(dice: random.Random, path: Path) -> Command:
    # the report that was not changed lies beside the one that was
    sound = f"{path}.sound"
    match dice.randrange(3):
        case 0:
            return ("diff", sound, str(path)), (laws.ends_as_documented,)
        case 1:
            return ("diff", str(path), sound, "--format", "md"), (laws.ends_as_documented,)
        case _:
            return ("verify", str(path), *_OWN), (laws.ends_as_documented, laws.same_data_is_verified)


TARGETS = (
    Target("article", 8, "articles/*.txt", None, _of_article),
    Target("front matter", 4, "articles/*.md", structured.change_front_matter, _of_article),
    Target(
        "sources.yaml", 5, "articles/sources.yaml", structured.change_yaml,
        report(laws.articles_with_the_same_entry_are_untouched),
    ),
    Target(
        "table", 5, "articles/*.csv", structured.change_cells,
        report(laws.other_files_are_untouched, laws.rows_are_claims_or_named),
    ),
    Target(
        "JSON lines", 5, "articles/*.jsonl", structured.change_json_lines,
        report(laws.other_files_are_untouched, laws.rows_are_claims_or_named),
    ),
    Target(
        "facts", 4, "articles/facts/*.yaml", structured.change_yaml,
        report(laws.other_files_are_untouched, laws.rows_are_claims_or_named),
    ),
    Target("rules", 8, "rules/**/*.yaml", structured.change_yaml, _of_rules),
    Target("ledger", 5, "articles/decisions/*.yaml", structured.change_yaml, _of_ledger),
    Target("settings", 3, "reconcile.toml", structured.change_settings, _of_settings),
    Target("ticked report", 4, str(TICKED), structured.change_boxes, _of_ticks),
    Target("report.json", 5, str(REPORT), structured.change_json, _of_report),
)  # fmt: skip

_ODD_NAMES = (
    b"line\nend.txt", b"esc\x1b[31m.txt", b"\xff\xfe.txt", b"a" * 200 + b".txt", b"..odd.txt", b"UPPER.TXT",
    b" space .md", b"#x.md", b"x#y.txt", b"(x).md", b"per%cent%00.txt", b"colon:1:2.txt", b"<b>.txt", b"-.txt",
    "\u202eabc.txt".encode(), b"x.csv", b"x.jsonl", b"x.html", b"deep/herald.txt", b"e.txt", b"$(x).markdown",
)  # fmt: skip


def add_odd_file(folder: Path, content: bytes, dice: random.Random) -> Path:
    """Puts a file with an odd name, or something that is no file, beside the articles; its path from the folder."""
    name = dice.choice(_ODD_NAMES)
    path = folder / "articles" / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    match dice.randrange(8):
        case 0:
            path.mkdir()
        case 1:
            os.mkfifo(path)
        case 2:
            path.symlink_to(path)
        case 3:
            path.write_bytes(b"")
        case _:
            path.write_bytes(content)
    return path.relative_to(folder)


ODD_FILES = Target(
    "odd files", 2, "articles/herald.txt", None,
    report(laws.one_more_is_there_or_named, laws.other_files_are_untouched),
)  # fmt: skip
