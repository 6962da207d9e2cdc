"""Values that stand where a clause's subject stands: "50 people were hurt", "60 percent of voters call it fair"."""

from __future__ import annotations

from reconcile.extract.frame import Bound, Frame, Group
from reconcile.extract.labels import noun_label, predicate_label
from reconcile.extract.subjects import denoted, group_after
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import folded
from reconcile.model.words import stems

Binding = tuple[Subject | None, str, tuple[Step, ...]]
SHARES = frozenset({Kind.PERCENT, Kind.RATIO})


def counted_binding(frame: Frame, topics: Topics, bound: Bound) -> Binding:
    """Frame *VALUE NOUN VERB*: a share is of the group it names, a count of the event or party the text is about."""
    group = group_after(frame, bound.last)
    if bound.mention.kind in SHARES:
        return _share(frame, topics, bound, group)
    noun = noun_label(frame, bound)
    if group is None:
        return _fragment(frame, topics, bound, noun)
    verb = frame.text(group.main, group.last)
    label = f"{noun} {verb}".strip()
    place = _after(frame, topics, group.last)
    subject = place or about(frame, topics, bound, label)
    return subject, label, (Step("bind.counted-subject", f"what is counted “{verb}”"),)


def _share(frame: Frame, topics: Topics, bound: Bound, group: Group | None) -> Binding:
    """The group after "of", else the one of the share before, else what the text is about."""
    asked = None
    i = bound.last
    if frame.key(i) in ("of", "among") and i + 1 < frame.last:
        phrase = frame.phrase_at(i + 1)
        asked = denoted(frame, topics, phrase) if phrase is not None else None
    if asked is not None:
        topics.group = asked
    label = predicate_label(frame, group) if group is not None else noun_label(frame, bound)
    step = Step("bind.share", "a share in subject position is of the group asked")
    return asked or topics.group or topics.standing(), label, (step,)


def _fragment(frame: Frame, topics: Topics, bound: Bound, noun: str) -> Binding:
    """No verb: a heading's topic, the first name, or what the text is about."""
    headed = topics.section
    name = next((n for n in frame.names if n.last <= bound.first), None)
    subject = headed or (Subject(name.id, name.label) if name else about(frame, topics, bound, noun))
    return subject, noun, (Step("bind.fragment", "no verb: the heading or the first name is the subject"),)


def about(frame: Frame, topics: Topics, bound: Bound, label: str) -> Subject | None:
    """Harm belongs to the event that did it; anything else to the party last spoken of."""
    harm = bool(stems(label) & frame.pack.language.harms)
    event = topics.event_of(frame) if harm else None
    return event or topics.section or topics.standing() or counted_unit(bound.mention)


def counted_unit(mention: Mention) -> Subject | None:
    """The counted things themselves, where nothing else stands."""
    return Subject(folded(mention.unit), mention.unit) if mention.unit and mention.kind is Kind.COUNT else None


def _after(frame: Frame, topics: Topics, i: int) -> Subject | None:
    """Who or what follows "by" or "in" right after the verb."""
    if frame.key(i) not in ("by", "in", "at") or i + 1 >= frame.last or frame.tag(i + 1) is Tag.NUMBER:
        return None
    phrase = frame.phrase_at(i + 1)
    return denoted(frame, topics, phrase) if phrase is not None else None
