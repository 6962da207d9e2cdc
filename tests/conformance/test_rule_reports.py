"""`reconcile rules coverage`, `diff`, `show` and `list` from outside."""

import json

import pytest
from click.testing import CliRunner

from reconcile.cli.main import command

RULES = """\
metrics:
  - id: urns-glazed
    label: urns glazed
    dimension: count
    nature: flow
    triggers: [glazed]
    nouns: [urn]
    examples:
      - {say: "Marl Pottery glazed 40 urns.", get: [{quote: "40", value: 40, metric: urns-glazed, subject: Marl Kilns}]}
      - {say: "Marl Pottery dropped 40 urns.", none: true}
"""


@pytest.fixture
def rules(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine/metrics").mkdir(parents=True)
    (tmp_path / "mine/metrics/urns.yaml").write_text(RULES)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/crier.txt").write_text("Marl Pottery glazed 4,000 urns. It has twelve kilns. Call 020 7946 0958.\n")
    return lambda *args: CliRunner().invoke(command, ["rules", *args], standalone_mode=False)


def test_coverage_counts_what_fired_on_each_corpus(rules):
    done = rules("coverage", "in", "--rules", "mine")
    rows = {line.split()[0]: line.split()[1] for line in done.stdout.splitlines()[2:]}
    assert rows == {"metric.urns-glazed": "1", "non-quantity.telephone": "1"}
    assert done.stderr.startswith("1 of ")


def test_coverage_lists_what_never_fired(rules):
    silent = rules("coverage", "in", "--unused", "--rules", "mine").stdout.split()
    assert "revenue" in silent
    assert "urns-glazed" not in silent
    data = json.loads(rules("coverage", "in", "--format", "json", "--rules", "mine").stdout)
    assert data == {"fired": {"in": {"metric.urns-glazed": 1, "non-quantity.telephone": 1}}, "unused": silent}


def test_without_a_corpus_the_examples_are_one(rules):
    done = rules("coverage", "--unused")
    assert done.stdout == ""
    assert "examples" in rules("coverage").stdout.splitlines()[0]


def test_diff_of_two_packs(rules):
    done = rules("diff", "default", "mine", "in")
    assert done.return_value == 0
    assert done.stdout.startswith("~ crier.txt:1:21  ")
    assert "[urns-glazed]" in done.stdout
    back = rules("diff", "mine", "default", "in", "--format", "json")
    assert json.loads(back.stdout)["claims"][0]["after"]["metric"]["id"] == "open"
    assert rules("diff", "mine", "mine", "in").stdout.startswith("Claims: 0 added, 0 removed, 0 changed")


def test_a_pack_alone_has_no_rules_but_its_own(rules):
    done = rules("diff", "default", "mine", "in", "--alone")
    # without a grammar nothing is counted by name
    assert "Claims: 1 added, 2 removed" in done.stdout
    assert "Marl Pottery, kilns [open]: 12 kilns\n" in done.stdout


def test_show_runs_the_examples_of_a_rule(rules):
    page = rules("show", "urns-glazed", "--rules", "mine").stdout
    assert "Its examples, run now:" in page
    assert "  fails  Marl Pottery glazed 40 urns.\n" in page
    assert "“40”: Marl Pottery, urns glazed; 40 urns" in page
    assert "mine/metrics/urns.yaml:9:99: '40': subject should be Marl Kilns, got" in page
    assert "  ok     Marl Pottery dropped 40 urns.\n" in page


def test_list_says_how_the_examples_come_out(rules):
    done = rules("list", "urns", "--rules", "mine")
    assert "1 of 2 failed" in done.stdout


def test_a_metric_asked_for_in_vain_is_reported_with_the_condition_that_failed(rules, tmp_path):
    file = tmp_path / "mine/metrics/urns.yaml"
    file.write_text(RULES.replace("subject: Marl Kilns", "subject: Marl Pottery").replace("[glazed]", "[enamelled]"))
    done = rules("test", "urns-glazed", "--rules", "mine")
    assert "[rules.example-near]" in done.stdout
    assert "note: urns-glazed does not take '40': triggers: none of its triggers stands in the sentence" in done.stdout
    assert "note:" not in rules("test", "urns-glazed", "--quiet", "--rules", "mine").stdout


def test_a_near_miss_is_counted_as_one(rules):
    done = rules("test", "urns-glazed", "--rules", "mine")
    assert done.return_value == 2
    assert "mine/metrics/urns.yaml:9:" in done.stdout
    assert "[rules.example-near]" in done.stdout
    assert "2 examples run, 1 failed (1 near miss): 1 error, 0 warnings." in done.stdout
