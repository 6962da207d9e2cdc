"""How each decision of a ledger stands to a run, and "the same thing" carried through all that people said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim
from reconcile.model.decision import Constraints, Decision, Judgement, Review, State
from reconcile.model.disjoint_sets import DisjointSets
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.review.deciding import Located

# A title is said of a person and of an office at once: one word on it cannot say which of the two facts it means.
_UNTIED = frozenset({Kind.ROLE})


def decision_constraints(located: Iterable[Located]) -> Constraints:
    """What decisions that stand say of the claims of a run; where two of them contradict each other, neither counts."""
    located = tuple(located)
    least = _least_of_same(located)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for name, one in least.items():
        members[one].add(name)
    separate = [(least[a], least[b]) for item in located for a, b in _distinct_pairs(item)]
    broken = {a for a, b in separate if a == b}
    same = tuple(frozenset(those) for one, those in members.items() if len(those) > 1 and one not in broken)
    apart = (pair for pair in separate if broken.isdisjoint(pair))
    return Constraints(same, frozenset(frozenset((x, y)) for a, b in apart for x in members[a] for y in members[b]))


def contradictions(located: Iterable[Located]) -> Iterator[Located]:
    """The decisions that tell apart what others, together, make one thing."""
    located = tuple(located)
    least = _least_of_same(located)
    yield from (item for item in located if any(least[a] == least[b] for a, b in _distinct_pairs(item)))


def _least_of_same(located: Iterable[Located]) -> dict[str, str]:
    """For each claim that decisions speak of, in the order of ids, the least of those they make one with it."""
    located = tuple(located)
    names = sorted({claim.id for item in located for claim in _linked_claims(item)})
    number = {name: n for n, name in enumerate(names)}
    sets = DisjointSets(len(names))
    for a, b in (pair for item in located for pair in _pairs_same(item)):
        sets.join(number[a], number[b])
    return {name: names[sets.find(n)] for name, n in number.items()}


def _pairs_same(item: Located) -> Iterator[tuple[str, str]]:
    """Whoever chooses between sides says that they are of one thing."""
    if item.decision.verdict is Judgement.SAME or (item.decision.verdict is Judgement.KEEP and _across(item)):
        yield from ((a.id, b.id) for a, b in combinations(_linked_claims(item), 2))


def _distinct_pairs(item: Located) -> Iterator[tuple[str, str]]:
    if item.decision.verdict is Judgement.NOT_SAME:
        side = {claim.id: basis.side for claim, basis in zip(item.claims, item.decision.claims, strict=True) if claim}
        yield from ((a.id, b.id) for a, b in combinations(_linked_claims(item), 2) if side[a.id] != side[b.id])


def _across(item: Located) -> bool:
    return len({basis.side for basis in item.decision.claims}) > 1


def _linked_claims(item: Located) -> tuple[Claim, ...]:
    return tuple(claim for claim in item.found if claim.kind not in _UNTIED)


_LINKS = frozenset({Judgement.SAME, Judgement.NOT_SAME})


def standing_decisions(located: Iterable[Located], as_of: date) -> tuple[Located, ...]:
    """The decisions that hold: nothing they rest on moved, their re-check day is not past, nobody disputes them."""
    located = tuple(located)
    holding = [item for item in located if not item.changes and not _expired(item.decision, as_of)]
    disputed = _disputed(item.decision for item in holding)
    return tuple(item for item in holding if item.decision.finding not in disputed)


def reviews(located: Iterable[Located], findings: Iterable[Finding], as_of: date) -> tuple[Review, ...]:
    """Each decision with its state, in the order of findings and reviewers."""
    located = tuple(sorted(located, key=lambda i: (i.decision.finding, i.decision.by, i.decision.where)))
    holding = {id_of(item) for item in standing_decisions(located, as_of)}
    by_print = {finding.fingerprint: finding for finding in findings}
    by_claim: defaultdict[str, set[str]] = defaultdict(set)
    for finding in by_print.values():
        for side in finding.evidence:
            if side.claim is not None:
                by_claim[side.claim].add(finding.fingerprint)
    judged = {i.decision.finding for i in located if i.decision.verdict is not Judgement.KNOWN and id_of(i) in holding}
    return tuple(_review(item, id_of(item) in holding, by_print, by_claim, judged, as_of) for item in located)


def id_of(item: Located) -> tuple[str, str, str]:
    """What tells two decisions of a ledger apart."""
    return item.decision.finding, item.decision.by, item.decision.where


def _review(
    item: Located,
    holds: bool,
    by_print: Mapping[str, Finding],
    by_claim: Mapping[str, set[str]],
    judged: set[str],
    as_of: date,
) -> Review:
    decision = item.decision
    own = (decision.finding,) if decision.finding in by_print else ()
    if holds and own:
        state = State.KNOWN if decision.verdict is Judgement.KNOWN else State.DECIDED
        # a baseline is silent where somebody has judged
        return Review(decision, state, () if state is State.KNOWN and decision.finding in judged else own)
    if item.changes:
        return Review(decision, State.REOPENED, own or _near(item, by_print, by_claim), item.changes)
    if _expired(decision, as_of):
        return Review(decision, State.EXPIRED, own)
    if not holds:
        return Review(decision, State.DISPUTED, own)
    applied = decision.verdict in _LINKS and len(item.found) > 1
    return Review(decision, State.APPLIED if applied else State.UNUSED)


def _near(item: Located, by_print: Mapping[str, Finding], by_claim: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The findings of the same kind in which the claims of a decision stand now."""
    found = {name for claim in item.found for name in by_claim.get(claim.id, ())}
    return tuple(sorted(name for name in found if by_print[name].code == item.decision.code))


def _expired(decision: Decision, as_of: date) -> bool:
    return decision.recheck is not None and decision.recheck < as_of


def _disputed(decisions: Iterable[Decision]) -> frozenset[str]:
    """The findings of which two reviewers say different things; entries of a baseline say nothing."""
    judgements: defaultdict[str, set[tuple[Judgement, str | None]]] = defaultdict(set)
    for decision in decisions:
        if decision.verdict is not Judgement.KNOWN:
            judgements[decision.finding].add((decision.verdict, decision.keeps))
    return frozenset(name for name, words in judgements.items() if len(words) > 1)


def outdated(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The decisions that nothing needs any more: their finding is gone, or somebody decided it anew."""
    reviews = tuple(reviews)
    decided = {name for review in reviews if review.state is State.DECIDED for name in review.findings}
    return tuple(
        review
        for review in reviews
        if review.state is State.UNUSED
        or (review.state in (State.REOPENED, State.EXPIRED) and review.findings and decided.issuperset(review.findings))
    )


def notes(reviews: Iterable[Review], located: Iterable[Located]) -> Iterator[Diagnostic]:
    """What a reader must be told: decisions that no longer stand, and those that contradict each other."""
    reviews = tuple(reviews)
    old = {review.decision.where for review in outdated(reviews)}
    for review in reviews:
        template, severity = _NOTES.get(review.state), Severity.WARNING
        if review.decision.where in old:
            template, severity = "{what} is no longer needed: `reconcile review tidy` removes it", Severity.NOTE
        if template is not None:
            words = template.format(
                what=_what(review.decision), moved="; ".join(review.changes), day=review.decision.recheck
            )
            yield Diagnostic(f"ledger.{review.state}", severity, words, review.decision.where)
    for item in contradictions(located):
        words = f"{_what(item.decision)} tells apart what other decisions make one thing; neither is followed"
        yield Diagnostic("ledger.contradiction", Severity.WARNING, words, item.decision.where)


_NOTES = {
    State.REOPENED: "{what} is open again: {moved}",
    State.EXPIRED: "{what} was to be looked at again by {day}",
    State.DISPUTED: "{what} is disputed: another reviewer decided otherwise",
}


def _what(decision: Decision) -> str:
    return f"the decision “{decision.verdict}” of {decision.by}" + (f" on {decision.code}" if decision.code else "")
