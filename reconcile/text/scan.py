"""What every recogniser sees: the tokens of a text and the lexicons of the pack.

Whether "from" opens a change of level, which is no range and no span of hours.

The lines of a text that stand by themselves: paragraphs, captions, counters; not those broken for width.

Readers that compete stand in a table, in the order in which they are tried.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar, cast

from reconcile.model.document import WRAP_MIN
from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack

# No reader looks further past a token without meeting the end on the way.
_KEPT = 64
T = TypeVar("T")
Place = TypeVar("Place")
_PAD = ("",) * 16


class Scan:
    """A tokenised text and the rules to read it by.

    `keys` are the tokens' keys with empty ones after the last, so that a reader may look a few tokens ahead, or back
    past the first (to Python, the last), without asking where the text ends. Readers look only a bounded way to either
    side. Never changed after construction, but for `seen`: what was read at the last few tokens, which lists and ranges
    ask for again and again; and `known`: what was found of the text as a whole.
    """

    __slots__ = ("ends", "keys", "known", "n", "pack", "seen", "starts", "text", "tokens")

    def __init__(self, tokens: Tokens, pack: Pack) -> None:
        self.tokens = tokens
        self.pack = pack
        self.text = tokens.text
        self.keys: list[str] = [*tokens.keys, *_PAD]
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.n = len(tokens)
        self.seen: dict[tuple[str, int], object] = {}
        self.known: dict[str, object] = {}

    def once(self, what: str, read: Callable[[Scan, int], T], i: int) -> T:
        """`read` at token `i`, remembered under `what` for a while; it must depend on the text and `i` alone."""
        key = (what, i)
        if key in self.seen:
            return cast(T, self.seen[key])
        if len(self.seen) > _KEPT:
            self.seen.clear()
        found = read(self, i)
        self.seen[key] = found
        return found

    def of_text(self, what: str, find: Callable[[Scan], T]) -> T:
        """What `find` finds of the text as a whole, remembered under `what`."""
        if what not in self.known:
            self.known[what] = find(self)
        return cast(T, self.known[what])

    def touches(self, i: int) -> bool:
        """Whether token `i` follows token `i - 1` with nothing between them."""
        return 0 < i < self.n and self.starts[i] == self.ends[i - 1]

    def word(self, i: int) -> str:
        """Token `i` as written, empty outside the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < self.n else ""

    def before(self, i: int) -> str:
        """The key of the token before `i`, empty at the start."""
        return self.keys[i - 1] if i > 0 else ""

    def is_lettered(self, i: int) -> bool:
        """Whether one letter touches token `i` from the right, as in the name of a model: "7A"."""
        return len(self.keys[i + 1]) == 1 and self.keys[i + 1].isalpha() and self.touches(i + 1)

    def is_capital(self, i: int) -> bool:
        """Whether token `i` is written with a capital first."""
        return 0 <= i < self.n and self.text[self.starts[i]].isupper()


class Reader(NamedTuple, Generic[Place, T]):
    """A row of a table of readers: what it may begin with, what it reads there, and a sentence that asks for it.

    A place is the index of a token, or a record that holds one. Without the row, `example` is read otherwise.
    """

    name: str
    begins: Callable[[Scan, Place], bool]
    read: Callable[[Scan, Place], T | None]
    example: str


def read_first(readers: tuple[Reader[Place, T], ...], scan: Scan, place: Place) -> T | None:
    """What the first reader of a table that reads anything at a place reads there."""
    for _, begins, read, _ in readers:
        if begins(scan, place):
            value = read(scan, place)
            if value is not None:
                return value
    return None


def is_level(scan: Scan, i: int) -> bool:
    """Whether a verb of change stands within four tokens before "from": "rose 5% from 40 to 42"."""
    levels, keys = scan.pack.hedges.levels, scan.keys
    for k in range(i - 1, max(i - 5, -1), -1):
        if keys[k] in levels:
            return True
        if keys[k] in (".", ",", ";"):
            return False
    return False


# Signs before the first word of a line: bullets, brackets, rules of tables, mark-up.
LEADING = frozenset("[(*•·▪‣-–—|>#_")
_CLOSED = frozenset('.!?:;…"”’)]|')


class Line(NamedTuple):
    """The tokens `[first, last)` of a line, less the signs before its first word."""

    first: int
    last: int


def read_lines(scan: Scan) -> tuple[Line, ...]:
    """All lines that stand by themselves, in order; those that go on from a line before are left out."""
    out: list[Line] = []
    start, wide = 0, False
    for text in scan.text.split("\n"):
        first = bisect_left(scan.starts, start)
        start += len(text) + 1
        last = bisect_left(scan.starts, start, first)
        if first == last:
            wide = False
            continue
        goes_on = wide
        wide = len(text.strip()) >= WRAP_MIN and scan.keys[last - 1] not in _CLOSED
        while first < last - 1 and scan.keys[first] in LEADING:
            first += 1
        if not goes_on:
            out.append(Line(first, last))
    return tuple(out)
