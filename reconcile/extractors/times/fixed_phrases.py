"""Times that the lexicon knows as phrases: days counted from today, named days, past, present and future (TIMEX3)."""

from __future__ import annotations

from reconcile.extractors.times.calendar_units import read_selected
from reconcile.extractors.times.reading import Read
from reconcile.extractors.times.tense import lean
from reconcile.model.timeexpr import Anchor, At, Fields, Lean, Reference, Selector, UnitAt
from reconcile.text.scan import Scan


def read_moment(scan: Scan, i: int) -> Read | None:
    """Today, last night, the day after tomorrow, EOM."""
    phrase = scan.pack.times.moments.match(scan.tokens, i)
    if phrase is None or (phrase[0].capitals and not scan.word(phrase[1] - 1).isupper()):
        return None
    day = UnitAt(phrase[0].unit, Selector(Anchor.PUBLICATION, phrase[0].step))
    part = phrase[0].daypart
    return Read(day if part is None else At(day, None, part), phrase[1], "time.moment", phrase[0].mod)


def read_holiday(scan: Scan, i: int) -> Read | None:
    """Christmas, Good Friday, Chinese New Year; a name that is also a word wants a capital."""
    if scan.keys[i] in scan.pack.times.wary and not scan.is_capital(i):
        return None
    phrase = scan.pack.times.holidays.match(scan.tokens, i)
    return None if phrase is None else Read(Fields(holiday=phrase[0]), phrase[1], "time.holiday")


def read_reference(scan: Scan, i: int) -> Read | None:
    """Now, recently, the near future, unless more is selected ("the past" of "the past year").

    One word that tells the future ("soon") does so only where its sentence looks ahead.
    """
    phrase = scan.pack.times.references.match(scan.tokens, i)
    if phrase is None:
        return None
    selected = read_selected(scan, i) if scan.keys[i] in scan.pack.times.selectors else None
    if selected is not None and phrase[1] < selected.end:
        return None
    if phrase[0] == "FUTURE_REF" and phrase[1] == i + 1 and lean(scan, i, i + 1) is not Lean.FUTURE:
        return None
    return Read(Reference(phrase[0]), phrase[1], "time.reference")


def read_adjective(scan: Scan, i: int) -> Read | None:
    """Current, recent: past or present, no more told."""
    value = scan.pack.times.adjectives.get(scan.keys[i])
    return None if value is None else Read(Reference(value), i + 1, "time.reference")


def read_some_day(scan: Scan, i: int) -> Read | None:
    """The "one day" of "will one day lead", which is no length but some day to come."""
    if scan.keys[i] == "one" and scan.keys[i + 1] == "day" and scan.keys[i - 1] in scan.pack.times.future:
        return Read(Reference("FUTURE_REF"), i + 2, "time.reference")
    return None
