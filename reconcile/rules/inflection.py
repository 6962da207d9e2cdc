"""Forms of regular English verbs by spelling: "reach" gives "reaches", "reached", "reaching".

A verb that they get wrong stands among the irregular verbs of `lexicon/en/grammar.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    yield from _present_forms(base)


def past_forms(base: str) -> tuple[str, ...]:
    """The -ed forms by spelling rule; of a longer verb with the last consonant single and doubled ("occurred")."""
    return (past(base), f"{base}{base[-1]}ed") if _may_double(base) else (past(base),)


def _present_forms(base: str) -> tuple[str, ...]:
    """The -ing forms, as `past_forms`."""
    return (present_participle(base), f"{base}{base[-1]}ing") if _may_double(base) else (present_participle(base),)


def _may_double(base: str) -> bool:
    closed = base[-1] in _MAY_DOUBLE and base[-2:-1] in VOWELS and base[-3:-2] not in VOWELS
    return closed and sum(c in VOWELS for c in base) > 1
