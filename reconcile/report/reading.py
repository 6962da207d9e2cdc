"""How a claim was read, in words: its value, and what bounds its meaning.

What the rules that set a number or a time aside mean, in words.

What a fact rests on, in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from reconcile.model.claim import Claim, Factuality
from reconcile.model.document import Source
from reconcile.model.finding import Finding, Relation, Support
from reconcile.model.mention import WHEN, Kind, Reading, Timex
from reconcile.report.periods import day_words, duration_words, period_words
from reconcile.report.words import unit_words, value_words


def listed(items: Iterable[str]) -> str:
    """Items as prose lists them.

    >>> listed(["founder", "chairman", "CEO"])
    'founder, chairman and CEO'
    """
    words = list(items)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def ended(clause: str) -> str:
    """A clause with a full stop, unless it ends a sentence already."""
    clause = clause.rstrip()
    return clause if clause.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{clause}."


def why_words(finding: Finding) -> str:
    """What the reason of a finding answers: one value may fail alone, two or more may not stand together."""
    if finding.verdict is not Relation.CONFLICT:
        return "Why"
    return "Why it cannot stand" if len(finding.evidence) == 1 else "Why both cannot stand"


def finding_words(finding: Finding) -> str:
    """A finding in one sentence, or where it has none the name of its kind."""
    return finding.message or finding.title


def finding_sentences(finding: Finding) -> tuple[str, ...]:
    """A finding in plain sentences: what, why, and the likely slip."""
    why = f"Why: {ended(finding.why)}" if finding.why else ""
    slip = f"Likely slip: {ended(finding.slip)}" if finding.slip else ""
    return tuple(part for part in (ended(finding_words(finding)), why, slip) if part)


def source_words(source: Source) -> str:
    """Who published a source and when, as far as known; else empty."""
    day = None if source.published is None else day_words(source.published)
    return ", ".join(part for part in (source.publisher, day) if part)


def value_read(claim: Claim, *, brief: bool = False) -> str:
    """The value of a claim in words, or its quotation when it holds neither value, titles nor period."""
    if claim.kind is Kind.ROLE and claim.titles:
        at = "" if claim.organisation is None else f" of {claim.organisation.label}"
        return f"{listed(claim.titles)}{at}"
    if claim.kind in WHEN and claim.period is not None and (claim.kind is Kind.DATE or claim.period.is_resolved):
        return period_words(claim.period, brief=brief)
    if claim.value is not None:
        ahead = f"; {len(claim.ahead)} named ahead: {listed(claim.ahead)}" if claim.ahead else ""
        return f"{value_words(claim.value, claim.kind, claim.unit, claim.per, brief=brief)}{ahead}"
    return claim.quote


def claim_value_words(claim: Claim, *, brief: bool = False) -> str:
    """The value in words, for titles with the person who holds them: "Jane Marsh: CEO of Harbour Foods"."""
    if claim.kind is Kind.ROLE and claim.subject is not None and claim.subject.label:
        return f"{claim.subject.label}: {value_read(claim)}"
    return value_read(claim, brief=brief)


def claim_words(claim: Claim, *, brief: bool = True) -> str:
    """On one line the value of a claim, in full unless `brief`, and briefly what bounds it."""
    return "; ".join((claim_value_words(claim, brief=brief), *scope_read(claim, brief=True)))


def normal_read(claim: Claim) -> str | None:
    """The value in the unit in which claims were compared, where that is another one."""
    if claim.norm is None or claim.value is None or claim.norm_unit in (None, claim.unit):
        return None
    return value_words(claim.norm, claim.kind, claim.norm_unit)


def scope_read(claim: Claim, *, brief: bool = False) -> tuple[str, ...]:
    """What bounds a claim: when, under which qualifiers, how far it is asserted, on whose word."""
    parts: list[str] = []
    if claim.period is not None and claim.kind not in WHEN:
        parts.append(f"when: {period_words(claim.period, brief=brief)}")
    parts.extend(f"{key}: {value}" for key, value in sorted(claim.qualifiers.items()))
    if claim.factuality is not Factuality.ASSERTED:
        parts.append(str(claim.factuality))
    if claim.attribution is not None:
        parts.append(f"according to {claim.attribution}")
    return tuple(parts)


# So many other readings of one doubt are named; of the rest their number.
_MOST_NAMED = 4


def other_readings(claim: Claim) -> tuple[str, ...]:
    """The other ways to read the same words, one entry a doubt."""
    by_reason: dict[str, list[str]] = {}
    for reading in claim.readings:
        by_reason.setdefault(reading.why, []).append(_other(reading, claim))
    return tuple(_doubt(why, dict.fromkeys(others)) for why, others in by_reason.items())


def _doubt(why: str, others: Iterable[str]) -> str:
    words = [other for other in others if other]
    more = [f"{len(words) - _MOST_NAMED} more"] if len(words) > _MOST_NAMED else []
    named = listed([*words[: _MOST_NAMED if more else None], *more])
    return f"{named} ({why})" if named else why


def _other(reading: Reading, claim: Claim) -> str:
    """What differs: a time, a value with its unit, or the unit alone."""
    if reading.timex is not None:
        return timex_read(reading.timex)
    if reading.value is not None:
        return value_words(reading.value, reading.kind or claim.kind, reading.unit or claim.unit, claim.per)
    return unit_words(reading.unit) if reading.unit is not None else ""


def timex_read(timex: Timex) -> str:
    """A mention of time in words."""
    if timex.period is not None:
        return period_words(timex.period)
    return "not dated" if timex.value is None else duration_words(timex.value)


def metric_words(claim: Claim) -> str:
    """What is said of a claim's subject: its metric, without the subject's own name before it; never empty."""
    label = "" if claim.metric is None else claim.metric.label
    named = "" if claim.subject is None else f"{claim.subject.label} "
    if len(named) > 1 and label.casefold().startswith(named.casefold()):
        label = label[len(named) :]
    return label or str(claim.kind)


def fact_words(claim: Claim) -> str:
    """What a claim is about: "Acme, active users"; empty when nothing is known."""
    names = [part.label for part in (claim.subject, claim.metric) if part is not None and part.label]
    return ", ".join(names)


SKIP_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "excuse.definite": "it points back to things already counted (“the two firms”)",
        "excuse.duration-adjunct": "a length of time that only sets the scene (“within weeks”)",
        "excuse.plain-one": "“one” as an article or a pronoun, not a count",
        "excuse.reach": "it only says how far back a superlative reaches (“the lowest since March”)",
        "excuse.simile": "it stands in a comparison (“like a thousand suns”)",
        "excuse.stamp": "the time at which an entry of a live blog was written",
        "excuse.table-head": "it heads a column of a table and stands in the claims of its cells",
        "excuse.vague-time": "a time that names none (“recently”)",
        "non-quantity.address": "a number of a house or a postal code",
        "non-quantity.chain": "a figure inside a longer sign, such as a number with several points",
        "non-quantity.clock": "a figure of a time of day",
        "non-quantity.code": "a code, as the word beside it says",
        "non-quantity.compound": "a figure inside a compound word (“4-door”)",
        "non-quantity.counter": "the counter of a gallery or of pages (“4/8”, “Photo 4 of 8”)",
        "non-quantity.engagement": "how often a page was shared, liked, read or commented on",
        "non-quantity.identifier": "part of an identifier, with letters or signs that touch it",
        "non-quantity.long": "too many digits for a quantity",
        "non-quantity.name": "part of a name (“Formula 1”)",
        "non-quantity.pronoun": "“one” as an article or a pronoun, not a count",
        "non-quantity.resolution": "the resolution of a screen",
        "non-quantity.telephone": "a telephone number",
        "non-quantity.version": "the number of a version or a section",
        "non-quantity.web": "part of a web address",
        "non-quantity.word": "a word for a number that stands for no amount (“millions”, “second”)",
    }
)


def skip_reason_words(rule: str) -> str:
    """A rule with what it means: "non-quantity.telephone: a telephone number"."""
    meaning = SKIP_REASONS.get(rule)
    return rule if meaning is None else f"{rule}: {meaning}"


SUPPORT_WORDS: Mapping[Support, str] = {
    Support.SINGLE: "one source",
    Support.ECHO: "copies of one origin",
    Support.CORROBORATED: "two origins or more",
    Support.REFERENCE: "a declared fact",
}
