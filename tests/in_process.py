"""Runs the command as a process would, without one: the same arguments in, the same bytes and exit code out.

Starting Python and loading the rules takes most of the time of a short run, and proves something only once:
`test_command_line` holds what is said here to what a process says, for each exit code.
"""

import gc
import io
import os
import signal
import subprocess
import sys
from contextlib import chdir, contextmanager
from unittest import mock

from reconcile.cli.main import main

# what a terminal or a CI system may have set, and a test must not depend on
_COLOURS = ("NO_COLOR", "FORCE_COLOR")


def run_in_process(*arguments, cwd, stdin=b"", env=None, merged=False):
    """A finished run of `reconcile`; `stdin` is what it reads, `env` is added to the environment.

    Where `merged`, what goes to standard error stands in the output where it was written.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    err = out if merged else err
    plain = {key: value for key, value in os.environ.items() if key not in _COLOURS}
    with (
        chdir(cwd),
        mock.patch.dict(os.environ, {**plain, **(env or {})}, clear=True),
        mock.patch.multiple(sys, stdin=io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"), stdout=out, stderr=err),
        _process_settings_restored(),
    ):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
    return subprocess.CompletedProcess(("reconcile", *arguments), code, out.buffer.getvalue(), err.buffer.getvalue())


@contextmanager
def _process_settings_restored():
    """`main` owns its process and sets what suits it; here the process is everybody's."""
    pipe, thresholds = signal.getsignal(signal.SIGPIPE), gc.get_threshold()
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, pipe)
        gc.set_threshold(*thresholds)
