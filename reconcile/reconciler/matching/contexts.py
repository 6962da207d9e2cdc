"""How alike the contexts of two claims are: what is said around two values, nearer and rarer words counting more.

The number itself is no part of it: two values are never put together because they are equal.

Words of which a thing is one at most: a value next to one of them is not of what a value next to another is of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim, Subject
from reconcile.model.mention import WHEN, Kind
from reconcile.model.words import stem
from reconcile.reconciler.matching.cannot_link import place_and_area, two_slots
from reconcile.rules.language import Language
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

# A word that excludes another does so only this near.
TOUCH = 3


def exclusive_terms_near(claim: Claim, policy: Policy) -> Mapping[int, str]:
    """Of each set of rivals the word nearest to the value, where one is near enough."""
    out: dict[int, str] = {}
    for word, away in claim.context:
        if away > TOUCH:
            break
        key = policy.synonyms.get(word, word)
        if key in policy.exclusive_terms:
            out.setdefault(policy.exclusive_terms[key], key)
    return out


def are_exclusive(one: Mapping[int, str], other: Mapping[int, str]) -> bool:
    """Whether two values stand next to words that exclude one another; symmetric."""
    return any(one[k] != other[k] for k in one.keys() & other.keys())


Profile = Mapping[str, int]
# A word this many words further away than the next one counts half of it.
HALFWAY = 4
SCALE = Decimal(1000)
SQUARED = 1000
# Words of a claim's own subject and metric stand this near, wherever the sentence has them.
OWN_WORD_DISTANCE = 1


class Contexts:
    """The context of each claim as weights of stems: rarity in the corpus, squared, times nearness to the value."""

    __slots__ = (
        "_begin_end_stems",
        "_kin",
        "_names",
        "_of",
        "_party_nouns",
        "_rarity",
        "_sides",
        "_skip",
        "_total",
        "policy",
    )

    def __init__(self, claims: Iterable[Claim], pack: Pack) -> None:
        self._kin = pack.policy.synonyms
        self.policy = pack.policy
        self._party_nouns = pack.language.organisation_nouns
        self._skip = _empty_words(pack.language)
        claims = tuple(claims)
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        for claim in claims:
            self._names[claim.source] |= claim.names
        near = {c.id: self._near(c) for c in claims}
        # a log has a time of day in every sentence: these make no word more common
        counted = frozenset(c.id for c in claims if c.kind is not Kind.TIME)
        self._rarity = _rarity(near, counted)
        self._of = {id_: self._weighted(stems) for id_, stems in near.items()}
        self._total = {id_: sum(profile.values()) for id_, profile in self._of.items()}
        self._sides = {c.id: exclusive_terms_near(c, pack.policy) for c in claims}
        pairs = (tuple(self._kin.get(stem(word), stem(word)) for word in pair) for pair in pack.policy.begin_end_pairs)
        self._begin_end_stems = frozenset((first, last) for first, last in pairs)

    def are_exclusive(self, a: Claim, b: Claim) -> bool:
        """Whether next to each value stands another of words that exclude one another; symmetric."""
        one, other = self._sides[a.id], self._sides[b.id]
        return bool(one) and bool(other) and are_exclusive(one, other)

    def cannot_link(self, a: Claim, b: Claim) -> bool:
        """Whether words near two values, or the names of their subjects, say that they are of two things; symmetric."""
        if self.are_exclusive(a, b) or self.are_begin_and_end(a, b):
            return True
        return place_and_area(a, b, self.policy.areas) or two_slots(a, b, self.policy)

    def two_unnamed(self, a: Claim, b: Claim) -> bool:
        """Whether both are of something without a name, and nothing that the sources name ties the two; symmetric.

        "The company" of one text is not that of another unless both name somebody in common; what is no party, unless
        each names others.
        """
        if a.subject is None or b.subject is None or not (_is_unnamed(a.subject) and _is_unnamed(b.subject)):
            return False
        one, other = self._names[a.source], self._names[b.source]
        if a.source == b.source or one & other:
            return False
        parties = {word for subject in (a.subject, b.subject) for word in subject.id.split()} & self._party_nouns
        return bool(parties) or bool(one and other)

    def similarity(self, a: Claim, b: Claim) -> Decimal:
        """How alike the words around two values are; 0 to 1, symmetric."""
        return dice_similarity(self._of[a.id], self._of[b.id], self._total[a.id] + self._total[b.id])

    def are_begin_and_end(self, a: Claim, b: Claim) -> bool:
        """Whether one is the time of a beginning and the other of an end ("born", "died"): no time is of both."""
        if a.kind not in WHEN or b.kind not in WHEN or a.metric is None or b.metric is None:
            return False
        one, other = ({self._kin.get(word, word) for word in metric.content} for metric in (a.metric, b.metric))
        ends = ({(first in words) - (last in words) for words in (one, other)} for first, last in self._begin_end_stems)
        return any(sides == {1, -1} for sides in ends)

    def of(self, claim: Claim) -> Profile:
        """The weights of a claim's stems."""
        return self._of[claim.id]

    def _near(self, claim: Claim) -> dict[str, int]:
        out: dict[str, int] = {}
        for word, away in (*self._own_words(claim), *claim.context):
            if word not in self._skip:
                key = self._kin.get(word, word)
                out[key] = min(away, out.get(key, away))
        return out

    def _own_words(self, claim: Claim) -> Iterable[tuple[str, int]]:
        content = claim.metric.content if claim.metric is not None else frozenset()
        return ((word, OWN_WORD_DISTANCE) for word in sorted(content))

    def _weighted(self, near: dict[str, int]) -> Profile:
        of = self._rarity
        return {s: of[s] * of[s] // SQUARED * HALFWAY // (HALFWAY + away - 1) for s, away in near.items()}


def _is_unnamed(subject: Subject) -> bool:
    """Whether a description without any name is all that a subject is known by."""
    return not subject.weak and subject.label == subject.label.lower()


def _rarity(near: Mapping[str, Mapping[str, int]], counted: frozenset[str]) -> dict[str, int]:
    """The rarity of each stem among those claims, as ln(1 + n/k).

    A word of every claim still counts a little, so that two claims alone can be compared.
    """
    total = max(1, len(counted))
    counts = Counter(s for id_, stems in near.items() if id_ in counted for s in stems)
    every = {s for stems in near.values() for s in stems}
    return {s: int((1 + Decimal(total) / max(1, counts[s])).ln() * SCALE) for s in sorted(every)}


def dice_similarity(a: Profile, b: Profile, total: int) -> Decimal:
    """The weight in common over the mean weight of the two (Dice), `total` being that of both; symmetric."""
    common = sum([min(a[word], b[word]) for word in a.keys() & b.keys()])
    return Decimal(2 * common) / total if total else Decimal(0)


def _empty_words(language: Language) -> frozenset[str]:
    words = (
        language.determiners
        | language.prepositions
        | language.conjunctions
        | language.subordinators
        | language.auxiliaries
        | language.modals
        | language.copulas
        | language.reporting
        | frozenset(language.pronouns)
        | frozenset(language.possessors)
    )
    return frozenset(stem(w) for w in words) | words
