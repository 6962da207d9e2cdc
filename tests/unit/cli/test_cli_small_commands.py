"""`diff`, `facts`, `init`, `completion` and `stats`: what each prints and how it ends."""

import json
import tomllib

import pytest

from reconcile.cli.completion import completion
from reconcile.cli.diff import diff
from reconcile.cli.facts import facts
from reconcile.cli.init import init
from reconcile.cli.stats import stats
from reconcile.errors import FilesError, UsageError


def test_the_commands_have_the_names_that_users_type():
    assert [c.name for c in (completion, diff, facts, init, stats)] == [
        "completion", "diff", "facts", "init", "stats"
    ]  # fmt: skip


@pytest.fixture
def reports(cli, folder):
    """The reports of one article and of two that disagree."""
    cli("report", "in/a.txt", "-o", "one", "--format", "json", "-q")
    cli("report", "in", "-o", "two", "--format", "json", "-q")


@pytest.mark.usefixtures("reports")
def test_a_difference_is_exit_1_only_where_that_is_asked(cli):
    done = cli("diff", "one/report.json", "two/report.json")
    assert done.return_value == 0
    assert "$47 million" in done.stdout
    assert cli("diff", "one/report.json", "two/report.json", "--exit-code").return_value == 1
    assert cli("diff", "one/report.json", "one/report.json", "--exit-code").return_value == 0
    told = json.loads(cli("diff", "one/report.json", "two/report.json", "--format", "json").stdout)
    assert told


@pytest.mark.parametrize(("content", "code"), [(None, "input.unreadable"), (b"\xff", "input.encoding")])
def test_a_report_that_cannot_be_read_is_named(cli, folder, content, code):
    if content is not None:
        (folder / "no.json").write_bytes(content)
    done = cli("diff", "no.json", "no.json")
    assert isinstance(done.exception, FilesError)
    assert [(p.code, p.where) for p in done.exception.problems] == [(code, "no.json:1:1")]


QUANTITY = {"mainsnak": {"snaktype": "value", "datavalue": {"value": {"amount": "+8000000", "unit": "1"}}}}
ENTITIES = {"entities": {"Q7": {"labels": {"en": {"value": "Norland"}}, "claims": {"P1082": [QUANTITY]}}}}


def test_facts_are_printed_or_written_and_counted(cli, folder):
    (folder / "q.json").write_text(json.dumps(ENTITIES), encoding="utf-8")
    done = cli("facts", "import", "wikidata", "q.json")
    assert done.return_value == 0
    assert done.stderr == "1 fact.\n"
    assert done.stdout.startswith("# Imported from Wikidata, q.json. Edit freely")
    assert '    value: "8000000"\n' in done.stdout
    quiet = cli("facts", "import", "wikidata", "q.json", "-o", "facts/n.yaml", "-q")
    assert (quiet.stdout, quiet.stderr) == ("", "")
    assert (folder / "facts/n.yaml").read_text(encoding="utf-8") == done.stdout


@pytest.mark.parametrize("text", ["[]", "{", "", '{"entities": 4}'])
def test_a_file_without_facts_is_exit_3(cli, folder, text):
    (folder / "q.json").write_text(text, encoding="utf-8")
    done = cli("facts", "import", "wikidata", "q.json")
    assert done.return_value == 3
    assert "q.json:1:1: error: " in done.stderr or "q.json:1:2: error: " in done.stderr
    assert cli("facts", "import", "sec", "gone.json").return_value == 3


def test_a_warning_leaves_the_exit_code_alone(cli, folder):
    odd = {**QUANTITY, "mainsnak": {"snaktype": "value", "datavalue": {"value": {"amount": "+1", "unit": "x/Q5"}}}}
    entity = {**ENTITIES["entities"]["Q7"], "claims": {"P1082": [odd, QUANTITY]}}
    (folder / "q.json").write_text(json.dumps({"entities": {"Q7": entity}}), encoding="utf-8")
    done = cli("facts", "import", "wikidata", "q.json")
    assert done.return_value == 0
    assert "warning: Q7 P1082: no name for the unit Q5" in done.stderr
    assert "1 fact." in done.stderr


def test_init_writes_a_folder_that_reports_a_conflict_and_overwrites_nothing(cli, folder, monkeypatch):
    done = cli("init", "room")
    assert done.return_value == 0
    assert done.stdout.count("Wrote room/") == 6
    assert "Next:\n  cd room\n  reconcile rules test trees-planted\n" in done.stdout
    config = tomllib.loads((folder / "room/reconcile.toml").read_text(encoding="utf-8"))
    assert config == {"paths": ["articles"], "rules": ["rules"], "report": {"output": "reports", "fail-on": "conflict"}}
    assert isinstance(cli("init", "room").exception, UsageError)
    monkeypatch.chdir(folder / "room")
    report = cli("report")
    assert report.return_value == 1
    assert (folder / "room/reports/report.md").is_file()
    (folder / "bare").mkdir()
    monkeypatch.chdir(folder / "bare")
    assert "Next:\n  reconcile rules test" in cli("init").stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_its_own_script(cli, shell):
    script = cli("completion", shell).stdout
    assert "_RECONCILE_COMPLETE" in script
    assert f"{shell}_complete" in script


def test_decisions_are_counted_by_code_rule_kind_and_source(cli):
    assert cli("stats", "in").stdout == "Nothing is decided in in/decisions.\n"
    cli("review", "--terminal", "in", "--by", "ada", stdin="1\nq\n")
    table = [line.split() for line in cli("stats", "in").stdout.splitlines()]
    assert table[0][:3] == ["by", "name", "decided"]
    assert ["finding", "RC101", "1", "1", "0", "0", "0", "1.000"] in table
    sources = {row[1]: row[-3:] for row in table if row[0] == "source"}
    assert sources == {"a.txt": ["1", "of", "1"], "b.txt": ["0", "of", "1"]}
    text = cli("stats", "in", "--format", "json").stdout
    assert text.startswith('[\n  {\n    "by": ')
    rows = json.loads(text)
    assert {(row["by"], row["name"]) for row in rows} >= {("finding", "RC101"), ("source", "a.txt")}
