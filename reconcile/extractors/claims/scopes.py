"""What makes another metric of a value's: that it is a difference and no level, or counts a class of what a noun names.

Both stand in a claim's qualifiers, and what they part is never compared.
"""

from __future__ import annotations

from reconcile.model.mention import Kind
from reconcile.text.parse import AnchoredMention, SentenceParse
from reconcile.text.word_classes import Tag

# Kinds of which a comparative makes a difference; a percentage or a ratio is one already.
_LEVELS = frozenset({Kind.MONEY, Kind.COUNT, Kind.NUMBER, Kind.MEASURE, Kind.DURATION})
# How far behind a comparative "than" stands, in tokens: "$5 more in tax than".
_THAN = 5


def comparative(parse: SentenceParse, anchored: AnchoredMention) -> int | None:
    """The token that makes a value a difference from something else: "$40 *less* than", "300 people *more* than"."""
    if anchored.mention.kind not in _LEVELS:
        return None
    after = (anchored.last, _past_noun(parse, anchored))
    return next((i for i in after if parse.key(i) in parse.pack.language.comparatives and _than(parse, i)), None)


def _past_noun(parse: SentenceParse, anchored: AnchoredMention) -> int:
    """The token after the counted noun of a value, or after the value."""
    noun, i = anchored.mention.noun, anchored.last
    while noun is not None and i < parse.last and parse.tokens.starts[i] < noun.end:
        i += 1
    return i


def _than(parse: SentenceParse, i: int) -> bool:
    """Whether "than" follows the comparative at token `i` in its clause."""
    for k in range(i + 1, min(parse.last, i + _THAN)):
        if parse.key(k) in parse.pack.language.standards:
            return True
        if parse.tag(k) in (Tag.PUNCTUATION, Tag.VERB, Tag.AUXILIARY):
            return False
    return False
