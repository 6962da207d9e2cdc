"""The frames: the ways in which a sentence gives a value what it is of and what is measured, first match first.

Order is data: a row stands before those that would read its sentence otherwise, and the last row reads any value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reconcile.extractors.claims.claim_builder import Binding
from reconcile.extractors.claims.clause_frames import (
    acting_subject,
    age_holder,
    described_noun,
    measured_subject,
    noun_of_value,
    owned_noun,
)
from reconcile.extractors.claims.counted_subjects import (
    counted_subject,
    fragment,
    listed_value,
    possessed_value,
    repeated_value,
    share_of_group,
)
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.text.parse import AnchoredMention, SentenceParse


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a sentence binds a value.

    `when`: when it applies; `binds`: the subject and the label it gives; `example`: a text, its value in brackets,
    that no later row reads so.
    """

    name: str
    when: str
    match: Callable[[SentenceParse, DiscourseState, AnchoredMention], Binding | None]
    binds: str
    example: str


FRAMES = (
    Frame(
        "age",
        "an age stands next to a name or a noun",
        age_holder,
        "the person of that name or noun; age",
        "Ann Marsh, [52], opened the mine.",
    ),
    Frame(
        "described noun",
        "a size with its adjective stands right after a noun",
        described_noun,
        "that noun; the attribute",
        "The blast left a hole [40 feet] wide.",
    ),
    Frame(
        "repeated value",
        "a definite value was given before",
        repeated_value,
        "the subject and label of the value before",
        "Acme lost $3 billion. Half of the [$3 billion] is from older ships.",
    ),
    Frame(
        "listed value",
        "a value alone stands after a name and a dash or bracket",
        listed_value,
        "that name; what the value before it counts",
        "Votes in each town were Orle - [15], Ardal - 20.",
    ),
    Frame(
        "possessed value",
        "a possessor stands right before the value",
        possessed_value,
        "the possessor; the noun after the value",
        "Nokia hopes to catch Apple and Apple's [10 percent] share.",
    ),
    Frame(
        "owned noun",
        "a noun with an owner stands right before the value",
        owned_noun,
        "the owner; the noun",
        "Ann Marsh met the bank. It put her debts [between $3 and 4 million].",
    ),
    Frame(
        "noun of value",
        '"of" or "at" ties a noun to the value after it',
        noun_of_value,
        "the owner of the noun or the actor of the clause; the noun",
        "Acme, with pledges of [$4 billion], grew.",
    ),
    Frame(
        "measured subject",
        "the verb before the value is, changes or measures, and its subject can be measured",
        measured_subject,
        "the owner of the clause's subject; that subject",
        "Acme's pledge stood at [$4 billion].",
    ),
    Frame(
        "acting subject",
        "the verb before the value has a subject",
        acting_subject,
        "the subject; the noun after the value, the verb and its object",
        "Acme sold [5 million] hats.",
    ),
    Frame(
        "share of a group",
        "the value is a share",
        share_of_group,
        'the group after "of", the people spoken of or the topic; what they do',
        "In the survey, [61 percent] of drivers called it fair.",
    ),
    Frame(
        "counted subject",
        "a verb follows the value",
        counted_subject,
        'who follows "by" or "in", the event or the topic; the counted noun and the verb',
        "[Some 300] welders were hired by Acme.",
    ),
    Frame(
        "fragment",
        "always",
        fragment,
        "the heading's topic, the name before the value, the event or the topic; the noun after the value",
        "Orle ferry: [26] dead",
    ),
)


def match_frame(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding:
    """What the first frame that fits gives a value."""
    bindings = (frame.match(parse, discourse, anchored) for frame in FRAMES)
    return next(binding for binding in bindings if binding is not None)
