"""Units in words: "1 user", "3 active users", "-4 degrees Celsius"."""

from __future__ import annotations

# Presentation alone: what a plural looks like where the rule for regular nouns does not give it.
_IRREGULAR = {
    "foot": "feet", "person": "people", "man": "men", "woman": "women", "child": "children", "hertz": "hertz",
    "percent": "percent", "people": "people", "staff": "staff", "personnel": "personnel",
    "police": "police", "cattle": "cattle", "sheep": "sheep", "aircraft": "aircraft",
    "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
}  # fmt: skip
_SIBILANT = ("s", "x", "z", "ch", "sh")
_SINGULAR_IN_S = ("ss", "us", "is")


def unit_words(unit: str, *, one: bool = False) -> str:
    """A unit's name in the plural, unless `one`; currency codes and names that hold signs stay as they are.

    >>> unit_words("active_country"), unit_words("USD")
    ('active countries', 'USD')
    """
    name = spaced(unit)
    head, _, last = name.rpartition(" ")
    if one or not (last.isalpha() and last.islower()) or len(last) < 3:
        return name
    return f"{head} {_plural(last)}".strip()


def spaced(name: str) -> str:
    """A name of several words, as people write it."""
    return name.replace("_", " ")


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("s") and not noun.endswith(_SINGULAR_IN_S):
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_SIBILANT) else f"{noun}s"
