"""Figures side by side: what the texts of a story answer to one question, whatever they answer.

No verdict is claimed: a table holds what is likely to be of one slot and is not the same everywhere, so that a person
sees in one look how a figure rose and which text stands apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from reconcile.model.claim import Claim
from reconcile.model.finding import FactKind, Table
from reconcile.model.mention import Kind
from reconcile.model.story import Story
from reconcile.reconciler.matching.cannot_link import block_key
from reconcile.reconciler.matching.clustering import AverageLinkage, Link, linkable_pairs
from reconcile.reconciler.matching.contexts import Contexts
from reconcile.reconciler.matching.evidence import Evidence
from reconcile.reconciler.matching.fact_groups import clearest_claim, name_fact
from reconcile.reconciler.matching.features import same
from reconcile.rules.load import Pack

# A table of more claims than this mixes what nobody can look through.
LARGEST = 40


def find_tables(
    claims: Sequence[Claim], stories: Sequence[Story], published: Mapping[str, date | None], pack: Pack
) -> Iterator[Table]:
    """The tables of each story, its claims in the order of their texts' days."""
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[claim.source].append(claim)
    for story in stories:
        for group in _slots(tuple(chain.from_iterable(own[source] for source in story.documents)), pack):
            group.sort(key=lambda c: (published[c.source] or date.max, c.source, c.span))
            if _differ(group):
                yield Table(story.id, _slot_words(group), tuple(claim.id for claim in group))


def _slots(claims: Sequence[Claim], pack: Pack) -> Iterator[list[Claim]]:
    """The claims of one story that answer one question: two or more, and no more than can be looked through.

    Titles and ranks are told of somebody, and answer no question by a figure.
    """
    claims = [claim for claim in claims if claim.kind is not Kind.ROLE]
    evidence = Evidence(claims, Contexts(claims, pack), pack)
    blocks: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is not Kind.RANK:
            blocks[block_key(claim)].append(claim)
    for _, block in sorted(blocks.items()):
        pairs = list(linkable_pairs(block, evidence))
        evidence.learn((block[i], block[j]) for i, j in pairs)
        model = evidence.slot_model(block[0])
        slots = AverageLinkage([[claim] for claim in block], evidence, model)
        slots.link(
            Link(model.probability(evidence.pair(block[i], block[j])), i, j, same(block[i], block[j])) for i, j in pairs
        )
        yield from (group for group in slots.groups() if 1 < len(group) <= LARGEST)


def _differ(claims: Sequence[Claim]) -> bool:
    """Whether two texts speak, and not all claims give the same, or say it in the same words."""
    first = claims[0]
    alike = all(same(first, c) or first.quote.casefold() == c.quote.casefold() for c in claims[1:])
    return not alike and len({claim.source for claim in claims}) > 1


def _slot_words(claims: Sequence[Claim]) -> str:
    """What is asked, in the words of the claim that says it best."""
    best = clearest_claim(tuple(claims))
    kind = FactKind.EVENT if best.kind in (Kind.DATE, Kind.TIME) else FactKind.VALUE
    return name_fact(kind, best.metric.label if best.metric is not None else best.quote, best)
