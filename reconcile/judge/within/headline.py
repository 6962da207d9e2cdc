"""Headline against body: a figure of the headline stands in the text below it, as far as both are written.

"Nine dead in Kelby fire" over "The fire killed ten people" does not hold. Only metrics that a rule names, and only
where the body gives one value for the metric, and nowhere that of the headline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reconcile.judge.values import relate_values
from reconcile.judge.within.alarm import alarm
from reconcile.model.claim import Claim, Factuality
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Relation
from reconcile.rules.load import Pack

CODE = "RC415"
# A first line that is longer is no headline; nor is one that ends as a sentence does.
LONGEST = 160
FITS = frozenset({Relation.AGREE, Relation.COMPATIBLE})
SAID = frozenset({Factuality.ASSERTED, Factuality.REPORTED})


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each value of a headline that the text below gives otherwise."""
    of: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.source].append(claim)
    for source, members in sorted(of.items()):
        end = headline_end(documents[source])
        for claim in (c for c in members if c.span.end <= end and _asserts(c)):
            yield from _checked(claim, [c for c in members if c.span.start > end], pack)


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
        claim.metric is not None and not claim.metric.is_open and claim.value is not None and claim.factuality in SAID
    )


def _checked(claim: Claim, body: list[Claim], pack: Pack) -> Iterator[Finding]:
    if any(_fit(claim, other) for other in body):
        return
    same = [c for c in body if _asserts(c) and _same_metric(claim, c)]
    if same and all(_fit(same[0], c) for c in same[1:]):
        other = same[0]
        why = f"the text gives “{' '.join(other.quote.split())}”, and nowhere the value of the headline"
        message = f"The headline has “{' '.join(claim.quote.split())}”, the text “{' '.join(other.quote.split())}”."
        yield alarm(CODE, (claim, other), message, why, pack.policy)


def _same_metric(a: Claim, b: Claim) -> bool:
    same = a.metric is not None and b.metric is not None and a.metric.id == b.metric.id
    apart = _named(a) and _named(b) and a.subject != b.subject
    return same and not apart and not _dated_apart(a, b) and (a.kind, a.unit, a.per) == (b.kind, b.unit, b.per)


def _dated_apart(a: Claim, b: Claim) -> bool:
    """Whether both say when, and not at the same time."""
    if a.period is None or b.period is None or not (a.says_when and b.says_when):
        return False
    return not a.period.overlaps(b.period)


def _named(claim: Claim) -> bool:
    """Whether a claim is of something with a name; "people" and "a fire" may be what the headline leaves out."""
    return claim.subject is not None and claim.subject.label[:1].isupper()


def _fit(a: Claim, b: Claim) -> bool:
    x, y = a.norm or a.value, b.norm or b.value
    return x is not None and y is not None and a.kind == b.kind and relate_values(x, y).relation in FITS
