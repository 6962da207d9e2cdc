"""A sentence parsed, written on one line; a name in it stands between angle brackets."""

from __future__ import annotations

import re

from reconcile.extractors.mentions import read_mentions
from reconcile.model.names import Name
from reconcile.model.span import Span
from reconcile.pipeline import default_pipeline, document
from reconcile.text.parse import SentenceParse
from reconcile.text.segments import segment

_NAME = re.compile(r"<([^>]*)>")


def parsed(text: str) -> SentenceParse:
    """The parse of the first sentence of a text."""
    stages = default_pipeline()
    plain = _NAME.sub(r"\1", text)
    segments = segment(document(plain), stages.pack.language)
    names = []
    for order, match in enumerate(_NAME.finditer(text)):
        span = Span(match.start() - 2 * order, match.end() - 2 * order - 2)
        first, last = segments.tokens.starts.index(span.start), segments.tokens.ends.index(span.end) + 1
        names.append(Name(first, last, span, match[1], match[1].lower(), "unknown"))
    mentions = read_mentions(segments.tokens, stages.pack, stages.grammar)
    return SentenceParse(segments, stages.pack, 0, tuple(names), mentions)


def classes(text: str) -> str:
    """Each word of a sentence with the first letters of its class."""
    parse = parsed(text)
    return " ".join(f"{parse.tokens.word(i)}/{parse.tag(i).name[:3].lower()}" for i in range(parse.first, parse.last))


def groups(text: str) -> str:
    """The verb groups of a sentence, each with its main verb and whether it tells of the past."""
    parse = parsed(text)
    return "; ".join(
        f"{parse.text(group.first, group.last)} ({parse.key(group.main)}{', past' if parse.is_past(group) else ''})"
        for group in parse.groups
    )
