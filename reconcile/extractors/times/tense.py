"""Which way the sentence around a time leans: to what was, or to what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extractors.times.reading import is_entry
from reconcile.model.timeexpr import Lean
from reconcile.text.scan import Scan

# How far from a time a word of tense may stand, and how far after a deadline the "had" that makes it past, in tokens.
_REACH, _NEAR = 12, 6
_SENTENCE_ENDS = frozenset(".!?;")


def lean(scan: Scan, i: int, end: int) -> Lean:
    """The nearest tense word on either side of tokens `[i, end)` in the same sentence decides; before wins a tie."""
    if is_entry(scan):
        return Lean.ENTRY
    if i > 2 and scan.keys[i - 1] == "as" and scan.keys[i - 3] == "as":
        return Lean.FUTURE
    if _is_deadline(scan, i) and "had" not in scan.keys[end : end + _NEAR]:
        return Lean.FUTURE
    before = _look(scan, range(i - 1, max(-1, i - 1 - _REACH), -1))
    after = _look(scan, range(end, min(len(scan.tokens), end + _REACH)))
    if before is None:
        return Lean.NONE if after is None else after[1]
    return before[1] if after is None or before[0] <= after[0] else after[1]


def _is_deadline(scan: Scan, i: int) -> bool:
    """Whether "by" or "until" stands before, or one token further ("until 9 a.m. Friday" is one time)."""
    times = scan.pack.times
    if scan.before(i) not in times.deadlines:
        return False
    for j in range(i - 2, max(-1, i - _REACH), -1):
        if scan.keys[j] in _SENTENCE_ENDS:
            return True
        if scan.keys[j] in times.past_deadlines:
            return False
    return True


def _is_past_form(scan: Scan, j: int, word: str, suffix: str) -> bool:
    """Whether a small word has the ending of the past: "opened", but not "United" or "need"."""
    if not suffix or len(word) <= _SHORT or not word.endswith(suffix) or word.endswith("e" + suffix):
        return False
    return scan.tokens.text[scan.starts[j]].islower()


# The longest word in "ed" that is no past form ("need", "used" is one by the list), in characters.
_SHORT = 4


def _had_been(keys: Sequence[str], j: int) -> bool:
    """Whether what was to come is past itself: "had been due", "had long been expected"."""
    return j > 1 and "had" in keys[max(0, j - 3) : j] and keys[j - 1] == "been"


def _look(scan: Scan, indices: range) -> tuple[int, Lean] | None:
    """How many tokens away the nearest word of tense stands, and where it points; None where the sentence has none."""
    for distance, j in enumerate(indices):
        if scan.keys[j] in _SENTENCE_ENDS:
            return None
        if _is_ahead(scan, j):
            return distance, Lean.PAST if _had_been(scan.tokens.keys, j) else Lean.FUTURE
        if _is_past(scan, j):
            return distance, Lean.PAST
    return None


def _is_ahead(scan: Scan, j: int) -> bool:
    """Whether a word tells what is to come: "will", and "set" or "due" before "to"."""
    lexicon, keys = scan.pack.times, scan.tokens.keys
    before_to = keys[j] in lexicon.future_before_to and not lexicon.after_future.isdisjoint(keys[j + 1 : j + 2])
    return before_to or keys[j] in lexicon.future


def _is_past(scan: Scan, j: int) -> bool:
    """Whether a word tells what was; after "is" or "will" a past form is a participle."""
    lexicon, keys = scan.pack.times, scan.tokens.keys
    if keys[j] not in lexicon.past and not _is_past_form(scan, j, keys[j], lexicon.past_suffix):
        return False
    return j == 0 or not (keys[j - 1] in lexicon.present_be or keys[j - 1] in lexicon.future)
