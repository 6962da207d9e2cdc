"""What the rules that set a number or a time aside mean, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

EXCUSES: Mapping[str, str] = MappingProxyType(
    {
        "excuse.definite": "it points back to things already counted (“the two firms”)",
        "excuse.duration-adjunct": "a length of time that only sets the scene (“within weeks”)",
        "excuse.plain-one": "“one” as an article or a pronoun, not a count",
        "excuse.reach": "it only says how far back a superlative reaches (“the lowest since March”)",
        "excuse.simile": "it stands in a comparison (“like a thousand suns”)",
        "excuse.stamp": "the time at which an entry of a live blog was written",
        "excuse.table-head": "it heads a column of a table and stands in the claims of its cells",
        "excuse.vague-time": "a time that names none (“recently”)",
        "trap.address": "a number of a house or a postal code",
        "trap.chain": "a figure inside a longer sign, such as a number with several points",
        "trap.clock": "a figure of a time of day",
        "trap.code": "a code, as the word beside it says",
        "trap.compound": "a figure inside a compound word (“4-door”)",
        "trap.counter": "the counter of a gallery or of pages (“4/8”, “Photo 4 of 8”)",
        "trap.engagement": "how often a page was shared, liked, read or commented on",
        "trap.identifier": "part of an identifier, with letters or signs that touch it",
        "trap.long": "too many digits for a quantity",
        "trap.name": "part of a name (“Formula 1”)",
        "trap.pronoun": "“one” as an article or a pronoun, not a count",
        "trap.resolution": "the resolution of a screen",
        "trap.score": "a score or a vote, one figure against another",
        "trap.telephone": "a telephone number",
        "trap.version": "the number of a version or a section",
        "trap.web": "part of a web address",
        "trap.word": "a word for a number that stands for no amount (“millions”, “second”)",
    }
)


def excuse_words(rule: str) -> str:
    """A rule with what it means: "trap.telephone: a telephone number"."""
    meaning = EXCUSES.get(rule)
    return rule if meaning is None else f"{rule}: {meaning}"
