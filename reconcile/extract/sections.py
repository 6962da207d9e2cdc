"""The time of a section that a heading with a colon opens ("Orle: 26 killed"): the first that its sentences state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reconcile.model.claim import Step
from reconcile.model.document import Scope, Sentence
from reconcile.model.mention import Mention
from reconcile.model.period import Period
from reconcile.model.segments import Segments
from reconcile.model.timeexpr import Fields

Told = tuple[Period | None, tuple[Step, ...]]


@dataclass(slots=True)
class _Section:
    """The sentences of a section by index, and its time."""

    members: list[int] = field(default_factory=list)
    time: Mention | None = None


def section_times(segments: Segments, by_sentence: Mapping[int, tuple[Mention, ...]]) -> dict[int, Told]:
    """The time of each sentence that stands in a section with one.

    Where other sections of the text state other years, a section's month without a year is of a year not told.
    """
    sections = [s for s in _sections(segments, by_sentence) if s.time is not None]
    listed = sum(s.time is not None and _stated(s.time) for s in sections) > 1
    out: dict[int, Told] = {}
    for section in sections:
        if section.time is None or section.time.timex is None:
            continue
        quote = section.time.quote
        told: Told = section.time.timex.own, (Step("period.section", f"“{quote}” is the time of the section"),)
        if listed and _yearless(section.time):
            told = None, (Step("period.section", f"“{quote}” is of a year that a list of several does not tell"),)
        out.update(dict.fromkeys(section.members, told))
    return out


def _sections(segments: Segments, by_sentence: Mapping[int, tuple[Mention, ...]]) -> Iterator[_Section]:
    section: _Section | None = None
    for index, sentence in enumerate(segments.sentences):
        if sentence.scope is Scope.HEADING:
            if section is not None:
                yield section
            section = _Section([index]) if _headed(segments, sentence) else None
        elif section is not None:
            section.members.append(index)
            found = by_sentence.get(index, ())
            if found and section.time is None:
                section.time = _surest(found)
    if section is not None:
        yield section


def _headed(segments: Segments, sentence: Sentence) -> bool:
    """Whether a heading names its topic before a colon."""
    return ":" in segments.tokens.keys[sentence.first + 1 : sentence.last - 1]


def _surest(times: tuple[Mention, ...]) -> Mention:
    """The first time that is stated in full, else the first: a feast or weekday may be told of anything."""
    return next((m for m in times if _stated(m)), times[0])


def _yearless(time: Mention) -> bool:
    """Whether a time is a part of some year: "April", but not "April last year"."""
    core = time.timex.expr.core if time.timex is not None and time.timex.expr is not None else None
    return isinstance(core, Fields) and core.year is None and core.selector is None and core.of is None


def _stated(time: Mention) -> bool:
    return time.timex is not None and time.timex.basis == "stated"
