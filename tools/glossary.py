"""Writes `docs/glossary.md` from `docs/glossary.yaml`: `python -m tools.glossary`."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
SOURCE, PAGE = ROOT / "docs" / "glossary.yaml", ROOT / "docs" / "glossary.md"
HEAD = """\
# The words of this project

One word has one meaning, in the code, the rules and the reports. This page is made of [glossary.yaml](glossary.yaml) by
`python -m tools.glossary`.

| word | stands for | defined by |
| --- | --- | --- |
"""


def glossary() -> str:
    """The page, as Markdown."""
    words = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return HEAD + "".join(_row(word) for word in words)


def _row(word: dict[str, str]) -> str:
    means = word["means"] + (f" (not: {word['instead_of']})" if "instead_of" in word else "")
    return f"| **{word['word']}** | {means} | {word.get('from', '')} |\n"


if __name__ == "__main__":
    PAGE.write_text(glossary(), encoding="utf-8")
