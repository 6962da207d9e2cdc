"""Writes the files of a new check of one text against itself: `python -m tools.new_check RC421 "seats against votes"`.

The module of the check, its row in `rules/policy.yaml`, its place among the `SENTENCE_CHECKS`, and a test that fails
until the check finds what it is for. What is to be thought of stands in capitals in the files.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

POLICY = Path("rules/policy.yaml")
TABLE = Path("reconcile/reconciler/judgement.py")
MODULES = Path("reconcile/reconciler/checks")
TESTS = Path("tests/unit/reconciler/checks")
CODE = re.compile(r"RC4\d\d")
TITLE = re.compile(r"[a-z][a-z ]*[a-z]")
IMPORTS = re.compile(r"(?<=from reconcile\.reconciler\.checks import \(\n).*?(?=^\))", re.DOTALL | re.MULTILINE)
CHECKS = re.compile(r"(?<=^SENTENCE_CHECKS: tuple\[SentenceCheck, \.\.\.\] = \(\n).*?(?=^\))", re.DOTALL | re.MULTILINE)
ROWS = re.compile(r"^  - \{code: (RC4\d\d), .*\n", re.MULTILINE)
ROW = '  - {{code: {code}, title: {title}, severity: warning, help: "WHAT DOES NOT HOLD, IN ONE SENTENCE."}}\n'
MODULE = '''\
"""{heading}: THE LAW, IN ONE SENTENCE.

"A TEXT THAT BREAKS IT" does not hold; "ONE THAT KEEPS IT" does.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model.finding import Finding
from reconcile.reconciler.checks.sentence_claims import SentenceClaims
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack

CODE = "{code}"


def check(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """One finding for each SENTENCE THAT BREAKS THE LAW."""
    if _contradicts_itself(sentence):
        yield make_finding(CODE, sentence.claims, "WHAT THE TEXT GIVES.", "WHY BOTH CANNOT BE", pack.policy)


def _contradicts_itself(sentence: SentenceClaims) -> bool:
    """Whether THE CLAIMS OF ONE SENTENCE BREAK THE LAW."""
    del sentence
    return False
'''
TEST = '''\
"""{heading}."""

import pytest
from check_texts import codes_within


@pytest.mark.parametrize("text", ["THE 12 SHIPS BREAK THE LAW."])
def test_a_text_that_contradicts_itself(text):
    assert codes_within(text) == ["{code}"]


@pytest.mark.parametrize("text", ["A TEXT THAT KEEPS THE LAW."])
def test_a_text_that_holds(text):
    assert codes_within(text) == []
'''


def new_check(root: Path, code: str, title: str) -> tuple[Path, ...]:
    """Writes the files below `root` and returns them; raises ValueError where code or title will not do."""
    name = title.replace(" ", "_")
    policy, table = ((root / path).read_text(encoding="utf-8") for path in (POLICY, TABLE))
    rows = list(ROWS.finditer(policy))
    module, test = root / MODULES / f"{name}.py", root / TESTS / f"test_{name}.py"
    if CODE.fullmatch(code) is None or code in {row[1] for row in rows}:
        raise ValueError(f"{code} is no free code of RC400 to RC499")
    if TITLE.fullmatch(title) is None or module.exists() or test.exists():
        raise ValueError(f"“{title}” is no new title: small letters and blanks, as “share against its figures”")
    end = rows[-1].end()
    words = {"code": code, "title": title, "heading": title.capitalize()}
    made = {
        root / POLICY: policy[:end] + ROW.format(**words) + policy[end:],
        root / TABLE: registered(table, name),
        module: MODULE.format(**words),
        test: TEST.format(**words),
    }
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return tuple(made)


def registered(table: str, name: str) -> str:
    """The source of the table with the check imported, in order, and last in the table."""
    imported = IMPORTS.sub(lambda found: "".join(sorted([*found[0].splitlines(True), f"    {name},\n"])), table, 1)
    return CHECKS.sub(lambda found: f"{found[0]}    {name}.check,\n", imported, 1)


def main() -> None:
    """Writes the files below the working folder, which is that of the project, and prints where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("code", help="a free code: RC4 and two digits")
    parser.add_argument("title", help="what is held against what, in small letters")
    given = parser.parse_args()
    try:
        made = new_check(Path(), given.code, given.title)
    except ValueError as error:
        sys.exit(str(error))
    print(*made, sep="\n")


if __name__ == "__main__":
    main()
