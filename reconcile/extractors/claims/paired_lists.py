"""Lists in order: "Acme and Borex sold 5 and 3 mills, respectively" pairs each value with its own name or noun."""

from __future__ import annotations

from reconcile.extractors.claims.counted_subjects import Binding
from reconcile.extractors.claims.labels import bare, noun_label
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.owners import owner_after, possessor
from reconcile.extractors.entities.subjects import resolve_reference
from reconcile.model.claim import Step
from reconcile.text.parse import AnchoredMention, NounPhrase, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

WORD = "respectively"
# The rule in the trail of a pair.
IN_ORDER = "bind.respectively"
JOINS = frozenset({",", "and", "&", "or"})


def pair_in_order(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """What a value of a list is of, where the sentence has a list of as many names or nouns in the same order."""
    if len(parse.mentions) < 2 or WORD not in parse.tokens.keys[parse.first : parse.last]:
        return None
    values = _values(parse, anchored)
    group = governing_group_before(parse, values[0].first)
    if len(values) < 2 or group is None:
        return None
    items = _items(parse, group.first) if group is not None else ()
    if len(items) != len(values):
        items = _items_after(parse, values[-1])
    if len(items) != len(values):
        return None
    item = items[next(n for n, b in enumerate(values) if b.first == anchored.first)]
    step = Step(IN_ORDER, f"paired in order with “{parse.text(item.first, item.last)}”")
    if parse.tag(item.last - 1) is Tag.NAME:
        return resolve_reference(parse, discourse, item), _label(parse, items, values, group), (step,)
    owner = possessor(parse, discourse, items[0])[0] or owner_after(parse, discourse, items[-1].last, parse.last)
    return owner or discourse.current_topic(), bare(parse, possessor(parse, discourse, item)[1], item.last), (step,)


def _values(parse: SentenceParse, anchored: AnchoredMention) -> list[AnchoredMention]:
    """The values joined with one in a list, itself included."""
    at = next((n for n, b in enumerate(parse.mentions) if b.first == anchored.first), 0)
    run = [parse.mentions[at]]
    for other in reversed(parse.mentions[:at]):
        if not _joined(parse, other.last, run[0].first) or other.mention.timex is not None:
            break
        run.insert(0, other)
    for other in parse.mentions[at + 1 :]:
        if not _joined(parse, run[-1].last, other.first) or other.mention.timex is not None:
            break
        run.append(other)
    return run


def _joined(parse: SentenceParse, first: int, last: int) -> bool:
    return first < last and all(parse.key(i) in JOINS for i in range(first, last))


def _items(parse: SentenceParse, until: int) -> tuple[NounPhrase, ...]:
    """The noun phrases joined in a list that ends right before token `until`."""
    out: list[NounPhrase] = []
    i = until - 1
    while i >= parse.first:
        phrase = parse.phrase_at(i)
        if phrase is None or parse.tag(i) not in (Tag.NAME, Tag.NOUN):
            break
        out.insert(0, phrase)
        i = phrase.first - 1
        if parse.key(i) not in JOINS:
            break
        while i >= parse.first and parse.key(i) in JOINS:
            i -= 1
    return tuple(out)


def _items_after(parse: SentenceParse, last: AnchoredMention) -> tuple[NounPhrase, ...]:
    """The list of names that "at", "for" or "in" opens after the values."""
    opens = next((i for i in range(last.last, parse.last) if parse.key(i) in ("at", "for", "in", "by")), None)
    if opens is None:
        return ()
    end = opens + 1
    while end < parse.last and parse.key(end) != WORD and parse.tag(end) in (Tag.NAME, Tag.NOUN, Tag.DETERMINER):
        end += 1
        while end < parse.last and parse.key(end) in JOINS and parse.key(end + 1) != WORD:
            end += 1
    return _items(parse, end)


def _label(parse: SentenceParse, items: tuple[NounPhrase, ...], values: list[AnchoredMention], group: VerbGroup) -> str:
    """The noun that the names own ("*sales* at Acme and Borex were"), else the counted noun and the verb."""
    i = items[0].first - 1
    left = parse.phrase_at(i - 1) if i > parse.first and parse.key(i) in ("of", "at", "for", "in") else None
    if left is not None and items[0].first < group.first:
        return bare(parse, left.first, left.last)
    nouns = noun_label(parse, values[-1])
    return f"{nouns} {parse.text(group.main, group.last)}".strip()
