"""Lists of commands in whole sentences, and a mistyped command with the one it was to be."""

import pytest
from click.testing import CliRunner

from reconcile.cli.main import command


@pytest.mark.parametrize(
    ("typed", "meant"), [(("rpeort",), "report"), (("rules", "shwo"), "show"), (("facts", "imprt"), "import")]
)
def test_a_mistyped_command_is_answered_with_the_likely_one(typed, meant):
    done = CliRunner().invoke(command, [*typed])
    assert done.exit_code == 2
    assert f"no command '{typed[-1]}'; did you mean '{meant}'?" in done.output


def test_a_command_like_no_other_gets_no_advice():
    done = CliRunner().invoke(command, ["zzz"])
    assert "no command 'zzz'" in done.output
    assert "did you mean" not in done.output


@pytest.mark.parametrize("group", [(), ("rules",), ("review",)])
def test_the_list_of_commands_cuts_no_sentence(group):
    done = CliRunner().invoke(command, [*group, "--help"])
    assert done.exit_code == 0
    assert "..." not in done.output.partition("Commands:")[2]
