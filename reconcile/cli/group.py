"""A group of commands that lists each with its whole first sentence, and knows what a mistyped one was to be."""

from __future__ import annotations

import click

from reconcile.rules.source import nearest

# Longer than any first sentence: the list breaks lines, and cuts none.
_WHOLE = 200


class CommandGroup(click.Group):
    """What click's group does, in plain words."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their first sentences, broken over lines where they are long."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, known.get_short_help_str(_WHOLE)) for name, known in found if known is not None]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names. Raises click's UsageError, with the likely one, for any other."""
        name = args[0] if args else ""
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            likely = nearest(name, self.list_commands(ctx))
            ctx.fail(f"no command '{name}'" + (f"; did you mean '{likely}'?" if likely else ""))
        return super().resolve_command(ctx, args)
