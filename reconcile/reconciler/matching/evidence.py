"""How probable it is that two claims are of one fact: features weighed by `matching.yaml`, a sum anyone can read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from reconcile.model.claim import Claim, in_one_slot, two_labels
from reconcile.model.mention import WHEN
from reconcile.reconciler.matching.cannot_link import is_one_statement, same_metric_rule
from reconcile.reconciler.matching.contexts import Contexts
from reconcile.reconciler.matching.features import FEATURES, MOST_MARGIN, ONE, PairOfTraits, Row, Traits, same
from reconcile.rules.load import Pack
from reconcile.rules.matching import Model
from reconcile.rules.metrics import Nature

# Weights have two digits behind the point.
HUNDREDTHS = 100
# The logistic function at each tenth of a score up to this, in thousandths: what is between is rounded.
_MOST = 8
_STEPS = 20
_LOGISTIC = tuple(int(ONE / (1 + (Decimal(-n) / _STEPS).exp())) for n in range(-_MOST * _STEPS, _MOST * _STEPS + 1))


def probability(score: int) -> int:
    """The logistic function of a score in hundred thousandths, in thousandths."""
    step = score * _STEPS // (ONE * HUNDREDTHS) + _MOST * _STEPS
    return _LOGISTIC[min(max(step, 0), len(_LOGISTIC) - 1)]


class Weighed:
    """A model with its rows: whole weights in hundredths, rows without one left out."""

    __slots__ = ("_bias", "_rows", "find", "join")

    def __init__(self, model: Model) -> None:
        self._bias = int(model.bias * HUNDREDTHS) * ONE
        whole = {name: int(weight * HUNDREDTHS) for name, weight in model.weights.items()}
        self._rows = tuple((row, whole[row.feature]) for row in FEATURES if whole.get(row.feature))
        self.join, self.find = int(model.join * ONE), int(model.find * ONE)

    def probability(self, pair: PairOfTraits) -> int:
        """That two claims are of one fact, in thousandths."""
        return probability(self._bias + sum([weight * row.count(pair) for row, weight in self._rows]))

    def terms(self, pair: PairOfTraits) -> Iterator[tuple[Row, int]]:
        """What each feature adds to the score, in hundred thousandths."""
        return ((row, weight * row.count(pair)) for row, weight in self._rows)


# The length of a year and of a day as EDTF writes them: "2031-05-01".
YEAR, A_DAY = 4, 10


def _one_time_mistaken(a: Claim, b: Claim) -> bool:
    """Whether two times have the same digits in another order, or are one day of two years."""
    if a.kind not in WHEN or a.period is None or b.period is None:
        return False
    one, other = a.period.edtf, b.period.edtf
    return sorted(one) == sorted(other) or (one[YEAR:] == other[YEAR:] and len(one) == len(other) == A_DAY)


# Of a group so many claims say why it is one.
WITNESSES = 6
# In a group of more claims than this, pairs are no longer looked at one by one.
LARGE_GROUP = 200
REASONS = 3


class Evidence:
    """The probability of any two claims of a run being of one fact.

    Rivals are known of those that were held against each other: `rival` tells of them.
    """

    __slots__ = (
        "_alike",
        "_event_slots",
        "_events",
        "_held",
        "_traits",
        "_value_slots",
        "_values",
        "contexts",
        "growing",
    )

    def __init__(self, claims: Iterable[Claim], contexts: Contexts, pack: Pack) -> None:
        self.contexts = contexts
        self.growing = frozenset(m.id for m in pack.metrics.by_id.values() if m.nature is Nature.CUMULATIVE)
        empty, policy = pack.language.function_words, pack.policy
        claims = tuple(claims)
        self._traits = {c.id: Traits.of(c, contexts.of(c), policy, empty) for c in claims}
        self._values, self._events = Weighed(pack.matching.values), Weighed(pack.matching.events)
        self._value_slots = Weighed(pack.matching.value_slots)
        self._event_slots = Weighed(pack.matching.event_slots)
        # by a claim and another text, how like the claim its best two claims are
        self._alike: dict[tuple[str, str], tuple[int, int]] = {}
        # by the same, how like the claim the claims of the text are that give the same; at least 1
        self._held: dict[tuple[str, str], int] = {}

    def model(self, claim: Claim) -> Weighed:
        """The model that a claim and others are weighed by."""
        return self._events if claim.kind in WHEN else self._values

    def slot_model(self, claim: Claim) -> Weighed:
        """The model by which a claim and others answer one question, whatever they give."""
        return self._event_slots if claim.kind in WHEN else self._value_slots

    def learn(self, pairs: Iterable[tuple[Claim, Claim]]) -> None:
        """Keeps how alike claims of two texts are, so that each pair is weighed beside its rivals."""
        for a, b in pairs:
            alike, equal = self._similarity(a, b), same(a, b)
            for key in ((a.id, b.source), (b.id, a.source)):
                best, next_ = self._alike.get(key, (0, 0))
                self._alike[key] = (alike, best) if alike > best else (best, max(next_, alike))
                if equal:
                    self._held[key] = max(alike, 1, self._held.get(key, 0))

    def pair(self, a: Claim, b: Claim) -> PairOfTraits:
        """Two claims with all that is told of both."""
        alike, fits = self._similarity(a, b), same(a, b)
        rivals = (self._alike.get((a.id, b.source), (0, 0)), self._alike.get((b.id, a.source), (0, 0)))
        next_ = max(second if alike >= first else first for first, second in rivals)
        return PairOfTraits(
            self._traits[a.id],
            self._traits[b.id],
            fits,
            alike,
            best=all(alike >= first for first, _ in rivals),
            margin=max(-MOST_MARGIN, min(MOST_MARGIN, alike - next_)),
            alone=not any(second for _, second in rivals),
            elsewhere=0 if fits else max(self._held.get((a.id, b.source), 0), self._held.get((b.id, a.source), 0)),
        )

    def probability(self, a: Claim, b: Claim) -> int:
        """That two claims are of one fact, in thousandths; one place of one sentence, or one statement, settles it."""
        if in_one_slot(a, b) or (a.kind not in WHEN and is_one_statement(a, b)):
            return ONE
        return self.model(a).probability(self.pair(a, b))

    def unsure(self, claims: tuple[Claim, ...]) -> frozenset[frozenset[str]]:
        """The pairs of a group, as far as they are looked at, of which a difference is no conflict."""
        pairs = combinations(claims[:LARGE_GROUP], 2)
        return frozenset(frozenset((a.id, b.id)) for a, b in pairs if self._is_unsure(a, b))

    def _is_unsure(self, a: Claim, b: Claim) -> bool:
        """Whether no rule binds two claims of one subject, and too little else does."""
        if two_labels(a, b) or in_one_slot(a, b):
            return False
        if self.contexts.two_unnamed(a, b):
            return True
        if same_metric_rule(a, b) and (a.period is None) == (b.period is None):
            return False
        model = self.model(a)
        # what a slip explains needs no more than what puts two together
        return self.probability(a, b) < (model.join if _one_time_mistaken(a, b) else model.find)

    def reasons(self, claims: tuple[Claim, ...]) -> tuple[str, ...]:
        """Why claims are taken for one fact, in words, what weighs most first; none for those of one text."""
        added: defaultdict[str, int] = defaultdict(int)
        for a, b in combinations(claims[:WITNESSES], 2):
            if a.source != b.source:
                for row, term in self.model(a).terms(self.pair(a, b)):
                    added[row.says] += term
        strongest = sorted(((-term, says) for says, term in added.items() if says and term > 0))
        return tuple(says for _, says in strongest[:REASONS])

    def _similarity(self, a: Claim, b: Claim) -> int:
        return int(self.contexts.similarity(a, b) * ONE)
