"""The state of a discourse is a value: a sentence takes one and returns another, and the first stays what it was."""

from dataclasses import FrozenInstanceError, fields

import pytest

from reconcile.extractors.entities.coreference import MEMORY, Centers, DiscourseState, open_discourse
from reconcile.extractors.entities.names import read_names
from reconcile.extractors.entities.subjects import first_subject, sentence_topic
from reconcile.pipeline import document
from reconcile.text.parse import SentenceParse
from reconcile.text.segments import segment

TEXT = "Ann and Tom Marsh met Borex Ltd. She sold 40 mills. A quake shook Orle. It rained."


def readings(stages, text):
    """Each sentence of a text with the state before and after it."""
    segments = segment(document(text), stages.pack.language)
    names = read_names(segments, stages.pack)
    state = open_discourse(segments, names, stages.pack.language)
    for index, sentence in enumerate(segments.sentences):
        own = tuple(n for n in names if sentence.first <= n.first < sentence.last)
        parse = SentenceParse(segments, stages.pack, index, own, ())
        before = state.enter_sentence(parse)
        state = before.leave_sentence(parse, sentence_topic(parse, before), first_subject(parse, before))
        yield parse, before, state


def test_a_sentence_returns_a_new_state_and_leaves_the_old(stages):
    read = list(readings(stages, TEXT))
    again = list(readings(stages, TEXT))
    assert [(before, after) for _, before, after in read] == [(before, after) for _, before, after in again]
    # what the first sentence began with still holds nothing, though three were read since
    opening, first = read[0][1], read[0][2]
    assert (opening.focus, opening.event, opening.pairs, opening.centers) == (None, None, (), Centers())
    assert [pair.id for pair in first.pairs] == ["ann and tom marsh"]
    assert first.event is None
    assert read[2][2].event.id == "earthquake"


def test_no_part_of_a_state_can_be_put_in_place(stages):
    state = next(readings(stages, TEXT))[2]
    for field in fields(DiscourseState):
        with pytest.raises(FrozenInstanceError):
            setattr(state, field.name, None)
        assert not isinstance(getattr(state, field.name), (list, set, dict))


def test_centers_are_of_the_sentence_right_before_alone(stages):
    (first, _, state), (second, *_), (third, *_), _ = readings(stages, TEXT)
    assert state.centers.precede(second)
    assert not state.centers.precede(first)
    assert not state.centers.precede(third)


@pytest.mark.parametrize(("between", "known"), [(99, True), (100, False)])
def test_the_last_hundred_values_are_borne_in_mind(stages, between, known):
    others = "".join(f"Apple paid ${n} for it. " for n in range(100, 100 + between))
    claims = stages.claims(document(f"Nokia booked a $7 charge. {others}Half of the $7 is lost."))
    last = next(c for c in reversed(claims) if c.quote == "$7")
    assert any(step.rule == "bind.told-before" for step in last.trail) == known


def test_persons_are_remembered_up_to_a_number(stages):
    names = [f"Ida {chr(65 + n // 26)}{chr(97 + n % 26)}rsen" for n in range(MEMORY + 20)]
    claims = stages.claims(document(" ".join(f"Poet {name} left Orle." for name in names)))
    assert len(claims) == len(names)
    before = next(readings(stages, TEXT))[1]
    after = before.note_titles(claims, 0)
    assert after.people_named == tuple(name.lower() for name in names[-MEMORY:])
    assert [subject.label for _, subject in after.called] == names[-MEMORY:]
    assert (before.people_named, before.called) == ((), ())
