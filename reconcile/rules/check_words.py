"""Word lists: a word stands once, means one thing, adds something, and is a word, not a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from reconcile.errors import Diagnostic
from reconcile.model.tokens import Tokens, phrase_keys
from reconcile.rules.entities import Entity
from reconcile.rules.entries import Check, Placed, Scope
from reconcile.rules.examples import Example, Want
from reconcile.rules.inflection import is_reference, known_references
from reconcile.rules.lexicon import Words, children, items_of
from reconcile.rules.metrics import MetricRule
from reconcile.rules.source import did_you_mean
from reconcile.rules.tree import Path
from reconcile.rules.units import Cue

# What no word has and a regular expression often does; rules hold none, so such a word waits for these very signs.
_PATTERN = re.compile(r"\.[*+]|\\[a-zA-Z]|\[[^\]]{1,40}\]|\w\||\(\?|^\^")


def _lists(scope: Scope) -> Iterator[tuple[Placed[msgspec.Struct], str | int, Any, tuple[Any, ...]]]:
    """Every list of an entry, examples apart: where it stands, its key, itself and its items."""
    for placed in scope.entries(msgspec.Struct):
        for key, value in () if isinstance(placed.entry, Example | Want) else children(placed.entry):
            if items := items_of(value):
                yield placed, key, value, items


def words_stand_once(scope: Scope) -> Iterator[Diagnostic]:
    """No list of words holds a word twice."""
    for placed, key, _, words in _lists(scope):
        seen: set[str] = set()
        for i, word in enumerate(words if isinstance(words[0], str) else ()):
            if word in seen:
                yield placed.warning("duplicate-word", f"{word!r} stands twice", key, i)
            seen.add(word)


def words_are_tokens(scope: Scope) -> Iterator[Diagnostic]:
    """A word of a set is looked up token by token, in small letters; any other is never found."""
    for placed, key, value, words in _lists(scope):
        for i, word in enumerate(words if isinstance(value, Words) else ()):
            if Tokens(word).keys != [word] and not is_reference(word):
                message = f"{word!r} never matches: this list holds single words and signs, in small letters"
                yield placed.warning("unused-word", message, key, i)


def _words(scope: Scope) -> Iterator[tuple[Placed[msgspec.Struct], Path, str]]:
    """The words of the lists of an entry, those under the keys of a mapping and in rows too, with the way to them."""
    for placed in scope.entries(msgspec.Struct):
        for key, value in () if isinstance(placed.entry, Example | Want) else children(placed.entry):
            for path, item in _words_below(value, (key,)):
                yield placed, path, item


def _words_below(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    for step, item in () if isinstance(value, msgspec.Struct) else children(value):
        if isinstance(item, str):
            yield (*path, step), item
        else:
            yield from _words_below(item, (*path, step))


def families_are_known(scope: Scope) -> Iterator[Diagnostic]:
    """A reference in a list of words leads to a family of verbs."""
    known = known_references(scope.pack.language.families)
    for placed, path, word in _words(scope):
        if is_reference(word) and word not in known:
            message = f"no family of verbs is called {word!r}{did_you_mean(word, known)}"
            yield placed.error("unknown-id", message, *path)


def words_are_no_patterns(scope: Scope) -> Iterator[Diagnostic]:
    """A word is matched as it stands; one written as a regular expression would wait for its signs."""
    for placed, path, word in _words(scope):
        if _PATTERN.search(word):
            message = f"{word!r} is matched as it stands: rules have words, no regular expressions"
            yield placed.warning("pattern", message, *path)


def words_mean_one_thing(scope: Scope) -> Iterator[Diagnostic]:
    """A word under two entries of one list, told apart by no flag, has one meaning that wins silently."""
    seen: dict[tuple[object, ...], str] = {}
    for placed, key, _, words in _lists(scope):
        # the words of a cue are evidence, and may speak for several
        if key not in _SPELLINGS or not placed.path or isinstance(placed.entry, Cue):
            continue
        flags = tuple(value for value in msgspec.structs.astuple(placed.entry) if isinstance(value, bool))
        for i, word in enumerate(words):
            mark = (placed.loaded.file.shown, placed.path[:-1], flags, word.lower())
            own = placed.where()
            if seen.setdefault(mark, own) != own:
                message = f"{word!r} also stands under the entry at {seen[mark]}; one of the two wins"
                yield placed.warning("ambiguous-word", message, key, i)


# The keys under which an entry has its spellings.
_SPELLINGS = frozenset({"words", "titles", "aliases"})


def phrases_add_something(scope: Scope) -> Iterator[Diagnostic]:
    """A phrase that differs from one before it only in hyphens or the case of letters is never used."""
    for placed in scope.entries(MetricRule):
        for key in ("triggers", "exclude"):
            seen: dict[tuple[str, ...], str] = {}
            for i, phrase in enumerate(getattr(placed.entry, key)):
                first = seen.setdefault(tuple(phrase_keys(phrase)), phrase)
                if first != phrase:
                    message = f"{phrase!r} is matched as {first!r} is, which stands before it"
                    yield placed.warning("unused-word", message, key, i)


def aliases_add_something(scope: Scope) -> Iterator[Diagnostic]:
    """An alias is none when its entity, or one of an earlier file, already has that name."""
    owners: dict[tuple[bool, tuple[str, ...]], tuple[Placed[Entity], str]] = {}
    for placed in scope.live(Entity):
        for i, name in enumerate(_names(placed.entry)):
            owner, first = owners.setdefault((name.isupper(), tuple(phrase_keys(name))), (placed, name))
            if not i or not scope.holds(placed):
                continue
            if owner is placed and first != name:
                message = f"{name!r} is matched as a name before it is, whatever the case of letters"
                yield placed.warning("unused-alias", message, "aliases", i - 1)
            elif owner.loaded is not placed.loaded:
                message = f"{name!r} is already a name of {owner.entry.id!r} ({owner.where()}), which keeps it"
                yield placed.warning("unused-alias", message, "aliases", i - 1)


def names_begin_with_a_capital(scope: Scope) -> Iterator[Diagnostic]:
    """A name is looked for only at a word with a capital letter or digits; one that begins otherwise is never found."""
    for placed in scope.entries(Entity):
        for i, name in enumerate(_names(placed.entry)):
            word = Tokens(name).word(0)
            if not word[0].isdecimal() and word == word.lower():
                message = f"{name!r} is never found: a name begins with digits or a word that has a capital letter"
                yield placed.warning("unused-alias", message, *(("aliases", i - 1) if i else ("name",)))


def _names(entity: Entity) -> tuple[str, ...]:
    return entity.name, *entity.aliases


WORD_CHECKS: tuple[Check, ...] = (
    words_stand_once,
    words_are_tokens,
    families_are_known,
    words_mean_one_thing,
    words_are_no_patterns,
    phrases_add_something,
    aliases_add_something,
    names_begin_with_a_capital,
)
