"""Policy: which findings there are, how severe each is, and what moves its severity up or down (`policy.yaml`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Self

import msgspec

from reconcile.errors import Severity
from reconcile.model.words import singular, stem
from reconcile.rules.lexicon import ByKey, Lexicon, Synonyms, Words, empty, says


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value that means something: on which side of it a share or rate lies changes what is said.

    `name`: what it is called in the report
    `at`: its value, in the metric's usual unit
    `metrics`: the metrics it is one of, by id
    """

    name: str
    at: Decimal
    metrics: tuple[str, ...]


class Severities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many steps each cause moves a severity; a cause that is not named does not.

    `raises`: threshold (the sides lie on two sides of one), direction (one rose, the other fell), rank (only one is
        first, or another's value lies between)
    `lowers`: weak-subject (a subject reached through a pronoun or description), one-day-unknown, echo (all sides copy
        one origin)
    `thresholds`: those that count
    """

    raises: dict[str, int] = {}
    lowers: dict[str, int] = {}
    thresholds: tuple[Threshold, ...] = ()


class FindingRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of finding: a stable code, its title, its base severity, and what it means in a sentence."""

    code: str
    title: str
    severity: Severity
    help: str

    def pairs(self) -> Iterator[tuple[str, Self]]:
        """The finding by its code."""
        yield self.code, self


class PolicyFile(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `policy.yaml`."""

    findings: Annotated[
        ByKey[FindingRule, str, FindingRule],
        says(
            "Findings, their base severity, and what each means. Severity is raised or lowered by the judge, "
            "and every step shown."
        ),
    ] = empty(ByKey)
    tolerance: Annotated[Decimal | None, says("Relative, for all metrics that state none.")] = None
    overlap: Annotated[
        Decimal | None,
        says("Two open metrics of ranks are compared where more than this share of their content words is in common."),
    ] = None
    synonyms: Annotated[
        Synonyms,
        says(
            "Words that news uses for one thing. They count as one word where two claims are held side by side, "
            "nowhere else."
        ),
    ] = empty(Synonyms)
    doer_endings: Annotated[
        tuple[str, ...],
        says("What nouns for those who do or live somewhere end in: “villagers” are no “villages”, though one stem."),
    ] = ()
    exclusive_terms: Annotated[
        tuple[tuple[str, ...], ...],
        says(
            "Words of which a thing is one at most: a value next to one of them is not of what a value next to "
            "another is of."
        ),
    ] = ()
    recurring: Annotated[
        Words, says("Verbs of what comes about again and again, unless an object says which: “Orle won on Saturday”.")
    ] = empty(Words)
    areas: Annotated[
        Words,
        says("Words behind a name that make another place of it: “Orle County” holds Orle and is not it."),
    ] = empty(Words)
    means: Annotated[
        Words, says("Words beside one value alone that make it another: a mean is no single year's figure.")
    ] = empty(Words)
    marks: Annotated[
        Words,
        says(
            "The same where the two differ in them: “three others” leave someone out, so that a difference is "
            "no conflict."
        ),
    ] = empty(Words)
    metric_synonyms: Annotated[
        Synonyms,
        says(
            "Metrics that texts use for one another: two values are not apart because the one word was used and "
            "not the other; claims of two other metrics are."
        ),
    ] = empty(Synonyms)
    cues: Annotated[dict[str, Words], says("Words that the checks of one text against itself look for, by name.")] = (
        empty(dict)
    )
    severity: Annotated[
        Severities,
        says(
            "What moves a severity, by how many steps: raised where the gap changes what is said, lowered where "
            "it is less sure."
        ),
    ] = Severities()
    begin_end_pairs: Annotated[
        tuple[tuple[str, str], ...],
        says(
            "Of two words of one thing, the first is of its beginning and the second of its end (“born in 1961, "
            "died in 2004”)."
        ),
    ] = ()
    additive_metrics: Annotated[
        tuple[str, ...],
        says(
            "Metrics whose values for all holders are shares of one whole (“58 percent of the vote, Fisk 42 percent”)."
        ),
    ] = ()
    echo_run: Annotated[
        int | None,
        says(
            "Sentences with this many words in a row in common have one origin (“copied word for word from the "
            "agency's report”)."
        ),
    ] = None
    rate_band: Annotated[
        Decimal | None,
        says(
            "An amount in another currency is taken for this much more or less, relative, than the day's "
            "reference rate makes of it: writers take the rate of another day, of a bank, or a round one (“€40 "
            "million ($44 million)”)."
        ),
    ] = None
    echo_errors: Annotated[
        int | None,
        says("Sources that share this many values which more sources contradict than give have one origin too."),
    ] = None


@dataclass(frozen=True, slots=True)
class Policy:
    """Compiled policy; words as stems, `rises` and `falls` those of the cues of these names."""

    findings: dict[str, FindingRule]
    tolerance: Decimal
    overlap: Decimal
    rate_band: Decimal
    synonyms: dict[str, str]
    exclusive_terms: dict[str, int]
    recurring: frozenset[str]
    areas: frozenset[str]
    means: dict[str, str]
    marks: dict[str, str]
    rises: frozenset[str]
    falls: frozenset[str]
    metric_synonyms: dict[str, str]
    cues: dict[str, frozenset[str]]
    severity: Severities
    begin_end_pairs: tuple[tuple[str, str], ...]
    additive_metrics: frozenset[str]
    echo_run: int
    echo_errors: int
    doers: frozenset[str]
    doer_endings: tuple[str, ...]

    @property
    def moves(self) -> frozenset[str]:
        """The stems of all words for rises and falls."""
        return self.rises | self.falls

    def nouns(self, counted: str) -> frozenset[str]:
        """What is counted, by its words: kin are one, but who works or lives somewhere is not the place.

        "villagers" and "villages" have one stem, "farmers" and "farms" too.
        """
        return frozenset(self._noun(word) for word in counted.lower().split() if word[:1].isalpha())

    def _noun(self, word: str) -> str:
        key, doer = stem(word), _is_doer(word, self.doer_endings)
        if key in self.doers and not doer:
            return key
        return self.synonyms.get(key, f"{key}+er" if doer else key)


def _doers(words: Iterable[str], endings: tuple[str, ...]) -> frozenset[str]:
    """The stems of kin that only nouns with those endings have."""
    by_kind: dict[bool, set[str]] = {True: set(), False: set()}
    for word in words:
        by_kind[_is_doer(word, endings)].add(stem(word))
    return frozenset(by_kind[True] - by_kind[False])


def _is_doer(word: str, endings: tuple[str, ...]) -> bool:
    """A noun in one of the endings with something left before it ("villager", "soldiers")."""
    one = singular(word)
    return one.endswith(endings) and len(stem(word)) < len(one)


# What stands where no pack says anything, relative; how many words and values make an echo.
_SHARES = {
    "tolerance": Decimal(0),
    "overlap": Decimal("0.5"),
    "rate_band": Decimal("0.05"),
}
_ECHO_WORDS, _ECHO_VALUES = 10, 3


def compile_policy(policy: PolicyFile) -> Policy:
    """The policy of all files as the judge uses it: words as stems."""
    synonyms = {stem(word): stem(first) for word, first in policy.synonyms.items()}
    # a pack that stands alone may name none of the words that a check looks for
    cues: defaultdict[str, frozenset[str]] = defaultdict(frozenset, policy.cues)
    given = {name: getattr(policy, name) for name in _SHARES}
    return Policy(
        policy.findings,
        **(_SHARES | {name: share for name, share in given.items() if share is not None}),
        synonyms=synonyms,
        exclusive_terms={
            synonyms.get(stem(w), stem(w)): number for number, words in enumerate(policy.exclusive_terms) for w in words
        },
        recurring=frozenset(stem(word) for word in policy.recurring),
        areas=policy.areas,
        means={stem(word): word for word in reversed(policy.means.listed)},
        marks={stem(word): word for word in reversed(policy.marks.listed)},
        rises=frozenset(stem(word) for word in cues["rises"]),
        falls=frozenset(stem(word) for word in cues["falls"]),
        metric_synonyms=policy.metric_synonyms,
        cues=cues,
        severity=policy.severity,
        begin_end_pairs=tuple(dict.fromkeys(policy.begin_end_pairs)),
        additive_metrics=frozenset(policy.additive_metrics),
        echo_run=_ECHO_WORDS if policy.echo_run is None else policy.echo_run,
        echo_errors=_ECHO_VALUES if policy.echo_errors is None else policy.echo_errors,
        doers=_doers(policy.synonyms, policy.doer_endings),
        doer_endings=policy.doer_endings,
    )
