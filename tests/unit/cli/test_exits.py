from dataclasses import replace
from datetime import date

import pytest

from reconcile.cli.exits import FailOn, Outcome, counted, found_later, input_outcome, outcome, unread_words
from reconcile.cli.options import Exit
from reconcile.errors import Diagnostic, Severity
from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.model.finding import Finding, Relation
from reconcile.pipeline import default_pipeline


def finding(severity, verdict):
    return Finding("RC101", "t", severity, verdict, "m", "w", None, None, (), (), "f", ())


@pytest.mark.parametrize(
    ("severity", "verdict", "fails"),
    [
        (Severity.ERROR, Relation.CONFLICT, {"conflict", "error", "warning", "note"}),
        (Severity.NOTE, Relation.CONFLICT, {"conflict", "note"}),
        (Severity.WARNING, Relation.REVISED, {"warning", "note"}),
        (Severity.NOTE, Relation.COMPATIBLE, {"note"}),
    ],
)
def test_what_fails_on_what(severity, verdict, fails):
    for level in FailOn:
        code = outcome([finding(severity, verdict)], [], level).code
        assert code == (Exit.FINDINGS if level in {*fails, "unreviewed"} else Exit.CLEAN), level


def settled(verdict, state):
    decision = Decision("f", "RC101", verdict, "why", "ada", date(2031, 5, 3))
    return {"f": Review(decision, state, ("f",))}


def test_a_decided_finding_fails_nothing():
    of = settled(Judgement.KEEP, State.DECIDED)
    for level in FailOn:
        assert outcome([finding(Severity.ERROR, Relation.CONFLICT)], [], level, of).code is Exit.CLEAN, level


def test_what_a_baseline_knows_fails_only_where_all_must_be_reviewed():
    of = settled(Judgement.KNOWN, State.KNOWN)
    for level in FailOn:
        done = outcome([finding(Severity.ERROR, Relation.CONFLICT)], [], level, of)
        assert done.code is (Exit.FINDINGS if level == "unreviewed" else Exit.CLEAN), level
        assert "1 known" in done.why or level == "never"


SOUND = [finding(Severity.ERROR, Relation.CONFLICT)]


def problems(*codes, severity=Severity.ERROR):
    return [Diagnostic(code, severity, "m", f"{i}.txt:1:1") for i, code in enumerate(codes)]


@pytest.mark.parametrize(
    ("codes", "code", "why"),
    [
        (("rules.invalid", "sources.invalid"), Exit.USAGE, "1 error in rules"),
        (("sources.invalid", "ledger.invalid", "sources.x"), Exit.USAGE, "2 errors in sources.yaml"),
        (("internal.x", "ledger.invalid"), Exit.USAGE, "1 error in the ledger"),
        (("input.missing", "internal.x"), Exit.INTERNAL, "1 fault of the tool; all else is reported"),
        (("input.missing", "claims.csv", "facts.json"), Exit.UNREAD, "3 inputs could not be read"),
        (("time.unresolved",), Exit.FINDINGS, "1 conflict (--fail-on conflict)"),
    ],
)
def test_trouble_with_what_was_given_comes_before_findings_the_gravest_first(codes, code, why):
    assert outcome(SOUND, problems(*codes), FailOn.CONFLICT) == Outcome(code, why)
    assert outcome(SOUND, problems(*codes, severity=Severity.WARNING), FailOn.CONFLICT).code is Exit.FINDINGS
    told = input_outcome(problems(*codes))
    assert told == (Outcome(Exit.CLEAN, "every input was read") if code is Exit.FINDINGS else Outcome(code, why))


@pytest.mark.parametrize(
    ("fail_on", "review", "why"),
    [
        (FailOn.CONFLICT, {}, "1 conflict (--fail-on conflict)"),
        (FailOn.UNREVIEWED, {}, "1 finding not reviewed (--fail-on unreviewed)"),
        (FailOn.WARNING, {}, "1 finding (--fail-on warning)"),
        (FailOn.CONFLICT, settled(Judgement.KEEP, State.DECIDED), "no conflict left, 1 decided (--fail-on conflict)"),
        (
            FailOn.ERROR,
            settled(Judgement.KNOWN, State.KNOWN),
            "no finding at or above error left, 1 known (--fail-on error)",
        ),
        (
            FailOn.UNREVIEWED,
            settled(Judgement.KNOWN, State.KNOWN),
            "1 finding not reviewed, 1 known (--fail-on unreviewed)",
        ),
        (FailOn.NEVER, {}, "findings never fail (--fail-on never)"),
    ],
)
def test_the_reason_says_what_fails_and_what_is_settled(fail_on, review, why):
    assert outcome(SOUND, (), fail_on, review).why == why


def test_nothing_to_fail_on_is_said_without_what_is_left():
    assert outcome((), (), FailOn.CONFLICT).why == "no conflict (--fail-on conflict)"
    assert outcome((), (), FailOn.UNREVIEWED).why == "nothing to review (--fail-on unreviewed)"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (0, ""),
        (1, " Not read: 0.txt."),
        (3, " Not read: 0.txt, 1.txt, 2.txt."),
        (4, " Not read: 0.txt, 1.txt, 2.txt and 1 more."),
        (1204, " Not read: 0.txt, 1.txt, 2.txt and 1,201 more."),
    ],
)
def test_three_of_the_files_that_were_not_read_are_named(files, words):
    assert unread_words(problems(*["input.missing"] * files)) == words


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(1, "conflict", "1 conflict"), (2, "conflict", "2 conflicts"), (0, "finding left", "0 findings left")],
)
def test_a_noun_is_counted_by_its_first_word(number, noun, words):
    assert counted(number, noun) == words


def test_only_what_is_new_and_of_the_inputs_or_the_tool_is_said_later():
    run = replace(default_pipeline().run(()), diagnostics=(*problems("ledger.x", "internal.x", "input.x", "time.x"),))
    assert [p.code for p in found_later(run, problems("ledger.x"))] == ["internal.x", "input.x"]
