"""Quoting a sentence with what matters in it in bold, and the rest of a long one left out."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model.span import Span
from reconcile.report.escape import bold, escape, visible

# A sentence up to `WHOLE` code points is quoted whole; of a longer one, `AROUND` on each side of a highlight.
WHOLE = 320
AROUND = 120
_SEEK = 24
_DOUBLE = frozenset('“”„"«»')


def quoted(text: str, sentence: Span, highlights: Iterable[Span]) -> str:
    """The sentence in quotation marks, escaped, its highlights in bold; stretches far from any are left out as "…"."""
    marks, parts = excerpt(text, sentence, highlights)
    shown = " … ".join(_shown(text, part, marks).strip() for part in parts)
    before = "… " if parts[0].start > sentence.start else ""
    after = " …" if parts[-1].end < sentence.end else ""
    return in_quotes(f"{before}{shown}{after}")


def excerpt(text: str, sentence: Span, highlights: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """The highlights inside a sentence, apart from each other, and the parts of it to quote: those near them."""
    marks = _joined(text, _merged(_clipped(highlights, sentence), gap=0))
    return marks, _windows(text, sentence, marks)


def in_quotes(shown: str) -> str:
    """Markdown in quotation marks: double ones, or single ones round text that has double ones of its own."""
    return f"‘{shown}’" if _DOUBLE.intersection(shown) else f"“{shown}”"


def _clipped(spans: Iterable[Span], within: Span) -> list[Span]:
    return [
        Span(max(s.start, within.start), min(s.end, within.end))
        for s in spans
        if s.overlaps(within) and s.start < s.end
    ]


def _merged(spans: Iterable[Span], gap: int) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + gap:
            out[-1] = out[-1].join(span)
        else:
            out.append(span)
    return out


def _joined(text: str, marks: list[Span]) -> list[Span]:
    """Marks with nothing to be seen between them become one: two bolds that touch cancel each other."""
    out: list[Span] = []
    for mark in marks:
        if out and not visible(text[out[-1].end : mark.start]):
            out[-1] = out[-1].join(mark)
        else:
            out.append(mark)
    return out


def _windows(text: str, sentence: Span, marks: list[Span]) -> list[Span]:
    if sentence.end - sentence.start <= WHOLE:
        return [sentence]
    if not marks:
        return [Span(sentence.start, _word_end(text, sentence.start + WHOLE, sentence))]
    wide = [
        Span(
            _word_start(text, max(sentence.start, mark.start - AROUND), sentence),
            _word_end(text, min(sentence.end, mark.end + AROUND), sentence),
        )
        for mark in marks
    ]
    return _merged(wide, gap=_SEEK)


def _word_start(text: str, at: int, sentence: Span) -> int:
    """The beginning of a word at or shortly before `at`."""
    for i in range(at, max(sentence.start, at - _SEEK), -1):
        if text[i - 1].isspace():
            return i
    return at if at - _SEEK > sentence.start else sentence.start


def _word_end(text: str, at: int, sentence: Span) -> int:
    """The end of a word at or shortly after `at`."""
    for i in range(at, min(sentence.end, at + _SEEK)):
        if text[i].isspace():
            return i
    return at if at + _SEEK < sentence.end else sentence.end


def _shown(text: str, window: Span, marks: list[Span]) -> str:
    out: list[str] = []
    at = window.start
    for mark in marks:
        if window.covers(mark):
            out += (_plain(text, at, mark.start), _marked(text, mark))
            at = mark.end
    return "".join((*out, _plain(text, at, window.end)))


def _plain(text: str, start: int, end: int) -> str:
    """Escaped text, with the spaces at its edges kept: what follows may be bold."""
    raw = text[start:end]
    shown = escape(raw)
    if not shown:
        return " " if raw.strip() != raw or (raw and raw.isspace()) else ""
    before = " " if raw[0].isspace() else ""
    after = " " if raw[-1].isspace() else ""
    return f"{before}{shown}{after}"


def _marked(text: str, mark: Span) -> str:
    raw = text[mark.start : mark.end]
    shown = bold(raw, text[max(0, mark.start - 1) : mark.start], text[mark.end : mark.end + 1])
    # white space inside the mark's edges stands outside the bold
    return f"{' ' if raw[:1].isspace() else ''}{shown}{' ' if raw[-1:].isspace() else ''}"
