"""Which rule's metric a value belongs to: dimension, denominator, trigger in the clause, counted noun, no exclusion.

Every condition is asked here and nowhere else: a match is a rule that lacks none, and what a refusal prints are those
that a rule lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reconcile.extractors.claims.counted_subjects import in_subject_place
from reconcile.extractors.entities.clause_subjects import SubjectArc, find_subject
from reconcile.model.mention import Kind, Mention
from reconcile.model.words import singular
from reconcile.rules.load import Pack
from reconcile.rules.metrics import KINDS, MetricRule, Nature
from reconcile.text.parse import (
    AnchoredMention,
    SentenceParse,
    VerbGroup,
    governing_group_before,
    governing_verb,
)
from reconcile.text.word_classes import HYPHENS, Tag

# A number without its noun or denominator is taken for a rule's only this near the trigger, in tokens ("the death toll
# rose to 41").
NEAR = 5
_COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})
# The unit of counts of people.
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger phrase of some rules, at tokens `[first, last)`."""

    first: int
    last: int
    rules: tuple[MetricRule, ...]


def triggers(parse: SentenceParse) -> tuple[Trigger, ...]:
    """The trigger phrases of the sentence from the left, the longest at each place; none begins inside another.

    So "operating profit of" names the operating profit and not, by its end, "profit of".
    """
    table = parse.pack.metrics.triggers
    out: list[Trigger] = []
    for i in table.places(parse.tokens, parse.first, parse.last):
        match = table.match(parse.tokens, i) if not out or i >= out[-1].last else None
        if match is not None and match[1] <= parse.last and not _in_compound(parse, match[1]):
            out.append(Trigger(i, match[1], match[0]))
    return tuple(out)


def _in_compound(parse: SentenceParse, last: int) -> bool:
    """Whether a hyphen joins a phrase to the word after it: a "high-speed" line is not high."""
    tokens = parse.tokens
    joined = last + 1 < parse.last and tokens.touches(last) and tokens.touches(last + 1)
    return joined and tokens.keys[last] in HYPHENS and tokens.keys[last + 1].isalpha()


def excluded(parse: SentenceParse) -> frozenset[str]:
    """The ids of rules that a phrase of the sentence switches off."""
    table = parse.pack.metrics.exclusions
    out: set[str] = set()
    for i in table.places(parse.tokens, parse.first, parse.last):
        match = table.match(parse.tokens, i)
        if match is not None:
            out |= match[0]
    return frozenset(out)


class Condition(StrEnum):
    """What a rule asks of a value, in the order in which a person would look."""

    DIMENSION = "dimension"
    PER = "per"
    NOUNS = "nouns"
    BARE = "bare"
    TRIGGERS = "triggers"
    CLAUSE = "clause"
    SETTING = "setting"
    EXCLUDE = "exclude"
    VERBS = "verbs"
    NEARER = "nearer"


@dataclass(frozen=True, slots=True)
class MetricMatch:
    """The rule that names a metric, by which trigger, and how many tokens that stands from the value."""

    rule: MetricRule
    trigger: Trigger
    distance: int


def match_metric(parse: SentenceParse, anchored: AnchoredMention, found: tuple[Trigger, ...]) -> MetricMatch | None:
    """The match of the rule whose trigger stands nearest the value in its clause; of two as near the first by id."""
    off = excluded(parse) if found else frozenset()
    matches = (
        MetricMatch(rule, trigger, distance)
        for trigger, distance in triggers_in_reach(parse, anchored, found)
        for rule in trigger.rules
        if not any(unmet_conditions(parse, anchored.mention, rule, distance, off))
    )
    return min(matches, key=lambda match: (match.distance, match.rule.id), default=None)


def match_event(parse: SentenceParse, group: VerbGroup, found: tuple[Trigger, ...]) -> MetricMatch | None:
    """The match of the first event rule whose trigger stands in the sentence and one of whose verbs governs a time."""
    off = excluded(parse) if found else frozenset()
    pairs = ((trigger, rule) for trigger in found for rule in trigger.rules)
    fitting = (MetricMatch(r, t, 0) for t, r in pairs if not any(unmet_by_event(parse, r, group, t, off)))
    return next(fitting, None)


def unmet_conditions(
    parse: SentenceParse, mention: Mention, rule: MetricRule, distance: int | None, off: frozenset[str]
) -> Iterator[Condition]:
    """What a rule asks and a value lacks, its trigger `distance` tokens away (None: nowhere); nothing where it fits.

    An implausible value still belongs to the rule. `off` holds the ids of rules that the sentence switches off.
    """
    yield from _unmet_by_value(parse, mention, rule, bare=rule.bare and (distance or 0) <= NEAR)
    yield from _unmet_by_text(parse, rule, off)


def _unmet_by_value(parse: SentenceParse, mention: Mention, rule: MetricRule, *, bare: bool) -> Iterator[Condition]:
    """What a value lacks by itself; a `bare` one may lack its counted noun or its denominator."""
    if rule.dimension == "count" and mention.kind is Kind.NUMBER:
        yield from () if bare else (Condition.BARE,)
    elif not has_dimension(rule.dimension, mention):
        yield Condition.DIMENSION
    else:
        unstated = mention.per is None and (bare or not rule.per)
        if not unstated and mention.per not in rule.per:
            yield Condition.PER
        if rule.nouns and counted(mention, parse).isdisjoint(rule.nouns):
            yield Condition.NOUNS


def unmet_by_event(
    parse: SentenceParse, rule: MetricRule, group: VerbGroup | None, trigger: Trigger | None, off: frozenset[str]
) -> Iterator[Condition]:
    """What a rule asks and a time under the verb `group` lacks; nothing where what the verb tells is the rule's."""
    if rule.nature is not Nature.EVENT:
        yield Condition.DIMENSION
        return
    verb = parse.key(group.main) if group is not None else ""
    if rule.verbs and parse.pack.language.lemmas.get(verb, verb) not in rule.verbs:
        yield Condition.VERBS
    if trigger is None:
        yield Condition.TRIGGERS
    elif rule.once and (group is None or not trigger.first <= group.main < trigger.last):
        yield Condition.CLAUSE
    yield from _unmet_by_text(parse, rule, off)


def _unmet_by_text(parse: SentenceParse, rule: MetricRule, off: frozenset[str]) -> Iterator[Condition]:
    """Whether the article lacks a word of the rule's setting, or the sentence switches the rule off."""
    if rule.setting and parse.tokens.vocabulary.isdisjoint(rule.setting):
        yield Condition.SETTING
    if rule.id in off:
        yield Condition.EXCLUDE


def triggers_in_reach(
    parse: SentenceParse, anchored: AnchoredMention, found: tuple[Trigger, ...]
) -> Iterator[tuple[Trigger, int]]:
    """The triggers that can name a value, each with how many tokens it stands away."""
    arc = _own_subject(parse, anchored) if found else None
    for trigger in found:
        elsewhere = arc is not None and _elsewhere(parse, trigger, arc)
        distance = None if elsewhere else distance_to(parse, trigger, anchored)
        if distance is not None:
            yield trigger, distance


def distance_to(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> int | None:
    """How many tokens a trigger stands from a value, one more where it follows; None where it names another value."""
    after = trigger.first >= anchored.last
    between = range(anchored.last, trigger.first) if after else range(trigger.last, anchored.first)
    if _has_predicate(parse, trigger, anchored) or any(parse.breaks_clause(k) for k in between):
        return None
    elsewhere = _is_of_next(parse, trigger, anchored) if after else _is_of_last(parse, trigger, anchored)
    if elsewhere or is_trigger_used(parse, trigger, anchored, between):
        return None
    return len(between) + (1 if after else 0)


def _has_predicate(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a count has another predicate than a trigger right behind it: "Of the 80 aboard, 12 *drowned*"."""
    return parse.key(anchored.last) in parse.pack.language.victims and not trigger.first <= anchored.last < trigger.last


def _is_of_next(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a trigger after a value is of another value, or of a clause that begins after it.

    "The firm, which has 40 staff, plans to hire": the clause of the value is over.
    """
    if _is_done_to(parse, trigger, anchored) or _names_the_next(parse, trigger, anchored):
        return True
    between = range(anchored.last, trigger.first - 1)
    return any(parse.key(k) == "," and _is_verb(parse, k + 1) for k in between)


def _is_of_last(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a trigger before a value is of another value, or a verb with an object of its own."""
    return _names_the_last(parse, trigger, anchored) or _has_object(parse, trigger, anchored)


def _is_done_to(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a trigger is but the people counted and a verb tells what they did or what befell them.

    Of "900 inmates were freed" the verb says what is counted, and nobody says how many there are. "Its 900 inmates
    were freed" does: a definite count is the whole.
    """
    noun = anchored.mention.noun
    if (
        noun is None
        or counted_unit(parse.pack, anchored.mention.unit or "") != PERSON
        or parse.tokens.starts[trigger.first] >= noun.end
    ):
        return False
    before = parse.key(anchored.first - 1) if anchored.first > parse.first else ""
    nouns, language = parse.pack.nouns, parse.pack.language
    if before in nouns.definite or before in language.possessors or parse.tag(anchored.first - 1) is Tag.GENITIVE:
        return False
    group = governing_verb(parse, anchored)
    return group is not None and parse.key(group.main) not in language.auxiliaries


def _names_the_next(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether "of" ties a trigger to a value after it: "26 feet wide and a depth of 9 feet" has one depth."""
    i = trigger.last + (parse.key(trigger.last - 1) != "of")
    if parse.key(i - 1) != "of":
        return False
    own = next((b for b in parse.mentions if b.first == i), None)
    return own is not None and own.mention.dimension == anchored.mention.dimension


def _names_the_last(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a trigger right after a measure says what that one measures: "26 feet wide and 9 feet ..."."""
    own = next((b for b in parse.mentions if b.last == trigger.first), None)
    measured = own is not None and own.mention.kind is Kind.MEASURE
    return measured and own is not None and own.mention.dimension == anchored.mention.dimension


def _has_object(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a trigger is a verb whose object comes to the value: "raised its bid to $5 million" raised no funds."""
    group = governing_group_before(parse, anchored.first)
    if parse.key(anchored.first - 1) != "to" or group is None or not trigger.first <= group.main < trigger.last:
        return False
    done = parse.phrase_at(group.last) if parse.tag(group.last) not in (Tag.NUMBER, Tag.TIME) else None
    return done is not None and done.last == anchored.first - 1


def _is_verb(parse: SentenceParse, i: int) -> bool:
    verbal = i < parse.last and parse.tag(i) in (Tag.VERB, Tag.AUXILIARY)
    return verbal and not parse.key(i).endswith("ing")


def _own_subject(parse: SentenceParse, anchored: AnchoredMention) -> SubjectArc | None:
    """The subject of the verb that governs a value."""
    group = governing_group_before(parse, anchored.first)
    return None if group is None else find_subject(parse, group)


def _elsewhere(parse: SentenceParse, trigger: Trigger, arc: SubjectArc) -> bool:
    """Whether a trigger stands under another verb than the value, which has a subject of its own.

    "Weak sales had caused its workforce to shrink by 9 percent": what shrank is no sales.
    """
    return any(trigger.last <= g.first and g.last <= arc.head.first for g in parse.groups)


def is_trigger_used(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention, between: range) -> bool:
    """Whether a trigger has named a value before this one and a verb of its own governs this one.

    "Acme, with sales of $5 million, paid $2 million": what was paid is no sales. A participle governs nothing of its
    own: "sales were $5 million, having grown from $4 million".
    """
    if trigger.first >= anchored.first:
        return _nearer(parse, trigger, anchored)
    if trigger.last <= anchored.first and in_subject_place(parse, anchored):
        # "Two men died and 14 people were hurt", "Of the 80 aboard, 12 died": the first predicate has had its number
        return any(b.last <= anchored.first and _alike(b, anchored) for b in parse.mentions)
    competitors = [
        b for b in parse.mentions if b.first in between and b.mention.dimension == anchored.mention.dimension
    ]
    return bool(competitors) and any(_governs(parse, g, competitors[0].last, anchored.first) for g in parse.groups)


def _alike(one: AnchoredMention, other: AnchoredMention) -> bool:
    """Whether two values are of one sort: a bare number counts what is not said again."""
    kinds = {one.mention.kind, other.mention.kind}
    return len(kinds) == 1 or kinds == _COUNTED


def _nearer(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a trigger after a value stands beside a later value, in a clause or phrase of that one's own.

    "Two ships came for the crash that left 12 people dead": no two were killed; "12 men and 3 boys died" are alike.
    """
    later = [b for b in parse.mentions if anchored.last <= b.first and b.last <= trigger.first]
    competitors = [b for b in later if b.mention.dimension == anchored.mention.dimension]
    if not competitors:
        return False
    between = range(anchored.last, competitors[-1].first)
    verbs = any(anchored.last <= g.first < competitors[-1].first for g in parse.groups)
    return verbs or any(parse.tag(k) is Tag.SUBORDINATOR for k in between)


def _governs(parse: SentenceParse, group: VerbGroup, first: int, last: int) -> bool:
    return first <= group.main < last and not parse.key(group.first).endswith("ing")


def has_dimension(dimension: str, mention: Mention) -> bool:
    """Points are a change of a ratio, never one."""
    if dimension in KINDS:
        return mention.kind is KINDS[dimension]
    if dimension == "count" and mention.kind is Kind.COUNT:
        return True
    return mention.dimension == dimension and mention.kind is not Kind.POINTS


def counted(mention: Mention, parse: SentenceParse) -> frozenset[str]:
    """The words of the counted noun phrase, plural and singular."""
    if mention.noun is None:
        return frozenset({mention.unit.lower()}) if mention.unit else frozenset()
    words = parse.tokens.text[mention.noun.start : mention.noun.end].lower().split()
    return frozenset(words) | frozenset(singular(w) for w in words)


def counted_unit(pack: Pack, noun: str) -> str:
    """The unit of a count: what is counted, in the singular; "person" for whoever is counted by a noun for people."""
    one = singular(noun)
    language = pack.language
    persons = (language.persons, language.occupations, pack.entities.adjectives)
    return PERSON if any(one in words for words in persons) else one
