"""What speaks for two claims being of one fact, and how much: `matching.yaml`, a model anyone can read.

The score of two claims is a sum: `bias`, and for each feature its weight times what it counts. The logistic function
makes a probability of it (logistic regression; Fellegi and Sunter's record linkage is the same sum of weights).
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import msgspec

from reconcile.rules.lexicon import Lexicon, says


class Feature(StrEnum):
    """What is counted of two claims; `reconcile.reconciler.matching.features` says how."""

    VALUES_FIT = "values-fit"
    EQUAL_DIGITS = "equal-digits"
    VALUE_RATIO = "value-ratio"
    SHARED_WORDS = "shared-words"
    BEST = "best"
    EQUAL_ELSEWHERE = "equal-elsewhere"
    ALIKE_ELSEWHERE = "alike-elsewhere"
    MARGIN = "margin"
    METRIC_WORDS = "metric-words"
    SAME_RULE = "same-rule"
    TWO_RULES = "two-rules"
    ONE_RULE = "one-rule"
    SAME_NOUN = "same-noun"
    TWO_NOUNS = "two-nouns"
    SUBJECT_WORDS = "subject-words"
    TWO_SUBJECTS = "two-subjects"
    TWO_NAMED_SUBJECTS = "two-named-subjects"
    BOTH_IN_LEAD = "both-in-lead"
    PLACES_APART = "places-apart"
    NAMES_SHARED = "names-shared"
    PERIODS_MEET = "periods-meet"
    PERIODS_APART = "periods-apart"
    STATED_PERIODS_APART = "stated-periods-apart"
    DAYS_APART = "days-apart"
    SAME_QUOTE = "same-quote"
    ONE_TO_COME = "one-to-come"
    ONE_EACH = "one-each"
    COUNT = "count"
    AGE = "age"
    BARE_NUMBER = "bare-number"


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How probable it is that two claims of one sort are of one fact.

    `bias`: the score where no feature counts anything
    `weights`: what each feature adds to the score, by its name, for every 1 that it counts
    `join`: the mean probability, 0 to 1, from which claims are put together
    `find`: the probability from which two claims that differ are a conflict; where it is lower than `join`, claims of
        which no two give the same are put together from it on
    """

    bias: Decimal = Decimal(0)
    weights: dict[Feature, Decimal] = {}
    join: Decimal = Decimal(1)
    find: Decimal = Decimal(1)


class Matching(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `matching.yaml`."""

    values: Annotated[Model, says("Of two values: counts, money, measures, percentages, lengths of time.")] = Model()
    events: Annotated[Model, says("Of two times of what happened.")] = Model()
    value_slots: Annotated[
        Model, says("Of two values answering one question, whatever they are: what stands side by side in a table.")
    ] = Model()
    event_slots: Annotated[Model, says("The same of two times.")] = Model()
