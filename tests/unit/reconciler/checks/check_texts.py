"""What the checks of one text against itself say of a text of its own, and claims to hand to one check alone."""

from datetime import date
from decimal import Decimal

from reconcile import document, reconcile
from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.reconciler.checks.sentence_claims import SentenceClaims, sentences

UNITS = {Kind.MONEY: "USD", Kind.PERCENT: "percent"}


def codes_within(text: str) -> list[str]:
    """The codes of the findings within a text published on 1 May 2031."""
    return [f.code for f in findings_within(text)]


def findings_within(text: str) -> list:
    """The findings within a text published on 1 May 2031."""
    run = reconcile([document(text, id="a", published=date(2031, 5, 1))])
    return [f for f in run.findings if f.code.startswith("RC4")]


def claim_of(text: str, quote: str, number, kind: Kind = Kind.COUNT, at: int = 0, **fields) -> Claim:
    """The claim of a figure, or of a value, at the first such quote from `at` on, in a text that is one sentence."""
    start = text.index(quote, at)
    value = number if isinstance(number, Value) else Value.exact(Decimal(number), Decimal(1))
    fields = {"unit": UNITS.get(kind), **fields}
    span = Span(start, start + len(quote))
    return Claim(str(start), "a", span, quote, Span(0, len(text)), kind, "test", (), value=value, **fields)


def sentence_of(text: str, *figures: tuple, **fields) -> SentenceClaims:
    """A text that is one sentence, with claims of figures, each given as quote, number and kind."""
    claims: list[Claim] = []
    for quote, number, *kind in figures:
        claims.append(claim_of(text, quote, number, *kind, at=claims[-1].span.end if claims else 0, **fields))
    (sentence,) = sentences(text, claims)
    return sentence
