"""Word lists: a word stands once, means one thing, adds something, and is a word, not a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.model.tokens import Tokens, phrase_keys
from reconcile.rules.entities import Entity
from reconcile.rules.entries import Check, Scope
from reconcile.rules.examples import Example, Want
from reconcile.rules.families import is_reference, known_references
from reconcile.rules.lexicon import Words, items_of
from reconcile.rules.metrics import MetricRule
from reconcile.rules.source import Loaded, nearest
from reconcile.rules.tree import Path
from reconcile.rules.units import Cue

# What no word has and a regular expression often does; rules hold none, so such a word waits for these very signs.
_PATTERN = re.compile(r"\.[*+]|\\[a-zA-Z]|\[[^\]]{1,40}\]|\w\||\(\?|^\^")


def words_stand_once(scope: Scope) -> Iterator[Diagnostic]:
    """No list of words holds a word twice, in any case of letters where the list ignores it."""
    for loaded, path, entry in scope.all():
        for f in msgspec.structs.fields(entry):
            words = items_of(getattr(entry, f.name)) or ()
            if not all(isinstance(w, str) for w in words):
                continue
            seen: set[str] = set()
            for i, word in enumerate(words):
                if word in seen:
                    at = (*path, f.encode_name, i)
                    yield scope.found(loaded, at, "duplicate-word", f"{word!r} stands twice", Severity.WARNING)
                seen.add(word)


def words_are_tokens(scope: Scope) -> Iterator[Diagnostic]:
    """A word of a set is looked up token by token, in small letters; any other is never found."""
    for loaded, path, entry in scope.all():
        for f in msgspec.structs.fields(entry):
            words = getattr(entry, f.name)
            for i, word in enumerate(words.listed if isinstance(words, Words) else ()):
                if Tokens(word).keys != [word] and not is_reference(word):
                    at = (*path, f.encode_name, i)
                    message = f"{word!r} never matches: this list holds single words and signs, in small letters"
                    yield scope.found(loaded, at, "unused-word", message, Severity.WARNING)


def families_are_known(scope: Scope) -> Iterator[Diagnostic]:
    """A reference in a list of words leads to a family of verbs."""
    known = known_references(scope.pack.language.families)
    for loaded, path, entry in scope.all():
        for at, word in () if isinstance(entry, Example | Want) else _listed(path, entry):
            if is_reference(word) and word not in known:
                near = nearest(word, known)
                hint = f"; did you mean {near!r}?" if near else ""
                yield scope.found(loaded, at, "unknown-id", f"no family of verbs is called {word!r}{hint}")


def words_mean_one_thing(scope: Scope) -> Iterator[Diagnostic]:
    """A word under two entries of one list, told apart by no flag, has one meaning that wins silently."""
    seen: dict[tuple[object, ...], str] = {}
    for loaded, path, entry in scope.all():
        if len(path) < 2 or not isinstance(path[-1], int) or isinstance(entry, Cue):
            # the words of a cue are evidence, and may speak for several
            continue
        flags = tuple(v for v in msgspec.structs.astuple(entry) if isinstance(v, bool))
        for name in ("words", "titles", "aliases"):
            for i, word in enumerate(items_of(getattr(entry, name, None)) or ()):
                mark = (loaded.file.shown, path[:-1], flags, str(word).lower())
                at = (*path, name, i)
                own = scope.places.where(loaded, path)
                if seen.setdefault(mark, own) != own:
                    message = f"{word!r} also stands under the entry at {seen[mark]}; one of the two wins"
                    yield scope.found(loaded, at, "ambiguous-word", message, Severity.WARNING)


def words_are_no_patterns(scope: Scope) -> Iterator[Diagnostic]:
    """A word is matched as it stands; one written as a regular expression would wait for its signs."""
    for loaded, path, entry in scope.all():
        if not isinstance(entry, Example | Want):
            for at, word in _listed(path, entry):
                if _PATTERN.search(word):
                    message = f"{word!r} is matched as it stands: rules have words, no regular expressions"
                    yield scope.found(loaded, at, "pattern", message, Severity.WARNING)


def _listed(path: Path, entry: msgspec.Struct) -> Iterator[tuple[Path, str]]:
    """The words of the lists of an entry, those under the keys of a mapping and in rows too, with their places."""
    shape = type(entry)
    for name, key in zip(shape.__struct_fields__, shape.__struct_encode_fields__, strict=True):
        yield from _words_below((*path, key), getattr(entry, name))


def _words_below(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    items = items_of(value)
    below = enumerate(items) if items is not None else value.items() if isinstance(value, dict) else ()
    for step, item in below:
        if isinstance(item, str):
            yield (*path, step), item
        elif not isinstance(item, msgspec.Struct):
            yield from _words_below((*path, step), item)


def phrases_add_something(scope: Scope) -> Iterator[Diagnostic]:
    """A phrase that differs from one before it only in hyphens or the case of letters is never used."""
    for loaded, path, entry in scope.all():
        for name in ("triggers", "exclude") if isinstance(entry, MetricRule) else ():
            seen: dict[tuple[str, ...], str] = {}
            for i, phrase in enumerate(getattr(entry, name)):
                first = seen.setdefault(tuple(phrase_keys(phrase)), phrase)
                if first != phrase:
                    message = f"{phrase!r} is matched as {first!r} is, which stands before it"
                    yield scope.found(loaded, (*path, name, i), "unused-word", message, Severity.WARNING)


def aliases_add_something(scope: Scope) -> Iterator[Diagnostic]:
    """An alias is none when its entity, or one of an earlier place, already has that name."""
    owners: dict[tuple[bool, tuple[str, ...]], tuple[Loaded, Path, Entity]] = {}
    live = scope.pack.entities.by_id
    for loaded, path, entry in scope.entries:
        if not isinstance(entry, Entity) or live.get(entry.id) is not entry:
            continue
        for i, name in enumerate((entry.name, *entry.aliases)):
            first = owners.setdefault((name.isupper(), tuple(phrase_keys(name))), (loaded, path, entry))
            if i and scope.holds(loaded):
                at = (*path, "aliases", i - 1)
                if first[2] is not entry and first[0] is not loaded:
                    own = scope.places.where(first[0], first[1])
                    message = f"{name!r} is already a name of {first[2].id!r} ({own}), which keeps it"
                    yield scope.found(loaded, at, "unused-alias", message, Severity.WARNING)
                elif first[2] is entry and _spelt_before(entry, i):
                    message = f"{name!r} is matched as a name before it is, whatever the case of letters"
                    yield scope.found(loaded, at, "unused-alias", message, Severity.WARNING)


def names_begin_with_a_capital(scope: Scope) -> Iterator[Diagnostic]:
    """A name is looked for only at a word with a capital letter or digits; one that begins otherwise is never found."""
    for loaded, path, entry in scope.all():
        for i, name in enumerate((entry.name, *entry.aliases) if isinstance(entry, Entity) else ()):
            word = Tokens(name).word(0)
            if not (word[0].isdecimal() or (word[0].isalpha() and any(c.isupper() for c in word))):
                at = (*path, "aliases", i - 1) if i else (*path, "name")
                message = f"{name!r} is never found: a name begins with digits or a word that has a capital letter"
                yield scope.found(loaded, at, "unused-alias", message, Severity.WARNING)


def _spelt_before(entity: Entity, i: int) -> bool:
    """Whether the i-th name of an entity is matched by one before it, both acronyms or neither."""
    names = (entity.name, *entity.aliases)
    mark = (names[i].isupper(), phrase_keys(names[i]))
    return any((name.isupper(), phrase_keys(name)) == mark and name != names[i] for name in names[:i])


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
