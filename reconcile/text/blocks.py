"""Readable text to blocks: Markdown's marks made blanks, then paragraphs, headings, list items, quotations, table
rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.model.document import WRAP_MAX, WRAP_MIN, Block, Document, Format, Scope
from reconcile.model.span import Span

# Each pattern's groups named k... are kept, everything else it matched is blanked.
_MARKUP = re.compile(
    r"<!--(?:[^-]|-(?!->))*+-->"  # comments
    r"|</?[A-Za-z][^<>\n]{0,300}>"  # tags
    r"|\[\^[^\[\]\n]{1,80}\]:?"  # footnotes: their numbers are no figures
    r"|!?\[(?P<k1>[^\[\]\n]{0,500})\]\([^()\n]{0,500}\)"  # links and images
    r"|<https?://[^<>\s]{1,500}>"
    r"|https?://[^\s<>)\]]{1,500}"
    r"|\*{1,3}|_{2,3}|~~|`+"  # emphasis, code
)
_FENCE = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_LEADS = re.compile(r"^[ \t]{0,12}(?P<lead>#{1,6}[ \t]|>[ \t>]{0,8}|[-*+•][ \t]|\d{1,3}[.)][ \t]|\|)", re.MULTILINE)
_RULE = re.compile(r"^[ \t|:=*_-]{3,}$", re.MULTILINE)


def readable(text: str, body: int) -> str:
    """`text` with front matter (all before `body`), code and mark-up blanked."""
    masked = _blank(text[:body]) + text[body:]
    masked = _FENCE.sub(lambda m: _blank(m.group()), masked)
    masked = _RULE.sub(lambda m: _blank(m.group()), masked)
    return _MARKUP.sub(_keep, masked)


def leads(masked: str) -> dict[int, Scope]:
    """For each line that begins with block mark-up: the line's start and what it makes of the line."""
    return {m.start(): _scope(m.group("lead")) for m in _LEADS.finditer(masked)}


def _scope(lead: str) -> Scope:
    if lead[0] == "#":
        return Scope.HEADING
    if lead[0] == ">":
        return Scope.QUOTE
    return Scope.TABLE if lead[0] == "|" else Scope.ITEM


def _blank(text: str) -> str:
    return "".join("\n" if c == "\n" else " " for c in text)


def _keep(match: re.Match[str]) -> str:
    kept = match.group("k1")
    if kept is None:
        return _blank(match.group())
    start = match.start("k1") - match.start()
    return " " * start + kept + " " * (len(match.group()) - start - len(kept))


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
