"""Review by keys in a terminal: what is shown and asked, and what answers do; showing and asking are handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import ReconcileError
from reconcile.model.decision import Judgement
from reconcile.model.finding import Finding
from reconcile.review.pages import decided_words, passages
from reconcile.review.proposals import proposals
from reconcile.review.rule_edits import Effect, adopt, effect
from reconcile.review.session import ReviewSession

HELP = """\
1-9  decide as the line with that number says; a reason may follow: 3 the regions differ
n p  next, previous finding         t  the trail of each value: how it was read
u    take the last decision back    w  what rule could be written of it; w 1 shows the first, w 1! writes it
?    this list                      q  leave; everything decided is kept"""


@dataclass(slots=True)
class Dialogue:
    """A sitting in a terminal: `say` shows lines, `ask` gives the next answer, None at the end of input."""

    session: ReviewSession
    rules: Path
    say: Callable[[str], object]
    ask: Callable[[str], str | None]
    at: int = 0

    def run(self) -> None:
        """Asks until all is decided or the person leaves."""
        queue = self.session.open
        if not queue:
            self.say("Nothing is open.")
            return
        while 0 <= self.at < len(queue):
            self._show(queue)
            while True:
                answer = self.ask(f"[{self.at + 1}/{len(queue)}] 1-9, n, p, t, w, u, ?, q > ")
                if answer is None or answer.strip().lower() == "q":
                    return
                if self._answered(queue, answer.strip()):
                    break
        self.say("All are seen.")

    def _show(self, queue: tuple[Finding, ...]) -> None:
        finding = queue[self.at]
        self.say("")
        self.say(f"{finding.severity} {finding.code}: {finding.message}")
        for passage in passages(finding, self.session.known):
            text = " ".join(f"{passage.before}>>{passage.quote}<<{passage.after}".split())
            self.say(f"  {passage.where} {passage.who}".rstrip())
            self.say(f"    {text}")
            self.say(f"    read as: {'; '.join(passage.read_as)}")
        self.say(f"  {finding.why}")
        decision = self.session.settled.get(finding.fingerprint)
        if decision is not None:
            self.say(f"  {decided_words(decision)}")
        for number, option in enumerate(finding.options, 1):
            self.say(f"  {number}  {option.label}")

    def _answered(self, queue: tuple[Finding, ...], answer: str) -> bool:
        """Does what an answer says; whether another finding is to be shown."""
        word, _, rest = answer.partition(" ")
        finding = queue[self.at]
        try:
            if word.isascii() and word.isdigit():
                return self._decided(finding, int(word), rest)
            if word == "w":
                self._rule(finding, rest.strip())
            elif word == "t":
                self._trail(finding)
            elif word == "u":
                return self._undone(queue)
            elif word in ("n", "p"):
                self.at = max(0, self.at + (1 if word == "n" else -1))
                return True
            else:
                for line in HELP.splitlines():
                    self.say(line)
        except ReconcileError as error:
            self.say(str(error))
        return False

    def _decided(self, finding: Finding, number: int, reason: str) -> bool:
        if not 1 <= number <= len(finding.options):
            self.say(f"There is no line {number}.")
            return False
        key = finding.options[number - 1].key
        if key == Judgement.BOTH_STAND and not reason.strip():
            reason = self.ask("because > ") or ""
        self.say(decided_words(self.session.decide(finding.fingerprint, key, reason)))
        self.at += 1
        return True

    def _undone(self, queue: tuple[Finding, ...]) -> bool:
        name = self.session.undo()
        places = [i for i, finding in enumerate(queue) if finding.fingerprint == name]
        self.say("Taken back." if places else "Nothing to take back.")
        self.at = places[0] if places else self.at
        return bool(places)

    def _trail(self, finding: Finding) -> None:
        for passage in passages(finding, self.session.known):
            self.say(f"  {passage.where} “{passage.quote}”")
            for number, step in enumerate(passage.trail, 1):
                self.say(f"    {number}. {step.rule}: {step.note}")

    def _rule(self, finding: Finding, asked: str) -> None:
        offered = proposals(finding, self.session.known)
        number = asked.removesuffix("!")
        if not (number.isascii() and number.isdigit() and 1 <= int(number) <= len(offered)):
            for n, proposal in enumerate(offered, 1):
                self.say(f"  w {n}  {proposal.label}")
            self.say("  w 1! writes the first." if offered else "  No rule suggests itself here.")
            return
        chosen = offered[int(number) - 1]
        done = effect(chosen, self.rules, self.session.known)
        for line in _effect_lines(done):
            self.say(line)
        if asked.endswith("!") and not done.problems:
            names = ", ".join(
                path.as_posix() for path in adopt(chosen, self.rules, follow_links=self.session.follow_links)
            )
            self.say(f"Wrote {names}; it counts with --rules {self.rules.as_posix()}")


def _effect_lines(done: Effect) -> Iterator[str]:
    for name, text in done.files.items():
        yield f"  {name}"
        yield from (f"    {line}" for line in text.splitlines())
    for name in ("claims_new", "claims_gone", "findings_new", "findings_gone", "problems"):
        lines = getattr(done, name)
        yield f"  {name.replace('_', ' ')}: {len(lines)}"
        yield from (f"    {line}" for line in lines)
