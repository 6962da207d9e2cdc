"""Headline against the ends of a change: a headline that says how much something rose or fell has it from the text.

"Acme profit rises 25 pct" over "Net profit rose to $44 million from $40 million" does not hold, nor does "Acme profit
falls". What moves must stand right before its verb in the headline, and be what the two figures are of; where the text
gives the headline's percentage itself, or any change that fits, nothing is said.

Headline against body: a figure of the headline stands in the text below it, as far as both are written.

"Nine dead in Kelby fire" over "The fire killed ten people" does not hold. Only metrics that a rule names, and only
where the body gives one value for the metric, and nowhere that of the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reconcile.model.claim import Claim, Factuality
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.words import stem, stems
from reconcile.reconciler.checks.change import fits
from reconcile.reconciler.checks.change_frames import Change, changes
from reconcile.reconciler.checks.sentence_claims import sentences
from reconcile.reconciler.matching.cannot_link import has_name, no_moment_shared
from reconcile.reconciler.verdicts.findings import evidence, make_finding, make_finding_of_words
from reconcile.reconciler.verdicts.values import FITS, relate_values
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC415"
# A first line of more characters is no headline; nor is one that ends as a sentence does.
LONGEST = 160
ASSERTED_STANCES = frozenset({Factuality.ASSERTED, Factuality.REPORTED})
_WORD = re.compile(r"[^\W_]+")
# How many words before its verb what moves may stand ("visitor numbers fall").
BEFORE = 2


def check_value(document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each value of a headline that the text below gives otherwise."""
    end = headline_end(document)
    body = [c for c in claims if c.span.start > end]
    for claim in claims:
        if claim.span.end <= end and _asserts(claim):
            yield from _compare_value(claim, body, pack)


def headline_end(document: Document) -> int:
    """Where the headline ends; 0 where the first line is none."""
    line = document.text[document.body :].lstrip("\n")
    start = len(document.text) - len(line)
    first = line.partition("\n")[0]
    known = document.source.title is not None and first.strip() == document.source.title.strip()
    plain = len(first) <= LONGEST and not first.rstrip().endswith((".", "”", '"', ":")) and "\n" in line.strip()
    return start + len(first) if first and (known or plain) else 0


def _asserts(claim: Claim) -> bool:
    return (
        claim.metric is not None
        and not claim.metric.is_open
        and claim.value is not None
        and claim.factuality in ASSERTED_STANCES
    )


def _compare_value(claim: Claim, body: list[Claim], pack: Pack) -> Iterator[Finding]:
    if any(_fit(claim, other) for other in body):
        return
    same = [c for c in body if _asserts(c) and _same_metric(claim, c)]
    if same and all(_fit(same[0], c) for c in same[1:]):
        own, other = (" ".join(c.quote.split()) for c in (claim, same[0]))
        why = f"the text gives “{other}”, and nowhere the value of the headline"
        yield make_finding(CODE, (claim, same[0]), f"The headline has “{own}”, the text “{other}”.", why, pack.policy)


def _same_metric(a: Claim, b: Claim) -> bool:
    same = a.metric is not None and b.metric is not None and a.metric.id == b.metric.id
    # "people" and "a fire" may be what the headline leaves out
    names_differ = has_name(a) and has_name(b) and a.subject != b.subject
    return same and not names_differ and not _dates_differ(a, b) and (a.kind, a.unit, a.per) == (b.kind, b.unit, b.per)


def _dates_differ(a: Claim, b: Claim) -> bool:
    """Whether both say when, and not at the same time."""
    if a.period is None or b.period is None or not (a.says_when and b.says_when):
        return False
    return no_moment_shared(a.period, b.period)


def _fit(a: Claim, b: Claim) -> bool:
    x, y = a.scaled_value, b.scaled_value
    return x is not None and y is not None and a.kind == b.kind and relate_values(x, y).relation in FITS


class HeadlineChange(NamedTuple):
    """What a headline says moved, as stems, which way (1 up, -1 down), by what percentage, and where it says so.

    `sorts` are the words that make it one sort of a thing ("operating" profit): the text must say them too.
    """

    what: frozenset[str]
    direction: int
    size: Claim | None
    span: Span
    sorts: frozenset[str]


def check_change(document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """A finding where no change of the same thing in the text allows the change of the headline."""
    headline = _find_headline_change(document, claims, pack.policy)
    if headline is None:
        return
    all_changes = (c for sentence in sentences(document.text, claims) for c in changes(sentence, pack.policy))
    same = [c for c in all_changes if c.before.span.start > headline.span.end and _is_of(c, headline)]
    if same:
        yield from _compare_change(headline, same, claims, document, pack.policy)


def _find_headline_change(document: Document, claims: tuple[Claim, ...], policy: Policy) -> HeadlineChange | None:
    """The one move of the headline; None where there is none, or words that turn it round."""
    end = headline_end(document)
    words = list(_WORD.finditer(document.text, document.body, end)) if end else []
    keys = [w.group().lower() for w in words]
    at = [i for i, k in enumerate(keys) if k in policy.cues["rises"] | policy.cues["falls"]]
    turned = frozenset(keys) & (policy.cues["against"] | policy.cues["adjusted"])
    if len(at) != 1 or at[0] == 0 or turned:
        return None
    i = at[0]
    span = Span(words[max(0, i - BEFORE)].start(), words[i].end())
    sizes = (c for c in claims if c.kind is Kind.PERCENT and span.end <= c.span.start < end)
    return HeadlineChange(
        what=frozenset(stem(k) for k in keys[max(0, i - BEFORE) : i]),
        direction=1 if keys[i] in policy.cues["rises"] else -1,
        # right after the verb, "by" at most between
        size=next(
            (c for c in sizes if policy.cues["by"].issuperset(document.text[span.end : c.span.start].split())), None
        ),
        span=span,
        sorts=frozenset(keys) & policy.cues["sorts"],
    )


def _is_of(change: Change, headline: HeadlineChange) -> bool:
    """Whether the two figures are of what moved: the head of what is measured is a word of the headline."""
    metric, subject = change.after.metric, change.after.subject
    if metric is None or not headline.sorts <= frozenset(change.sentence):
        return False
    if not metric.is_open:
        return not headline.what.isdisjoint(stems(metric.label))
    if len(headline.what) > 1 and headline.what <= stems(metric.label):
        return True
    described = subject.label if subject is not None and subject.label[:1].islower() else ""
    return not headline.what.isdisjoint(stems(described))


def _compare_change(
    headline: HeadlineChange, same: list[Change], claims: tuple[Claim, ...], document: Document, policy: Policy
) -> Iterator[Finding]:
    first, span = same[0], headline.span
    ends = f"from “{first.before.quote}” to “{first.after.quote}”"
    if {c.direction for c in same} == {-headline.direction}:
        quote, read_as = document.text[span.start : span.end], "up" if headline.direction > 0 else "down"
        passage = Evidence(document.id, span.start, span.end, quote, read_as)
        message, slip = f"The headline says “{quote}”, the text goes {ends}.", "a word or an end is wrong"
        found = make_finding_of_words(CODE, passage, message, f"{ends} is the other way", policy, slip)
        yield replace(found, evidence=(passage, evidence(first.before), evidence(first.after)))
    elif headline.size is not None and not _is_given(headline.size, same, claims):
        message = f"The headline has a change of “{headline.size.quote}”, the text goes {ends}."
        sides = (headline.size, first.before, first.after)
        yield make_finding(CODE, sides, message, f"{ends} is another change", policy)


def _is_given(size: Claim, same: list[Change], claims: tuple[Claim, ...]) -> bool:
    """Whether the text gives a percentage itself, or two ends that make it, as far as it is written."""
    stated = size.stated_value
    if not stated.is_point or stated.soft is not None:
        return True
    again = (c for c in claims if c.kind is Kind.PERCENT and c.span.start > size.span.end)
    if any(relate_values(stated, c.stated_value).relation in FITS for c in again):
        return True
    return any(c.after.kind is Kind.PERCENT or fits(stated, c.before.stated_value, c.after.stated_value) for c in same)
