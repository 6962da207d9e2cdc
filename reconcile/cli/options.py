"""Options that several commands share."""

from __future__ import annotations

import click

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
RULES = click.option(
    "--rules",
    "rules",
    multiple=True,
    type=click.Path(),
    metavar="DIR",
    help="A folder of further rules, on top of those that come with the tool. May be repeated.",
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="Print results and errors only: no summary, no warnings.")
