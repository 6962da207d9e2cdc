"""`rules check`, `test`, `list`, `show`, `schema`, `docs`, `coverage` and `diff`."""

import json

import pytest

from reconcile.cli import rule_examples, rules, rules_on_articles
from reconcile.errors import Diagnostic, Severity, UsageError
from reconcile.rules.examples import Example, Want
from reconcile.rules.testing import EXTRA, MISSED, NEAR, WRONG, ExampleRun, Outcome

RULE = """\
metrics:
  - id: urns-glazed
    label: urns glazed
    dimension: count
    nature: flow
    triggers: [glazed]
    nouns: [urn]
    plausible: {low: 1, high: 1000000}
    examples:
      - say: "Marl Pottery glazed 40 urns in 2031."
        get: [{quote: "40", value: VALUE, unit: urn, subject: Marl Pottery, metric: urns-glazed, period: "2031"}]
      - say: "Marl Pottery broke 40 urns in 2031."
        none: true
"""


@pytest.fixture
def mine(folder):
    """Writes a folder of rules with one metric, sound or with an example that fails."""

    def write(value="40", text=RULE):
        file = folder / "mine/metrics/urns.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("VALUE", value), encoding="utf-8")
        return "--rules", "mine"

    return write


def test_examples_are_run_and_those_that_fail_are_counted_by_kind(cli, mine):
    done = cli("rules", "test", "urns-glazed", *mine())
    assert (done.return_value, done.stdout) == (0, "2 examples run, 0 failed: 0 errors, 0 warnings.\n")
    done = cli("rules", "test", "urns-glazed", *mine("41"))
    assert done.return_value == 2
    assert "mine/metrics/urns.yaml:11:29: error: '40': value should be 41, got 40" in done.stdout
    assert done.stdout.endswith("2 examples run, 1 failed (1 wrong): 1 error, 0 warnings.\n")
    assert done.stdout.count("\n") == cli("rules", "test", "urns-glazed", "-q", *mine("41")).stdout.count("\n") + 1


def test_an_example_asked_for_in_vain_says_which_condition_failed(cli, mine):
    done = cli("rules", "test", "urns-glazed", *mine(text=RULE.replace("triggers: [glazed]", "triggers: [painted]")))
    assert "note: urns-glazed does not take '40': triggers: " in done.stdout
    assert "[rules.example-why]" in done.stdout


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ((), ""),
        ((NEAR, WRONG, MISSED), " (1 missed, 1 wrong, 1 near miss)"),
        ((EXTRA, EXTRA, NEAR, NEAR), " (2 near misses, 2 extra)"),
    ],
)
def test_differences_are_counted_by_kind(codes, words):
    problems = tuple(Diagnostic(f"rules.{code}", Severity.ERROR, "m", "f:1:1") for code in codes)
    assert rules._kinds(Outcome(9, len(codes), problems)) == words


def test_a_rule_without_examples_is_refused(cli):
    assert isinstance(cli("rules", "test", "no-such-rule").exception, UsageError)


def test_mistakes_are_told_with_their_place(cli, mine):
    done = cli("rules", "check", *mine(text=RULE.replace("nature:", "natre:")))
    assert done.return_value == 2
    assert "mine/metrics/urns.yaml:5:5: error: unknown key 'natre'; did you mean 'nature'?" in done.stdout
    assert " checked: " in done.stdout.splitlines()[-1]
    assert cli("rules", "check", "-q").stdout == ""


def test_rules_are_listed_with_how_their_examples_come_out(cli, mine, monkeypatch):
    states = {"mine/metrics/urns.yaml:2:5": "1 of 2 failed"}
    monkeypatch.setattr(rules, "example_states", lambda _stages: states)
    table = cli("rules", "list", "URNS", *mine()).stdout.splitlines()
    assert [cell for cell in table[2].split("  ") if cell] == [
        "urns-glazed", "urns glazed", "1 of 2 failed", "mine/metrics/urns.yaml:2:5",
    ]  # fmt: skip
    assert len(table) == 3


def test_the_states_of_examples_are_counted_by_rule(cli, mine, monkeypatch):
    from reconcile.pipeline import load_rules, pipeline

    mine("41")
    stages = pipeline(load_rules("mine"))
    ran = tuple(rule_examples.run_rules(stages, "urns-glazed"))
    monkeypatch.setattr(rule_examples, "run_rules", lambda _stages: ran)
    assert list(rule_examples.example_states(stages).values()) == ["1 of 2 failed"]


def test_a_rule_is_shown_with_what_its_examples_give_now(cli, mine):
    shown = cli("rules", "show", "urns-glazed", *mine("41")).stdout
    assert shown.startswith("mine/metrics/urns.yaml:2:5\n")
    assert "label: urns glazed" in shown
    assert "Its examples, run now:\n  fails  Marl Pottery glazed 40 urns in 2031.\n" in shown
    assert "“40”: " in shown
    assert "  ok     Marl Pottery broke 40 urns in 2031.\n         nothing is read by this rule, as asked" in shown
    assert shown.count("nothing is read by this rule, as asked") == 1


@pytest.mark.parametrize(
    ("name", "hint"),
    [("urns-glazd", "; did you mean 'urns-glazed'?"), ("zz.qq", "; a dotted name in a trail"), ("qqqq", "")],
)
def test_a_rule_that_is_none_is_refused_with_the_likely_one(cli, mine, name, hint):
    message = str(cli("rules", "show", name, *mine()).exception)
    assert message.startswith(f"no rule {name!r}{hint}")
    assert bool(hint) == (message != f"no rule {name!r}")


def test_schemas_and_the_reference_are_written_or_printed(cli, folder):
    done = cli("rules", "schema", "-o", "schema")
    assert (folder / "schema/metrics.schema.json").is_file()
    assert "schema/metrics.schema.json\n" in done.stdout
    page = cli("rules", "docs").stdout
    assert cli("rules", "docs", "-o", "rules.md").stdout == ""
    assert (folder / "rules.md").read_text(encoding="utf-8") == page != ""


def test_rules_that_fired_are_counted_for_each_corpus(cli):
    done = cli("rules", "coverage", "in/a.txt", "in/b.txt", "--format", "json")
    told = json.loads(done.stdout)
    assert {corpus: counts["metric.revenue"] for corpus, counts in told["fired"].items()} == {
        "in/a.txt": 1, "in/b.txt": 1,
    }  # fmt: skip
    assert "revenue" not in told["unused"]
    assert "killed" in told["unused"]
    assert done.stderr.startswith("1 of ")
    assert not any(rule.startswith("bind.") for rule in told["fired"]["in/b.txt"])
    steps = json.loads(cli("rules", "coverage", "in/b.txt", "--steps", "--format", "json", "-q").stdout)["fired"]
    assert any(rule.startswith("bind.") for rule in steps["in/b.txt"])


def test_unused_metrics_are_listed_alone_and_counts_stand_in_a_table(cli):
    unused = cli("rules", "coverage", "in/b.txt", "--unused").stdout.splitlines()
    assert "killed" in unused
    assert "revenue" not in unused
    table = [line.split() for line in cli("rules", "coverage", "in/b.txt", "-q").stdout.splitlines()]
    assert table[0] == ["rule", "in/b.txt"]
    assert ["metric.revenue", "1"] in table


def test_without_a_corpus_the_examples_are_counted(cli, mine, monkeypatch):
    ran = tuple(rule_examples.run_rules(rules.pipeline(rules.load_rules(mine()[1])), "urns-glazed"))
    monkeypatch.setattr(rules_on_articles, "run_rules", lambda _stages: ran)
    told = json.loads(cli("rules", "coverage", "--format", "json", "-q").stdout)
    assert told["fired"] == {"examples": {"metric.urns-glazed": 1}}


def test_a_corpus_that_cannot_be_read_is_exit_3(cli, folder):
    (folder / "in/c.txt").write_bytes(b"\xff")
    assert cli("rules", "coverage", "in/c.txt").return_value == 3


def test_what_other_rules_change_is_listed(cli, mine, folder, monkeypatch):
    (folder / "in/c.txt").write_text("Marl Pottery glazed 40 urns in 2031.", encoding="utf-8")
    done = cli("rules", "diff", "default", mine()[1], "in/c.txt")
    assert done.return_value == 0
    assert "urns glazed" in done.stdout
    stages = []
    monkeypatch.setattr(rules_on_articles, "changes", lambda one, other: stages.append((one.claims, other.claims)))
    monkeypatch.setattr(rules_on_articles, "RENDER", {"text": lambda _changes: ""})
    cli("rules", "diff", "default", "mine", "in/c.txt")
    ((one, other),) = stages
    assert "urns-glazed" not in {claim.metric.id for claim in one}
    assert "urns-glazed" in {claim.metric.id for claim in other}


SAY = "The storm killed 40 people in Kelby."
PROBLEM = Diagnostic("rules.example-wrong", Severity.ERROR, "m", "x.yaml:9:9")


def reasons_of(quote, metric, *, fails=True, say=SAY):
    """Why a metric of the tool's own rules takes no value in a sentence, as an example asks it to."""
    stages = rules.pipeline(rules.load_rules())
    example = Example(say, get=(Want(quote=quote, metric=metric),))
    items = stages.claims(rule_examples._item_in_words(say, None))
    ran = ExampleRun("x.yaml:1:1", example, items, (PROBLEM,) if fails else ())
    return [(p.where, p.message) for p in rule_examples.reasons(stages, ran)]


def test_a_metric_says_why_it_takes_no_value_that_is_read_and_of_another():
    ((where, message),) = reasons_of("40", "revenue")
    assert where == "x.yaml:9:9"
    assert message.startswith("revenue does not take '40': dimension: ")


@pytest.mark.parametrize(("quote", "metric"), [("40", "killed"), ("41", "revenue"), ("40", None), ("40", "no-rule")])
def test_nothing_is_said_of_what_was_taken_is_not_there_or_names_no_rule(quote, metric):
    assert reasons_of(quote, metric) == []


def test_nothing_is_said_of_an_example_that_holds():
    assert reasons_of("40", "revenue", fails=False) == []
