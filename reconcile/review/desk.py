"""One person's sitting at one ledger: what there is to decide, deciding, taking back, how far they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reconcile.errors import UsageError
from reconcile.model.decision import Decision, Judgement, State
from reconcile.model.finding import Finding
from reconcile.model.run import Run
from reconcile.report.order import by_consequence
from reconcile.review.deciding import Word, decide
from reconcile.review.form import decision_text, file_name
from reconcile.review.ledger import put, take_back
from reconcile.rules.load import Pack


@dataclass(frozen=True, slots=True)
class Step:
    """A decision as it was written: the file, what stood in it before, and what was said of the finding before."""

    finding: str
    path: Path
    before: str | None
    decision: Decision | None


@dataclass(slots=True)
class Desk:
    """A run with its ledger, and whoever sits before it.

    `settled` holds the decision on each finding that has one. Each decision is on disk when `decide` returns.
    """

    run: Run
    pack: Pack
    folder: Path
    by: str
    on: date
    extra: tuple[Finding, ...] = ()
    settled: dict[str, Decision] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        for review in self.run.reviews:
            if review.state is State.DECIDED:
                self.settled.update(dict.fromkeys(review.findings, review.decision))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of the run, the gravest first, then the questions beside them."""
        return (*by_consequence(self.run.findings), *self.extra)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that wait for a word."""
        return tuple(finding for finding in self.findings if finding.fingerprint not in self.settled)

    def finding(self, fingerprint: str) -> Finding:
        """A finding by its fingerprint. Raises UsageError where there is none."""
        found = next((f for f in self.findings if f.fingerprint == fingerprint), None)
        if found is None:
            raise UsageError(f"no finding {fingerprint}; the articles or the rules changed since it was made")
        return found

    def decide(self, fingerprint: str, option: str, reason: str = "", recheck: date | None = None) -> Decision:
        """Decides and writes. Raises UsageError where that is not possible; nothing is written then."""
        decision = self._decision(fingerprint, option, reason, recheck)
        path = self.folder / file_name(decision)
        step = Step(fingerprint, path, _text(path), self.settled.get(fingerprint))
        put(path, decision_text(decision))
        self.steps.append(step)
        self.settled[fingerprint] = decision
        return decision

    def has(self, fingerprint: str, option: str, reason: str) -> bool:
        """Whether the same was said before by the same person."""
        before, now = self.settled.get(fingerprint), self._decision(fingerprint, option, reason, None)
        if before is None:
            return False
        return (before.verdict, before.keeps, before.reason, before.by) == (
            now.verdict, now.keeps, now.reason, now.by,
        )  # fmt: skip

    def undo(self) -> str | None:
        """Takes the last decision of this sitting back; the fingerprint of its finding, None when there is none."""
        if not self.steps:
            return None
        step = self.steps.pop()
        take_back(step.path, step.before)
        if step.decision is None:
            self.settled.pop(step.finding, None)
        else:
            self.settled[step.finding] = step.decision
        return step.finding

    def _decision(self, fingerprint: str, option: str, reason: str, recheck: date | None) -> Decision:
        word = Word(option, reason, self.by, self.on, recheck)
        return decide(self.finding(fingerprint), word, self.run, self.pack)


def baseline(desk: Desk, reason: str) -> Iterable[Decision]:
    """Notes every open finding as known, so that only new ones fail; nobody has judged them yet."""
    known = {name for r in desk.run.reviews if r.state is State.KNOWN for name in r.findings}
    for finding in desk.open:
        if finding.fingerprint not in known:
            yield desk.decide(finding.fingerprint, Judgement.KNOWN, reason)


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
