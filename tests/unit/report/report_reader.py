"""Reads Markdown back the way GitHub does: what elements a parser sees, and what text a reader sees."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

# Only tasks that the parser alone does not do: what GitHub's filters would turn into links or pictures in a text node.
FILTERED = re.compile(
    r"@\S|#\d|\bgh-\d|www\.|://|:(?!\d+:)[+-]?\w[\w+-]*:|:1(?:00|234):",
    re.IGNORECASE,
)
# A dollar sign that could close a formula: not before a digit.
CLOSING_DOLLAR = re.compile(r"\$(?!\d)")


@dataclass(frozen=True)
class Read:
    """`tags`: the elements found; `html`: raw tags and comments; `runs`: stretches of text with no tag inside."""

    tags: frozenset[str]
    html: tuple[str, ...]
    runs: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join("".join(self.runs).split())


def parser() -> MarkdownIt:
    """CommonMark with GitHub's tables and strikethrough, and its links where the library for them is installed."""
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    if importlib.util.find_spec("linkify_it") is not None:
        made = MarkdownIt("gfm-like")
        if made.linkify is not None:
            made.linkify.set({"fuzzy_link": False, "fuzzy_ip": False})
    return made


def read(markdown: str) -> Read:
    tokens = parser().parse(markdown)
    flat = [leaf for token in tokens for leaf in [token, *(token.children or ())]]
    return Read(frozenset(t.tag for t in flat if t.tag), tuple(_html(flat)), tuple(_runs(flat)))


def _html(tokens: list[Token]) -> list[str]:
    return [t.content.strip() for t in tokens if t.type in ("html_inline", "html_block")]


def _runs(tokens: list[Token]) -> list[str]:
    runs = [""]
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            runs[-1] += token.content
        elif token.type in ("softbreak", "hardbreak"):
            runs[-1] += " "
        elif token.type != "inline":
            runs.append("")
    return runs
