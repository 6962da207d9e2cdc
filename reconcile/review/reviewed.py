"""A run held against a ledger: what people decided steers it, settles its findings, or is reported as changed since.

A decision stands while nothing it rests on changed, its day to be looked at again is not past, and nobody disputes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import failure, without_failing
from reconcile.model.claim import Claim
from reconcile.model.decision import Constraints, Decision, Judgement, Review, State
from reconcile.model.disjoint_sets import DisjointSets
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Group, Option, Relation
from reconcile.model.mention import Kind
from reconcile.model.run import Run
from reconcile.pipeline import Pipeline
from reconcile.reconciler.verdicts.findings import evidence, fingerprint, joint_trail
from reconcile.review.deciding import Located, locate
from reconcile.review.ledger import FAILED
from reconcile.rules.load import Pack


def reviewed(
    stages: Pipeline,
    documents: Iterable[Document],
    diagnostics: Iterable[Diagnostic],
    decisions: Iterable[Decision],
    today: date,
    *,
    as_of: date | None = None,
) -> Run:
    """The run with its reviews; re-check days are held against `today`, declared facts against `as_of`."""
    decisions = tuple(decisions)
    if not decisions:
        return stages.run(documents, diagnostics, as_of=as_of)

    def constraint_source(claims: tuple[Claim, ...], by_id: Mapping[str, Document]) -> Constraints:
        return without_failing(decisions, partial(_ties, claims, by_id, stages.pack, today), _failed)[0]

    run = stages.run(documents, diagnostics, constraint_source, as_of=as_of)
    (run_reviews, notes_of_run), failed = without_failing(
        decisions, partial(_review_run, run, stages.pack, today), _failed
    )
    ordered = tuple(sorted((*run.diagnostics, *notes_of_run, *failed), key=lambda d: (d.where, d.code, d.message)))
    return replace(run, reviews=run_reviews, diagnostics=ordered)


def _ties(
    claims: tuple[Claim, ...], by_id: Mapping[str, Document], pack: Pack, today: date, decisions: tuple[Decision, ...]
) -> Constraints:
    """Which claims those decisions that stand make one thing or two."""
    return decision_constraints(standing_decisions(locate(decisions, claims, by_id, pack), today))


def _review_run(
    run: Run, pack: Pack, today: date, decisions: tuple[Decision, ...]
) -> tuple[tuple[Review, ...], tuple[Diagnostic, ...]]:
    """The reviews of decisions held against a run, and what a reader must be told of them.

    What they tie is asked again here, so that a decision on which that failed is found and told.
    """
    by_id = {d.id: d for d in run.documents}
    _ties(run.claims, by_id, pack, today, decisions)
    located = locate(decisions, run.claims, by_id, pack)
    held = reviews(located, run.findings, today)
    return held, tuple(notes(held, standing_decisions(located, today)))


def _failed(error: Exception, decision: Decision) -> Diagnostic:
    return failure(error, FAILED, "holding this decision against the articles, which is left out", decision.where)


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
    return tuple(claim for claim in item.present if claim.kind not in _UNTIED)


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
    judged = {i.decision.finding for i in located if i.decision.verdict is not Judgement.KNOWN and id_of(i) in holding}
    return tuple(_review(item, id_of(item) in holding, by_print, judged, as_of) for item in located)


def id_of(item: Located) -> tuple[str, str, str]:
    """What tells two decisions of a ledger apart."""
    return item.decision.finding, item.decision.by, item.decision.where


def _review(item: Located, holds: bool, by_print: Mapping[str, Finding], judged: set[str], as_of: date) -> Review:
    decision = item.decision
    own = (decision.finding,) if decision.finding in by_print else ()
    if holds and own:
        state = State.KNOWN if decision.verdict is Judgement.KNOWN else State.DECIDED
        # a baseline is silent where somebody has judged
        return Review(decision, state, () if state is State.KNOWN and decision.finding in judged else own)
    if item.changes:
        return Review(decision, State.REOPENED, own or _near(item, by_print.values()), item.changes)
    if _expired(decision, as_of):
        return Review(decision, State.EXPIRED, own)
    if not holds:
        return Review(decision, State.DISPUTED, own)
    applied = decision.verdict in _LINKS and len(item.present) > 1
    return Review(decision, State.APPLIED if applied else State.UNUSED)


def _near(item: Located, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The findings of the same kind in which the claims of a decision stand now."""
    claims = {claim.id for claim in item.present}
    kin = (finding for finding in findings if finding.code == item.decision.code)
    return tuple(sorted(f.fingerprint for f in kin if any(side.claim in claims for side in f.evidence)))


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


CODE = "same"
_OPTIONS = (Option(str(Judgement.SAME), "the same thing"), Option(str(Judgement.NOT_SAME), "not the same thing"))


def questions(run: Run) -> tuple[Finding, ...]:
    """One question for each group of several sources that is undecided, but those already answered."""
    answered = {review.decision.finding for review in run.reviews if review.state is State.APPLIED}
    asking = (q for group in run.groups if group.verdict is Relation.UNDECIDED for q in _question(run, group))
    return tuple(sorted((q for q in asking if q.fingerprint not in answered), key=lambda q: q.fingerprint))


def _question(run: Run, group: Group) -> Iterator[Finding]:
    doubtful = [p for p in group.relations if p.relation is Relation.UNDECIDED]
    named = {name for pair in doubtful for name in (pair.left, pair.right)}
    sides = tuple(c for c in run.claims if c.id in named and c.kind is not Kind.ROLE)
    if len({claim.source for claim in sides}) < 2:
        return
    yield Finding(
        code=CODE,
        title="one thing or two",
        severity=Severity.NOTE,
        verdict=Relation.UNDECIDED,
        message=f"Are these of one thing: {group.about}?",
        why=doubtful[0].why,
        group=group.id,
        slip=None,
        evidence=tuple(evidence(claim) for claim in sides),
        options=_OPTIONS,
        fingerprint=fingerprint(CODE, sides),
        trail=joint_trail(sides),
    )
