"""What a check of one sentence is given: its claims that have a value, and the words that stand around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.span import Span

_WORD = re.compile(r"[^\W_]+")
# Characters between two sentences of one paragraph.
_GAP = 3


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; figures are words too."""
    return tuple(_WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class SentenceClaims:
    """The claims of a sentence that have a value, in the order of the text; `text` is that of the whole document.

    `previous` are those of the sentence right before it in its paragraph.
    """

    text: str
    span: Span
    claims: tuple[Claim, ...]
    previous: tuple[Claim, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the sentence."""
        return words_of(self.text[self.span.start : self.span.end])

    def before(self, claim: Claim, most: int) -> tuple[str, ...]:
        """The last words of the sentence before a claim, so many at most."""
        return words_of(self.text[claim.sentence.start : claim.span.start])[-most:]

    def after(self, claim: Claim, most: int) -> tuple[str, ...]:
        """The first words of the sentence after a claim, so many at most."""
        return words_of(self.text[claim.span.end : claim.sentence.end])[:most]

    def between(self, a: Claim, b: Claim) -> tuple[str, ...]:
        """The words between two claims, the first of which ends before the other begins."""
        return words_of(self.text[a.span.end : b.span.start])

    def is_cut(self, claim: Claim) -> bool:
        """Whether the number before is likely a part of this one ("1, 009")."""
        before = self.text[max(0, claim.span.start - 4) : claim.span.start].rstrip(" ,")
        return before[-1:].isdigit()


def sentences(text: str, claims: Iterable[Claim]) -> Iterator[SentenceClaims]:
    """The sentences of a document that give a value, in the order of the text; a rank is none."""
    of_sentence: defaultdict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.value is not None and claim.kind is not Kind.RANK:
            of_sentence[claim.sentence].append(claim)
    before: SentenceClaims | None = None
    for span, members in sorted(of_sentence.items()):
        follows = before is not None and _is_next(text[before.span.end : span.start])
        own = tuple(sorted(members, key=lambda c: c.span))
        sentence = SentenceClaims(text, span, own, before.claims if before is not None and follows else ())
        yield sentence
        before = sentence


def _is_next(gap: str) -> bool:
    """Whether what stands between two sentences parts no paragraph."""
    return len(gap) <= _GAP and not gap.strip() and gap.count("\n") < 2
