"""How `explain` takes its argument, which lines it shows, and what it says where nothing is recognised."""

import pytest
from click import UsageError

from reconcile.cli.explain import explain
from reconcile.errors import ReconcileError


def lines(done):
    return [" ".join(line.split()) for line in done.stdout.splitlines()]


def test_a_claim_is_shown_with_all_that_is_read_of_it(cli):
    shown = lines(cli("explain", "in/a.txt:1"))
    assert shown[:10] == [
        "a.txt:1:27 about $41 million",
        "sentence Revenue of Acme Steel was about $41 million in 2030.",
        "read as about 41,000,000 USD (41 million) (money)",
        "hedge about",
        "about Acme Steel (acme steel)",
        "what revenue (revenue)",
        "scope when: 2030",
        "or AUD, CAD, NZD, HKD and 11 more (which dollar is not said)",
        "rule metric.revenue",
        "trail 1. money.sign: “about $41 million” read as money",
    ]
    assert shown[10].startswith("2. ")
    assert shown[-2:] == [
        "recognised, but no value of a claim:", "a.txt:1:48 2030 (date: 2030): it says when a claim holds",
    ]  # fmt: skip


def test_only_the_line_asked_for_is_shown(cli):
    shown = cli("explain", "in/a.txt:2:3").stdout
    assert "a.txt:2:14  12" in shown
    assert "41 million" not in shown
    whole = cli("explain", "in/a.txt").stdout
    assert "a.txt:2:14  12" in whole
    assert "about $41 million" in whole


def test_a_line_with_nothing_names_those_nearby(cli):
    done = cli("explain", "in/a.txt:3")
    assert done.stdout.startswith("Nothing is recognised on line 3. Claims stand nearby on: 1, 2")
    assert cli("explain", "Nothing to see.").stdout == "Nothing is recognised here.\n"


def test_the_last_line_is_there_and_the_one_after_it_is_not(cli):
    assert cli("explain", "in/a.txt:6").return_value == 0
    assert str(cli("explain", "in/a.txt:7").exception) == "in/a.txt has no line 7"


def test_a_place_in_no_file_is_told_from_a_sentence(cli):
    done = cli("explain", "gone.txt:3")
    assert isinstance(done.exception, ReconcileError)
    assert str(done.exception) == "no such file: gone.txt"
    assert "text:1:8" in cli("explain", "It has 12 gates: 4:3").stdout
    assert "4 cats" in cli("explain", "x" * 5000 + " 4 cats").stdout


def test_standard_input_is_read(cli):
    assert "stdin:1:14  12" in cli("explain", "-", stdin="The mill has 12 gates.").stdout


def test_what_cannot_be_read_is_exit_3(cli, folder):
    (folder / "in/c.txt").write_bytes(b"\xff")
    assert cli("explain", "in/c.txt").return_value == 3


def test_what_is_set_aside_says_by_which_rule(cli):
    shown = cli("explain", "in/a.txt:5").stdout
    assert "recognised, but no value of a claim:" in shown


def test_a_metric_is_asked_about_with_why_not_alone(cli):
    assert isinstance(cli("explain", "--metric", "killed", "It has 12 gates.").exception, UsageError)
    assert explain.params


@pytest.mark.parametrize(("metric", "hint"), [("revenu", "; did you mean 'revenue'?"), ("qqqq", "")])
def test_a_metric_that_is_none_is_refused(cli, metric, hint):
    done = cli("explain", "--why-not", "--metric", metric, "It has 12 gates.")
    assert str(done.exception) == f"no metric {metric!r}{hint}"


def test_why_not_names_the_conditions_that_failed(cli):
    shown = lines(cli("explain", "--why-not", "--metric", "revenue", "Acme Steel sold 12 gates."))
    assert shown[0] == "text:1:17 12 (count: 12 gates)"
    assert shown[1] == "taken by no rule; read openly as “gates sold”"
    assert shown[2].startswith("asked revenue (revenue), (built in) metrics/business.yaml:")
    assert shown[3] == "failed dimension: the rule measures currency; this is count"
    assert shown[4].startswith("and triggers: none of its triggers stands in the sentence (revenue,")
    assert shown[5].startswith("edit none, a rule measures one dimension; ")


def test_why_not_says_what_took_a_value_and_where_no_rule_is_near(cli):
    assert lines(cli("explain", "--why-not", "in/b.txt"))[:2] == [
        "b.txt:1:32 $47 million (money: 47,000,000 USD (47 million))", "taken by revenue (revenue)",
    ]  # fmt: skip
    shown = lines(cli("explain", "--why-not", "in/a.txt:2"))
    assert "set aside" in " ".join(shown)
    assert shown[-1].startswith("nearest none: no rule has a word of this sentence; ")


def test_a_metric_that_takes_the_value_has_no_condition_that_failed(cli):
    shown = cli("explain", "--why-not", "--metric", "revenue", "Revenue of Acme Steel was $41 million.").stdout
    assert "taken by  revenue (revenue)" in shown
    assert "failed" not in shown


@pytest.mark.parametrize("line", [1, 2, 5])
def test_why_not_asks_about_the_numbers_of_one_line(cli, line):
    shown = cli("explain", "--why-not", f"in/a.txt:{line}").stdout
    places = {start.split(":")[1] for start in shown.splitlines() if start.startswith("a.txt:")}
    assert places == {str(line)}


def test_a_number_at_either_end_of_a_line_is_of_it(cli, folder):
    (folder / "in/d.txt").write_text("Odo has 3\n4 cats and 5\n6 dogs.\n", encoding="utf-8")
    shown = cli("explain", "--why-not", "in/d.txt:2").stdout
    assert [line.split()[0] for line in shown.splitlines() if line.startswith("d.txt:")] == ["d.txt:2:1", "d.txt:2:12"]


def test_the_nearest_rule_is_shown_with_the_edit_that_was_tried(cli):
    shown = lines(cli("explain", "--why-not", "The blast felled 12 people, and revenue hit 40 trees."))
    first = shown[: shown.index("")]
    assert first[0] == "text:1:18 12 (count: 12 people)"
    assert [line.split()[0] for line in first[1:4]] == ["taken", "nearest", "failed"]
    assert first[2].startswith("nearest aboard (people aboard), (built in) metrics/disasters.yaml:")
    assert first[4].startswith("edit (built in) metrics/disasters.yaml:")
    assert first[4].endswith(", felled]")
    assert first[5].startswith("in a copy of the rule (`reconcile rules show aboard`) in a folder of yours")
    assert first[6].startswith("tried: with this the rule takes the value here")
    assert len(first) == 7
    rest = shown[shown.index("") + 1 :]
    assert [line.split()[0] for line in rest[1:7]] == ["taken", "nearest", "failed", "and", "edit", "edit"]
