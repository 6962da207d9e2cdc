"""Reads Markdown back the way GitHub does: what elements a parser sees, and what text a reader sees."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

# Only tasks that the parser alone does not do: what GitHub's filters would turn into links or pictures in a text node.
FILTERED = re.compile(
    r"@\.*[\w-]|#\d|\bgh-\d|www\.|://|:(?!\d+:)[+-]?\w[\w+-]*:|:1(?:00|234):",
    re.IGNORECASE,
)
# A dollar sign that could close a formula: not before a digit.
CLOSING_DOLLAR = re.compile(r"\$(?!\d)")


@dataclass(frozen=True)
class Read:
    """`tags`: the elements found; `html`: raw tags and comments; `text`: what a reader sees, white space folded.

    `runs` are the stretches of text with no tag inside; code is not among them, since GitHub's filters pass it by.
    """

    tags: frozenset[str]
    html: tuple[str, ...]
    text: str
    runs: tuple[str, ...]


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
    runs = _runs(flat)
    text = " ".join("".join(words for _, words in runs).split())
    plain = tuple(words for is_code, words in runs if not is_code)
    return Read(frozenset(t.tag for t in flat if t.tag), tuple(_html(flat)), text, plain)


def _html(tokens: list[Token]) -> list[str]:
    return [t.content.strip() for t in tokens if t.type in ("html_inline", "html_block")]


def _runs(tokens: list[Token]) -> list[tuple[bool, str]]:
    runs = [(False, "")]
    for token in tokens:
        if token.type == "code_inline":
            runs += [(True, token.content), (False, "")]
        elif token.type in ("text", "text_special"):
            runs[-1] = (False, runs[-1][1] + token.content)
        elif token.type in ("softbreak", "hardbreak"):
            runs[-1] = (False, runs[-1][1] + " ")
        elif token.type != "inline":
            runs.append((False, ""))
    return runs
