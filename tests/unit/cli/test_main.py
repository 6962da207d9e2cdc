"""How the command ends: the code of each way, and what it says on standard error."""

import click
import pytest

from reconcile.cli import main
from reconcile.errors import ConfigError, Diagnostic, Severity, UsageError

PROBLEM = Diagnostic("config.invalid", Severity.ERROR, "odd", "x.toml:3:4", "Traceback")


@pytest.fixture
def ends(monkeypatch, capsys):
    """Runs a command that raises an error; gives the code and what it said."""

    def run(error, *args):
        def fail(**_):
            raise error

        monkeypatch.setattr(main.command, "main", fail)
        return main.run(args), capsys.readouterr().err

    return run


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (click.UsageError("no such thing"), 2, "Error: no such thing\n"),
        (ConfigError((PROBLEM,)), 2, "x.toml:3:4: error: odd [config.invalid]\n"),
        (UsageError("it makes no sense"), 2, "reconcile: it makes no sense\n"),
        (click.Abort(), 130, "Stopped.\n"),
        (ZeroDivisionError("of ours"), 4, "reconcile: internal error. Please report it with the lines above.\n"),
    ],
)
def test_what_ends_a_run_makes_its_code(ends, error, code, words):
    got, message = ends(error)
    assert (got, message.endswith(words)) == (code, True)
    assert ("ZeroDivisionError: of ours" in message) == (code == 4)


@pytest.mark.parametrize(("args", "shown"), [((), False), (("extract", "-v"), True), (("--verbose",), True)])
def test_where_the_tool_failed_is_shown_to_those_who_ask_for_more(ends, args, shown):
    assert ("    Traceback\n" in ends(ConfigError((PROBLEM,)), *args)[1]) == shown


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (3, 3)])
def test_a_command_that_returns_nothing_was_clean(monkeypatch, returned, code):
    monkeypatch.setattr(main.command, "main", lambda **_: returned)
    assert main.run(()) == code


@pytest.mark.parametrize(("value", "color"), [("1", False), ("", None)])
def test_no_colour_is_what_the_environment_says(monkeypatch, value, color):
    given = {}
    monkeypatch.setenv("NO_COLOR", value)
    monkeypatch.setattr(main.command, "main", lambda **options: given.update(options))
    main.run(())
    assert given["color"] is color


def test_commands_are_known_by_name_and_imported_when_asked_for():
    context = click.Context(main.command)
    names = main.command.list_commands(context)
    assert {"report", "extract", "mentions", "rules"} <= set(names)
    assert [main.command.get_command(context, name).name for name in names] == names
    assert main.command.get_command(context, "none") is None


def test_a_fault_in_reading_the_configuration_is_one_of_its_file(cli, monkeypatch):
    def fail(_path):
        raise ZeroDivisionError

    monkeypatch.setattr(main, "read", fail)
    (problem,) = cli("--config", "mine.toml", "extract", "in").exception.problems
    assert (problem.code, problem.where) == ("config.failed", "mine.toml:1:1")
    assert cli("--no-config", "extract", "in").return_value == 0
