"""What rule a finding could become: an alias, a tolerance, two words that part, a phrase that switches a rule off.

Each proposal is whole files for a folder of rules, with the examples that prove them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from itertools import combinations
from operator import itemgetter
from typing import NamedTuple

import msgspec

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.tokens import Tokens
from reconcile.model.words import stem
from reconcile.reconciler.matching.contexts import TOUCH
from reconcile.review.deciding import Lookup
from reconcile.rules.entities import Entities, Entity, EntityType
from reconcile.rules.examples import Example, PairExample, PairsFile, Want, Wanted
from reconcile.rules.load import Pack
from reconcile.rules.metrics import MetricRule, Metrics
from reconcile.rules.policy import PolicyFile

# How the files begin that are written here: whole files, and late in the alphabet, since of two entries with one id
# the later file's counts.
OWN = "zz-review-"
_SLUG = re.compile(r"[^0-9a-z-]+")
# A tolerance wider than this would hide what the tool is for.
WIDEST = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule that could be written: its key among those of the finding, what it does in words, and its files.

    `files` maps a name inside a rules folder to what must stand in that file; what the folder has there already of
    other entries stays.
    """

    key: str
    label: str
    files: Mapping[str, msgspec.Struct]


class DatedSentence(NamedTuple):
    """A sentence, and the day it was published."""

    text: str
    on: date | None


def proposals(finding: Finding, known: Lookup) -> tuple[Proposal, ...]:
    """The rules that a finding could become, those whose words the finding has."""
    sides, pack = known.sides(finding), known.pack
    sentences = {c.id: _sentence(c, known.documents[c.source]) for c in sides}
    name = f"{OWN}{_SLUG.sub('-', finding.fingerprint.lower())[:8]}"
    return (
        *_aliases(sides, sentences, pack, name),
        *_tolerances(sides, sentences, pack, name),
        *_partings(sides, sentences, pack, name),
        *_exclusions(sides, sentences, pack),
    )


def _sentence(claim: Claim, document: Document) -> DatedSentence:
    start, end = claim.sentence
    return DatedSentence(" ".join(document.text[start:end].split()), document.source.published)


def metric_file(rule: MetricRule) -> str:
    """Where a changed metric is kept inside a folder of rules."""
    return f"metrics/{OWN}{_SLUG.sub('-', rule.id.lower())}.yaml"


def _aliases(
    sides: tuple[Claim, ...], sentences: Mapping[str, DatedSentence], pack: Pack, name: str
) -> Iterator[Proposal]:
    """Two names for one: the second becomes an alias of the first."""
    done: set[tuple[str, str]] = set()
    known = pack.entities.by_id
    # an entity of the rules keeps its name, so it comes first
    ordered = sorted(sides, key=lambda c: c.subject is None or c.subject.id not in known)
    for a, b in combinations(ordered, 2):
        main, other = a.subject, b.subject
        if main is None or other is None or main.id == other.id:
            continue
        if other.id in known or (main.id, other.label) in done:
            continue
        if not (main.label[:1].isupper() and other.label[:1].isupper()):
            continue
        done.add((main.id, other.label))
        entity = known.get(main.id) or Entity(main.id.replace(" ", "-"), main.label, EntityType.UNKNOWN)
        entity = msgspec.structs.replace(entity, aliases=(*dict.fromkeys((*entity.aliases, other.label)),))
        quote = " ".join(b.quote.split())
        example = Example(sentences[b.id].text, (Want(quote, subject=entity.id),), on=sentences[b.id].on)
        yield Proposal(
            f"alias-{len(done)}",
            f"“{other.label}” is another name of “{entity.name}”",
            {f"entities/{name}.yaml": Entities((entity,), (example,))},
        )


def _tolerances(
    sides: tuple[Claim, ...], sentences: Mapping[str, DatedSentence], pack: Pack, name: str
) -> Iterator[Proposal]:
    """The metric lets values differ as far as these do."""
    rule = _rule(sides[0], pack) if sides else None
    values = [(c.norm or c.value, c) for c in sides]
    points = [(v.low, c) for v, c in values if v is not None and v.is_point and v.low is not None]
    if rule is None or any(_rule(c, pack) is not rule for c in sides) or len(points) < 2:
        return
    (low, a), (high, b) = min(points, key=itemgetter(0)), max(points, key=itemgetter(0))
    if low <= 0:
        return
    share = ((high - low) / high).quantize(Decimal("0.001"), rounding=ROUND_CEILING)
    if not rule.tolerance < share <= WIDEST:
        return
    yield Proposal(
        "tolerance",
        f"let values of “{rule.label}” differ by {share * 100:f}".rstrip("0").rstrip(".") + " per cent",
        {
            metric_file(rule): Metrics((msgspec.structs.replace(rule, tolerance=share),)),
            f"pairs/{name}.yaml": PairsFile((_pair(a, b, sentences, Wanted.AGREE),)),
        },
    )


def _partings(
    sides: tuple[Claim, ...], sentences: Mapping[str, DatedSentence], pack: Pack, name: str
) -> Iterator[Proposal]:
    """A word beside the one value and another beside the other tell the two apart."""
    for a, b in combinations(sides, 2):
        one, other = _own_word(a, b, sentences, pack), _own_word(b, a, sentences, pack)
        if a.source != b.source and one and other:
            yield Proposal(
                "parting",
                f"what stands next to “{one}” is not what stands next to “{other}”",
                {
                    "policy.yaml": PolicyFile(exclusive_terms=((one, other),)),
                    f"pairs/{name}.yaml": PairsFile((_pair(a, b, sentences, Wanted.APART),)),
                },
            )
            return


def _own_word(claim: Claim, other: Claim, sentences: Mapping[str, DatedSentence], pack: Pack) -> str | None:
    """The word nearest to a value that the other's sentence has not."""
    theirs = {pack.policy.synonyms.get(s, s) for s, _ in other.context}
    empty = {stem(word) for word in pack.language.function_words}
    near = (s for s, away in claim.context if away <= TOUCH and s not in empty and s.isalpha() and len(s) > 2)
    own = next((s for s in near if pack.policy.synonyms.get(s, s) not in theirs), None)
    tokens = Tokens(sentences[claim.id].text)
    return next((key for key in tokens.keys if own is not None and stem(key) == own), None)


def _exclusions(sides: tuple[Claim, ...], sentences: Mapping[str, DatedSentence], pack: Pack) -> Iterator[Proposal]:
    """The words that made a claim of a metric, with a neighbour, make none of it any more."""
    done: set[str] = set()
    for claim in sides:
        rule = _rule(claim, pack)
        phrase = _phrase(rule, sentences[claim.id].text) if rule is not None else None
        if rule is None or phrase is None or phrase in done:
            continue
        done.add(phrase)
        example = Example(sentences[claim.id].text, none=True, why="misread", on=sentences[claim.id].on)
        changed = msgspec.structs.replace(
            rule, exclude=(*rule.exclude, phrase), examples=(*rule.examples, example)
        )  # fmt: skip
        yield Proposal(
            f"exclude-{len(done)}",
            f"“{phrase}” ({claim.source}) says nothing of “{rule.label}”",
            {metric_file(rule): Metrics((changed,))},
        )


# How many of its neighbours, before and after it, a trigger is tried with, in this order.
_NEIGHBOURS = ((0, 1), (1, 0), (1, 1), (2, 0), (0, 2))


def _phrase(rule: MetricRule, sentence: str) -> str | None:
    """The trigger with as few of its neighbours as no sentence has that the rule must read."""
    tokens = Tokens(sentence)
    kept = [Tokens(example.say).keys for example in rule.examples if not example.none]
    for first, end in _stretches(rule, tokens.keys):
        phrase = tokens.keys[first:end]
        if all(word.isalpha() for word in phrase) and not any(_holds(keys, phrase) for keys in kept):
            return sentence[tokens.starts[first] : tokens.ends[end - 1]]
    return None


def _stretches(rule: MetricRule, keys: list[str]) -> Iterator[tuple[int, int]]:
    """First token and end of each trigger with neighbours: the longest triggers first, the fewest neighbours first."""
    for trigger in sorted(rule.triggers, key=lambda t: (-len(t), t)):
        words = Tokens(trigger).keys
        for i in (i for i in range(len(keys)) if keys[i : i + len(words)] == words):
            ends = ((i - before, i + len(words) + after) for before, after in _NEIGHBOURS)
            yield from ((first, end) for first, end in ends if first >= 0 and end <= len(keys))


def _holds(keys: list[str], phrase: list[str]) -> bool:
    return any(keys[i : i + len(phrase)] == phrase for i in range(len(keys)))


def _pair(a: Claim, b: Claim, sentences: Mapping[str, DatedSentence], relation: Wanted) -> PairExample:
    one, other = sentences[a.id], sentences[b.id]
    quotes = (" ".join(a.quote.split()), " ".join(b.quote.split()))
    return PairExample(one.text, other.text, quotes, relation, on=one.on if one.on == other.on else None)


def _rule(claim: Claim, pack: Pack) -> MetricRule | None:
    return pack.metrics.by_id.get(claim.metric.id) if claim.metric is not None else None
