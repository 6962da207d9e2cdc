"""`reconcile completion`: a script with which a shell completes commands, options and paths."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from reconcile.cli.options import Exit

_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(epilog="Example: reconcile completion bash > ~/.local/share/bash-completion/completions/reconcile")
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print the script by which SHELL completes this command.

    \b
    Put what is printed where your shell looks for it:
        bash  ~/.local/share/bash-completion/completions/reconcile
        zsh   a file _reconcile in a folder of $fpath
        fish  ~/.config/fish/completions/reconcile.fish
    """
    complete = _SHELLS[shell](ctx.find_root().command, {}, "reconcile", "_RECONCILE_COMPLETE")
    # not source(), which starts the shell to learn its version
    click.echo(complete.source_template % complete.source_vars())
    return Exit.CLEAN
