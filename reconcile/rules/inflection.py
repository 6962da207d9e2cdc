"""Forms of regular verbs by spelling: "reach" gives "reaches", "reached", "reaching"."""

from __future__ import annotations


def third_person(base: str) -> str:
    """The -s form: "reach" gives "reaches", "carry" "carries"."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
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


VOWELS = frozenset("aeiou")


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in VOWELS


def _doubled(base: str) -> str:
    """Doubles the last consonant of a one-syllable verb in consonant-vowel-consonant ("plan", "cut")."""
    short = len(base) <= 4 and sum(c in VOWELS for c in base) == 1
    closed = base[-1:] not in "aeiouwxy" and base[-2:-1] in VOWELS
    return base + base[-1] if short and closed else base
