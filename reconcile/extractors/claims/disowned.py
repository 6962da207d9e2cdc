"""Figures that a text gives only to disown them: "40, not 30", "wrongly given as 30", "the rumour of 30 is false"."""

from __future__ import annotations

from reconcile.rules.words import Direction
from reconcile.text.parse import SentenceParse, VerbGroup
from reconcile.text.word_classes import Tag

# The longest phrase that sets one value against another ("as opposed to"), in tokens.
CONTRAST = 3
# What may stand before "not" where it sets a value against the one before.
_OPENS = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION})
# How far behind a value "but" may stand in "not 30 people but 40", in tokens.
BUT = 4


def disowning_words(parse: SentenceParse, first: int, last: int) -> str | None:
    """The words by which a text disowns what it says at tokens `[first, last)`; None where none do.

    What is set against a disowned figure is the right one: "wrongly given as 30 instead of *40*".
    """
    set_against, error = _contrast(parse, first, last), _error(parse, first, last)
    if set_against and error:
        return None
    return set_against or error or _falsity(parse, first, last)


def _contrast(parse: SentenceParse, first: int, last: int) -> str | None:
    """ "Not" and its like right before a value, as one of two: "40, not 30", "not 30 but 40", "instead of 30"."""
    language, table = parse.pack.language, parse.pack.scopes.contrasts
    phrase = parse.phrase_at(first)
    i = first if phrase is None else phrase.first
    while parse.key(i - 1) in language.determiners | language.place_prepositions:
        i -= 1
    starts = (k for k in range(max(parse.first, i - CONTRAST), i))
    start = next((k for k in starts if (match := table.match(parse.tokens, k)) is not None and match[1] == i), None)
    if start is None:
        return None
    alone = start == i - 1
    opens = start > parse.first and parse.tag(start - 1) in _OPENS
    answered = any(parse.key(k) == "but" for k in range(last, last + BUT))
    return parse.text(start, i) if not alone or opens or answered else None


def _error(parse: SentenceParse, first: int, last: int) -> str | None:
    """A verb of saying with an adverb of error, or a verb of misstating, that a value follows or is the subject of."""
    wrong = [(group, words) for group in parse.groups if (words := _misstates(parse, group)) is not None]
    ahead = next(((g.last, words) for g, words in reversed(wrong) if g.last <= first), None)
    if ahead is not None and not _ends(parse, ahead[0], first):
        return ahead[1]
    behind = next(((g.first, words) for g, words in wrong if last <= g.first), None)
    if behind is None or _ends(parse, last, behind[0]):
        return None
    apart = any(parse.tag(k) in (Tag.PUNCTUATION, Tag.VERB, Tag.AUXILIARY) for k in range(last, behind[0]))
    return None if apart else behind[1]


def _misstates(parse: SentenceParse, group: VerbGroup) -> str | None:
    """The words by which a verb group says something that is wrong."""
    scopes, language = parse.pack.scopes, parse.pack.language
    verb = parse.key(group.main)
    if language.lemmas.get(verb) in scopes.misstating:
        return parse.text(group.main, group.last)
    if verb not in language.reporting and language.lemmas.get(verb) not in scopes.stating:
        return None
    near = range(group.first - 1, group.last + 1)
    at = next((k for k in near if parse.key(k) in scopes.error_adverbs), None)
    return None if at is None else parse.text(min(at, group.first), max(at + 1, group.last))


def _falsity(parse: SentenceParse, first: int, last: int) -> str | None:
    """A predicate of falsity behind a value that a noun of saying brings up: "the rumour that 30 died is false"."""
    scopes, table = parse.pack.scopes, parse.pack.scopes.falsity
    at = next((k for k in range(last, parse.last) if table.match(parse.tokens, k) is not None), None)
    if at is None or _ends(parse, last, at):
        return None
    match = table.match(parse.tokens, at)
    quoted = False
    for k in range(first - 1, parse.first - 1, -1):
        if quoted or _ends(parse, k, k + 1):
            break
        quoted = parse.key(k) in scopes.sayings and parse.key(k + 1) in scopes.noun_complements
    return parse.text(at, match[1]) if quoted and match is not None else None


def _ends(parse: SentenceParse, first: int, last: int) -> bool:
    """Whether what is said ends in tokens `[first, last)`: a clause break, or a word that ends the reach of cues."""
    cues = parse.pack.scopes.cues
    for k in range(first, last):
        match = cues.match(parse.tokens, k)
        if parse.breaks_clause(k) or (match is not None and match[0].direction is Direction.TERMINATE):
            return True
    return False
