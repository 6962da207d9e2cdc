"""Markdown to readable text of the same length: mark-up becomes blanks, so offsets still point into the file."""

from __future__ import annotations

import re

from reconcile.model.document import Scope

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
