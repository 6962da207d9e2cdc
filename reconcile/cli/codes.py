"""The exit codes; alone here, so that a command that reads nothing starts without the records of a run."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the command says to the program that called it."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREAD = 3
    INTERNAL = 4
