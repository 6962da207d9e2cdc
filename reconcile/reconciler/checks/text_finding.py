"""A finding about one text: what every check within a text reports, from its claims and one sentence."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from reconcile.model.claim import Claim, Step
from reconcile.model.finding import Evidence, Finding, Option, Relation
from reconcile.reconciler.verdicts.findings import ALWAYS, evidence, fingerprint, joint_trail
from reconcile.reconciler.verdicts.severity import weigh_severity
from reconcile.rules.policy import Policy


def make_finding(
    code: str,
    sides: tuple[Claim, ...],
    message: str,
    why: str,
    policy: Policy,
    slip: str | None = None,
    step: str | None = None,
) -> Finding:
    """The finding `code` with its severity from policy; `sides` are the claims that cannot stand together.

    `step` names the check in the trail; without it the code does.
    """
    rule = policy.findings[code]
    severity, steps = weigh_severity(rule.severity, (), policy)
    return Finding(
        code=code,
        title=rule.title,
        severity=severity,
        verdict=Relation.CONFLICT,
        message=message,
        why=why,
        group=None,
        slip=slip,
        evidence=tuple(evidence(c) for c in sides),
        options=(Option("keep-a", "keep it as written"), *ALWAYS),
        fingerprint=fingerprint(code, sides),
        trail=joint_trail(sides, Step(step or f"check.{code.lower()}", why)),
        severity_steps=steps,
        help=rule.help,
    )


def make_finding_of_words(code: str, passage: Evidence, message: str, why: str, policy: Policy, slip: str) -> Finding:
    """The finding `code` of a passage that no claim is made of; its words are its fingerprint."""
    key = fingerprint_of_words(code, passage)
    return replace(make_finding(code, (), message, why, policy, slip), evidence=(passage,), fingerprint=key)


def fingerprint_of_words(code: str, passage: Evidence) -> str:
    """Made of the words of a passage and its source, wherever it stands."""
    key = f"{code}|{passage.source}|{' '.join(passage.quote.split())}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
