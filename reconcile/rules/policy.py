"""Policy: which findings there are and how severe each is (`policy.yaml`).

What moves the severity of a finding up or down: the part `severity` of `policy.yaml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from reconcile.errors import Severity
from reconcile.model.words import singular, stem


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


def merged(parts: Iterable[Severities]) -> Severities:
    """All parts as one; a later part wins cause by cause, thresholds add up."""
    raises: dict[str, int] = {}
    lowers: dict[str, int] = {}
    thresholds: list[Threshold] = []
    for part in parts:
        raises |= part.raises
        lowers |= part.lowers
        thresholds.extend(part.thresholds)
    return Severities(raises, lowers, tuple(thresholds))


class FindingRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of finding: a stable code, its title, its base severity, and what it means in a sentence."""

    code: str
    title: str
    severity: Severity
    help: str


class PolicyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `policy.yaml`.

    `rate_band` widens an amount converted to another currency, relative, to each side. `tolerance` is relative and for
    all metrics that state none. `overlap` is the least share of weighted content
    words that two open metrics must have in common to be compared; `alike` the same for two values of different
    sources whose subject or metric no rule tells, `alike_dates` for two times, `alike_same_time` for one time given
    twice, and `firm` for two values before a difference is a conflict. `tie` is what equal values add to likeness when
    one of several matches is chosen; it never makes a match. `kin` are sets of words that news
    uses for one thing; words of one set count as one word.
    `rivals` are sets of words of which a thing is one at most: two values are apart when each stands next to another.
    `echo_run`: sentences that share as many words in a row have one origin; `echo_errors`: so have sources that share
    as many values which most others contradict.
    `means` beside one of two values set it apart from the other; `marks` do where the two differ.
    `akin` are sets of metrics that texts use for one another; claims of two other metrics are apart.
    `orders` are words of a beginning, each with one of its end; `wholes` are metrics whose values are shares of one
    whole.
    `severity` says what moves a severity up or down.
    `cues` are the words that the checks within one text look for, by name.
    """

    findings: tuple[FindingRule, ...] = ()
    tolerance: Decimal | None = None
    overlap: Decimal | None = None
    alike: Decimal | None = None
    alike_dates: Decimal | None = None
    alike_same_time: Decimal | None = None
    tie: Decimal | None = None
    firm: Decimal | None = None
    kin: tuple[tuple[str, ...], ...] = ()
    rivals: tuple[tuple[str, ...], ...] = ()
    means: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    akin: tuple[tuple[str, ...], ...] = ()
    cues: dict[str, tuple[str, ...]] = {}
    severity: Severities = Severities()
    orders: tuple[tuple[str, str], ...] = ()
    wholes: tuple[str, ...] = ()
    echo_run: int | None = None
    rate_band: Decimal | None = None
    echo_errors: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """Compiled policy; words as stems, `rises` and `falls` those of the cues of these names."""

    findings: dict[str, FindingRule]
    tolerance: Decimal
    overlap: Decimal
    alike: Decimal
    alike_dates: Decimal
    alike_same_time: Decimal
    tie: Decimal
    firm: Decimal
    rate_band: Decimal
    synonyms: dict[str, str]
    exclusive_terms: dict[str, int]
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
        key, doer = stem(word), _is_doer(word)
        if key in self.doers and not doer:
            return key
        return self.synonyms.get(key, f"{key}+er" if doer else key)


def _doers(words: Iterable[str]) -> frozenset[str]:
    """The stems of kin that only such nouns have."""
    words = tuple(words)
    return frozenset(stem(w) for w in words if _is_doer(w)) - frozenset(stem(w) for w in words if not _is_doer(w))


def _is_doer(word: str) -> bool:
    """A noun in -er or -or with something left before it ("villager", "soldiers")."""
    one = singular(word)
    return one.endswith(("er", "or")) and len(stem(word)) < len(one)


def compile_policy(files: Iterable[PolicyFile]) -> Policy:
    """All policy files as one; a later file wins."""
    files = tuple(files)
    findings: dict[str, FindingRule] = {}
    shares = {
        "tolerance": Decimal(0),
        "overlap": Decimal("0.5"),
        "alike": Decimal("0.4"),
        "alike_dates": Decimal("0.5"),
        "alike_same_time": Decimal("0.5"),
        "tie": Decimal(0),
        "firm": Decimal("0.3"),
        "rate_band": Decimal("0.05"),
    }
    files = tuple(files)
    synonyms: dict[str, str] = {}
    exclusive_terms: list[tuple[str, ...]] = []
    # a pack that stands alone may name none of the words that a check looks for
    cues: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    run, errors = 10, 3
    for file in files:
        run = file.echo_run if file.echo_run is not None else run
        errors = file.echo_errors if file.echo_errors is not None else errors
        findings.update({rule.code: rule for rule in file.findings})
        given = {name: getattr(file, name) for name in shares}
        shares |= {name: share for name, share in given.items() if share is not None}
        exclusive_terms.extend(file.rivals)
        cues.update({name: frozenset(words) for name, words in file.cues.items()})
        synonyms.update({stem(word): stem(words[0]) for words in file.kin for word in words})
    sets = {synonyms.get(stem(w), stem(w)): number for number, words in enumerate(exclusive_terms) for w in words}
    metric_synonyms = {metric: metrics[0] for file in files for metrics in file.akin for metric in metrics}
    means = {stem(word): word for file in files for word in reversed(file.means)}
    marks = {stem(word): word for file in files for word in reversed(file.marks)}
    rises, falls = (frozenset(stem(word) for word in cues.get(name, ())) for name in ("rises", "falls"))
    return Policy(
        findings,
        **shares,
        synonyms=synonyms,
        exclusive_terms=sets,
        means=means,
        marks=marks,
        rises=rises,
        falls=falls,
        metric_synonyms=metric_synonyms,
        cues=cues,
        severity=merged(file.severity for file in files),
        begin_end_pairs=tuple(dict.fromkeys(pair for file in files for pair in file.orders)),
        additive_metrics=frozenset(metric for file in files for metric in file.wholes),
        echo_run=run,
        echo_errors=errors,
        doers=_doers(word for file in files for words in file.kin for word in words),
    )
