"""How often the tool was right, told by the decisions: for each finding code, rule, kind of claim, and source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from reconcile.model.decision import Decision, Judgement

# Verdicts that judge an alarm, and what they are counted as. Whoever keeps a side says that it was a conflict; all
# others that it was none.
_JUDGING = {
    Judgement.KEEP: "kept",
    Judgement.BOTH_STAND: "both_stand",
    Judgement.NOT_SAME: "not_same",
    Judgement.TOOL_WRONG: "misread",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """What was decided on the alarms of one rule, kind or source.

    `kept` alarms were conflicts; of the others, both sides stood, two things had been taken for one, or a claim was
    misread. `right` and `wrong` count, for a source, how often its own side was kept or not.
    """

    by: str
    name: str
    kept: int = 0
    both_stand: int = 0
    not_same: int = 0
    misread: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def decided(self) -> int:
        """All alarms that somebody judged."""
        return self.kept + self.both_stand + self.not_same + self.misread

    @property
    def precision(self) -> Decimal:
        """The share of the alarms that were conflicts, to three places."""
        return (Decimal(self.kept) / self.decided).quantize(Decimal("0.001"))

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {
            "by": self.by,
            "name": self.name,
            "decided": self.decided,
            "kept": self.kept,
            "both_stand": self.both_stand,
            "not_same": self.not_same,
            "misread": self.misread,
            "precision": str(self.precision),
            "right": self.right,
            "wrong": self.wrong,
        }


_NAMES: tuple[tuple[str, Callable[[Decision], Iterable[str]]], ...] = (
    ("all", lambda _decision: ("all",)),
    ("finding", lambda decision: (decision.code or "none",)),
    ("rule", lambda decision: {basis.rule for basis in decision.claims}),
    ("kind", lambda decision: {basis.kind for basis in decision.claims}),
    ("source", lambda decision: {basis.source for basis in decision.claims}),
)


def tallies(decisions: Iterable[Decision]) -> tuple[Tally, ...]:
    """A tally for each finding code, rule, kind and source, those with most decisions first.

    A finding counts once, however many people agree on it, and not at all where they do not. Entries of a baseline
    and answers to questions beside the findings judge no alarm.
    """
    judged = _judged(decisions)
    return tuple(tally for by, names in _NAMES for tally in _tallied(by, names, judged))


def _judged(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    by_finding: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.verdict in _JUDGING and decision.code != "same":
            by_finding[decision.finding].append(decision)
    return tuple(
        decisions[0] for decisions in by_finding.values() if len({(d.verdict, d.keeps) for d in decisions}) == 1
    )


def _tallied(by: str, names: Callable[[Decision], Iterable[str]], judged: tuple[Decision, ...]) -> list[Tally]:
    of: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in judged:
        for name in names(decision):
            of[name].append(decision)
    made = [_tally(by, name, those) for name, those in of.items()]
    return sorted(made, key=lambda t: (-t.decided, t.name))


def _tally(by: str, name: str, those: list[Decision]) -> Tally:
    verdicts = Counter(_JUDGING[decision.verdict] for decision in those)
    own = [b.right for d in those for b in d.claims if by == "source" and b.source == name and b.right is not None]
    return Tally(by, name, right=own.count(True), wrong=own.count(False), **verdicts)
