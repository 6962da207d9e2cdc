"""Verbs of one meaning, declared once and referred to: `@rising` in a list of words stands for every form of them.

"rose", "climbed" and "soared" belong in many lists: what shows a rise, what goes from one level to another, what says
how much its subject is. The grammar declares the family by base forms (`families`); any list of words or phrases, in
any rule file, names it. `@rising` gives all forms, `@rising.finite` those that can be the only verb of a clause (the
base, the -s form and the past), `@rising.past` the past, which is never a noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

import msgspec

from reconcile.rules.inflection import past_forms, present_participle, third_person, verb_forms
from reconcile.rules.language import Language
from reconcile.rules.lexicon import items_of

T = TypeVar("T")

REFERENCE = "@"
ALL, FINITE, PAST = "", ".finite", ".past"


def family_words(contents: Iterable[msgspec.Struct]) -> dict[str, tuple[str, ...]]:
    """The words that each reference stands for, of all grammar files."""
    files = [content for content in contents if isinstance(content, Language)]
    irregular = {row[0]: row for file in files for row in file.irregular_verbs}
    words: dict[str, tuple[str, ...]] = {}
    for name, verbs in chain.from_iterable(file.families.items() for file in files):
        for verb in verbs.listed:
            for form, some in _forms(verb, irregular).items():
                reference = REFERENCE + name + form
                words[reference] = tuple(dict.fromkeys((*words.get(reference, ()), *some)))
    return words


def _forms(verb: str, irregular: Mapping[str, tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    """All forms of a verb, the finite ones and the past, by how a reference asks for them."""
    past, others = past_forms(verb), tuple(verb_forms(verb))
    if verb in irregular:
        _, simple, participle = irregular[verb]
        past, others = (simple,), (participle, present_participle(verb))
    finite = (verb, third_person(verb), *past)
    return {ALL: (*finite, *others), FINITE: finite, PAST: past}


def with_families(content: T, words: Mapping[str, Sequence[str]]) -> T:
    """A value of a rule file with every reference in its lists of words replaced; one that leads nowhere stays."""
    changed: object = content
    items = items_of(content)
    if items is not None:
        new = tuple(chain.from_iterable(_items(item, words) for item in items))
        if new != items:
            changed = new if isinstance(content, tuple) else type(content)(new)  # type: ignore[call-arg]
    elif isinstance(content, dict):
        changed = {key: with_families(value, words) for key, value in content.items()}
    elif isinstance(content, msgspec.Struct):
        values = {name: getattr(content, name) for name in content.__struct_fields__}
        new_values = {name: with_families(value, words) for name, value in values.items()}
        differ = {name: value for name, value in new_values.items() if value is not values[name]}
        changed = msgspec.structs.replace(content, **differ) if differ else content
    return changed  # type: ignore[return-value]


def _items(item: object, words: Mapping[str, Sequence[str]]) -> Sequence[object]:
    if isinstance(item, str):
        return words.get(item, (item,))
    return (with_families(item, words),)


def is_reference(word: str) -> bool:
    """Whether an item of a list of words names a family."""
    return word.startswith(REFERENCE) and len(word) > len(REFERENCE)


def known_references(families: Iterable[str]) -> frozenset[str]:
    """Every way to name one of these families."""
    return frozenset(REFERENCE + name + some for name in families for some in (ALL, FINITE, PAST))
