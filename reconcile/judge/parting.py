"""Facts that were put together by likeness alone, and whose sources then agree on nothing, are parted again.

Likeness lets two values agree; where no value of one source fits one of another, nothing is left that says they are of
one thing, and to show them side by side would only waste a reader's time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reconcile.judge.groups import judge_group
from reconcile.model.document import Document
from reconcile.model.fact import Fact
from reconcile.model.finding import Group, Relation
from reconcile.rules.load import Pack


def judged(fact: Fact, documents: Mapping[str, Document], pack: Pack) -> Iterator[tuple[Fact, Group]]:
    """The fact with its group, or, where it falls apart, one of each for every source."""
    group = judge_group(fact, documents, pack)
    if not _falls_apart(fact, group):
        yield fact, group
        return
    for source in sorted({c.source for c in fact.claims}):
        part = replace(fact, key=f"{fact.key}|{source}", claims=tuple(c for c in fact.claims if c.source == source))
        yield part, judge_group(part, documents, pack)


def _falls_apart(fact: Fact, group: Group) -> bool:
    """Whether every pair across sources is undecided and alike in words only."""
    source = {c.id: c.source for c in fact.claims}
    across = [p for p in group.relations if source[p.left] != source[p.right]]
    return bool(across) and all(
        p.relation is Relation.UNDECIDED and frozenset((p.left, p.right)) in fact.loose for p in across
    )
