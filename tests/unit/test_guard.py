"""The guard: one piece of work fails, the others are done, and what failed is told with its place."""

import pytest

from reconcile.errors import Diagnostic, Severity, UsageError
from reconcile.guard import LONGEST_REASON, SEARCHED, guard_document, guard_text, guarded, without_failing
from reconcile.model.document import Cell, Document, Row
from reconcile.model.span import Span


def raising(error):
    def work(*_):
        raise error

    return work


def blame(error, item):
    return Diagnostic("some.failed", Severity.ERROR, str(error), item)


def failing_on(bad):
    def work(items):
        for item in items:
            if item in bad:
                raise ValueError(f"no {item}")
        return "".join(items)

    return work


@pytest.mark.parametrize("error", [ValueError("odd"), KeyError("k"), RecursionError(), MemoryError(), OverflowError()])
def test_any_exception_becomes_an_error_with_its_place_and_traceback(error):
    found = guarded(raising(error), "some.failed", "reading it", "a.txt:3:1")
    assert (found.code, found.severity, found.where) == ("some.failed", Severity.ERROR, "a.txt:3:1")
    assert f"failed while reading it ({type(error).__name__}" in found.message
    assert found.detail.startswith("Traceback")
    assert "raise error" in found.detail


@pytest.mark.parametrize("error", [UsageError("no"), KeyboardInterrupt(), SystemExit(3)])
def test_misuse_and_stopping_are_let_through(error):
    with pytest.raises(type(error)):
        guarded(raising(error), "some.failed", "reading it", "a.txt:1:1")
    with pytest.raises(type(error)):
        without_failing(["a"], raising(error), blame)
    with pytest.raises(type(error)):
        guard_text("a", raising(error), "some.failed", "reading it", "a.txt")
    with pytest.raises(type(error)):
        guard_document(Document("a.txt", "a"), raising(error))


def test_the_reason_is_one_short_line_that_can_be_printed():
    found = guarded(raising(ValueError("a\nb \ud800" + "x" * 5000)), "some.failed", "reading", "a:1:1")
    assert "a b \\ud800" in found.message
    assert "\n" not in found.message
    assert len(found.message) < LONGEST_REASON + 200
    found.message.encode()


def test_the_detail_is_in_no_json_and_makes_no_difference():
    one, other = (Diagnostic("a.b", Severity.ERROR, "m", "w", detail) for detail in ("Traceback …", ""))
    assert one == other
    assert "Traceback" not in str(one.to_dict()) + str(one) + repr(one)


@pytest.mark.parametrize("bad", ["", "a", "e", "c", "ae", "abde", "bcd"])
def test_those_that_fail_are_left_out_and_no_other(bad):
    made, problems = without_failing("abcde", failing_on(bad), blame)
    assert made == "".join(item for item in "abcde" if item not in bad)
    assert [(p.where, p.message) for p in problems] == [(item, f"no {item}") for item in bad]


def test_what_fails_without_any_item_is_raised():
    with pytest.raises(LookupError):
        without_failing("abc", raising(LookupError("always")), blame)


def test_work_is_done_once_where_nothing_fails():
    calls = []
    assert without_failing("abc", calls.append, blame) == (None, ())
    assert len(calls) == 1


def on_line_with(word):
    def work(text):
        if word in text:
            raise ValueError(word)
        return text

    return work


@pytest.mark.parametrize("line", [1, 2, 3, 50, 99])
def test_the_line_at_which_reading_fails_is_reported(line):
    lines = [f"Line {n}." for n in range(1, 100)]
    lines[line - 1] += " odd\x85one\u2028"
    found = guard_text("\n".join(lines), on_line_with("odd"), "some.failed", "reading", "b.txt")
    assert found.where == f"b.txt:{line}:1"


def test_no_line_is_looked_for_where_memory_ran_out_or_the_text_is_long():
    calls = []

    def work(text):
        calls.append(text)
        raise MemoryError

    assert guard_text("a\n" * 9, work, "some.failed", "reading", "b.txt").where == "b.txt:1:1"
    long = "a\n" * SEARCHED + "odd"
    assert guard_text(long, on_line_with("odd"), "some.failed", "reading", "b.txt").where == "b.txt:1:1"
    assert len(calls) == 1


def test_the_line_is_looked_for_in_a_text_of_the_longest_length():
    text = "a" * (SEARCHED - 5) + "\nodd\n"
    assert len(text) == SEARCHED
    assert guard_text(text, on_line_with("odd"), "some.failed", "reading", "b.txt").where == "b.txt:2:1"
    assert guard_text("a" + text, on_line_with("odd"), "some.failed", "reading", "b.txt").where == "b.txt:1:1"


def test_a_reason_is_cut_behind_its_longest_length():
    def reason(length):
        return guarded(raising(ValueError("x" * length)), "some.failed", "reading", "a:1:1").message

    assert f"ValueError: {'x' * LONGEST_REASON})" in reason(LONGEST_REASON)
    assert f"ValueError: {'x' * LONGEST_REASON}…)" in reason(LONGEST_REASON + 1)
    assert "(KeyError)" in guarded(raising(KeyError()), "some.failed", "reading", "a:1:1").message


def test_a_document_is_left_out_at_the_line_that_fails():
    document = Document("c.txt", "---\nx: 1\n---\nA.\nB odd.\nC.\n", body=13)
    work = on_line_with("odd")
    found = guard_document(document, lambda d: work(d.text[d.body :]))
    assert (found.where, found.code) == ("c.txt:5:1", "input.failed")
    whole = guard_document(document, lambda d: d)
    assert whole is document


def test_a_table_is_left_out_at_the_row_that_fails():
    text = "a,b\n1,2\n3,4\n"
    rows = tuple(Row(Span(at, at + 3), {"subject": Cell(text[at], Span(at, at + 1))}) for at in (4, 8))
    document = Document("t.csv#x", text[4:], path="t.csv", rows=tuple(r.shifted_by(-4) for r in rows), lines=(2, 3))

    def work(some):
        if any(row.text("subject") == "3" for row in some.rows):
            raise ValueError("three")

    assert guard_document(document, work).where == "t.csv:3:1"


@pytest.mark.parametrize(("longer", "line"), [(0, 3), (1, 1)])
def test_the_line_is_looked_for_in_texts_up_to_a_length(longer, line):
    def work(text):
        if "bad" in text:
            raise ValueError

    text = "a\nb\nbad\n"
    text += "c" * (SEARCHED - len(text) + longer)
    assert guard_text(text, work, "some.failed", "reading it", "a.txt").where == f"a.txt:{line}:1"
