"""Claims to facts: same subject, same metric, same dimension, periods that can be one, qualifiers that do not clash.

Blocking by an exact key first, so that only claims of one block are ever compared; inside a block, open metrics join
by the share of content stems in common. What is merely alike is not put together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from reconcile.model.claim import Claim, Factuality
from reconcile.model.decision import NO_CONSTRAINTS, Constraints
from reconcile.model.finding import Fact, FactKind
from reconcile.model.mention import WHEN, Kind
from reconcile.model.story import Story
from reconcile.reconciler.matching.cannot_link import SAME_SORT, scopes_differ, values_differ, values_fit
from reconcile.reconciler.matching.clustering import cluster_claims, merge_relabelled
from reconcile.reconciler.matching.constraints import apply_constraints
from reconcile.reconciler.matching.contexts import Contexts, are_exclusive, exclusive_terms_near
from reconcile.reconciler.matching.evidence import Evidence
from reconcile.reconciler.matching.person_spellings import office_of, organisations_of, spellings
from reconcile.reconciler.stories.ties import claims_by_story, join_across
from reconcile.rules.entities import Offices
from reconcile.rules.load import Pack
from reconcile.rules.metrics import Nature
from reconcile.rules.policy import Policy

# The sorts of facts that are put together by what is probable.
CLUSTERED = frozenset({FactKind.VALUE, FactKind.EVENT})
# How many facts of one block a claim is held against.
TRIED = 200
# How many of a fact's sources are asked whether they give a value: all would cost their square.
COMPARED_CLAIMS = 12


def align(
    claims: tuple[Claim, ...],
    pack: Pack,
    constraints: Constraints = NO_CONSTRAINTS,
    stories: Sequence[Story] = (),
) -> tuple[Fact, ...]:
    """All facts, each claim of a value or time in one at least; sorted by kind and key.

    Claims are put together within one of the `stories`, and across them where a rule names the metric of a subject that
    has a name; what no story has is of all. `constraints` go before all that is only likely.
    """
    parts = claims_by_story(claims, stories)
    facts = [(story, fact) for story, part in enumerate(parts) for fact in _align_story(part, pack)]
    tied = join_across(facts, pack, lambda fact, a, b: _joins(fact.kind, a, b, pack))
    return apply_constraints(tuple(sorted(tied, key=lambda f: (f.kind, f.key))), constraints)


def _align_story(claims: tuple[Claim, ...], pack: Pack) -> Iterator[Fact]:
    """The facts of the claims of one story."""
    alias = spellings(claims, pack.offices)
    organisations = organisations_of(claims, alias)
    blocks: defaultdict[tuple[FactKind, str], list[Claim]] = defaultdict(list)
    about: dict[tuple[FactKind, str], str] = {}
    for claim in claims:
        for kind, key, words in _keys(claim, pack, alias, organisations):
            blocks[(kind, key)].append(claim)
            about.setdefault((kind, key), words)
    found: defaultdict[FactKind, list[Fact]] = defaultdict(list)
    for (kind, key), members in sorted(blocks.items()):
        for part in _parts(kind, members, pack):
            found[kind].append(Fact(kind, f"{kind}:{key}", name_fact(kind, about[(kind, key)], part[0]), tuple(part)))
    yield from _cluster_facts(found, claims, pack)


def _cluster_facts(found: Mapping[FactKind, list[Fact]], claims: tuple[Claim, ...], pack: Pack) -> Iterator[Fact]:
    """The facts, those of values and times put together where that is probable."""
    valued = tuple(c for c in claims if c.kind is not Kind.ROLE)
    evidence = Evidence(valued, Contexts(valued, pack), pack)
    for kind, facts in sorted(found.items()):
        if kind not in CLUSTERED:
            yield from facts
            continue
        of = {fact.claims[0].id: fact for fact in facts}
        groups = cluster_claims([list(fact.claims) for fact in facts], evidence)
        for group in merge_relabelled(groups, evidence):
            members = tuple(sorted(group, key=lambda c: (c.source, c.span)))
            fact = of[group[0].id]
            about = (
                fact.about if len(fact.claims) == len(members) else name_fact(kind, fact.about, clearest_claim(members))
            )
            unsure, because = evidence.unsure(members), evidence.reasons(members)
            yield replace(fact, about=about, claims=members, weak_links=unsure, because=because)


def clearest_claim(claims: tuple[Claim, ...]) -> Claim:
    """The claim that says best what all are about: its metric named by a rule, its subject by the text and by most."""
    subject_counts = Counter(c.subject.id for c in claims if c.subject is not None)
    return min(
        claims,
        key=lambda c: (
            c.metric is None or c.metric.is_open,
            c.subject is None,
            c.subject is not None and c.subject.weak,
            0 if c.subject is None else -subject_counts[c.subject.id],
            c.source,
            c.span,
        ),
    )


def _keys(
    claim: Claim, pack: Pack, alias: Mapping[str, str], organisations: Mapping[str, set[str]]
) -> Iterator[tuple[FactKind, str, str]]:
    """The blocks a claim belongs to, each with words for a reader."""
    if claim.subject is None or claim.metric is None:
        yield from _keys_of_unknown(claim)
        return
    subject = alias.get(claim.subject.id, claim.subject.id)
    if claim.kind is Kind.ROLE:
        yield from _role_keys(claim, subject, pack.offices, organisations.get(subject, set()))
    elif claim.kind is Kind.RANK:
        yield FactKind.RANK, subject, f"{claim.subject.label}: rank"
    elif claim.metric.is_open:
        # what no rule names is put together by what is said around it, and by nothing else
        yield _alone(claim), f"{subject}|open|{claim.id}", f"{claim.subject.label}: {claim.metric.label}"
    elif claim.kind in WHEN:
        who = "+".join(claim.parties) if len(claim.parties) > 1 else subject
        yield FactKind.EVENT, f"{claim.metric.id}|{who}", f"{claim.subject.label}: {claim.metric.label}"
    else:
        measured = claim.norm_unit or claim.dimension or str(SAME_SORT.get(claim.kind, claim.kind))
        yield FactKind.VALUE, f"{subject}|{claim.metric.id}|{measured}", f"{claim.subject.label}: {claim.metric.label}"


def _keys_of_unknown(claim: Claim) -> Iterator[tuple[FactKind, str, str]]:
    """As `_keys`, of a claim whose subject or metric the text does not give."""
    words = claim.metric.label if claim.metric is not None else claim.quote
    if claim.kind is Kind.RANK and claim.slot is not None:
        yield FactKind.RANK, claim.slot, words
    elif claim.kind not in (Kind.ROLE, Kind.RANK):
        yield _alone(claim), f"alone|{claim.id}", words


def names_of_facts(claims: tuple[Claim, ...], pack: Pack) -> Iterator[tuple[Claim, FactKind, str]]:
    """Each claim with the sorts of facts it belongs to, and what such a fact may be called after it."""
    alias = spellings(claims, pack.offices)
    homes = organisations_of(claims, alias)
    for claim in claims:
        for kind, _, words in _keys(claim, pack, alias, homes):
            yield claim, kind, words
            yield claim, kind, name_fact(kind, words, claim)


def _alone(claim: Claim) -> FactKind:
    return FactKind.EVENT if claim.kind in WHEN else FactKind.VALUE


def _role_keys(
    claim: Claim, person: str, offices: Offices, organisations: set[str]
) -> Iterator[tuple[FactKind, str, str]]:
    """The person's titles at each organisation; a title said without one stands beside those at all of the person's."""
    if claim.subject is None:
        return
    where = claim.organisation
    if where is None:
        for organisation in sorted(organisations) or [""]:
            yield FactKind.PERSON, f"{person}|{organisation}", f"titles of {claim.subject.label}"
        return
    yield FactKind.PERSON, f"{person}|{where.id}", f"titles of {claim.subject.label} at {where.label}"
    for title in claim.titles:
        office = office_of(title, offices)
        if office is not None:
            # an office that several hold at a time is one fact for each of them
            holder = "" if offices.by_id[office].unique else f"|{person}"
            yield FactKind.OFFICE, f"{where.id}|{office}{holder}", f"the {office.replace('-', ' ')} of {where.label}"


def name_fact(kind: FactKind, words: str, claim: Claim) -> str:
    """What a fact is called after a claim of it; `words` where its kind or claim gives nothing better."""
    metric, subject = claim.metric, claim.subject
    if kind in (FactKind.PERSON, FactKind.OFFICE) or metric is None or subject is None:
        return words
    if kind is FactKind.RANK:
        return f"the place of {subject.label} ({metric.label})"
    named = f"“{metric.label or claim.kind}”"
    names_subject = f" {subject.label} ".casefold() in f" {metric.label} ".casefold()
    if kind is FactKind.EVENT:
        when = "time" if claim.kind is Kind.TIME else "day"
        return f"the {when} of {named}" if names_subject else f"the {when} of {named} ({subject.label})"
    return named if names_subject else f"{named} of {subject.label}"


def _parts(kind: FactKind, members: list[Claim], pack: Pack) -> Iterator[list[Claim]]:
    """Splits a block into facts: each claim joins the first fact with all of whose claims it can stand.

    One that holds its value already comes before others; what is denied comes last and draws no value to it. Claims
    that differ in nothing by which they are joined are compared once, so that many equal ones cost no more; at most
    `TRIED` facts of a block are tried.
    """
    facts: list[Part] = []
    for claim in sorted(members, key=lambda c: (c.factuality is Factuality.DENIED, c.source, c.span)):
        able = [f for f in facts[:TRIED] if f.admits(kind, claim, pack)]
        part = next((f for f in able if f.holds(claim)), able[0] if able else None)
        if part is None:
            part = Part()
            facts.append(part)
        part.add(claim, pack.policy)
    yield from (f.claims for f in facts)


class Part:
    """A fact in the making: its claims, one of each sort of them, and one of each value that a source gives."""

    __slots__ = ("_by_source", "_sorts", "claims")

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._sorts: dict[object, Claim] = {}
        self._by_source: defaultdict[str, dict[object, Claim]] = defaultdict(dict)

    def add(self, claim: Claim, policy: Policy) -> None:
        """Takes a claim in."""
        self.claims.append(claim)
        self._sorts.setdefault(_sort(claim, policy), claim)
        self._by_source[claim.source].setdefault(claim.scaled_value, claim)

    def admits(self, kind: FactKind, claim: Claim, pack: Pack) -> bool:
        """Whether a claim can stand with all that are here; of one source, only one value or a slip of it."""
        if kind is FactKind.VALUE and any(
            values_differ(claim, c) for c in self._by_source.get(claim.source, {}).values()
        ):
            return False
        if _sort(claim, pack.policy) in self._sorts:
            return True
        return all(_joins(kind, claim, other, pack) for other in self._sorts.values())

    def holds(self, claim: Claim) -> bool:
        """Whether some source gives the claim's value here, as far as a few of them show."""
        sources = islice(self._by_source.values(), COMPARED_CLAIMS)
        return any(values_fit(claim, other) for by_value in sources for other in by_value.values())


def _sort(claim: Claim, policy: Policy) -> object:
    """All by which `_joins` tells claims apart."""
    metric = (claim.metric.id, claim.metric.content) if claim.metric is not None else None
    scope = tuple(sorted(claim.qualifiers.items())), tuple(sorted(exclusive_terms_near(claim, policy).items()))
    return metric, claim.period, claim.denominator, claim.kind, claim.norm_unit, scope


def _joins(kind: FactKind, a: Claim, b: Claim, pack: Pack) -> bool:
    if kind in (FactKind.PERSON, FactKind.OFFICE):
        return True
    if a.metric is None or b.metric is None or a.metric.id != b.metric.id or scopes_differ(a, b):
        return False
    if a.metric.is_open and _share_in_common(a.metric.content, b.metric.content) <= pack.policy.overlap:
        return False
    if kind is not FactKind.VALUE:
        return True
    if are_exclusive(exclusive_terms_near(a, pack.policy), exclusive_terms_near(b, pack.policy)):
        return False
    if a.norm_unit is None and (a.per, SAME_SORT.get(a.kind, a.kind)) != (b.per, SAME_SORT.get(b.kind, b.kind)):
        return False
    if a.says_when != b.says_when and not values_fit(a, b):
        # one may well be of another time: words must say that they are of one thing
        return False
    rule = pack.metrics.by_id.get(a.metric.id)
    return _periods_meet(a, b, rule.nature if rule is not None else Nature.FLOW)


def _share_in_common(a: frozenset[str], b: frozenset[str]) -> Fraction:
    """The stems in common over those of the shorter side; 0 where a side has none."""
    shorter = min(len(a), len(b))
    return Fraction(len(a & b), shorter) if shorter else Fraction(0)


def _periods_meet(a: Claim, b: Claim, nature: Nature) -> bool:
    """A flow needs one period; an instant or cumulative count may be given for two days and be a later value."""
    if nature is not Nature.FLOW or a.period is None or b.period is None:
        return True
    if not (a.period.is_resolved and b.period.is_resolved):
        return a.period.edtf == b.period.edtf
    return a.period.overlaps(b.period) and a.period.grain == b.period.grain
