"""Values somebody sets on something: "analysts put Acme's share of the market at 21 percent" is of Acme."""

from __future__ import annotations

from reconcile.extract.clauses import group_before
from reconcile.extract.counted import Binding
from reconcile.extract.frame import Bound, Frame
from reconcile.extract.labels import bare
from reconcile.extract.owners import owner_after, possessor
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.claim import Step


def put_at(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """Frame "VERB NOUN at VALUE": the noun is the metric and its owner the subject; None for a noun with no owner."""
    language, group = frame.pack.language, group_before(frame, bound.first)
    if group is None or frame.key(bound.first - 1) != "at" or bound.mention.noun is not None:
        return None
    if language.lemmas.get(frame.key(group.main)) not in language.measuring or group.last >= bound.first - 1:
        return None
    if frame.tag(group.last) in (Tag.PREPOSITION, Tag.PRONOUN, Tag.NUMBER, Tag.TIME):
        return None
    what = frame.phrase_at(group.last)
    if what is None or what.last > bound.first - 1:
        return None
    owner, first = possessor(frame, topics, what)
    owner = owner or owner_after(frame, topics, what.last, bound.first - 1)
    verb = frame.text(group.main, group.last)
    step = Step("bind.put-at", f"what “{verb}” sets the value on is the metric")
    return None if owner is None else (owner, bare(frame, first, what.last), (step,))
