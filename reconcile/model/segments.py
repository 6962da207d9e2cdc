"""A document split into blocks and sentences over one list of tokens."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model.document import Document, Scope, Sentence
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens

# A line that was broken for width is about as wide as a terminal or a mail, in characters.
WRAP_MIN, WRAP_MAX = 50, 100


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation or table row."""

    span: Span
    scope: Scope


@dataclass(frozen=True, slots=True)
class Segments:
    """A document ready to be read.

    `tokens` cover the readable text, which has the document's own length: mark-up is blanked out, never cut, so that
    offsets hold. `sentences` are in order and cover every token.
    """

    document: Document
    tokens: Tokens
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
