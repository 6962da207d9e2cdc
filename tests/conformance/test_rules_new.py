"""`reconcile rules new` from outside: by options, by answers on standard input, and never over a file."""

import pytest
from click.testing import CliRunner

from reconcile.cli.main import command
from reconcile.errors import UsageError

SAY, LEAVE = "Marl Pottery glazed 4,000 urns in 2031.", "Marl Pottery dropped 4,000 urns in 2031."
GIVEN = ("--say", SAY, "--quote", "4,000", "--leave", LEAVE, "--yes")


@pytest.fixture
def new(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*args, answers=None):
        return CliRunner().invoke(command, ["rules", "new", *args], input=answers, standalone_mode=False)

    return run


def test_options_alone_write_a_rule_that_passes_its_examples(new, tmp_path):
    done = new(*GIVEN, "--label", "urns made", "--nouns", "urn, vase")
    assert (done.return_value, done.exception) == (0, None)
    assert "Wrote my-rules/metrics/urns-made.yaml" in done.stdout
    assert "2 examples run, 0 failed." in done.stdout
    assert "reconcile rules test urns-made --rules my-rules" in done.stdout
    text = (tmp_path / "my-rules/metrics/urns-made.yaml").read_text()
    schema = tmp_path / "my-rules/metrics" / text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert schema.resolve().is_file()
    assert "nouns: [urn, vase]" in text
    assert '- quote: "4,000"\n            kind: count\n            value: 4000\n            unit: urn\n' in text
    checked = CliRunner().invoke(command, ["rules", "check", "--rules", "my-rules"], standalone_mode=False)
    assert "0 errors, 0 warnings" in checked.stdout


def test_answers_may_come_from_standard_input(new, tmp_path):
    done = new(answers=f"{SAY}\n4,000\nurns glazed\n\nflow\n\nurn\n{LEAVE}\n")
    assert done.exception is None, done.stderr
    assert "belongs to its period" in done.stderr
    assert "triggers: [glazed]" in (tmp_path / "my-rules/metrics/urns-glazed.yaml").read_text()


def test_nothing_is_written_twice(new, tmp_path):
    assert new(*GIVEN).return_value == 0
    before = (tmp_path / "my-rules/metrics/urns-glazed.yaml").read_bytes()
    again = new(*GIVEN, "--triggers", "glazed, enamelled")
    assert isinstance(again.exception, UsageError)
    assert "already" in str(again.exception)
    assert (tmp_path / "my-rules/metrics/urns-glazed.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--triggers", "fired"), "would not read that sentence, so nothing was written: triggers"),
        (("--nouns", "vase"), "nouns: “urn” is none of its nouns"),
        (("--leave", "Marl Pottery glazed 12 urns."), "would read '12'"),
        (("--leave", "Marl Pottery was closed."), "proves nothing"),
        (("--quote", "5,000"), "none of the values read: 4,000, 2031"),
        (("--say", "Marl Pottery glazed urns."), "no number and no time"),
        (("--id", "Urns!"), "no name for a rule"),
        (("--id", "revenue"), "there is a metric 'revenue' already"),
    ],
)
def test_a_rule_that_would_not_work_is_not_written(new, tmp_path, more, words):
    done = new(*GIVEN, *more)
    assert isinstance(done.exception, UsageError)
    assert words in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_left_as_it_is(new, tmp_path):
    (tmp_path / "my-rules/metrics").mkdir(parents=True)
    file = tmp_path / "my-rules/metrics/urns-glazed.yaml"
    file.write_text("metrics: []\n")
    done = new(*GIVEN)
    assert "is there already" in str(done.exception)
    assert file.read_text() == "metrics: []\n"
