"""`reconcile explain --why-not`: the rule nearest to each number and time, what it lacks, and the edit that helps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, repeat

import click

from reconcile.cli.extract import read_as
from reconcile.cli.session import from_here, is_built_in
from reconcile.cli.terminal import visible
from reconcile.errors import UsageError
from reconcile.extractors.claims.metric_matching import Condition
from reconcile.extractors.claims.metric_refusals import Refusal, parse_at, phrases_near, refusals
from reconcile.extractors.claims.rule_proposals import Remedy, measurable, remedies
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.mention import Mention
from reconcile.model.span import Span
from reconcile.pipeline import DocumentAnalysis, Pipeline
from reconcile.report.reading import skip_reason_words
from reconcile.rules.entries import entries
from reconcile.rules.metrics import MetricRule, Metrics
from reconcile.rules.source import nearest

_REMEDIES_TRIED = 12
_NEW = "`reconcile rules new` writes a rule of its own"


@dataclass(frozen=True, slots=True)
class WhyNot:
    """A document as read, and the rules it was read with; `metric` narrows the question to one rule."""

    stages: Pipeline
    document: Document
    read: DocumentAnalysis
    metric: str | None

    def blocks(self, within: Span | None) -> Iterator[str]:
        """A block of lines for each number and time, in the order of the text; all of them when `within` is None."""
        reasons = {item.span: item.skip_rule for item in self.read.coverage.skipped}
        outside = {item.span: item for item in (*self.read.coverage.skipped, *self.read.coverage.unread)}
        mentions = {mention.span: mention for mention in self.read.mentions}
        for span in sorted({*mentions, *outside}):
            if within is not None and not within.overlaps(span):
                continue
            mention = mentions.get(span)
            quote = self.document.text[span.start : span.end]
            head = f"{self.document.where(span.start)}  {click.style(visible(quote), bold=True)}"
            if mention is not None:
                head += f" ({mention.kind}: {visible(read_as(mention))})"
            lines = self._lines(span, mention, reasons.get(span))
            yield "\n".join((head, *(f"  {name:<10}{visible(text)}" for name, text in lines)))

    def _lines(self, span: Span, mention: Mention | None, skip_rule: str | None) -> Iterator[tuple[str, str]]:
        claim = next((c for c in self.read.claims if c.span.overlaps(span)), None)
        metric = None if claim is None or claim.metric is None or claim.metric.is_open else claim.metric
        if metric is not None:
            yield "taken by", f"{metric.id} ({metric.label})"
        elif claim is not None:
            yield "taken by", f"no rule; read openly as “{claim.metric.label if claim.metric else claim.rule}”"
        else:
            yield self._no_claim(span, mention, skip_rule)
        if mention is None or (metric is not None and self.metric in (None, metric.id)):
            return
        if not measurable(mention):
            yield "rules", f"a {mention.kind} is read by the grammar alone; no metric takes one"
        elif skip_rule is None or self.metric is not None:
            yield from self._nearest(mention, claim)

    def _no_claim(self, span: Span, mention: Mention | None, skip_rule: str | None) -> tuple[str, str]:
        """Why no claim is made of what stands at a place."""
        if skip_rule is not None:
            return "set aside", skip_reason_words(skip_rule)
        if span in self.read.coverage.places:
            return "no claim", "it is none by itself: it says when another claim holds"
        if mention is None:
            return "unread", "no recogniser knows what this is, so no rule is asked"
        return "unread", "no claim is made of it: nothing in the clause says what it is about"

    def _nearest(self, mention: Mention, claim: Claim | None) -> Iterator[tuple[str, str]]:
        parsed = parse_at(self.read.segments, self.stages.pack, self.read.names, self.read.mentions, mention.span)
        if parsed is None:
            return
        ranked = refusals(*parsed)
        asked = [r for r in ranked if r.rule.id == self.metric] if self.metric else ranked[:1]
        if not self.metric and not ranked[0].shared:
            yield "nearest", f"none: no rule has a word of this sentence; {_NEW}"
            return
        for refusal in asked:
            rule = refusal.rule
            yield "asked" if self.metric else "nearest", f"{rule.id} ({rule.label}), {self._at(rule)}"
            yield from _failures(refusal, claim)
            if refusal.failures:
                yield from self._edit(refusal, phrases_near(*parsed), mention.span)

    def _edit(self, refusal: Refusal, phrases: tuple[str, ...], span: Span) -> Iterator[tuple[str, str]]:
        """The first change that, tried on this very text, makes the rule take the value."""
        for _, remedy in zip(range(_REMEDIES_TRIED), remedies(refusal, phrases), strict=False):
            if self._helps(remedy, span):
                for key in remedy.keys:
                    yield "edit", f"{self._at(remedy.rule, key)}  {key}: {_written(getattr(remedy.rule, key))}"
                if is_built_in(self._at(remedy.rule)):
                    copy = f"in a copy of the rule (`reconcile rules show {remedy.rule.id}`) in a folder of yours"
                    yield "", f"{copy}, given with --rules"
                yield "", f"tried: with this the rule takes the value here; if it would mean another thing, {_NEW}"
                return
        if refusal.failures[0].condition is Condition.DIMENSION:
            yield "edit", f"none, a rule measures one dimension; {_NEW}"
        else:
            yield "edit", "no single change of its words makes it match here"

    def _helps(self, remedy: Remedy, span: Span) -> bool:
        claims = with_rule(self.stages, remedy.rule).claims(self.document)
        return any(c.span == span and c.metric is not None and c.metric.id == remedy.rule.id for c in claims)

    def _at(self, rule: MetricRule, key: str | None = None) -> str:
        """Where a rule, or a key of it, stands; the rule itself when the key is not written yet."""
        for loaded in reversed(self.stages.pack.files):
            for placed in entries(loaded):
                if isinstance(placed.entry, MetricRule) and placed.entry.id == rule.id:
                    return from_here(placed.where(*([] if key is None else [key])))
        return rule.id


def _failures(refusal: Refusal, claim: Claim | None) -> Iterator[tuple[str, str]]:
    """The conditions of a rule that failed."""
    if not refusal.failures:
        yield "failed", "none of its conditions" + (f"; it is read by {claim.rule}" if claim else "")
    for name, failure in zip(chain(("failed",), repeat("and")), refusal.failures, strict=False):
        yield name, f"{failure.condition}: {failure.note}"


def with_rule(stages: Pipeline, rule: MetricRule) -> Pipeline:
    """The stages with one rule more, or with this one in place of another of its id."""
    rules = {**stages.pack.metrics.by_id, rule.id: rule}
    metrics = Metrics(tuple(rules.values()))
    return replace(stages, pack=replace(stages.pack, metrics=metrics))


def refused(stages: Pipeline, document: Document, span: Span, metric: str) -> str | None:
    """Why a metric does not take the value at a place, its conditions in words; None where none of them fails."""
    read = stages.analyse(document)
    parsed = parse_at(read.segments, stages.pack, read.names, read.mentions, span)
    failures = next((r.failures for r in refusals(*parsed) if r.rule.id == metric), ()) if parsed else ()
    return "; ".join(f"{failure.condition}: {failure.note}" for failure in failures) or None


def check_metric(stages: Pipeline, metric: str | None) -> None:
    """Raises UsageError when no rule has that id."""
    known = stages.pack.metrics.by_id
    if metric is not None and metric not in known:
        near = nearest(metric, known)
        raise UsageError(f"no metric {metric!r}" + (f"; did you mean {near!r}?" if near else ""))


def _written(value: object) -> str:
    """A value as it is written in a rule file."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower()
