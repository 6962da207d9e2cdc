"""Places as a reader is told them: from here, or by the name of a rule file that comes with the tool."""

from pathlib import Path

from click.testing import CliRunner

from reconcile.cli.main import command
from reconcile.cli.session import from_here, is_built_in
from reconcile.sources.packs import default_pack


def test_a_place_in_the_working_folder_is_reported_from_there(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert from_here(f"{tmp_path.as_posix()}/my-rules/x.yaml:3:5") == "my-rules/x.yaml:3:5"
    assert from_here("elsewhere/x.yaml:3:5") == "elsewhere/x.yaml:3:5"


def test_a_built_in_rule_is_reported_without_the_place_of_installation(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    reported = from_here(f"{default_pack().as_posix()}/metrics/disasters.yaml:3:5")
    assert reported == "(built in) metrics/disasters.yaml:3:5"
    assert is_built_in(reported)
    assert not is_built_in("my-rules/x.yaml:3:5")


def test_why_not_does_not_send_anyone_to_edit_what_is_installed(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command, ["explain", "--why-not", "--metric", "killed", "The blast felled 12 people."])
    assert "(built in) metrics/disasters.yaml" in done.output
    assert "in a copy of the rule (`reconcile rules show killed`) in a folder of yours" in done.output
    assert Path(default_pack()).as_posix() not in done.output
