"""How a claim was read, in words: its value, and what bounds its meaning."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model.claim import Claim, Factuality
from reconcile.model.mention import Kind, Reading, Timex
from reconcile.report.periods import period_words
from reconcile.report.words import value_words


def listed(items: Iterable[str]) -> str:
    """Items as prose lists them.

    >>> listed(["founder", "chairman", "CEO"])
    'founder, chairman and CEO'
    """
    words = list(items)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def value_read(claim: Claim) -> str:
    """The value of a claim in words, or its quotation when it holds neither value, titles nor period."""
    if claim.kind is Kind.ROLE and claim.titles:
        at = "" if claim.organisation is None else f" of {claim.organisation.label}"
        return f"{listed(claim.titles)}{at}"
    if claim.kind is Kind.DATE and claim.period is not None:
        return period_words(claim.period)
    if claim.value is not None:
        ahead = f"; {len(claim.ahead)} named ahead: {listed(claim.ahead)}" if claim.ahead else ""
        return f"{value_words(claim.value, claim.kind, claim.unit, claim.per)}{ahead}"
    return claim.quote


def said_of(claim: Claim) -> str:
    """The value in words, for titles with the person who holds them: "Jane Marsh: CEO of Harbour Foods"."""
    if claim.kind is Kind.ROLE and claim.subject is not None and claim.subject.label:
        return f"{claim.subject.label}: {value_read(claim)}"
    return value_read(claim)


def normal_read(claim: Claim) -> str | None:
    """The value in the unit in which claims were compared, where that is another one."""
    if claim.norm is None or claim.value is None or claim.norm_unit in (None, claim.unit):
        return None
    return value_words(claim.norm, claim.kind, claim.norm_unit)


def scope_read(claim: Claim) -> tuple[str, ...]:
    """What bounds a claim: when, under which qualifiers, how far it is asserted, on whose word."""
    parts: list[str] = []
    if claim.period is not None and claim.kind is not Kind.DATE:
        parts.append(f"when: {period_words(claim.period)}")
    parts.extend(f"{key}: {value}" for key, value in sorted(claim.qualifiers.items()))
    if claim.factuality is not Factuality.ASSERTED:
        parts.append(str(claim.factuality))
    if claim.attribution is not None:
        parts.append(f"according to {claim.attribution}")
    return tuple(parts)


def other_readings(claim: Claim) -> tuple[str, ...]:
    """The other ways to read the same words, each with its doubt."""
    return tuple(_other(reading, claim) for reading in claim.readings)


def _other(reading: Reading, claim: Claim) -> str:
    if reading.timex is not None:
        return f"{timex_read(reading.timex)} ({reading.why})"
    value = reading.value or claim.value
    if value is None:
        return reading.why
    words = value_words(value, reading.kind or claim.kind, reading.unit or claim.unit, claim.per)
    return f"{words} ({reading.why})"


def timex_read(timex: Timex) -> str:
    """A mention of time in words; its TIMEX3 value when it has no period."""
    return period_words(timex.period) if timex.period is not None else timex.value or "not dated"


def fact_words(claim: Claim) -> str:
    """What a claim is about: "Acme, active users"; empty when nothing is known."""
    names = [part.label for part in (claim.subject, claim.metric) if part is not None and part.label]
    return ", ".join(names)
