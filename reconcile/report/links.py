"""Where a report's links lead: from the folder the report lies in to a document, worked out from names alone."""

from __future__ import annotations

from urllib.parse import quote

_RENDERED = (".md", ".markdown")


def relative(path: str, folder: str) -> str | None:
    """The way from `folder` to `path`, both relative to one place; None when names alone cannot tell.

    >>> relative("seeds/a.txt", "reports")
    '../seeds/a.txt'
    """
    if path.startswith("/") != folder.startswith("/"):
        return None
    target, start = _parts(path), _parts(folder)
    shared = 0
    while shared < min(len(target) - 1, len(start)) and target[shared] == start[shared]:
        shared += 1
    if not target or ".." in start[shared:]:
        return None
    return "/".join([".."] * (len(start) - shared) + target[shared:])


def _parts(path: str) -> list[str]:
    parts: list[str] = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return parts


def to_line(path: str | None, folder: str, line: int) -> str | None:
    """The link target of a line of a document, or None when the document is no file that can be reached.

    GitHub shows Markdown files rendered, without lines, unless asked for the plain text.
    """
    way = None if path is None else relative(path, folder)
    if way is None:
        return None
    plain = "?plain=1" if way.lower().endswith(_RENDERED) else ""
    return f"{quote(way, errors='replace')}{plain}#L{line}"
