"""Word lists, each declared once: a field of a `Lexicon` says how a list is read, checked, explained and looked up.

    class RankLexicon(Lexicon, frozen=True, forbid_unknown_fields=True):
        superlatives: Annotated[Words, says("Superlatives that name a place in an order.")] = empty(Words)

A list is written in YAML as it is; the type of its field says what it becomes, and keeps what was written in `listed`,
in the order of the file, for checks. From this one line come the loading, the checks, the JSON Schema with the meaning
shown in editors, the page `docs/rules.md`, and the attribute that the code looks words up in. What follows from
several lists (every form of a verb) is a `cached_property` beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain
from types import GenericAlias
from typing import Annotated, Any, Generic, Protocol, Self, TypeVar, cast, get_args, get_origin

import msgspec

from reconcile.model.tokens import PhraseTable
from reconcile.rules.lexemes import LexemeTable

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)
K_co = TypeVar("K_co", covariant=True)
E = TypeVar("E", bound="Spelt[Any]")
P = TypeVar("P", bound="Paired[Any, Any]")


class Words(frozenset[str]):
    """A set of words, each one token in small letters, looked up as they stand."""

    __slots__ = ("listed",)
    listed: tuple[str, ...]

    def __new__(cls, listed: Iterable[str] = ()) -> Self:
        """The set of the words of a list."""
        words = tuple(listed)
        self = super().__new__(cls, words)
        self.listed = words
        return self


class Phrases(PhraseTable[str]):
    """Words and phrases, found at a token in any case; a hyphen and a space are the same."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[str] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__((phrase, phrase) for phrase in self.listed)


class Spelt(Protocol[V_co]):
    """An entry of a list: its spellings, and what each of them means."""

    @property
    def words(self) -> tuple[str, ...]:
        """The spellings."""

    @property
    def meaning(self) -> V_co:
        """What is looked up."""


class ByWord(dict[str, V], Generic[E, V]):
    """Entries by their words in small letters; of two entries with one word the later wins."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[E] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__((word.lower(), entry.meaning) for entry in self.listed for word in entry.words)

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy is made of the list."""
        return type(self), (self.listed,)


class Synonyms(dict[str, str]):
    """Rows of words for one thing: each word gives the first of its row."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[tuple[str, ...]] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__((word, row[0]) for row in self.listed for word in row)

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy is made of the list."""
        return type(self), (self.listed,)


class Paired(Protocol[K_co, V_co]):
    """An entry that stands under one or several keys."""

    def pairs(self) -> Iterable[tuple[K_co, V_co]]:
        """Each key with what is looked up under it."""


class ByKey(dict[K, V], Generic[P, K, V]):
    """Entries by keys of their own; of two entries with one key the later wins."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[P] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__(pair for entry in self.listed for pair in entry.pairs())

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy is made of the list."""
        return type(self), (self.listed,)


class ByPhrase(PhraseTable[V], Generic[E, V]):
    """Entries by their words and phrases, as `Phrases`; of two entries with one phrase the earlier wins."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[E] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__((phrase, entry.meaning) for entry in self.listed for phrase in entry.words)


class ByLexeme(LexemeTable[V], Generic[E, V]):
    """Entries by their words, signs among them, every one that fits a place to be had."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[E] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__((word, entry.meaning) for entry in self.listed for word in entry.words)


_LISTS = (Words, Phrases, Synonyms, ByWord, ByKey, ByPhrase, ByLexeme)


def says(meaning: str) -> msgspec.Meta:
    """What a key of a rule file means, for its author."""
    return msgspec.Meta(description=meaning)


def empty(kind: Callable[[], T]) -> T:
    """The default of a list: a pack need not have it."""
    return msgspec.field(default_factory=kind)


def item_type(kind: Any) -> Any:
    """The type of one item of a list as YAML has it; None for a type that is no list of this module."""
    kind = bare(kind)
    own = get_origin(kind) or kind
    if not (isinstance(own, type) and issubclass(own, _LISTS)):
        return None
    if own is Synonyms:
        return tuple[str, ...]
    return get_args(kind)[0] if get_args(kind) else str


def bare(kind: Any) -> Any:
    """A type without the meaning that stands beside it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def make_list(kind: Any, items: Iterable[Any]) -> Any:
    """The list of that type with those items."""
    kind = bare(kind)
    return (get_origin(kind) or kind)(items)


def items_of(value: object) -> tuple[Any, ...] | None:
    """The items of a list in the order of the file; None for a value that is none."""
    if isinstance(value, _LISTS):
        return value.listed
    return value if isinstance(value, tuple) else None


def decode_list(kind: Any, data: Any) -> Any:
    """The hook by which msgspec reads a list of this module that stands inside an entry."""
    item = item_type(kind)
    if item is None:
        raise NotImplementedError(kind)
    try:
        items = msgspec.convert(data, GenericAlias(tuple, (item, ...)), strict=False, dec_hook=decode_list)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None
    return make_list(kind, items)


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The shape of a file of word lists, and all files of that shape as one."""

    @classmethod
    def merge(cls, files: Sequence[msgspec.Struct]) -> Self:
        """One lexicon of several files: lists add up, a later file wins where only one can."""
        return settle(merge_values(cls(), [file for file in files if isinstance(file, cls)]))


L = TypeVar("L", bound=Lexicon)


def combine(kind: type[L], words: Lexicon, **others: Lexicon) -> L:
    """A lexicon that adds others to one: `kind` extends the type of `words` by a field for each of them."""
    own = {name: getattr(words, name) for name in words.__struct_fields__}
    return settle(kind(**own, **others))


def settle(lexicon: L) -> L:
    """Makes everything that follows from the lists, so that a list it cannot be made of is told at once."""
    for name in _derived(type(lexicon)):
        getattr(lexicon, name)
    return lexicon


def _derived(shape: type) -> tuple[str, ...]:
    parts = (vars(base).items() for base in shape.__mro__)
    return tuple(name for name, value in chain.from_iterable(parts) if isinstance(value, cached_property))


def merge_values(nothing: T, values: Sequence[T]) -> T:
    """Values of one type as one; `nothing` is what stands where no file says anything."""
    if len(values) < 2:
        return values[0] if values else nothing
    merged: Any = next((value for value in reversed(values) if value != nothing), nothing)
    if items_of(nothing) is not None:
        merged = type(nothing)(chain.from_iterable(items_of(value) or () for value in values))  # type: ignore[call-arg]
    elif isinstance(nothing, dict):
        merged = {key: item for value in values if isinstance(value, dict) for key, item in value.items()}
    elif isinstance(nothing, msgspec.Struct):
        names = nothing.__struct_fields__
        merged = type(nothing)(**{n: merge_values(getattr(nothing, n), [getattr(v, n) for v in values]) for n in names})
    return cast("T", merged)
