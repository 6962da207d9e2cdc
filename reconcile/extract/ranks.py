"""Rank claims: the place of a subject in a list, and those named ahead of it.

Three frames: "X was ranked fifth among ... behind A, B and C"; "the third most valuable company, X"; "X's first
conference" or "the first conference of X".
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extract.attribution import attribution
from reconcile.extract.draft import base, open_metric, read_step
from reconcile.extract.frame import Bound, Frame, Phrase
from reconcile.extract.periods import period_of
from reconcile.extract.scope import factuality, in_time
from reconcile.extract.subjects import denoted, group_before, said_of
from reconcile.extract.tags import Tag
from reconcile.extract.timeline import Timeline
from reconcile.extract.topics import Topics
from reconcile.model.claim import Claim, Step, Subject
from reconcile.model.span import Span

AHEAD = frozenset({"behind", "after", "following", "trailing"})
AMONG = frozenset({"among", "amongst", "of", "in"})
# How far an object may begin from its verb.
OBJECT = 3
PLACING = frozenset({"rank", "place", "list", "finish", "come", "be", "become", "stand", "rate", "remain"})


def rank_claim(frame: Frame, topics: Topics, times: Timeline, bound: Bound) -> Claim | None:
    """The claim a rank makes; None where no subject for it is found, or the rank heads no noun and no placing verb."""
    found = _placed(frame, topics, bound) or _of_phrase(frame, topics, bound)
    if found is None:
        return None
    subject, label, how = found
    names, spans = ahead(frame, bound.last)
    told = factuality(frame, bound.first, bound.last)
    period, when = period_of(frame, times, bound, None, subject, told[0])
    stance, why = in_time(frame, told, period)
    claim = base(frame, bound.mention.span, bound.mention.kind, how.rule, (read_step(bound.mention), how))
    listed = (Step("rank.behind-list", f"{len(names)} named ahead: {', '.join(names)}"),) if names else ()
    return replace(
        claim,
        trail=(*claim.trail, *listed, *when, *why),
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


def _placed(frame: Frame, topics: Topics, bound: Bound) -> tuple[Subject, str, Step] | None:
    """Frame *SUBJECT is ranked RANK among GROUP*."""
    group = group_before(frame, bound.first)
    if group is None or group.last != bound.first:
        return None
    lemma = frame.pack.language.lemmas.get(frame.key(group.main), frame.key(group.main))
    copula = frame.key(group.main) in frame.pack.language.auxiliaries
    said = said_of(frame, group)
    if said is None or not (copula or lemma in PLACING):
        return None
    subject = denoted(frame, topics, said.head)
    label = _field(frame, bound.last)
    if subject is None or not label:
        return None
    return subject, label, Step("rank.ordinal", "a placing verb gives the rank to its subject")


def _field(frame: Frame, i: int) -> str:
    """What is ranked: the noun phrase after the rank, or after "among"."""
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
    owner = _possessor(frame, topics, phrase, bound.first)
    if owner is not None:
        return owner, label, Step("rank.possessor", "the possessor of the ranked thing is the subject")
    subject, extra = _named_after(frame, topics, phrase)
    if subject is None:
        subject = _copula_subject(frame, topics, phrase)
    if subject is None:
        subject = _clause_subject(frame, topics, phrase)
    if subject is None:
        return None
    return (
        subject,
        f"{label} {extra}".strip(),
        Step("rank.noun-phrase", "the rank stands in what the subject is called"),
    )


def _possessor(frame: Frame, topics: Topics, phrase: Phrase, rank: int) -> Subject | None:
    for i in range(phrase.first, rank):
        if frame.tag(i) is Tag.GENITIVE:
            return denoted(frame, topics, Phrase(phrase.first, i))
    refers = frame.pack.language.possessors.get(frame.key(phrase.first))
    return topics.pronoun(frame, phrase.first, refers) if refers is not None else None


def _named_after(frame: Frame, topics: Topics, phrase: Phrase) -> tuple[Subject | None, str]:
    """The name after "of", "in" or a comma, common "of" phrases passed over ("of developers of Acme")."""
    i, extra = phrase.last, ""
    while i + 1 < frame.last and frame.key(i) in ("of", "in", ",", "for"):
        after = frame.phrase_at(i + 1)
        if after is None:
            break
        names = frame.names_in(after.first, after.last)
        place = bool(names) and names[-1].type == "place"
        if names and names[-1].last == after.last and not (place and frame.key(i) == "in"):
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
