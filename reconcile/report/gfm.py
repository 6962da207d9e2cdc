"""GitHub's Markdown: foreign text that must never be read as markup, sentences quoted, tables.

Every piece of text that this package did not write goes through `escape` (or `code`, `comment`, `fragment`, for the
places where Markdown has other laws). What a reader sees is the text, white space folded and invisible characters
made harmless; what a parser sees is text and nothing else. GitHub Flavored Markdown, spec 0.29, and the filters that
GitHub runs afterwards: mentions, references, emoji names, dollar mathematics.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote

from reconcile.model.span import Span

# Characters without a glyph that only mislead: soft hyphen, zero-width space, word joiner and kin, marks of direction,
# byte order mark, interlinear notes, language tags. The joiners U+200C and U+200D shape real words and stay.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
# Overrides of direction change what a reader sees, so they are shown.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Control characters and lone surrogates, which no file can hold.
_BROKEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")

# One pass, so that nothing is escaped twice.
_MARKUP = re.compile(
    r"(?P<backslash>[\\`*\[\]<>|~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word is no emphasis
    r"|&(?=#?[0-9A-Za-z]{1,40};)"  # only where an entity would follow
    r"|^(?:[-+=]|#(?!\d)|:(?=-++:?$)))"  # lists, rules, headings and tables begin a line
    r"|(?P<item>^\d{1,9}(?=[.)](?: |$)))"
    r"|(?P<dollar>\$(?![0-9]))"  # could close a formula; before a digit it cannot
    r"|(?P<split>@(?=\S)|\#(?=\d)|(?<![^\W_])[Gg][Hh]-(?=\d)|[Ww]{3}(?=\.)"
    r"|:(?=//|(?!(?!1(?:00|234):)\d{1,60}:)[\w+-]{1,60}:))"  # of emoji with figures for names there are two
)
_SPLIT = "<!-- -->"


def visible(text: str) -> str:
    r"""What a reader is to see of a text: white space folded, invisible and broken characters dealt with.

    >>> visible(" a\u200b \n b\u202e ")
    'a b⟨U+202E⟩'
    """
    return _SPACE.sub(" ", harmless(text)).strip()


def whole(text: str) -> str:
    """`text` with lone surrogates replaced: no file can hold them."""
    return _LONE.sub("\ufffd", text)


def harmless(text: str) -> str:
    """`text` without invisible characters; overrides of direction are shown, broken characters replaced."""
    text = _INVISIBLE.sub("", text)
    text = _DIRECTION.sub(lambda m: f"⟨U+{ord(m.group()):04X}⟩", text)
    return _BROKEN.sub("\ufffd", text)


def escape(text: str) -> str:
    r"""`text` as one line of inline Markdown that shows it and does nothing.

    Words that GitHub links or replaces after parsing (a name after @, a number after #, addresses, emoji names) are
    split by an empty comment, which every filter respects and no reader sees.

    >>> escape("*a* | b_c <i> @anna, $5")
    '\\*a\\* \\| b_c \\<i\\> @<!-- -->anna, $5'
    """
    return _MARKUP.sub(_replace, visible(text))


def _replace(match: re.Match[str]) -> str:
    sign = match.group()
    match match.lastgroup:
        case "backslash":
            return f"\\{sign}"
        case "item":
            return f"{sign}\\"
        case "dollar":
            return f"<span>{sign}</span>"
        case _:
            return f"{sign}{_SPLIT}"


def bold(text: str, before: str = "", after: str = "") -> str:
    """`text`, escaped, in bold; `before` and `after` are the characters that stand around it, if any.

    Asterisks where CommonMark's rules of flanking let them work, tags elsewhere (the amount in "US$5").
    """
    shown = visible(text)
    if not shown:
        return ""
    opens = shown[0].isalnum() or not before or before.isspace()
    closes = shown[-1].isalnum() or not after or after.isspace()
    return f"**{escape(shown)}**" if opens and closes else f"<b>{escape(shown)}</b>"


_PLAIN_ID = re.compile(r"[0-9A-Za-z._:/+-]+")


def code(text: str) -> str:
    """An identifier in a code span; anything that is no plain identifier is shown as text."""
    return f"`{text}`" if _PLAIN_ID.fullmatch(text) else escape(text)


def comment(text: str) -> str:
    """A hidden note that a later command reads back: `urllib.parse.unquote` gives the text again."""
    return f"<!-- {quote(text, safe=' :/+=,', errors='replace').replace('--', '-%2D')} -->"


def fragment(text: str) -> str:
    """`text` as the name of an anchor: letters, digits and single hyphens; other characters by their code point."""
    return re.sub(r"[^0-9A-Za-z-]", lambda m: f"_{ord(m.group()):x}", text)


# A sentence of so many code points is quoted whole; of a longer one, `CONTEXT_CHARACTERS` on each side of a highlight.
WHOLE_CHARACTERS = 320
CONTEXT_CHARACTERS = 120
# A cut between words is sought so far off.
_SEEK_CHARACTERS = 24
_DOUBLE = frozenset('“”„"«»')


def quoted(text: str, sentence: Span, highlights: Iterable[Span]) -> str:
    """The sentence in quotation marks, escaped, its highlights in bold; stretches far from any are left out as "…"."""
    marks, parts = excerpt(text, sentence, highlights)
    shown = " … ".join(_shown(text, part, marks).strip() for part in parts)
    before = "… " if parts[0].start > sentence.start else ""
    after = " …" if parts[-1].end < sentence.end else ""
    return in_quotes(f"{before}{shown}{after}")


def excerpt(text: str, sentence: Span, highlights: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """The highlights inside a sentence, apart from each other, and the parts of it to quote: those near them."""
    inside = (span for span in highlights if span.overlaps(sentence) and span.start < span.end)
    clipped = (Span(max(s.start, sentence.start), min(s.end, sentence.end)) for s in inside)
    # marks with nothing to be seen between them become one: two bolds that touch cancel each other
    marks = _merged(clipped, lambda one, next_: not visible(text[one.end : next_.start]))
    return marks, _windows(text, sentence, marks)


def in_quotes(shown: str) -> str:
    """Markdown in quotation marks: double ones, or single ones round text that has double ones of its own."""
    return f"‘{shown}’" if _DOUBLE.intersection(shown) else f"“{shown}”"


def _merged(spans: Iterable[Span], meet: Callable[[Span, Span], bool]) -> list[Span]:
    """The spans in their order, those that meet the one before made one with it."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and meet(out[-1], span):
            out[-1] = out[-1].join(span)
        else:
            out.append(span)
    return out


def _windows(text: str, sentence: Span, marks: list[Span]) -> list[Span]:
    if sentence.end - sentence.start <= WHOLE_CHARACTERS:
        return [sentence]
    if not marks:
        return [Span(sentence.start, _word_end(text, sentence.start + WHOLE_CHARACTERS, sentence))]
    wide = [
        Span(
            _word_start(text, max(sentence.start, mark.start - CONTEXT_CHARACTERS), sentence),
            _word_end(text, min(sentence.end, mark.end + CONTEXT_CHARACTERS), sentence),
        )
        for mark in marks
    ]
    return _merged(wide, lambda one, next_: next_.start <= one.end + _SEEK_CHARACTERS)


def _word_start(text: str, at: int, sentence: Span) -> int:
    """The beginning of a word at or shortly before `at`."""
    for i in range(at, max(sentence.start, at - _SEEK_CHARACTERS), -1):
        if text[i - 1].isspace():
            return i
    return at if at - _SEEK_CHARACTERS > sentence.start else sentence.start


def _word_end(text: str, at: int, sentence: Span) -> int:
    """The end of a word at or shortly after `at`."""
    for i in range(at, min(sentence.end, at + _SEEK_CHARACTERS)):
        if text[i].isspace():
            return i
    return at if at + _SEEK_CHARACTERS < sentence.end else sentence.end


def _shown(text: str, window: Span, marks: list[Span]) -> str:
    out: list[str] = []
    at = window.start
    for mark in marks:
        if window.covers(mark):
            out += (_plain(text, at, mark.start), _marked(text, mark))
            at = mark.end
    return "".join((*out, _plain(text, at, window.end)))


def _plain(text: str, start: int, end: int) -> str:
    """Escaped text, with the spaces at its edges kept: what follows may be bold."""
    raw = text[start:end]
    if not visible(raw):
        return " " if raw.strip() != raw else ""
    return with_edges(raw, escape(raw))


def _marked(text: str, mark: Span) -> str:
    """A highlight in bold; white space at its edges stands outside."""
    raw = text[mark.start : mark.end]
    return with_edges(raw, bold(raw, text[max(0, mark.start - 1) : mark.start], text[mark.end : mark.end + 1]))


def with_edges(raw: str, shown: str) -> str:
    """What is shown of a text, with a space at each end where it has white space: something may stand beside it."""
    return f"{' ' if raw[:1].isspace() else ''}{shown}{' ' if raw[-1:].isspace() else ''}"


BREAK = "<br>"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """The lines of a table; columns whose index is in `right` are set flush right."""
    flush = frozenset(right)
    rule = ["--:" if i in flush else "---" for i in range(len(header))]
    return [_line(header), _line(rule), *(_line(row) for row in rows)]


def filled(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table without the columns that no row has anything in."""
    kept = [i for i in range(len(header)) if any(row[i] for row in rows)]
    return table([header[i] for i in kept], [[row[i] for i in kept] for row in rows])


# A longer table is folded, so that what comes after it stays in reach.
MOST_OPEN_ROWS = 60


def foldable(title: str, rows: int, lines: Sequence[str]) -> list[str]:
    """Lines as they are, or folded when they hold many rows."""
    return list(lines) if rows <= MOST_OPEN_ROWS else folded(f"{title}: {rows:,}", lines)


def folded(title: str, lines: Sequence[str]) -> list[str]:
    """Lines that a reader opens by a click on `title`, which is our own words."""
    return [f"<details><summary>{title}</summary>", "", *lines, "", "</details>"]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"
