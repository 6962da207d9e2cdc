"""`reconcile completion`: a script with which a shell completes commands, options and paths."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from reconcile.cli.options import Exit
from reconcile.errors import UsageError

_VARIABLE = "_RECONCILE_COMPLETE"


@click.command(epilog="Example: reconcile completion bash > ~/.local/share/bash-completion/completions/reconcile")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print the script by which SHELL completes this command.

    \b
    Put what is printed where your shell looks for it:
        bash  ~/.local/share/bash-completion/completions/reconcile
        zsh   a file _reconcile in a folder of $fpath
        fish  ~/.config/fish/completions/reconcile.fish
    """
    made = get_completion_class(shell)
    if made is None:
        raise UsageError(f"no completion for {shell}")
    complete = made(ctx.find_root().command, {}, "reconcile", _VARIABLE)
    # not source(), which starts the shell to learn its version
    click.echo(complete.source_template % complete.source_vars())
    return Exit.CLEAN
