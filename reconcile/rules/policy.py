"""Policy: which findings there are and how severe each is (`policy.yaml`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from reconcile.errors import Severity
from reconcile.model.words import stem
from reconcile.rules.severity import Severities, merged


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
    kin: dict[str, str]
    rivals: dict[str, int]
    means: dict[str, str]
    marks: dict[str, str]
    rises: frozenset[str]
    falls: frozenset[str]
    akin: dict[str, str]
    cues: dict[str, frozenset[str]]
    severity: Severities
    orders: tuple[tuple[str, str], ...]
    wholes: frozenset[str]
    echo_run: int
    echo_errors: int

    @property
    def moves(self) -> frozenset[str]:
        """The stems of all words for rises and falls."""
        return self.rises | self.falls


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
    kin: dict[str, str] = {}
    rivals: list[tuple[str, ...]] = []
    # a pack that stands alone may name none of the words that a check looks for
    cues: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    run, errors = 10, 3
    for file in files:
        run = file.echo_run if file.echo_run is not None else run
        errors = file.echo_errors if file.echo_errors is not None else errors
        findings.update({rule.code: rule for rule in file.findings})
        given = {name: getattr(file, name) for name in shares}
        shares |= {name: share for name, share in given.items() if share is not None}
        rivals.extend(file.rivals)
        cues.update({name: frozenset(words) for name, words in file.cues.items()})
        kin.update({stem(word): stem(words[0]) for words in file.kin for word in words})
    sets = {kin.get(stem(w), stem(w)): number for number, words in enumerate(rivals) for w in words}
    akin = {metric: metrics[0] for file in files for metrics in file.akin for metric in metrics}
    means = {stem(word): word for file in files for word in reversed(file.means)}
    marks = {stem(word): word for file in files for word in reversed(file.marks)}
    rises, falls = (frozenset(stem(word) for word in cues.get(name, ())) for name in ("rises", "falls"))
    return Policy(
        findings,
        **shares,
        kin=kin,
        rivals=sets,
        means=means,
        marks=marks,
        rises=rises,
        falls=falls,
        akin=akin,
        cues=cues,
        severity=merged(file.severity for file in files),
        orders=tuple(dict.fromkeys(pair for file in files for pair in file.orders)),
        wholes=frozenset(metric for file in files for metric in file.wholes),
        echo_run=run,
        echo_errors=errors,
    )
