"""Lists in order: "Acme and Borex sold 5 and 3 mills, respectively" pairs each value with its own name or noun."""

from __future__ import annotations

from reconcile.extractors.claims.counted_subjects import Binding
from reconcile.extractors.claims.labels import bare, noun_label
from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.owners import owner_after, possessor
from reconcile.extractors.entities.subjects import denoted
from reconcile.model.claim import Step
from reconcile.text.parse import Bound, Frame, Group, Phrase, group_before
from reconcile.text.word_classes import Tag

WORD = "respectively"
# The rule in the trail of a pair.
IN_ORDER = "bind.respectively"
JOINS = frozenset({",", "and", "&", "or"})


def paired(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """What a value of a list is of, where the sentence has a list of as many names or nouns in the same order."""
    if len(frame.mentions) < 2 or WORD not in frame.tokens.keys[frame.first : frame.last]:
        return None
    values = _values(frame, bound)
    group = group_before(frame, values[0].first)
    if len(values) < 2 or group is None:
        return None
    items = _items(frame, group.first) if group is not None else ()
    if len(items) != len(values):
        items = _items_after(frame, values[-1])
    if len(items) != len(values):
        return None
    item = items[next(n for n, b in enumerate(values) if b.first == bound.first)]
    step = Step(IN_ORDER, f"paired in order with “{frame.text(item.first, item.last)}”")
    if frame.tag(item.last - 1) is Tag.NAME:
        return denoted(frame, topics, item), _label(frame, items, values, group), (step,)
    owner = possessor(frame, topics, items[0])[0] or owner_after(frame, topics, items[-1].last, frame.last)
    return owner or topics.standing(), bare(frame, possessor(frame, topics, item)[1], item.last), (step,)


def _values(frame: Frame, bound: Bound) -> list[Bound]:
    """The values joined with one in a list, itself included."""
    at = next((n for n, b in enumerate(frame.mentions) if b.first == bound.first), 0)
    run = [frame.mentions[at]]
    for other in reversed(frame.mentions[:at]):
        if not _joined(frame, other.last, run[0].first) or other.mention.timex is not None:
            break
        run.insert(0, other)
    for other in frame.mentions[at + 1 :]:
        if not _joined(frame, run[-1].last, other.first) or other.mention.timex is not None:
            break
        run.append(other)
    return run


def _joined(frame: Frame, first: int, last: int) -> bool:
    return first < last and all(frame.key(i) in JOINS for i in range(first, last))


def _items(frame: Frame, until: int) -> tuple[Phrase, ...]:
    """The noun phrases joined in a list that ends right before token `until`."""
    out: list[Phrase] = []
    i = until - 1
    while i >= frame.first:
        phrase = frame.phrase_at(i)
        if phrase is None or frame.tag(i) not in (Tag.NAME, Tag.NOUN):
            break
        out.insert(0, phrase)
        i = phrase.first - 1
        if frame.key(i) not in JOINS:
            break
        while i >= frame.first and frame.key(i) in JOINS:
            i -= 1
    return tuple(out)


def _items_after(frame: Frame, last: Bound) -> tuple[Phrase, ...]:
    """The list of names that "at", "for" or "in" opens after the values."""
    opens = next((i for i in range(last.last, frame.last) if frame.key(i) in ("at", "for", "in", "by")), None)
    if opens is None:
        return ()
    end = opens + 1
    while end < frame.last and frame.key(end) != WORD and frame.tag(end) in (Tag.NAME, Tag.NOUN, Tag.DETERMINER):
        end += 1
        while end < frame.last and frame.key(end) in JOINS and frame.key(end + 1) != WORD:
            end += 1
    return _items(frame, end)


def _label(frame: Frame, items: tuple[Phrase, ...], values: list[Bound], group: Group) -> str:
    """The noun that the names own ("*sales* at Acme and Borex were"), else the counted noun and the verb."""
    i = items[0].first - 1
    left = frame.phrase_at(i - 1) if i > frame.first and frame.key(i) in ("of", "at", "for", "in") else None
    if left is not None and items[0].first < group.first:
        return bare(frame, left.first, left.last)
    nouns = noun_label(frame, values[-1])
    return f"{nouns} {frame.text(group.main, group.last)}".strip()
