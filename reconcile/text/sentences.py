"""Blocks to sentences, on tokens: a full stop ends a sentence unless its word or what follows says otherwise."""

from __future__ import annotations

from bisect import bisect_left

from reconcile.model.document import Block, Document, Format, Segments, Sentence
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.rules.language import Language
from reconcile.text.blocks import blocks, readable

# Longer ones are lists or tables without full stops; cut, so that work per sentence stays bounded.
LONGEST = 300
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")


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
    if tokens.touches(i) and tokens.keys[j] == ".":
        return False
    opens = tokens.keys[i] in _OPENERS
    follower = tokens.word(i + 1) if opens and i + 1 < len(tokens) else tokens.word(i)
    if not (follower[0].isupper() or follower[0].isdigit() or opens or not follower[0].isalnum()):
        return False
    if tokens.keys[j] in "!?…":
        return True
    word = tokens.keys[j] if tokens.keys[j] in language.may_end else tokens.keys[j - 1]
    if tokens.keys[j] == "." and not tokens.touches(j):
        return True
    if word in language.may_end:
        return follower.lower() in language.not_names
    initial = len(word) == 1 and word.isalpha() and tokens.word(j - 1).isupper() and word != "i"
    numbered = word in language.before_number and follower[0].isdigit()
    return not (initial or numbered or word in language.never_end) or j < i - 1
