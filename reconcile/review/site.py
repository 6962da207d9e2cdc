"""What the review page can be asked to do: decide, take back, show what a rule would change, write it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from pathlib import Path
from threading import Lock

from reconcile.errors import UsageError
from reconcile.review.desk import Desk
from reconcile.review.fields import Refused
from reconcile.review.pages import decided_words
from reconcile.review.proposals import Proposal, proposals
from reconcile.review.rule_edits import adopt, effect

Answer = dict[str, object]


@dataclass(slots=True)
class Site:
    """What the page shows and changes; one request at a time touches it. `rules` is the folder rules are written to."""

    desk: Desk
    rules: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    lock: Lock = field(default_factory=Lock)

    def decide(self, asked: Mapping[str, str]) -> Answer:
        """Decides one finding and writes it."""
        recheck = asked.get("recheck")
        day = _day(recheck) if recheck else None
        decision = self.desk.decide(_needed(asked, "finding"), _needed(asked, "option"), asked.get("reason", ""), day)
        return {"words": decided_words(decision), **self._progress()}

    def undo(self, _asked: Mapping[str, str]) -> Answer:
        """Takes the last decision back. Raises Refused where there is none."""
        finding = self.desk.undo()
        if finding is None:
            raise Refused(HTTPStatus.CONFLICT, "Nothing to take back.")
        before = self.desk.settled.get(finding)
        return {
            "finding": finding,
            "words": "" if before is None else decided_words(before),
            **self._progress(),
        }

    def effect(self, asked: Mapping[str, str]) -> Answer:
        """What a rule would change."""
        return effect(self._proposal(asked), self.rules, self.desk.known).to_dict()

    def adopt(self, asked: Mapping[str, str]) -> Answer:
        """Writes a rule."""
        written = adopt(self._proposal(asked), self.rules, follow_links=self.desk.follow_links)
        names = ", ".join(path.as_posix() for path in written)
        return {"words": f"Wrote {names}; it counts with --rules {self.rules.as_posix()}"}

    def _proposal(self, asked: Mapping[str, str]) -> Proposal:
        finding = self.desk.finding(_needed(asked, "finding"))
        key = _needed(asked, "proposal")
        found = next((p for p in proposals(finding, self.desk.known) if p.key == key), None)
        if found is None:
            raise UsageError(f"no rule {key!r} can be made of this finding")
        return found

    def _progress(self) -> Answer:
        total = len(self.desk.findings)
        return {"total": total, "done": total - len(self.desk.open)}


ACTIONS: Mapping[str, Callable[[Site, Mapping[str, str]], Answer]] = {
    "/decide": Site.decide,
    "/undo": Site.undo,
    "/effect": Site.effect,
    "/adopt": Site.adopt,
}


def _needed(asked: Mapping[str, str], name: str) -> str:
    if name not in asked:
        raise UsageError(f"{name!r} is missing")
    return asked[name]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a date") from None
