"""Word lists, each declared once: a field of a `Lexicon` says how a list is read, checked, explained and looked up.

    class RankLexicon(Lexicon, frozen=True, forbid_unknown_fields=True):
        superlatives: Annotated[Words, says("Superlatives that name a place in an order.")] = empty(Words)

A list is written in YAML as it is; the type of its field says what it becomes, and keeps what was written in `listed`,
in the order of the file, for checks. From this one line come the loading, the checks, the JSON Schema with the meaning
shown in editors, the page `docs/rules.md`, and the attribute that the code looks words up in. What follows from
several lists (every form of a verb) is a `cached_property` beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, reduce
from itertools import chain
from operator import or_
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
E = TypeVar("E", bound="Entry")
P = TypeVar("P", bound="Paired[Any, Any]")


class Listed:
    """A list of a rule file as it was written, in the order of the file, whatever else it has become."""

    __slots__ = ()
    listed: tuple[Any, ...]


class Words(Listed, frozenset[str]):
    """A set of words, each one token in small letters, looked up as they stand."""

    __slots__ = ("listed",)

    def __new__(cls, listed: Iterable[str] = ()) -> Self:
        """The set of the words of a list."""
        words = tuple(listed)
        self = super().__new__(cls, words)
        self.listed = words
        return self


class Phrases(Listed, PhraseTable[str]):
    """Words and phrases, found at a token in any case; a hyphen and a space are the same."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[str] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__((phrase, phrase) for phrase in self.listed)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of a list: its spellings, and what is looked up by each of them."""

    words: tuple[str, ...]

    @property
    def meaning(self) -> Any:
        """What is looked up: the entry itself, unless its kind says otherwise."""
        return self


class Paired(Protocol[K_co, V_co]):
    """An entry that stands under one or several keys."""

    def pairs(self) -> Iterable[tuple[K_co, V_co]]:
        """Each key with what is looked up under it."""


class _Table(Listed, dict[K, V]):
    """What is looked up by key; of two entries with one key the later wins."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[Any] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__(chain.from_iterable(map(self._pairs, self.listed)))

    @staticmethod
    def _pairs(entry: Any) -> Iterable[tuple[K, V]]:
        raise NotImplementedError


class ByWord(_Table[str, V], Generic[E, V]):
    """Entries by their words in small letters."""

    __slots__ = ()

    @staticmethod
    def _pairs(entry: E) -> Iterable[tuple[str, V]]:
        return ((word.lower(), entry.meaning) for word in entry.words)


class Synonyms(_Table[str, str]):
    """Rows of words for one thing: each word gives the first of its row."""

    __slots__ = ()

    @staticmethod
    def _pairs(entry: tuple[str, ...]) -> Iterable[tuple[str, str]]:
        return ((word, entry[0]) for word in entry)


class ByKey(_Table[K, V], Generic[P, K, V]):
    """Entries by keys of their own."""

    __slots__ = ()

    @staticmethod
    def _pairs(entry: P) -> Iterable[tuple[K, V]]:
        return entry.pairs()


class ByPhrase(Listed, PhraseTable[V], Generic[E, V]):
    """Entries by their words and phrases, as `Phrases`; of two entries with one phrase the earlier wins."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[E] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__((phrase, entry.meaning) for entry in self.listed for phrase in entry.words)


class ByLexeme(Listed, LexemeTable[V], Generic[E, V]):
    """Entries by their words, signs among them, every one that fits a place to be had."""

    __slots__ = ("listed",)

    def __init__(self, listed: Iterable[E] = ()) -> None:
        self.listed = tuple(listed)
        super().__init__((word, entry.meaning) for entry in self.listed for word in entry.words)


def says(meaning: str) -> msgspec.Meta:
    """What a key of a rule file means, for its author."""
    return msgspec.Meta(description=meaning)


# A word that stands alone, not in a list; a blank one would match nothing.
Name = Annotated[str, msgspec.Meta(pattern=r"\S")]


def empty(kind: Callable[[], T]) -> T:
    """The default of a list: a pack need not have it."""
    return msgspec.field(default_factory=kind)


def item_type(kind: Any) -> Any:
    """The type of one item of a list as YAML has it; None for a type that is no list."""
    kind = bare(kind)
    own, args = get_origin(kind) or kind, get_args(kind)
    if own is tuple:
        return args[0] if args[-1] is Ellipsis else None
    if not is_list(kind):
        return None
    return tuple[str, ...] if own is Synonyms else args[0] if args else str


def is_list(kind: Any) -> bool:
    """Whether a type is a list of this module, which msgspec does not know."""
    own = get_origin(kind) or kind
    return isinstance(own, type) and issubclass(own, Listed)


def bare(kind: Any) -> Any:
    """A type without the meaning that stands beside it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def make_list(kind: Any, items: Iterable[Any]) -> Any:
    """The list of that type with those items."""
    kind = bare(kind)
    return (get_origin(kind) or kind)(items)


def items_of(value: object) -> tuple[Any, ...] | None:
    """The items of a list in the order of the file; None for a value that is none."""
    if isinstance(value, Listed):
        return value.listed
    return value if isinstance(value, tuple) else None


def children(value: object) -> Iterable[tuple[str | int, Any]]:
    """What stands directly in a value of a rule file, each with its key or its number in a list."""
    if isinstance(value, msgspec.Struct):
        struct: Any = value  # not every release of msgspec types the names that it encodes by
        keys, names = struct.__struct_encode_fields__, struct.__struct_fields__
        return [(key, getattr(value, name)) for key, name in zip(keys, names, strict=True)]
    if (items := items_of(value)) is not None:
        return enumerate(items)
    return value.items() if isinstance(value, dict) else ()


def walk(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """A value of a rule file and all that stands in it, each with its path, in the order of the text."""
    yield path, value
    for step, item in children(value):
        if isinstance(item, str):
            yield (*path, step), item
        else:
            yield from walk(item, (*path, step))


def decode_list(kind: Any, data: Any) -> Any:
    """The hook by which msgspec reads a list of this module that stands inside an entry."""
    if not is_list(kind):
        raise NotImplementedError(kind)
    items = GenericAlias(tuple, (item_type(kind), ...))
    try:
        return make_list(kind, msgspec.convert(data, items, strict=False, dec_hook=decode_list))
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None


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


def merge_values(nothing: T, values: Iterable[T]) -> T:
    """Values of one type as one; `nothing` is what stands where no file says anything."""
    given: list[Any] = [value for value in values if value != nothing]
    if len(given) < 2:
        return given[0] if given else nothing
    merged: Any = given[-1]
    if items_of(nothing) is not None:
        lists: Any = map(items_of, given)
        merged = type(nothing)(chain.from_iterable(lists))  # type: ignore[call-arg]
    elif isinstance(nothing, dict):
        merged = reduce(or_, given)
    elif isinstance(nothing, msgspec.Struct):
        names = nothing.__struct_fields__
        parts = {name: merge_values(getattr(nothing, name), (getattr(one, name) for one in given)) for name in names}
        merged = type(nothing)(**parts)
    return cast("T", merged)
