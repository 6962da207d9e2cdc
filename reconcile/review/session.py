"""One person's sitting at one ledger: what there is to decide, deciding, taking back, how far they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reconcile.errors import UsageError
from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.model.finding import Finding
from reconcile.model.run import Run
from reconcile.report.index import by_consequence
from reconcile.review.deciding import Lookup, Word, decide
from reconcile.review.ledger import file_name, write
from reconcile.rules.load import Pack
from reconcile.writing import remove_file, write_atomically


@dataclass(frozen=True, slots=True)
class Step:
    """A decision as it was written: the file, what stood in it before, and what was said of the finding before."""

    finding: str
    path: Path
    before: str | None
    decision: Decision | None


class ReviewSession:
    """A run with its ledger, and whoever sits before it; `extra` are questions beside the findings.

    `settled` holds the decision on each finding that has one, `steps` what was decided here, last one last. Each
    decision is on disk when `decide` returns. `follow_links` lets the folders written to be links.
    """

    def __init__(
        self,
        run: Run,
        pack: Pack,
        folder: Path,
        by: str,
        on: date,
        extra: tuple[Finding, ...] = (),
        *,
        follow_links: bool = False,
    ) -> None:
        self.run, self.folder, self.by, self.on, self.follow_links = run, folder, by, on, follow_links
        self.known = Lookup.of(run, pack)
        # the gravest first
        self.findings = (*by_consequence(run.findings), *extra)
        self.steps: list[Step] = []
        self._by_print = {finding.fingerprint: finding for finding in self.findings}
        self._reviews: defaultdict[str, list[Review]] = defaultdict(list)
        for review in run.reviews:
            for name in review.findings:
                self._reviews[name].append(review)
        self.settled = {n: r.decision for r in run.reviews if r.state is State.DECIDED for n in r.findings}

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that wait for a word."""
        return tuple(finding for finding in self.findings if finding.fingerprint not in self.settled)

    def reviews(self, fingerprint: str) -> tuple[Review, ...]:
        """What the ledger said of a finding when the run was made."""
        return tuple(self._reviews.get(fingerprint, ()))

    def finding(self, fingerprint: str) -> Finding:
        """A finding by its fingerprint. Raises UsageError where there is none."""
        finding = self._by_print.get(fingerprint)
        if finding is None:
            raise UsageError(f"no finding {fingerprint}; the articles or the rules changed since it was made")
        return finding

    def decide(self, fingerprint: str, option: str, reason: str = "", recheck: date | None = None) -> Decision:
        """Decides and writes. Raises UsageError where that is not possible; nothing is written then."""
        decision = self._decision(fingerprint, option, reason, recheck)
        path = self.folder / file_name(decision)
        step = Step(fingerprint, path, _text(path), self.settled.get(fingerprint))
        write(self.folder, decision, follow_links=self.follow_links)
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
        """Takes the last decision of this sitting back; the fingerprint of its finding, None when there is none.

        Raises UsageError where the file cannot be put back; the decision stands then.
        """
        if not self.steps:
            return None
        step = self.steps[-1]
        if step.before is None:
            remove_file(step.path)
        else:
            write_atomically({step.path: step.before}, self.folder, follow_links=self.follow_links)
        self.steps.pop()
        if step.decision is None:
            self.settled.pop(step.finding, None)
        else:
            self.settled[step.finding] = step.decision
        return step.finding

    def _decision(self, fingerprint: str, option: str, reason: str, recheck: date | None) -> Decision:
        word = Word(option, reason, self.by, self.on, recheck)
        return decide(self.finding(fingerprint), word, self.known)


def baseline(session: ReviewSession, reason: str) -> Iterable[Decision]:
    """Notes every open finding as known, so that only new ones fail; nobody has judged them yet."""
    known = {name for r in session.run.reviews if r.state is State.KNOWN for name in r.findings}
    for finding in session.open:
        if finding.fingerprint not in known:
            yield session.decide(finding.fingerprint, Judgement.KNOWN, reason)


def _text(path: Path) -> str | None:
    """What stands in a file; None where there is none. Raises UsageError where it could not be put back as it was."""
    try:
        # line ends as they are
        return path.read_bytes().decode("utf-8") if path.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} stands where the decision goes and cannot be read: mend or remove it") from error
