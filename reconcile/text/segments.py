"""Document to blocks and sentences: Markdown's marks made blanks, paragraphs told apart, sentences ended on tokens.

A full stop ends a sentence unless its word or what follows says otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from reconcile.model.document import WRAP_MAX, WRAP_MIN, Block, Document, Format, Scope, Segments, Sentence
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.rules.language import Language

# Tokens. Longer sentences are lists or tables without full stops; cut, so that work per sentence stays bounded.
LONGEST = 300
# Characters of the longest headline or by-line.
HEADLINE_MAX = 220
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")
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
_SCOPES = {"#": Scope.HEADING, ">": Scope.QUOTE, "|": Scope.TABLE}
_LINE = re.compile(r"[^\n]*\n?")
_BULLET = re.compile(r"[ \t]*(?:[•·▪‣*+-]|\d{1,3}[.)])[ \t]")
_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*$")


def readable(text: str, body: int) -> str:
    """`text` with front matter (all before `body`), code and mark-up blanked."""
    masked = _blank(text[:body]) + text[body:]
    masked = _FENCE.sub(lambda m: _blank(m.group()), masked)
    masked = _RULE.sub(lambda m: _blank(m.group()), masked)
    return _MARKUP.sub(_keep, masked)


def leads(masked: str) -> dict[int, Scope]:
    """For each line that begins with block mark-up: the line's start and what it makes of the line."""
    return {m.start(): _SCOPES.get(m.group("lead")[0], Scope.ITEM) for m in _LEADS.finditer(masked)}


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _keep(match: re.Match[str]) -> str:
    kept = match.group("k1")
    if kept is None:
        return _blank(match.group())
    start = match.start("k1") - match.start()
    return " " * start + kept + " " * (len(match.group()) - start - len(kept))


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
        scope = marks.get(text.rfind("\n", 0, line.start) + 1)
        if scope is None and _BULLET.match(text, line.start, line.end):
            scope = Scope.ITEM
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


def segment(document: Document, language: Language) -> Segments:
    """Splits a document; time and memory are linear in its length."""
    masked = readable(document.text, document.body) if document.format is Format.MARKDOWN else document.text
    tokens = Tokens(masked)
    found = blocks(document, masked)
    sentences: list[Sentence] = []
    for number, block in enumerate(found):
        first = bisect_left(tokens.starts, block.span.start)
        last = bisect_left(tokens.starts, block.span.end)
        sentences.extend(_sentences(tokens, language, first, last, block, number))
    return Segments(document, tokens, found, tuple(sentences))


def _sentences(tokens: Tokens, language: Language, first: int, last: int, block: Block, number: int) -> list[Sentence]:
    out: list[Sentence] = []
    start = first
    i = first
    while i < last:
        if i - start >= LONGEST:
            out.append(_sentence(tokens, start, i, block, number))
            start = i
        key = tokens.keys[i]
        ends = key in _ENDERS or key in language.may_end
        i += 1
        if not ends:
            continue
        while i < last and tokens.keys[i] in _CLOSERS and tokens.touches(i):
            i += 1
        if i < last and _ends(tokens, language, i):
            out.append(_sentence(tokens, start, i, block, number))
            start = i
    if start < last:
        out.append(_sentence(tokens, start, last, block, number))
    return out


def _sentence(tokens: Tokens, first: int, last: int, block: Block, number: int) -> Sentence:
    return Sentence(Span(tokens.starts[first], tokens.ends[last - 1]), first, last, number, block.scope)


def _ends(tokens: Tokens, language: Language, i: int) -> bool:
    """Whether the sentence ends before token `i`, which follows an ender and its closing quotes."""
    j = i - 1
    while tokens.keys[j] in _CLOSERS:
        j -= 1
    ender = tokens.keys[j]
    if tokens.touches(i) and ender == ".":
        return False
    opens = tokens.keys[i] in _OPENERS
    follower = tokens.word(i + 1) if opens and i + 1 < len(tokens) else tokens.word(i)
    if not opens and follower[0].isalnum() and not (follower[0].isupper() or follower[0].isdigit()):
        return False
    if ender in "!?…" or (ender == "." and not tokens.touches(j)):
        return True
    if ender in language.may_end or tokens.keys[j - 1] in language.may_end:
        return follower.lower() in language.not_names
    return j < i - 1 or not _is_abbreviated(tokens, language, j - 1, follower)


def _is_abbreviated(tokens: Tokens, language: Language, i: int, follower: str) -> bool:
    """Whether the full stop after token `i` marks an initial or an abbreviation: "J. Holm", "No. 5", "Mr. Holm"."""
    word = tokens.keys[i]
    initial = len(word) == 1 and word.isalpha() and tokens.word(i).isupper() and word != "i"
    numbered = word in language.before_number and follower[0].isdigit()
    return initial or numbered or word in language.never_end
