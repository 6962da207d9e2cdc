"""A sitting: deciding, taking back, ticked boxes, a baseline."""

import pytest
from review_builder import COURIER, HERALD, run, sit, states

from reconcile.errors import UsageError
from reconcile.report.formats import FORMATS
from reconcile.review.session import baseline
from reconcile.review.ticks import added, apply_ticks, linked_articles

BOTH = {"herald": HERALD, "courier": COURIER}


@pytest.fixture
def session(stages, tmp_path):
    return sit(stages, tmp_path, **BOTH)


def files(session):
    return sorted(path.name for path in session.folder.iterdir()) if session.folder.is_dir() else []


def test_each_decision_is_on_disk_at_once_and_can_be_taken_back(session):
    (finding,) = session.open
    session.decide(finding.fingerprint, "keep-a", "first")
    (name,) = files(session)
    before = (session.folder / name).read_text(encoding="utf-8")
    session.decide(finding.fingerprint, "tool-wrong", "second")
    assert files(session) == [name]
    assert session.undo() == finding.fingerprint
    assert (session.folder / name).read_text(encoding="utf-8") == before
    assert session.undo() == finding.fingerprint
    assert files(session) == []
    assert session.undo() is None
    assert session.open == (finding,)


@pytest.mark.parametrize(("option", "reason"), [("keep-z", "x"), ("both-stand", " "), ("", ""), ("nonsense", "x")])
def test_what_cannot_be_decided_writes_nothing(session, option, reason):
    with pytest.raises(UsageError):
        session.decide(session.open[0].fingerprint, option, reason)
    with pytest.raises(UsageError):
        session.decide("feed", "keep-a", "x")
    assert files(session) == []


def ticked(session, old, new):
    page = FORMATS["md"].render(session.run)
    assert old in page
    return page.replace(old, new)


def test_a_ticked_box_becomes_a_decision_with_its_reason_and_only_once(session):
    page = ticked(session, "- [ ] both stand, because …", "- [x] both stand, because the *Herald* counts one side")
    done = apply_ticks(f"A word of my own.\n\n{page}", "report.md", session)
    (decision,) = done.made
    assert (str(decision.verdict), decision.reason) == ("both-stand", "the *Herald* counts one side")
    again = apply_ticks(page, "report.md", session)
    assert (again.made, again.known, again.problems) == ((), 1, ())


def test_two_ticks_are_refused_with_their_lines(session):
    done = apply_ticks(ticked(session, "- [ ] keep", "- [x] keep"), "out/report.md", session)
    (problem,) = done.problems
    page = FORMATS["md"].render(session.run).splitlines()
    lines = [n for n, line in enumerate(page, 1) if line.startswith("- [ ] keep")]
    assert problem.where == f"out/report.md:{lines[1]}:1"
    assert str(lines[0]) in problem.message
    assert files(session) == []


def test_a_tick_under_a_finding_that_is_gone_is_refused(stages, tmp_path, session):
    page = ticked(session, "- [ ] keep “5”", "- [x] keep “5”")
    later = sit(stages, tmp_path, **{**BOTH, "herald": HERALD.replace("5 people", "6 people")})
    done = apply_ticks(page, "report.md", later)
    assert done.made == ()
    assert "no finding" in done.problems[0].message


def test_both_stand_without_a_reason_is_refused(session):
    done = apply_ticks(ticked(session, "- [ ] both stand", "- [x] both stand"), "report.md", session)
    assert "say why" in done.problems[0].message


@pytest.mark.parametrize(
    ("text", "label", "reason"),
    [
        ("both stand, because …", "both stand, because …", ""),
        ("both stand, because they differ", "both stand, because …", "they differ"),
        ("both stand, because … they differ", "both stand, because …", "they differ"),
        ("keep “5” – asked the mayor.", "keep “5”", "asked the mayor"),
        ("something else altogether", "keep “5”", "something else altogether"),
    ],
)
def test_the_words_added_to_a_box(text, label, reason):
    assert added(text, label) == reason


def test_the_articles_of_a_report_are_found_by_its_links(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a b.txt").write_text("x")
    page = "[a](../news/a%20b.txt#L3) [a](../news/a%20b.txt#L4) [c](../news/c.md?plain=1#L1) [x](http://e.org/#L1)"
    assert linked_articles(page, tmp_path / "reports") == ((tmp_path / "news" / "a b.txt").as_posix(),)


def test_a_baseline_is_a_ledger_that_a_judgement_goes_before(stages, tmp_path, session):
    assert len(list(baseline(session, "known"))) == 1
    known = run(stages, tmp_path, **BOTH)
    assert states(known) == [("known", ())]
    again = sit(stages, tmp_path, by="bob", **BOTH)
    assert list(baseline(again, "known")) == []
    # it waits to be judged all the same
    assert len(again.open) == 1
    again.decide(again.open[0].fingerprint, "keep-a", "asked")
    after = run(stages, tmp_path, **BOTH)
    assert [str(r.state) for r in after.settled.values()] == ["decided"]
