"""From parts to a claim: identity, anchors, trail. Every kind of claim is made here and nowhere else."""

from __future__ import annotations

import hashlib

from reconcile.extract.frame import Frame
from reconcile.model.claim import Claim, Metric, Step
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.words import near, stems


def claim_id(source: str, span: Span, kind: Kind) -> str:
    """The same for the same place, kind and source in every run."""
    return hashlib.sha256(f"{source}\0{span.start}\0{span.end}\0{kind}".encode()).hexdigest()[:12]


def base(frame: Frame, span: Span, kind: Kind, rule: str, trail: tuple[Step, ...]) -> Claim:
    """A claim with its anchors and nothing else; `trail` must not be empty."""
    document = frame.segments.document
    return Claim(
        id=claim_id(document.id, span, kind),
        source=document.id,
        span=span,
        quote=document.text[span.start : span.end],
        sentence=frame.sentence.span,
        kind=kind,
        rule=rule,
        trail=trail,
        context=near(document.text, frame.sentence.span, span),
        names=frozenset(stem for name in frame.names for stem in stems(name.label)),
    )


def read_step(mention: Mention) -> Step:
    """The first step of a trail: what the recogniser understood."""
    return Step(mention.rule, f"“{mention.quote}” read as {mention.kind}")


def open_metric(frame: Frame, label: str) -> Metric:
    """A metric that no rule names: its label, and the stems of the label's content words."""
    return Metric("open", label, stems(label, frame.pack.language.function_words))
