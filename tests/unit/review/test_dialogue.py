"""The terminal: deciding, going back and forth, taking back, making a rule."""

import pytest
from review_builder import COURIER, HERALD, sit

from reconcile.review.dialogue import Dialogue
from reconcile.review.ledger import read_ledger

BOTH = {"herald": HERALD, "courier": COURIER}


@pytest.fixture
def session(stages, tmp_path):
    return sit(stages, tmp_path, **BOTH)


def files(session):
    return sorted(path.name for path in session.folder.iterdir()) if session.folder.is_dir() else []


def dialogue_lines(session, *answers):
    shown, left = [], list(answers)
    Dialogue(session, session.folder / "rules", shown.append, lambda _prompt: left.pop(0) if left else None).run()
    return "\n".join(shown)


def test_the_terminal_decides_takes_back_and_leaves_what_is_decided(stages, tmp_path, session):
    shown = dialogue_lines(session, "t", "9", "?", "3", "two counts", "q")
    assert "killed >>7<< people" in shown
    assert "count.noun" in shown
    assert "There is no line 9." in shown
    (decision,) = read_ledger((tmp_path,)).decisions
    assert decision.reason == "two counts"
    assert dialogue_lines(sit(stages, tmp_path, **BOTH)) == "Nothing is open."


def test_the_terminal_undoes_across_findings(stages, tmp_path):
    texts = {**BOTH, "north": "Acme Foods employs 5,200 people.", "south": "Acme Foods employs 6,900 people."}
    session = sit(stages, tmp_path, **texts)
    assert len(session.open) == 2
    dialogue_lines(session, "1 sure", "u", "2 surer")
    (decision,) = read_ledger((tmp_path,)).decisions
    assert decision.reason == "surer"


def test_the_end_of_input_loses_nothing(session):
    dialogue_lines(session, "1 because")
    assert len(files(session)) == 1


def test_the_list_of_keys_keeps_its_lines(session):
    shown = []
    left = ["?", "q"]
    Dialogue(session, session.folder / "rules", shown.append, lambda _prompt: left.pop(0)).run()
    assert all("\n" not in line for line in shown)
    assert sum(line.startswith(("1-9", "n p", "u ", "? ")) for line in shown) == 4


def test_the_terminal_goes_on_and_back_and_stops_at_the_first(stages, tmp_path):
    texts = {**BOTH, "north": "Acme Foods employs 5,200 people.", "south": "Acme Foods employs 6,900 people."}
    session = sit(stages, tmp_path, **texts)
    asked = []
    answers = ["p", "n", "p", "n", "n"]
    Dialogue(
        session, tmp_path / "rules", lambda _line: None, lambda prompt: asked.append(prompt) or answers.pop(0)
    ).run()
    assert [prompt[:5] for prompt in asked] == ["[1/2]", "[1/2]", "[2/2]", "[1/2]", "[2/2]"]


def test_the_terminal_asks_why_both_stand_and_takes_no_answer_for_none(session):
    shown, answers = [], ["3", None, "q"]
    Dialogue(session, session.folder / "rules", shown.append, lambda _prompt: answers.pop(0)).run()
    assert "say why both stand" in shown
    assert files(session) == []


def test_the_terminal_shows_and_writes_a_rule(stages, tmp_path):
    texts = {"north": "Acme Foods employs 5,200 people.", "south": "Acme Foods employs 5,300 people."}
    session = sit(stages, tmp_path / "decisions", **texts)
    listed = dialogue_lines(session, "w", "w 9", "w 0").splitlines()
    assert listed.count("  w 1  let values of “employees” differ by 1.9 per cent") == 3
    assert "  claims gone: 0" in dialogue_lines(session, "w 1")
    assert not (session.folder / "rules").exists()
    assert "it counts with --rules" in dialogue_lines(session, "w 1!")
    assert sorted(path.parent.name for path in (session.folder / "rules").rglob("*.yaml")) == ["metrics", "pairs"]
