"""Forms of regular English verbs by spelling: "reach" gives "reaches", "reached", "reaching".

A verb that they get wrong stands among the irregular verbs of `lexicon/en/grammar.yaml`.

Families are verbs of one meaning, declared once and referred to: "rose", "climbed" and "soared" belong in many lists,
which name `@rising` and mean every form of its verbs (`families` of the grammar).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import msgspec

from reconcile.rules.lexicon import items_of

VOWELS = frozenset("aeiou")
# What takes -es in the third person, and in the plural.
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
# The most letters of a verb of one syllable whose last consonant is doubled ("plan", "cut").
_SHORT_LETTERS = 4
# Consonants that a verb of several syllables doubles where its last is stressed, which spelling does not show.
_MAY_DOUBLE = "bdglmnprt"


def third_person(base: str) -> str:
    """The -s form: "reach" gives "reaches", "carry" "carries"."""
    if base.endswith(_SIBILANTS):
        return base + "es"
    return base[:-1] + "ies" if _consonant_y(base) else base + "s"


def past(base: str) -> str:
    """The regular -ed form: "plan" gives "planned", "carry" "carried"."""
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _consonant_y(base) else _doubled(base) + "ed"


def present_participle(base: str) -> str:
    """The -ing form: "make" gives "making", "cut" "cutting"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else _doubled(base) + "ing"


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in VOWELS


def _doubled(base: str) -> str:
    """Doubles the last consonant of a one-syllable verb in consonant-vowel-consonant ("plan", "cut")."""
    short = len(base) <= _SHORT_LETTERS and sum(c in VOWELS for c in base) == 1
    closed = base[-1:] not in "aeiouwxy" and base[-2:-1] in VOWELS
    return base + base[-1] if short and closed else base


def verb_forms(base: str) -> Iterator[str]:
    """Every form of a regular verb, its base first."""
    yield base
    yield third_person(base)
    yield from past_forms(base)
    yield present_participle(base)
    if _may_double(base):
        yield f"{base}{base[-1]}ing"


def past_forms(base: str) -> tuple[str, ...]:
    """The -ed forms by spelling rule; of a longer verb with the last consonant single and doubled ("occurred")."""
    return (past(base), f"{base}{base[-1]}ed") if _may_double(base) else (past(base),)


def _may_double(base: str) -> bool:
    closed = base[-1] in _MAY_DOUBLE and base[-2:-1] in VOWELS and base[-3:-2] not in VOWELS
    return closed and sum(c in VOWELS for c in base) > 1


# What a reference to a family begins with, and what may stand at its end: for all forms of its verbs, for those that
# can be the only verb of a clause (the base, the -s form and the past), for the past, which is never a noun.
REFERENCE = "@"
ALL, FINITE, PAST = "", ".finite", ".past"


def family_words(
    families: Iterable[tuple[str, Iterable[str]]], irregular: Iterable[tuple[str, str, str]]
) -> dict[str, tuple[str, ...]]:
    """The words that each reference stands for, of the verbs of each family and the forms of irregular ones."""
    rows = {row[0]: row for row in irregular}
    words: dict[str, tuple[str, ...]] = {}
    for name, verbs in families:
        for form, some in chain.from_iterable(_forms(verb, rows).items() for verb in verbs):
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


def with_families(value: Any, words: Mapping[str, Sequence[str]]) -> Any:
    """A value of a rule file with every reference in its lists of words replaced; one that leads nowhere stays."""
    if isinstance(value, msgspec.Struct):
        return type(value)(*(with_families(getattr(value, name), words) for name in value.__struct_fields__))
    if isinstance(value, dict) and items_of(value) is None:
        return {key: with_families(item, words) for key, item in value.items()}
    if not (items := items_of(value)):
        return value
    new = (words.get(item, (item,)) if isinstance(item, str) else (with_families(item, words),) for item in items)
    return type(value)(chain.from_iterable(new))


def is_reference(word: str) -> bool:
    """Whether an item of a list of words names a family."""
    return word.startswith(REFERENCE) and len(word) > len(REFERENCE)


def known_references(families: Iterable[str]) -> frozenset[str]:
    """Every way to name one of these families."""
    return frozenset(REFERENCE + name + some for name in families for some in (ALL, FINITE, PAST))
