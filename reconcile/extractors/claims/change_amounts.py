"""Changes: what a change starts from ("from a year earlier"), and values of how much something moved."""

from __future__ import annotations

from reconcile.extractors.claims.counted_subjects import Binding
from reconcile.extractors.claims.labels import bare
from reconcile.extractors.claims.metric_matching import Trigger
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.owners import clause_actor, owner_after, possessor
from reconcile.model.claim import Step
from reconcile.model.mention import Kind
from reconcile.model.period import Grain
from reconcile.text.parse import AnchoredMention, NounPhrase, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

COMPARING = frozenset({"from", "than", "against", "versus"})
COMPARED = frozenset({"compared", "comparing", "relative"})
CHANGES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO})
DIRECTIONS = frozenset({"up", "down"})
ENDS = frozenset({"to", "through", "until", "till", "-", "–"})
# How far the word that compares stands before a value, and a value before its time, in tokens.
NEAR = 6
_STOPS = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.SUBORDINATOR})


def is_start(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a value is what a change starts from: after "from", with another of its sort, or after "down from"."""
    mention = anchored.mention
    if parse.key(anchored.first - 1) != "from":
        return False
    return parse.key(anchored.first - 2) in DIRECTIONS or any(
        b is not anchored and (b.mention.kind, b.mention.unit) == (mention.kind, mention.unit) for b in parse.mentions
    )


def is_of_another(parse: SentenceParse, at: int, value: AnchoredMention) -> bool:
    """Whether the time `frame.mentions[at]` belongs to what a value is compared with: to another value, or to none."""
    time = parse.mentions[at]
    if _compares_with(parse, time, value):
        return True
    owner = parse.mentions[at - 1] if at else None
    if owner is None or owner == value or owner.mention.kind is Kind.DATE or time.first - owner.last > NEAR:
        return False
    is_interrupted = any(parse.tag(k) in _STOPS for k in range(owner.last, time.first))
    return not is_interrupted and _compared(parse, owner.first)


def _compares_with(parse: SentenceParse, time: AnchoredMention, value: AnchoredMention) -> bool:
    """Whether a change is counted from the time itself: "rose 5% from 2029", "down 3% on the previous year"."""
    i = time.first - 1
    i -= parse.key(i) in ("in", "for", "at", "during")
    word = parse.key(i)
    if word in ("than", "versus") or (word in ("with", "to") and parse.key(i - 1) in COMPARED):
        return True
    if value.mention.kind not in CHANGES or value.last > i:
        return False
    period = time.mention.timex.own if time.mention.timex is not None else None
    long = period is not None and period.grain.rank >= Grain.MONTH.rank
    return (word == "from" and parse.key(time.last) not in ENDS) or (word == "on" and long)


def _compared(parse: SentenceParse, i: int) -> bool:
    """Whether a word that compares leads to token `i`, with nothing between but the value's own noun phrase."""
    for k in range(i - 1, max(parse.first, i - NEAR) - 1, -1):
        if parse.key(k) in COMPARING or (parse.key(k) in ("with", "to") and parse.key(k - 1) in COMPARED):
            return True
        if parse.tag(k) in _STOPS:
            return False
    return False


# The rule of that frame in a trail.
CHANGE_AMOUNT = "bind.move"
KINDS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINTS})


def change_amount(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame "VALUE increase in NOUN": what moved names the metric, with the move; its owner is the subject."""
    if anchored.mention.kind not in KINDS:
        return None
    move = _move(parse, anchored)
    if move is None:
        return _apposed(parse, discourse, anchored)
    if parse.key(move + 1) not in ("in", "of") or move + 2 >= parse.last:
        return None
    what = parse.phrase_at(move + 2)
    if what is None or parse.tag(move + 2) in (Tag.NUMBER, Tag.TIME, Tag.PRONOUN, Tag.PREPOSITION):
        return None
    owner, first = possessor(parse, discourse, NounPhrase(move + 2, what.last))
    owner = owner or owner_after(parse, discourse, what.last, parse.last) or clause_actor(parse, discourse, anchored)
    label = f"{bare(parse, first, what.last)} {parse.text(move, move + 1)}".strip()
    step = Step(CHANGE_AMOUNT, f"“{parse.text(move, move + 1)}” after the value: how much it moved")
    return owner or discourse.current_topic(), label, (step,)


def change_verb(parse: SentenceParse, anchored: AnchoredMention) -> VerbGroup | None:
    """The verb of a move that a value tells the size of: "grew *by 60,000* to 5 million", "fell *$12* to $1,900"."""
    group = governing_group_before(parse, anchored.first)
    language = parse.pack.language
    if group is None or anchored.mention.kind in (Kind.PERCENT, Kind.POINTS, Kind.RATIO):
        return None
    verb = parse.key(group.main)
    changes = language.lemmas.get(verb) in language.copulas and verb not in language.auxiliaries
    before = parse.key(anchored.first - 1)
    near = group.last >= anchored.first - 1
    to = parse.key(anchored.last) == "to" and before != "from"
    ends = to and any(
        b.first == anchored.last + 1 and b.mention.dimension == anchored.mention.dimension for b in parse.mentions
    )
    return group if changes and near and (before == "by" or (ends and group.last == anchored.first)) else None


def naming_triggers(parse: SentenceParse, anchored: AnchoredMention, found: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers that can name a value: of a move only those with its verb ("payrolls rose by" is no payroll)."""
    group = change_verb(parse, anchored)
    return found if group is None else tuple(t for t in found if t.first <= group.main < t.last)


def _apposed(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame ", an increase of VALUE" after what moved: "Sales rose to $4 million, an increase of 33 percent"."""
    at = anchored.first - 2
    prior = discourse.measurements[-1] if discourse.measurements else None
    opens = {parse.key(at - 1), parse.key(at - 2)} & {",", "(", "-", "–", "—"}
    if (
        prior is None
        or not prior.label
        or not opens
        or prior.anchored.last > at
        or parse.key(anchored.first - 1) != "of"
    ):
        return None
    if parse.key(at) not in parse.pack.language.moves or parse.key(anchored.last) == "in":
        return None
    step = Step(CHANGE_AMOUNT, f"“{parse.text(at, at + 1)} of” the value: how much what was told before it moved")
    return prior.subject, f"{prior.label} {parse.text(at, at + 1)}", (step,)


def _move(parse: SentenceParse, anchored: AnchoredMention) -> int | None:
    """The token of the noun of a move that a value right before it measures."""
    after = (
        parse.phrase_at(anchored.last) if anchored.last < parse.last and parse.tag(anchored.last) is Tag.NOUN else None
    )
    head = after.last - 1 if after is not None else anchored.last
    return head if parse.key(head) in parse.pack.language.moves else None
