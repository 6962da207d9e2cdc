"""The tables of a document: rows and cells, and the unit and scale that a heading gives to what stands under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from reconcile.model.document import Scope, Segments
from reconcile.model.mention import Kind, Mention
from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack

BAR = "|"
YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at tokens `[first, last)`; an empty one has none."""

    first: int
    last: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.first >= self.last


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the row that heads its columns, and the number of the sentence right above that may be its caption."""

    head: Row
    caption: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands in a table: its row; `is_head` where that heads the columns."""

    table: Table
    row: Row
    is_head: bool


def places(segments: Segments) -> dict[int, Place]:
    """For each sentence that is a row of a table with headed columns: its place; by the number of the sentence."""
    return {index: place for run in _runs(segments) for index, place in _placed(segments, run)}


def _runs(segments: Segments) -> Iterator[list[int]]:
    """Runs of sentences that are table rows."""
    run: list[int] = []
    for index, sentence in enumerate(segments.sentences):
        after_gap = bool(run) and _has_gap_between(segments, run[-1], index)
        if run and (after_gap or sentence.scope is not Scope.TABLE):
            yield run
            run = []
        if sentence.scope is Scope.TABLE:
            run.append(index)
    if run:
        yield run


def _has_gap_between(segments: Segments, before: int, index: int) -> bool:
    """Whether a blank line parts two rows; the line of dashes below the head is none."""
    sentences, text = segments.sentences, segments.document.text
    lines = text[sentences[before].span.end : sentences[index].span.start].split("\n")
    return any(not line.strip() for line in lines[1:-1])


def _placed(segments: Segments, run: list[int]) -> Iterator[tuple[int, Place]]:
    blocks: dict[int, list[int]] = {}
    for index in run:
        blocks.setdefault(segments.sentences[index].block, []).append(index)
    rows = [(indices, _row(segments, indices)) for indices in blocks.values()]
    head = rows[0][1]
    if len(rows) == 1 or any(_is_value(segments.tokens, cell) for cell in head):
        return
    table = Table(head, _caption(segments, run[0] - 1))
    for number, (indices, row) in enumerate(rows):
        for index in indices:
            yield index, Place(table, row, number == 0)


def _row(segments: Segments, indices: list[int]) -> Row:
    tokens = segments.tokens
    first, last = segments.sentences[indices[0]].first, segments.sentences[indices[-1]].last
    bars = [i for i in range(first, last) if tokens.keys[i] == BAR]
    edges = [*bars, last] if bars and bars[-1] < last - 1 else bars
    return tuple(Cell(a + 1, b) for a, b in pairwise(edges))


def _is_value(tokens: Tokens, cell: Cell) -> bool:
    """Whether a cell holds a number that is no year."""
    digits = [tokens.keys[i] for i in range(cell.first, cell.last) if tokens.keys[i][0].isdigit()]
    return any(len(key) != YEAR_DIGITS or not key.isdigit() for key in digits)


def _caption(segments: Segments, index: int) -> int | None:
    """A heading right above the table, or a line that ends in a colon."""
    if index < 0:
        return None
    sentence = segments.sentences[index]
    opens = segments.tokens.keys[sentence.last - 1] == ":"
    return index if opens or sentence.scope in (Scope.HEADING, Scope.HEADLINE) else None


HINT_OPENERS = frozenset({"(", "[", ",", "in"})
CLOSERS = frozenset({")", "]", ":", ",", "|", "."})
ONE = Decimal(1)
# The longest sign of a unit that is made of letters ("km").
SIGN = 2


@dataclass(frozen=True, slots=True)
class Hint:
    """What a heading says of its values; `first` is the token where it begins, with its bracket."""

    first: int
    scale: Decimal = ONE
    kind: Kind | None = None
    unit: str | None = None
    dimension: str | None = None
    per: str | None = None


def hint_in(tokens: Tokens, pack: Pack, first: int, last: int) -> Hint | None:
    """The hint in tokens `[first, last)`, or None; a letter that may be a unit or a scale says neither."""
    for i in range(first, last):
        if tokens.keys[i] in HINT_OPENERS:
            found = _read(tokens, pack, i + 1, last)
            if found is not None:
                return replace(found, first=i)
    # a head that is a sign and nothing else ("%", "$m", "km"); a word alone ("Years") is a label
    sign = first < last and (len(tokens.keys[first]) <= SIGN or not tokens.keys[first].isalpha())
    return _read(tokens, pack, first, last) if sign else None


def applied(hint: Hint | None, mention: Mention) -> Mention:
    """A bare number read by its heading; a mention that says its own unit stays as it is."""
    if hint is None or mention.kind is not Kind.NUMBER or mention.value is None:
        return mention
    value = mention.value if hint.scale == ONE else mention.value.scaled(hint.scale)
    if hint.kind is None:
        return replace(mention, value=value)
    return replace(mention, value=value, kind=hint.kind, unit=hint.unit, dimension=hint.dimension, per=hint.per)


def _read(tokens: Tokens, pack: Pack, i: int, last: int) -> Hint | None:
    """A hint that fills everything from token `i` to a closing sign or the end: "$ million", "thousand tonnes", "%"."""
    found = Hint(i)
    start = i
    while i < last and tokens.keys[i] not in CLOSERS:
        step = _scale(tokens, pack, i, found) or _currency(tokens, pack, i, found) or _unit(tokens, pack, i, found)
        if step is None:
            return None
        found, i = step
        i += i < last and tokens.keys[i] == "of"
    return found if i > start else None


def _scale(tokens: Tokens, pack: Pack, i: int, found: Hint) -> tuple[Hint, int] | None:
    """A scale word, or after a currency a scale letter ("$m")."""
    key, numerals = tokens.keys[i], pack.numerals
    scale = numerals.scales.get(key) or numerals.scales.get(key.removesuffix("s"))
    if scale is None and found.kind is Kind.MONEY:
        scale = numerals.glued_scales.get(key) or numerals.money_scales.get(key)
    if scale is None or found.scale != ONE:
        return None
    return replace(found, scale=scale), i + 1


def _currency(tokens: Tokens, pack: Pack, i: int, found: Hint) -> tuple[Hint, int] | None:
    match = pack.currencies.prefix.match(tokens, i) or pack.currencies.suffix.match(tokens, i)
    if match is None or found.kind is not None or match[0].part != 1:
        return None
    return replace(found, kind=Kind.MONEY, unit=match[0].code, dimension="currency"), match[1]


def _unit(tokens: Tokens, pack: Pack, i: int, found: Hint) -> tuple[Hint, int] | None:
    match = pack.units.table.match(tokens, i)
    doubtful = tokens.keys[i] in pack.numerals.scale_units
    if match is None or found.kind is not None or doubtful:
        return None
    unit, end = match
    return replace(found, kind=unit.kind, unit=unit.name, dimension=unit.dimension, per=unit.per), end
