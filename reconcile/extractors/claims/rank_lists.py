"""Those that a text lists ahead of what it ranks: "fifth, behind Acme, Borex and Orle Foods"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model.names import Name
from reconcile.model.span import Span
from reconcile.text.parse import SentenceParse
from reconcile.text.word_classes import Tag


def ahead(parse: SentenceParse, i: int) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Those listed after "behind" in the rest of the clause, with their places."""
    opens = next((k for k in range(i, parse.last) if _ends_search(parse, k)), parse.last)
    if opens == parse.last or not _opens_list(parse, opens):
        return (), ()
    names = tuple(_names_from(parse, opens + 1 + (parse.key(opens) == "only")))
    return tuple(n.label for n in names), tuple(n.span for n in names)


def _names_from(parse: SentenceParse, i: int) -> Iterator[Name]:
    """The names that are listed from token `i`, articles and words such as "Norwegian" passed over."""
    passed = {"the", *parse.pack.entities.adjectives}
    while i < parse.last:
        name = next((n for n in parse.names if n.first == i), None)
        if name is not None:
            yield name
            passed |= {",", "and", "&"}
        elif parse.key(i) not in passed:
            break
        i = i + 1 if name is None else name.last


def _opens_list(parse: SentenceParse, i: int) -> bool:
    """Whether "behind" or "only to" opens a list of those ahead at token `i`."""
    return parse.key(i) in parse.pack.ranks.ahead or (parse.key(i) == "only" and parse.key(i + 1) == "to")


def _ends_search(parse: SentenceParse, i: int) -> bool:
    """Whether a list of those ahead opens at token `i`, or a stop or verb shows that none does."""
    stops = parse.key(i) in (";", ".", ",") or parse.tag(i) in (Tag.VERB, Tag.AUXILIARY)
    return stops or _opens_list(parse, i)
