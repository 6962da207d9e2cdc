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
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from reconcile.model.claim import Claim, Factuality
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.words import stem, stems
from reconcile.reconciler.checks.change import fits
from reconcile.reconciler.checks.change_frames import Change, changes
from reconcile.reconciler.checks.text_finding import make_finding, make_finding_of_words
from reconcile.reconciler.matching.cannot_link import has_name, no_moment_shared
from reconcile.reconciler.verdicts.findings import evidence
from reconcile.reconciler.verdicts.values import FITS, relate_values
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC415"
# A first line that is longer is no headline; nor is one that ends as a sentence does.
LONGEST = 160
ASSERTED_STANCES = frozenset({Factuality.ASSERTED, Factuality.REPORTED})


def check_headline(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each value of a headline that the text below gives otherwise."""
    of: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.source].append(claim)
    for source, members in sorted(of.items()):
        end = headline_end(documents[source])
        for claim in (c for c in members if c.span.end <= end and _asserts(c)):
            yield from _compare_value(claim, [c for c in members if c.span.start > end], pack)


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
        other = same[0]
        why = f"the text gives “{' '.join(other.quote.split())}”, and nowhere the value of the headline"
        message = f"The headline has “{' '.join(claim.quote.split())}”, the text “{' '.join(other.quote.split())}”."
        yield make_finding(CODE, (claim, other), message, why, pack.policy)


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
    x, y = a.norm or a.value, b.norm or b.value
    return x is not None and y is not None and a.kind == b.kind and relate_values(x, y).relation in FITS


_WORD = re.compile(r"[^\W_]+")
# How many words before its verb what moves may stand ("visitor numbers fall").
BEFORE = 2


class HeadlineChange(NamedTuple):
    """What a headline says moved, as stems, which way (1 up, -1 down), by what percentage, and where it says so.

    `sorts` are the words that make it one sort of a thing ("operating" profit): the text must say them too.
    """

    what: frozenset[str]
    direction: int
    size: Claim | None
    span: Span
    sorts: frozenset[str]


def check_headline_change(
    claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack
) -> Iterator[Finding]:
    """One finding for each change of a headline that no change of the same thing in the text allows."""
    by_source: defaultdict[str, list[Claim]] = defaultdict(list)
    ends: defaultdict[str, list[Change]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    for change in changes(claims, documents, pack.policy):
        ends[change.before.source].append(change)
    for source, found in sorted(ends.items()):
        headline_change = _find_headline_change(documents[source], by_source[source], pack.policy)
        same = [
            c
            for c in found
            if headline_change is not None
            and c.before.span.start > headline_change.span.end
            and _of(c, headline_change)
        ]
        if headline_change is not None and same:
            yield from _compare_change(headline_change, same, by_source[source], documents[source], pack.policy)


def _find_headline_change(document: Document, claims: list[Claim], policy: Policy) -> HeadlineChange | None:
    """The one move of the headline; None where there is none, or words that turn it round."""
    end = headline_end(document)
    words = list(_WORD.finditer(document.text, document.body, end)) if end else []
    keys = [w.group().lower() for w in words]
    at = [i for i, k in enumerate(keys) if k in policy.cues["rises"] | policy.cues["falls"]]
    turned = frozenset(keys) & (policy.cues["against"] | policy.cues["adjusted"])
    if len(at) != 1 or at[0] == 0 or turned:
        return None
    i = at[0]
    first = max(0, i - BEFORE)
    size = next(
        (c for c in claims if c.kind is Kind.PERCENT and _follows(c, words[i].end(), end, document, policy)), None
    )
    what = frozenset(stem(k) for k in keys[first:i])
    direction = 1 if keys[i] in policy.cues["rises"] else -1
    return HeadlineChange(
        what, direction, size, Span(words[first].start(), words[i].end()), frozenset(keys) & policy.cues["sorts"]
    )


def _follows(claim: Claim, start: int, end: int, document: Document, policy: Policy) -> bool:
    """Whether a percentage stands right after a verb, "by" at most between."""
    gap = document.text[start : claim.span.start].split() if start <= claim.span.start < end else ["?"]
    return frozenset(gap) <= policy.cues["by"]


def _of(change: Change, headline_change: HeadlineChange) -> bool:
    """Whether the two figures are of what moved: the head of what is measured is a word of the headline."""
    metric = change.after.metric
    if metric is None or not headline_change.sorts <= frozenset(change.sentence):
        return False
    if metric.is_open and len(headline_change.what) > 1 and headline_change.what <= stems(metric.label):
        return True
    label = metric.label if not metric.is_open else ""
    subject = change.after.subject.label if change.after.subject is not None and metric.is_open else ""
    named = stems(label) | frozenset(s for s in stems(subject) if subject and subject[:1].islower())
    return bool(named & headline_change.what)


def _compare_change(
    headline_change: HeadlineChange, same: list[Change], claims: list[Claim], document: Document, policy: Policy
) -> Iterator[Finding]:
    directions = {_change_direction(c) for c in same}
    first = same[0]
    ends = f"from “{first.before.quote}” to “{first.after.quote}”"
    if directions == {-headline_change.direction}:
        quote = document.text[headline_change.span.start : headline_change.span.end]
        passage = Evidence(
            document.id,
            headline_change.span.start,
            headline_change.span.end,
            quote,
            "up" if headline_change.direction > 0 else "down",
        )
        message = f"The headline says “{quote}”, the text goes {ends}."
        found = make_finding_of_words(
            CODE, passage, message, f"{ends} is the other way", policy, "a word or an end is wrong"
        )
        yield replace(found, evidence=(passage, evidence(first.before), evidence(first.after)))
    elif headline_change.size is not None and not _given(headline_change.size, same, claims):
        message = f"The headline has a change of “{headline_change.size.quote}”, the text goes {ends}."
        yield make_finding(
            CODE, (headline_change.size, first.before, first.after), message, f"{ends} is another change", policy
        )


def _change_direction(change: Change) -> int:
    before, after = (
        c.value.low or Decimal(0) if c.value is not None else Decimal(0) for c in (change.before, change.after)
    )
    return (after > before) - (after < before)


def _given(size: Claim, same: list[Change], claims: list[Claim]) -> bool:
    """Whether the text gives a percentage itself, or two ends that make it, as far as it is written."""
    stated = size.value
    if stated is None or not stated.is_point or stated.soft is not None:
        return True
    again = (c.value for c in claims if c.kind is Kind.PERCENT and c.span.start > size.span.end and c.value is not None)
    if any(relate_values(stated, value).relation in FITS for value in again):
        return True
    if any(c.after.kind is Kind.PERCENT for c in same):
        return True
    pairs = ((c.before.value, c.after.value) for c in same)
    return any(a is None or b is None or fits(stated, a, b) for a, b in pairs)
