"""Values that stand where a clause's subject stands: "50 people were hurt", "60 percent of voters call it fair"."""

from __future__ import annotations

from itertools import takewhile

from reconcile.extractors.claims.claim_builder import Binding
from reconcile.extractors.claims.labels import noun_label, predicate_label
from reconcile.extractors.entities.antecedents import people_before
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.subjects import resolve_pronoun, resolve_reference
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import folded
from reconcile.model.words import stems
from reconcile.rules.entities import EntityType
from reconcile.text.parse import (
    AnchoredMention,
    NounPhrase,
    SentenceParse,
    governing_group_after,
)
from reconcile.text.word_classes import Tag

CLAUSE_OPENERS = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR})
INSIDE = frozenset({Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.ADVERB})
# How far the verb may stand from a value that is its subject.
NEAR = 6
LISTING = frozenset({"-", "–", "—", "("})
SHARES = frozenset({Kind.PERCENT, Kind.RATIO})


def counted_subject(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame *VALUE NOUN VERB*: a count is of who did it or where, else of the event or party the text is about."""
    group = governing_group_after(parse, anchored.last)
    if group is None:
        return None
    noun, verb = noun_label(parse, anchored), parse.text(group.main, group.last)
    # "people were" names nothing that "people" does not
    label = noun if noun and parse.key(group.last - 1) in parse.pack.language.auxiliaries else f"{noun} {verb}".strip()
    subject = _after(parse, discourse, group.last) or about(parse, discourse, anchored, label)
    return Binding(subject, label, (Step("bind.counted-subject", f"what is counted “{verb}”"),))


def share_in_place(parse: SentenceParse, anchored: AnchoredMention, subject: Subject) -> Subject | None:
    """The place after a share of a common noun: "spending accounts for 9 percent of output in Austria"."""
    topical = subject.weak and subject.label[:1].isupper()
    if anchored.mention.kind not in SHARES or topical or any(n.label in subject.label for n in parse.names):
        return None
    stops = (Tag.PUNCTUATION, Tag.VERB, Tag.AUXILIARY)
    reach = range(anchored.last, min(parse.last - 1, anchored.last + NEAR))
    within = takewhile(lambda i: parse.tag(i) not in stops, reach)
    opens = {i for i in within if parse.key(i) == "in"}
    named = (n for n in parse.names if n.type == EntityType.PLACE and opens & {n.first - 1, n.first - 2})
    return next((Subject(n.id, n.label) for n in named), None)


def in_subject_place(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a value opens a clause whose verb follows its own noun phrase: ", 47 percent of them opposed it"."""
    before = parse.first if anchored.first == parse.first else anchored.first - 1
    opens = anchored.first == parse.first or parse.tag(before) in CLAUSE_OPENERS
    opens = opens or parse.key(before) in parse.pack.language.reporting | parse.pack.language.suppositions
    group = governing_group_after(parse, anchored.last) if opens else None
    if group is None:
        return False
    between = range(anchored.last, group.first)
    return len(between) <= NEAR and all(parse.tag(k) in INSIDE or parse.key(k) == "of" for k in between)


def is_whole(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a value is the whole that another is a part of: the 150 of "took 71 of the 150 seats" were not taken."""
    i = anchored.first - 1
    part = next((b for b in parse.mentions if b.last == i - 1), None)
    definite = parse.key(i) in parse.pack.nouns.definite and parse.key(i - 1) == "of"
    return definite and part is not None and part.mention.kind not in SHARES


def repeated_value(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """A value that points back ("the $5 billion") is of what it was of when it was given."""
    before = parse.key(anchored.first - 1)
    definite = before == "the" or before in parse.pack.language.demonstratives
    given = discourse.last_of(anchored.mention) if definite and anchored.mention.noun is None else None
    if given is None or given.subject is None:
        return None
    return Binding(given.subject, given.label, (Step("bind.told-before", "the same value was told of this"),))


def possessed_value(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """A value right after a possessor is the possessor's: "Acme's 10 percent share", "its 300 welders"."""
    i = anchored.first - 1
    owner = None
    if i > parse.first and parse.tag(i) is Tag.GENITIVE:
        while i > parse.first and parse.tag(i) is Tag.GENITIVE:
            i -= 1
        i += 1
        phrase = parse.phrase_at(i - 1)
        owner = (
            resolve_reference(parse, discourse, NounPhrase(phrase.first, i))
            if phrase is not None and phrase.first < i
            else None
        )
    elif parse.key(i) in parse.pack.language.possessors:
        owner = resolve_pronoun(parse, discourse, i, parse.pack.language.possessors[parse.key(i)])
    label = noun_label(parse, anchored)
    if owner is None or not label:
        return None
    return Binding(owner, label, (Step("bind.possessor", "the possessor before the value owns it"),))


def listed_value(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """A value alone after a name and a dash or bracket is that name's: "Orle - 15, Ardal - 20", "Orle (15)"."""
    i = anchored.first - 1
    closes = anchored.last >= parse.last or parse.tag(anchored.last) in (Tag.PUNCTUATION, Tag.CONJUNCTION)
    if anchored.mention.noun is not None or parse.key(i) not in LISTING or not closes or i == parse.first:
        return None
    in_brackets = parse.key(i) == "("
    if in_brackets != (parse.key(anchored.last) == ")") or (not in_brackets and parse.tokens.touches(i)):
        return None
    if any(b.last == i for b in parse.mentions):
        # the same value in another unit
        return None
    phrase = parse.phrase_at(i - 1)
    if phrase is None or phrase.last != i or not parse.names_in(phrase.first, i):
        return None
    label = discourse.measurements[-1].label if discourse.measurements else ""
    step = Step("bind.listed", "the value right after a name in a list")
    return Binding(resolve_reference(parse, discourse, phrase), label, (step,))


def event_harm(
    parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention, label: str
) -> Subject | None:
    """The event that did harm to so many, where the text tells of one."""
    harm = anchored.mention.kind in (Kind.COUNT, Kind.NUMBER) and stems(label) & parse.pack.language.harms
    return discourse.event_of(parse) if harm else None


def share_of_group(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """A share is of the group after "of", else of the people last spoken of, else of what the text is about."""
    if anchored.mention.kind not in SHARES:
        return None
    asked = None
    i = anchored.last
    if parse.key(i) in parse.pack.ranks.group_openers and i + 1 < parse.last:
        phrase = parse.phrase_at(i + 1)
        asked = resolve_reference(parse, discourse, phrase) if phrase is not None else None
    group = governing_group_after(parse, anchored.last)
    predicate = predicate_label(parse, group) if group is not None else noun_label(parse, anchored)
    label = f"share {predicate}" if anchored.mention.unit != "times" else predicate
    subject = asked or people_before(parse, anchored.first) or discourse.people or discourse.current_topic()
    return Binding(subject, label, (Step("bind.share", "a share in subject position is of the group asked"),))


def fragment(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding:
    """No verb: a heading's topic, the name right before the value, the first name, or what the text is about."""
    noun = noun_label(parse, anchored)
    adjacent = next((n for n in parse.names if n.last == anchored.first), None)
    name = adjacent or next((n for n in parse.names if n.last <= anchored.first), None)
    named = Subject(name.id, name.label) if name else about(parse, discourse, anchored, noun)
    step = Step("bind.fragment", "no verb: the heading or the first name is the subject")
    return Binding(discourse.section or named, noun, (step,))


def about(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention, label: str) -> Subject | None:
    """Harm belongs to the event that did it; anything else to the party last spoken of."""
    harm = bool(stems(label) & parse.pack.language.harms)
    event = discourse.event_of(parse) if harm else None
    return event or discourse.section or discourse.current_topic() or counted_unit(anchored.mention)


def counted_unit(mention: Mention) -> Subject | None:
    """The counted things themselves, where nothing else stands."""
    return Subject(folded(mention.unit), mention.unit) if mention.unit and mention.kind is Kind.COUNT else None


def _after(parse: SentenceParse, discourse: DiscourseState, i: int) -> Subject | None:
    """Who or what follows "by" or "in" right after the verb."""
    leads = parse.key(i) == "by" or parse.key(i) in parse.pack.language.place_prepositions
    if not leads or i + 1 >= parse.last or parse.tag(i + 1) in (Tag.NUMBER, Tag.TIME):
        return None
    phrase = parse.phrase_at(i + 1)
    if phrase is None or (parse.key(i) != "by" and not parse.names_in(phrase.first, phrase.last)):
        # "were housed in tents" says nothing of tents
        return None
    return resolve_reference(parse, discourse, phrase)
