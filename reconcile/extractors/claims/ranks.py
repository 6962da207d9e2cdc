"""Rank claims: the place of a subject in a list, and those named ahead of it.

Three frames: "X was ranked fifth among ... behind A, B and C"; "the third most valuable company, X"; "X's first
conference" or "the first conference of X".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extractors.claims.claim_builder import new_claim, open_metric, read_step
from reconcile.extractors.claims.factuality import attribution
from reconcile.extractors.claims.periods import holds
from reconcile.extractors.claims.timeline import Timeline
from reconcile.extractors.entities.clause_subjects import SETTING_OFF, SubjectArc, find_subject
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.owners import owner_after
from reconcile.extractors.entities.subjects import resolve_pronoun, resolve_reference
from reconcile.model.claim import Claim, Step, Subject
from reconcile.model.names import Name, folded
from reconcile.model.period import PeriodBasis
from reconcile.model.span import Span
from reconcile.rules.entities import EntityType
from reconcile.text.parse import (
    AnchoredMention,
    NounPhrase,
    SentenceParse,
    VerbGroup,
    governing_group_before,
)
from reconcile.text.word_classes import HYPHENS, Tag

# How far an object may begin from its verb.
OBJECT = 3
NUMBERED, ORDINAL = "rank.number", "rank.ordinal"
# What a place in an order is called where the text does not say.
PLACE = "place"


def rank_claim(
    parse: SentenceParse, discourse: DiscourseState, times: Timeline, anchored: AnchoredMention
) -> Claim | None:
    """The claim a rank makes; None where no subject for it is found, or the rank heads no noun and no placing verb."""
    placed = _placed(parse, discourse, anchored)
    described = None if placed else _of_phrase(parse, discourse, anchored)
    found = placed or described or _of_clause(parse, discourse, anchored)
    if found is None:
        return None
    subject, label, how = found
    names, spans = ahead(parse, anchored.last)
    period, stance, when = holds(parse, times, anchored, None, subject)
    if described is not None and period is not None and period.basis is PeriodBasis.PUBLICATION:
        # what something is called ("Acme, the third-largest maker") is no news of the week
        period, when = None, ()
    claim = new_claim(parse, anchored.mention.span, anchored.mention.kind, how.rule, (read_step(anchored.mention), how))
    listed = (Step("rank.behind-list", f"{len(names)} named ahead: {', '.join(names)}"),) if names else ()
    return replace(
        claim,
        trail=(*claim.trail, *listed, *when),
        subject=subject,
        metric=open_metric(parse, label),
        value=anchored.mention.value,
        dimension="rank",
        period=period,
        factuality=stance,
        attribution=attribution(parse, anchored.first, subject),
        ahead=names,
        evidence=spans,
        placed=placed is not None,
    )


def _series_noun(parse: SentenceParse, anchored: AnchoredMention) -> str:
    """What an ordinal counts: the rest of its phrase; past a hyphen, or past "and" and what it joins to the ordinal."""
    i = anchored.last
    hyphened = parse.key(i) in HYPHENS and parse.tokens.touches(i)
    i += i + 1 < parse.last and (hyphened or parse.tag(i) is Tag.CONJUNCTION)
    phrase = parse.phrase_at(i) if i < parse.last else None
    return parse.text(i, phrase.last) if phrase is not None and phrase.last > i else ""


def _placed(
    parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention
) -> tuple[Subject, str, Step] | None:
    """Frame *SUBJECT is ranked RANK among GROUP*."""
    group = governing_group_before(parse, anchored.first)
    if group is None or not _right_after(parse, group, anchored):
        return None
    lemma = parse.pack.language.lemmas.get(parse.key(group.main), parse.key(group.main))
    copula = parse.key(group.main) in parse.pack.language.auxiliaries
    arc = find_subject(parse, group)
    if arc is None or not (copula or lemma in parse.pack.ranks.placing):
        return None
    subject = resolve_reference(parse, discourse, arc.head)
    label = _field(parse, anchored.last) or _bare_place(parse, anchored, copula=copula)
    if subject is None or not label:
        return None
    return subject, label, Step("rank.ordinal", "a placing verb gives the rank to its subject")


def _right_after(parse: SentenceParse, group: VerbGroup, anchored: AnchoredMention) -> bool:
    """Whether a rank follows its verb; a number may have a determiner and adjectives before it ("is a clear No. 1")."""
    between = range(group.last, anchored.first)
    if anchored.mention.rule != NUMBERED:
        return not between
    return len(between) <= OBJECT and all(parse.tag(k) in (Tag.DETERMINER, Tag.NOUN, Tag.ADVERB) for k in between)


def _bare_place(parse: SentenceParse, anchored: AnchoredMention, *, copula: bool) -> str:
    """The label of a place with no noun of its own: "came third", "is No. 1"; not "was first to"."""
    following = parse.key(anchored.last)
    if following in parse.pack.ranks.ahead or (following == "only" and parse.key(anchored.last + 1) == "to"):
        return PLACE
    if copula and anchored.mention.rule != NUMBERED:
        return ""
    ends = anchored.last >= parse.last or parse.tag(anchored.last) in (Tag.PUNCTUATION, Tag.CONJUNCTION)
    ends = ends or _is_when(parse, anchored.last)
    return PLACE if ends or following in parse.pack.language.place_prepositions else ""


def _is_when(parse: SentenceParse, i: int) -> bool:
    """Whether what follows a place says when it was taken: "finished third *last season*"."""
    if i < parse.last and parse.tag(i) is Tag.TIME:
        return True
    return parse.key(i) in parse.pack.times.selectors and parse.key(i + 1) in parse.pack.language.fields


def _field(parse: SentenceParse, i: int) -> str:
    """What is ranked: the noun phrase after the rank, or after "among"."""
    if _is_when(parse, i):
        return ""
    if parse.key(i) in parse.pack.ranks.field_openers:
        i += 1
    phrase = parse.phrase_at(i) if i < parse.last else None
    if phrase is None:
        return ""
    first = max(i, phrase.first)
    while first < phrase.last and parse.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE):
        first += 1
    return parse.text(first, phrase.last) if first < phrase.last else ""


def _of_phrase(
    parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention
) -> tuple[Subject, str, Step] | None:
    """A noun phrase with a rank in it: "X's first conference", "the first conference of X", "the third firm, X"."""
    phrase = parse.phrase_at(anchored.first)
    if phrase is None or phrase.last <= anchored.last:
        return None
    label = _series_noun(parse, anchored)
    owner, field = _possessor(parse, discourse, phrase, anchored.first)
    if owner is not None and not field:
        return owner, label, Step("rank.possessor", "the possessor of the ranked thing is the subject")
    ordinal = anchored.mention.rule == ORDINAL
    is_event = ordinal and parse.key(phrase.last - 1) in parse.pack.language.event_occasions
    if is_event:
        return None if owner is None else (owner, label, Step("rank.possessor", "the ranked thing is the possessor's"))
    subject, extra = _named_after(parse, discourse, phrase)
    found = (
        subject
        or _apposed(parse, discourse, phrase)
        or _copula_subject(parse, discourse, phrase)
        or _copula_name(parse, phrase)
        or _made(parse, discourse, phrase)
        or _clause_subject(parse, discourse, phrase)
    )
    if found is None:
        return None if owner is None else (owner, label, Step("rank.possessor", "the ranked thing is the possessor's"))
    label = f"{label} {extra} {field}"
    return found, " ".join(label.split()), Step("rank.noun-phrase", "the rank stands in what the subject is called")


def _of_clause(
    parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention
) -> tuple[Subject, str, Step] | None:
    """A rank in what a clause says of its subject ("Orr crashed in the 48th of 71 laps"), else in its own phrase."""
    label = _series_noun(parse, anchored) or _field(parse, anchored.last)
    before = governing_group_before(parse, anchored.first)
    group = before or next((g for g in parse.groups if g.first >= anchored.last), None)
    arc = find_subject(parse, group) if group is not None else None
    phrase = parse.phrase_at(anchored.first)
    after = next((g for g in parse.groups if g.first >= anchored.last), None)
    own = find_subject(parse, after) if after is not None else None
    if own is not None and phrase is not None and own.head.first == phrase.first and phrase.last > anchored.last:
        return _of_series(parse, discourse, own, label)
    if arc is None or (phrase is not None and arc.head.first == phrase.first):
        return _of_series(parse, discourse, arc, label)
    subject = resolve_reference(parse, discourse, arc.head)
    label = label or ("" if before is None else _done(parse, before, anchored.last))
    if subject is None or not label:
        return _of_series(parse, discourse, None, label)
    return subject, label, Step("rank.clause", "the clause with the rank in it is said of its subject")


def _of_series(
    parse: SentenceParse, discourse: DiscourseState, arc: SubjectArc | None, label: str
) -> tuple[Subject, str, Step] | None:
    """The ranked thing as its own subject, or its owner where it has a clause: "the first flight of the *Orle*"."""
    if not label:
        return None
    owner = owner_after(parse, discourse, arc.head.last, arc.group.first) if arc is not None else None
    return owner or Subject(folded(label), label), label, Step("rank.series", "the ranked thing is its own subject")


def _done(parse: SentenceParse, group: VerbGroup, i: int) -> str:
    """What was done in that place, by the verb after "to" at token `i` or the clause's own: "was third to *arrive*"."""
    if parse.key(group.main) not in parse.pack.language.auxiliaries:
        return parse.text(group.main, group.main + 1)
    return parse.text(i + 1, i + 2) if parse.key(i) == "to" and i + 1 < parse.last else PLACE


def _possessor(
    parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase, rank: int
) -> tuple[Subject | None, str]:
    """Who has the ranked thing, and the field it is ranked in where that is a place or the world ("Norway's third")."""
    for i in range(phrase.first, rank):
        if parse.tag(i) is Tag.GENITIVE:
            owner = NounPhrase(phrase.first, i)
            names = parse.names_in(owner.first, owner.last)
            if parse.key(i - 1) in parse.pack.language.fields:
                return None, parse.text(phrase.first, i)
            return resolve_reference(parse, discourse, owner), parse.text(phrase.first, i) if _is_place(names) else ""
    refers = parse.pack.language.possessors.get(parse.key(phrase.first))
    return (resolve_pronoun(parse, discourse, phrase.first, refers) if refers is not None else None), ""


def _is_place(names: tuple[Name, ...]) -> bool:
    return bool(names) and names[-1].type == EntityType.PLACE


def _apposed(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> Subject | None:
    """Frame "Acme, the third-largest maker": what stands before the comma or dash."""
    i = _holder(parse, phrase.first - 1)
    if i <= parse.first or parse.key(i) not in SETTING_OFF or parse.tag(phrase.first) not in (Tag.DETERMINER, Tag.NAME):
        return None
    while i > parse.first and parse.key(i) in SETTING_OFF:
        i -= 1
    left = parse.phrase_at(i)
    if left is None or left.last != i + 1 or parse.tag(i) not in (Tag.NAME, Tag.NOUN):
        return None
    return resolve_reference(parse, discourse, left)


def _holder(parse: SentenceParse, i: int) -> int:
    """Left over "owner of" in ", owner of the world's largest mill"; `i` itself where no such noun stands there."""
    holder = parse.phrase_at(i - 1) if parse.key(i) == "of" and parse.key(i - 1) in parse.pack.ranks.holders else None
    return i if holder is None else holder.first - 1


def _named_after(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> tuple[Subject | None, str]:
    """The name after "of", "in" or a comma, common "of" phrases passed over ("of developers of Acme").

    Of what is ranked "in its history" the owner of the history is the subject.
    """
    i, extra = phrase.last, ""
    while (after := _linked(parse, i)) is not None:
        refers = parse.pack.language.possessors.get(parse.key(after.first))
        if refers is not None and parse.key(i) != ",":
            return resolve_pronoun(parse, discourse, after.first, refers), parse.text(i, after.last)
        if _names_ranked(parse, i, after):
            return resolve_reference(parse, discourse, after), extra
        if parse.key(i) != "of":
            break
        extra = f"{extra} {parse.text(i, after.last)}".strip()
        i = after.last
    return None, extra


def _linked(parse: SentenceParse, i: int) -> NounPhrase | None:
    """The noun phrase after a comma or a preposition at token `i`."""
    links = parse.key(i) == "," or parse.key(i) in parse.pack.language.owner_links
    return parse.phrase_at(i + 1) if links and i + 1 < parse.last else None


def _names_ranked(parse: SentenceParse, i: int, after: NounPhrase) -> bool:
    """Whether the phrase after token `i` is the name of what is ranked: no speaker, and no place that it is in."""
    names = parse.names_in(after.first, after.last)
    if not names or names[-1].last != after.last:
        return False
    if parse.key(i) == ",":
        return after.last >= parse.last or parse.tag(after.last) is not Tag.VERB
    return parse.key(i) != "in" or names[-1].type not in (EntityType.PLACE, EntityType.UNKNOWN)


def _clause_subject(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> Subject | None:
    """The named subject of the verb whose object has the rank in it: "Acme opened the second plant"."""
    group = governing_group_before(parse, phrase.first)
    arc = find_subject(parse, group) if group is not None and phrase.first - group.last <= OBJECT else None
    if arc is None or not parse.names_in(arc.head.first, arc.head.last):
        return None
    return resolve_reference(parse, discourse, arc.head)


def _copula_subject(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> Subject | None:
    """Frame "X is the third largest maker": the subject of a form of "be" right before the phrase."""
    group = governing_group_before(parse, phrase.first)
    if group is None or group.last != phrase.first or parse.key(group.main) not in parse.pack.language.copulas:
        return None
    arc = find_subject(parse, group)
    return resolve_reference(parse, discourse, arc.head) if arc is not None else None


def _copula_name(parse: SentenceParse, phrase: NounPhrase) -> Subject | None:
    """Frame "the top winner will be *X*": the name right after a form of "be" that the phrase is the subject of."""
    group = next((g for g in parse.groups if g.first == phrase.last), None)
    if group is None or parse.key(group.main) not in parse.pack.language.auxiliaries:
        return None
    named = next((n for n in parse.names if n.first == group.last), None)
    return Subject(named.id, named.label) if named is not None else None


def _made(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> Subject | None:
    """Frame "making *X* the first state": the object that a verb right before it makes, or calls, the phrase."""
    thing = parse.phrase_at(phrase.first - 1)
    made = thing is not None and any(g.last == thing.first for g in parse.groups)
    named = made and thing is not None and parse.names_in(thing.first, thing.last)
    return resolve_reference(parse, discourse, thing) if named and thing is not None else None


def ahead(parse: SentenceParse, i: int) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Those listed after "behind" in the rest of the clause, with their places."""
    opens = next((k for k in range(i, parse.last) if _ends_search(parse, k)), parse.last)
    if opens == parse.last or not _opens_list(parse, opens):
        return (), ()
    names = tuple(_names_from(parse, opens + 1 + (parse.key(opens) == "only")))
    return tuple(n.label for n in names), tuple(n.span for n in names)


def _names_from(parse: SentenceParse, i: int) -> Iterator[Name]:
    """The names that are listed from token `i`, articles and words such as "Norwegian" passed over."""
    passed = {"the", *parse.pack.entities.adjectives}
    while i < parse.last:
        name = next((n for n in parse.names if n.first == i), None)
        if name is not None:
            yield name
            passed |= {",", "and", "&"}
        elif parse.key(i) not in passed:
            break
        i = i + 1 if name is None else name.last


def _opens_list(parse: SentenceParse, i: int) -> bool:
    """Whether "behind" or "only to" opens a list of those ahead at token `i`."""
    return parse.key(i) in parse.pack.ranks.ahead or (parse.key(i) == "only" and parse.key(i + 1) == "to")


def _ends_search(parse: SentenceParse, i: int) -> bool:
    """Whether a list of those ahead opens at token `i`, or a stop or verb shows that none does."""
    stops = parse.key(i) in (";", ".", ",") or parse.tag(i) in (Tag.VERB, Tag.AUXILIARY)
    return stops or _opens_list(parse, i)
