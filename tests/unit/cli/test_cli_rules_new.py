"""`rules new`: where answers come from, and each sentence or name it refuses before anything is written."""

import click
import pytest

from reconcile.cli import rules_new
from reconcile.cli.rules_new import Answers
from reconcile.errors import UsageError

SAY, LEAVE = "Marl Pottery glazed 4,000 urns in 2031.", "Marl Pottery dropped 4,000 urns in 2031."


@pytest.fixture
def asked(monkeypatch):
    """What was asked at the terminal; each question is answered with “ b, a ,b”."""
    questions = []

    def prompt(question, **options):
        questions.append((question, options.get("default")))
        return " b, a ,b"

    monkeypatch.setattr(rules_new.click, "prompt", prompt)
    return questions


def test_an_option_comes_before_the_proposal_and_that_before_a_question(asked):
    assert Answers(yes=True).text(" given ", "Q", "proposed") == "given"
    assert Answers(yes=True).text(None, "Q", "proposed") == "proposed"
    assert asked == []
    assert Answers(yes=False).text(None, "Q", "proposed") == "b, a ,b"
    assert asked == [("Q", "proposed")]
    with pytest.raises(UsageError, match="--yes has no answer to: Q"):
        Answers(yes=True).text(None, "Q")


def test_words_are_separated_by_commas_and_each_counts_once(asked):
    assert Answers(yes=False).words(None, "Q", ["x", "y"]) == ("b", "a")
    assert asked == [("Q, separated by commas", "x, y")]
    assert Answers(yes=True).words("c,, d", "Q", []) == ("c", "d")


def test_one_of_a_few_is_asked_for_as_such(asked):
    assert Answers(yes=True).choice(None, "Q", ["a", "b"], "a") == "a"
    assert Answers(yes=False).choice("b", "Q", ["a", "b"], "a") == "b"
    assert asked == []
    assert Answers(yes=False).choice(None, "Q", ["a", "b"], "a") == " b, a ,b"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--say", "Nothing at all."), "no number and no time is recognised in that sentence"),
        (("--say", SAY, "--quote", "77"), "'77' is none of the values read: 4,000, 2031"),
        (("--say", SAY, "--id", "Urns"), "'Urns' is no name for a rule"),
        (("--say", SAY, "--id", "revenue"), "there is a metric 'revenue' already"),
        (("--say", SAY, "--triggers", "painted"), "the rule would not read that sentence, so nothing was written: "),
        (("--say", SAY, "--leave", "Nothing."), "'Nothing.' has no number and no time"),
        (("--say", SAY, "--leave", "Odo Pottery glazed 5 urns."), "the rule would read '5' in "),
        (("--say", SAY), "--yes has no answer to: A sentence that looks alike"),
    ],
)
def test_what_would_make_no_sound_rule_is_refused(cli, folder, options, words):
    done = cli("rules", "new", "--yes", "--label", "urns made", *options)
    assert isinstance(done.exception, UsageError)
    assert str(done.exception).startswith(words)
    assert not (folder / "my-rules").exists()


def test_a_file_that_is_there_is_not_written_over(cli, folder):
    (folder / "my-rules/metrics").mkdir(parents=True)
    (folder / "my-rules/metrics/urns-made.yaml").write_text("metrics: []\n", encoding="utf-8")
    done = cli("rules", "new", "--yes", "--label", "urns made", "--say", SAY, "--leave", LEAVE)
    assert str(done.exception) == "my-rules/metrics/urns-made.yaml is there already; nothing was written"


def test_part_of_a_value_names_it(cli):
    stages = rules_new.pipeline(rules_new.load_rules())
    for quote in ("4,0", "4,000"):
        _, anchored, claim = rules_new._value(Answers(yes=True), stages, SAY, quote)
        assert (anchored.mention.quote, claim.quote) == ("4,000", "4,000")
    assert rules_new._value(Answers(yes=True), stages, SAY, "20")[1].mention.quote == "2031"


def test_values_are_listed_where_there_are_several_and_one_is_taken_unasked(asked, capsys):
    stages = rules_new.pipeline(rules_new.load_rules())
    with pytest.raises(UsageError, match="'b, a ,b' is none of the values read"):
        rules_new._value(Answers(yes=False), stages, SAY, None)
    assert asked == [("The value in it", "4,000")]
    assert capsys.readouterr().err.splitlines()[0].startswith("  4,000  (count: ")
    _, anchored, _ = rules_new._value(Answers(yes=False), stages, "Marl Pottery glazed 9 urns.", None)
    assert (anchored.mention.quote, len(asked)) == ("9", 1)


def test_a_value_that_is_not_there_is_refused_where_there_is_but_one():
    stages = rules_new.pipeline(rules_new.load_rules())
    with pytest.raises(UsageError, match="'77' is none of the values read: 9"):
        rules_new._value(Answers(yes=True), stages, "Marl Pottery glazed 9 urns.", "77")


def test_the_command_is_one_of_rules():
    assert isinstance(rules_new.new, click.Command)
    assert rules_new.new.name == "new"
