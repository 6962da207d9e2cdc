"""Foreign text in GitHub's Markdown: quotes, names and messages that must never be read as markup.

Every piece of text that this package did not write goes through `escape` (or `code`, `comment`, `fragment`, for the
places where Markdown has other laws). What a reader sees is the text, white space folded and invisible characters
made harmless; what a parser sees is text and nothing else. GitHub Flavored Markdown, spec 0.29, and the filters that
GitHub runs afterwards: mentions, references, emoji names, dollar mathematics.
"""

from __future__ import annotations

import re
from urllib.parse import quote

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
    found = match.group()
    match match.lastgroup:
        case "backslash":
            return f"\\{found}"
        case "item":
            return f"{found}\\"
        case "dollar":
            return f"<span>{found}</span>"
        case _:
            return f"{found}{_SPLIT}"


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
