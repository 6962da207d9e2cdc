"""Readable text to blocks: paragraphs, headline, headings, list items, quotations, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.model.document import Document, Format, Scope
from reconcile.model.segments import WRAP_MAX, WRAP_MIN, Block
from reconcile.model.span import Span
from reconcile.segment.markdown import leads

_LINE = re.compile(r"[^\n]*\n?")
_BULLET = re.compile(r"[ \t]*(?:[•·▪‣*+-]|\d{1,3}[.)])[ \t]")
_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
HEADLINE_MAX = 220


def blocks(document: Document, masked: str) -> tuple[Block, ...]:
    """All blocks of the text, in order, none empty."""
    marks = leads(masked) if document.format is Format.MARKDOWN else {}
    out: list[Block] = []
    for paragraph in _paragraphs(masked, document.body):
        out.extend(_split(masked, paragraph, marks))
    return tuple(_front(masked, out))


def _paragraphs(text: str, start: int) -> Iterator[list[Span]]:
    """Runs of lines that are not blank; each line stripped."""
    run: list[Span] = []
    for match in _LINE.finditer(text, start):
        stripped = match.group().strip()
        if stripped:
            at = match.start() + match.group().find(stripped[0])
            run.append(Span(at, at + len(stripped)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _split(text: str, lines: list[Span], marks: dict[int, Scope]) -> Iterator[Block]:
    """One block for a hard-wrapped paragraph, else one a line."""
    wrapped = _hard_wrapped(text, lines[:-1])
    group: list[Span] = []
    for line in lines:
        scope = marks.get(text.rfind("\n", 0, line.start) + 1) or _bullet(text, line)
        if group and (scope is not None or not wrapped):
            yield Block(Span(group[0].start, group[-1].end), Scope.BODY)
            group = []
        if scope is None or (scope is Scope.ITEM and wrapped):
            group.append(line)
        else:
            yield Block(line, scope)
    if group:
        yield Block(Span(group[0].start, group[-1].end), Scope.BODY)


def _hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines broke for width: all about as wide as a page, and most of them inside a sentence."""
    wide = all(WRAP_MIN <= s.end - s.start <= WRAP_MAX for s in lines)
    closed = sum(_CLOSED.search(text, s.start, s.end) is not None for s in lines)
    return bool(lines) and wide and closed * 2 < len(lines)


def _bullet(text: str, line: Span) -> Scope | None:
    return Scope.ITEM if _BULLET.match(text, line.start, line.end) else None


def _front(text: str, found: list[Block]) -> Iterator[Block]:
    """Tells headline and by-lines, which stand before the first full sentence and end in no full stop."""
    front = True
    for i, block in enumerate(found):
        short = block.span.end - block.span.start <= HEADLINE_MAX
        closed = _CLOSED.search(text, block.span.start, block.span.end) is not None
        front = front and short and not closed and len(found) > 1
        if front and block.scope in (Scope.BODY, Scope.HEADING, Scope.ITEM):
            yield Block(block.span, Scope.HEADLINE if i == 0 else Scope.META)
        elif block.scope is Scope.BODY and not closed and block.span.end - block.span.start < WRAP_MIN:
            yield Block(block.span, Scope.HEADING)
        else:
            yield block
