"""Rank claims: the place of a subject in a list, and those named ahead of it.

Three frames: "X was ranked fifth among ... behind A, B and C"; "the third most valuable company, X"; "X's first
conference" or "the first conference of X".
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.claims.claim_builder import base, open_metric, read_step
from reconcile.extractors.claims.factuality import attribution
from reconcile.extractors.claims.periods import holds
from reconcile.extractors.claims.timeline import Timeline
from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.subjects import denoted, said_of
from reconcile.model.claim import Claim, Step, Subject
from reconcile.model.names import Name
from reconcile.model.span import Span
from reconcile.rules.entities import EntityType
from reconcile.text.parse import Bound, Frame, Group, Phrase, group_after, group_before
from reconcile.text.word_classes import HYPHENS, Tag

AHEAD = frozenset({"behind", "after", "following", "trailing"})
AMONG = frozenset({"among", "amongst", "of", "in"})
# How far an object may begin from its verb.
OBJECT = 3
# Before a noun for a stretch of time these say which.
POINTING = frozenset({"last", "this", "next"})
# What sets off an apposition.
APPOSING = frozenset({",", "-", "–", "—"})
NUMBERED, ORDINAL = "rank.number", "rank.ordinal"
# Who has what is ranked: "Acme, owner of the world's largest mill".
HOLDERS = frozenset({"owner", "maker", "operator", "builder", "producer", "publisher", "home", "host", "manufacturer"})
# What a place in an order is called where the text does not say.
PLACE = "place"
PLACING = frozenset({"rank", "place", "list", "finish", "come", "be", "become", "stand", "rate", "remain"})


def rank_claim(frame: Frame, topics: Topics, times: Timeline, bound: Bound) -> Claim | None:
    """The claim a rank makes; None where no subject for it is found, or the rank heads no noun and no placing verb."""
    if _no_place(frame, bound):
        return None
    found = _placed(frame, topics, bound) or _of_phrase(frame, topics, bound)
    if found is None:
        return None
    subject, label, how = found
    names, spans = ahead(frame, bound.last)
    period, stance, when = holds(frame, times, bound, None, subject)
    claim = base(frame, bound.mention.span, bound.mention.kind, how.rule, (read_step(bound.mention), how))
    listed = (Step("rank.behind-list", f"{len(names)} named ahead: {', '.join(names)}"),) if names else ()
    return replace(
        claim,
        trail=(*claim.trail, *listed, *when),
        subject=subject,
        metric=open_metric(frame, label),
        value=bound.mention.value,
        dimension="rank",
        period=period,
        factuality=stance,
        attribution=attribution(frame, bound.first, subject),
        ahead=names,
        evidence=spans,
    )


def _no_place(frame: Frame, bound: Bound) -> bool:
    """An ordinal that places nothing: "was *first* seen", "the *first* two", "*third*-generation"."""
    i = bound.last
    passive = bound.first > frame.first and frame.tag(bound.first - 1) is Tag.AUXILIARY
    if passive and frame.key(i) in frame.pack.language.participles:
        return True
    return i < frame.last and (frame.tag(i) is Tag.NUMBER or (frame.key(i) in HYPHENS and frame.tokens.touches(i)))


def _placed(frame: Frame, topics: Topics, bound: Bound) -> tuple[Subject, str, Step] | None:
    """Frame *SUBJECT is ranked RANK among GROUP*."""
    group = group_before(frame, bound.first)
    if group is None or not _right_after(frame, group, bound):
        return None
    lemma = frame.pack.language.lemmas.get(frame.key(group.main), frame.key(group.main))
    copula = frame.key(group.main) in frame.pack.language.auxiliaries
    said = said_of(frame, group)
    if said is None or not (copula or lemma in PLACING):
        return None
    subject = denoted(frame, topics, said.head)
    label = _field(frame, bound.last) or _bare_place(frame, bound, copula=copula)
    if subject is None or not label:
        return None
    return subject, label, Step("rank.ordinal", "a placing verb gives the rank to its subject")


def _right_after(frame: Frame, group: Group, bound: Bound) -> bool:
    """Whether a rank follows its verb; a number may have a determiner and adjectives before it ("is a clear No. 1")."""
    between = range(group.last, bound.first)
    if bound.mention.rule != NUMBERED:
        return not between
    return len(between) <= OBJECT and all(frame.tag(k) in (Tag.DETERMINER, Tag.NOUN, Tag.ADVERB) for k in between)


def _bare_place(frame: Frame, bound: Bound, *, copula: bool) -> str:
    """The label of a place with no noun of its own: "came third", "is No. 1"; not "was first to"."""
    following = frame.key(bound.last)
    if following in AHEAD or (following == "only" and frame.key(bound.last + 1) == "to"):
        return PLACE
    if copula and bound.mention.rule != NUMBERED:
        return ""
    ends = bound.last >= frame.last or frame.tag(bound.last) in (Tag.PUNCTUATION, Tag.CONJUNCTION)
    ends = ends or _is_when(frame, bound.last)
    return PLACE if ends or following in ("in", "on") else ""


def _is_when(frame: Frame, i: int) -> bool:
    """Whether what follows a place says when it was taken: "finished third *last season*"."""
    if i < frame.last and frame.tag(i) is Tag.TIME:
        return True
    return frame.key(i) in POINTING and frame.key(i + 1) in frame.pack.language.fields


def _field(frame: Frame, i: int) -> str:
    """What is ranked: the noun phrase after the rank, or after "among"."""
    if _is_when(frame, i):
        return ""
    if frame.key(i) in AMONG:
        i += 1
    phrase = frame.phrase_at(i) if i < frame.last else None
    if phrase is None:
        return ""
    first = max(i, phrase.first)
    while first < phrase.last and frame.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE):
        first += 1
    return frame.text(first, phrase.last) if first < phrase.last else ""


def _of_phrase(frame: Frame, topics: Topics, bound: Bound) -> tuple[Subject, str, Step] | None:
    """A noun phrase with a rank in it: "X's first conference", "the first conference of X", "the third firm, X"."""
    phrase = frame.phrase_at(bound.first)
    if phrase is None or phrase.last <= bound.last:
        return None
    label = frame.text(bound.last, phrase.last)
    owner, field = _possessor(frame, topics, phrase, bound.first)
    if owner is not None and not field:
        return owner, label, Step("rank.possessor", "the possessor of the ranked thing is the subject")
    ordinal = bound.mention.rule == ORDINAL
    occasion = ordinal and frame.key(phrase.last - 1) in frame.pack.language.occasions
    if occasion:
        return None if owner is None else (owner, label, Step("rank.possessor", "the ranked thing is the possessor's"))
    subject, extra = _named_after(frame, topics, phrase)
    found = (
        subject
        or _named_by_verb(frame, phrase)
        or _apposed(frame, topics, phrase)
        or _copula_subject(frame, topics, phrase)
        or _clause_subject(frame, topics, phrase)
    )
    if found is None:
        return None if owner is None else (owner, label, Step("rank.possessor", "the ranked thing is the possessor's"))
    label = f"{label} {extra} {field}"
    return found, " ".join(label.split()), Step("rank.noun-phrase", "the rank stands in what the subject is called")


def _possessor(frame: Frame, topics: Topics, phrase: Phrase, rank: int) -> tuple[Subject | None, str]:
    """Who has the ranked thing, and the field it is ranked in where that is a place or the world ("Norway's third")."""
    for i in range(phrase.first, rank):
        if frame.tag(i) is Tag.GENITIVE:
            owner = Phrase(phrase.first, i)
            names = frame.names_in(owner.first, owner.last)
            if frame.key(i - 1) in frame.pack.language.fields:
                return None, frame.text(phrase.first, i)
            return denoted(frame, topics, owner), frame.text(phrase.first, i) if _is_place(names) else ""
    refers = frame.pack.language.possessors.get(frame.key(phrase.first))
    return (topics.pronoun(frame, phrase.first, refers) if refers is not None else None), ""


def _is_place(names: tuple[Name, ...]) -> bool:
    return bool(names) and names[-1].type == EntityType.PLACE


def _named_by_verb(frame: Frame, phrase: Phrase) -> Subject | None:
    """Frame "the largest donor was Acme": the name a form of "be" gives to a ranked subject."""
    group = group_after(frame, phrase.last)
    if group is None or group.first != phrase.last or frame.key(group.main) not in frame.pack.language.auxiliaries:
        return None
    name = next((n for n in frame.names if n.first == group.last), None)
    return Subject(name.id, name.label) if name is not None else None


def _apposed(frame: Frame, topics: Topics, phrase: Phrase) -> Subject | None:
    """Frame "Acme, the third-largest maker": what stands before the comma or dash."""
    i = _holder(frame, phrase.first - 1)
    if i <= frame.first or frame.key(i) not in APPOSING or frame.tag(phrase.first) not in (Tag.DETERMINER, Tag.NAME):
        return None
    while i > frame.first and frame.key(i) in APPOSING:
        i -= 1
    left = frame.phrase_at(i)
    if left is None or left.last != i + 1 or frame.tag(i) not in (Tag.NAME, Tag.NOUN):
        return None
    return denoted(frame, topics, left)


def _holder(frame: Frame, i: int) -> int:
    """Left over "owner of" in ", owner of the world's largest mill"; `i` itself where no such noun stands there."""
    holder = frame.phrase_at(i - 1) if frame.key(i) == "of" and frame.key(i - 1) in HOLDERS else None
    return i if holder is None else holder.first - 1


def _named_after(frame: Frame, topics: Topics, phrase: Phrase) -> tuple[Subject | None, str]:
    """The name after "of", "in" or a comma, common "of" phrases passed over ("of developers of Acme").

    Of what is ranked "in its history" the owner of the history is the subject.
    """
    i, extra = phrase.last, ""
    while i + 1 < frame.last and frame.key(i) in ("of", "in", ",", "for"):
        after = frame.phrase_at(i + 1)
        if after is None:
            break
        refers = frame.pack.language.possessors.get(frame.key(after.first))
        if refers is not None and frame.key(i) in ("in", "of"):
            return topics.pronoun(frame, after.first, refers), frame.text(i, after.last)
        names = frame.names_in(after.first, after.last)
        place = bool(names) and names[-1].type in (EntityType.PLACE, EntityType.UNKNOWN)
        speaks = frame.key(i) == "," and after.last < frame.last and frame.tag(after.last) is Tag.VERB
        if names and names[-1].last == after.last and not speaks and not (place and frame.key(i) == "in"):
            return denoted(frame, topics, after), extra
        if frame.key(i) != "of":
            break
        extra = f"{extra} {frame.text(i, after.last)}".strip()
        i = after.last
    return None, extra


def _clause_subject(frame: Frame, topics: Topics, phrase: Phrase) -> Subject | None:
    """The named subject of the verb whose object has the rank in it: "Acme opened the second plant"."""
    group = group_before(frame, phrase.first)
    said = said_of(frame, group) if group is not None and phrase.first - group.last <= OBJECT else None
    if said is None or not frame.names_in(said.head.first, said.head.last):
        return None
    return denoted(frame, topics, said.head)


def _copula_subject(frame: Frame, topics: Topics, phrase: Phrase) -> Subject | None:
    """Frame "X is the third largest maker": the subject of a form of "be" right before the phrase."""
    group = group_before(frame, phrase.first)
    if group is None or group.last != phrase.first or frame.key(group.main) not in frame.pack.language.copulas:
        return None
    said = said_of(frame, group)
    return denoted(frame, topics, said.head) if said is not None else None


def ahead(frame: Frame, i: int) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Those listed after "behind" in the rest of the clause, with their places."""
    while i < frame.last and frame.key(i) not in AHEAD:
        if frame.key(i) in (";", ".", ",") or frame.tag(i) in (Tag.VERB, Tag.AUXILIARY):
            return (), ()
        if frame.key(i) == "only" and frame.key(i + 1) == "to":
            i += 1
            break
        i += 1
    names: list[str] = []
    spans: list[Span] = []
    j = i + 1
    while j < frame.last:
        name = next((n for n in frame.names if n.first == j), None)
        if name is not None:
            names.append(name.label)
            spans.append(name.span)
            j = name.last
        elif (names and frame.key(j) in (",", "and", "&")) or frame.key(j) in ("the", *frame.pack.entities.adjectives):
            j += 1
        else:
            break
    return tuple(names), tuple(spans)
