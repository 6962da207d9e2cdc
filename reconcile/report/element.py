"""HTML built from calls: text is escaped by the one function here, and only what this module made counts as markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from reconcile.report.gfm import harmless, visible, with_edges

_VOID = frozenset({"br", "input", "meta"})


class Markup(str):
    """HTML made by this module, to be put on a page as it is."""

    __slots__ = ()


Child = str | None | Iterable["Child"]
Attribute = str | int | bool | None


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """An element; text among `children` is escaped, None left out, iterables are flattened.

    An underscore at the end of an attribute's name is dropped, others are hyphens. An attribute that is None or False
    is left out, one that is True stands without a value.

    >>> tag("a", "Q & A", href="#q", class_="link")
    '<a href="#q" class="link">Q &amp; A</a>'
    """
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Markup(opening if name in _VOID else f"{opening}{markup(children)}</{name}>")


def markup(child: Child) -> Markup:
    """One child or many as HTML; white space of a text is folded."""
    if child is None:
        return Markup()
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return Markup(escape(_folded(child)))
    return Markup("".join(markup(part) for part in child))


def verbatim(text: str) -> Markup:
    """Text with its white space kept, for an article's own words."""
    return Markup(escape(harmless(text)))


def raw(text: str) -> Markup:
    """Our own style or script, which HTML takes as it is. Raises ValueError where it would end its element."""
    if "</" in text:
        raise ValueError("a style or script holds the end of an element")
    return Markup(text)


def joined(parts: Iterable[Child], between: str) -> Markup:
    """Children with a text between each two."""
    return Markup(escape(between).join(markup(part) for part in parts))


def _folded(text: str) -> str:
    """What a reader is to see, a space at either end kept: an element may stand there."""
    shown = visible(text)
    if not shown:
        return " " if text else ""
    return with_edges(text, shown)


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    shown = name.removesuffix("_").replace("_", "-") if name not in _CAMEL else _CAMEL[name]
    return f" {shown}" if value is True else f' {shown}="{escape(visible(str(value)))}"'


# Attributes of SVG that know capitals.
_CAMEL = {"view_box": "viewBox"}
