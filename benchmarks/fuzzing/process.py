"""Runs a command of the tool so that neither a crash nor an endless loop of it ends the fuzzer."""

from __future__ import annotations

import os
import pkgutil
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from pathlib import Path

import reconcile
from reconcile.cli.main import command, main

# A run that needs more than this has gone wrong, whatever it is at.
MOST_MEMORY = 4 << 30
_SETTINGS = {"RECONCILE_REVIEWER": "ada", "NO_COLOR": "1", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command came to; `seconds` of processor time, `hung` when it was killed for taking too long."""

    code: int
    out: str
    err: str
    seconds: float
    hung: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of processor time that are too many, and seconds of the clock after which a run is killed."""

    processor: float
    clock: float


def warm_up(folder: Path) -> None:
    """Imports the whole tool and reports on a folder, so that what is started later need not begin anew each time."""
    for module in pkgutil.walk_packages(reconcile.__path__, "reconcile."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    with chdir(folder), redirect_stdout(StringIO()):
        command.main(["report"], standalone_mode=False)


def start_fork(args: Sequence[str], folder: Path, out: Path, err: Path, stdin: Path = Path(os.devnull)) -> int:
    """Starts a command in a copy of this process, which has the tool imported already; its process id."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        _redirect(folder, stdin, out, err)
        main(list(args))
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _redirect(folder: Path, stdin: Path, out: Path, err: Path) -> None:
    for path, number, mode in (
        (stdin, 0, os.O_RDONLY),
        (out, 1, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (err, 2, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        handle = os.open(path, mode, 0o600)
        os.dup2(handle, number)
        os.close(handle)
    for number, name in ((0, "stdin"), (1, "stdout"), (2, "stderr")):
        setattr(sys, name, os.fdopen(number, "r" if number == 0 else "w", closefd=False))
    os.environ.update(_SETTINGS)
    os.chdir(folder)


def run_fork(args: Sequence[str], folder: Path, limits: Limits) -> Outcome:
    """Runs a command in a copy of this process."""
    out, err = folder.parent / f"{folder.name}.out", folder.parent / f"{folder.name}.err"
    pid = start_fork(args, folder, out, err)
    end = time.monotonic() + limits.clock
    hung = False
    while True:
        done, status, usage = os.wait4(pid, os.WNOHANG)
        if done:
            break
        if time.monotonic() > end:
            hung = True
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.004)
    seconds = usage.ru_utime + usage.ru_stime
    code = os.waitstatus_to_exitcode(status)
    return Outcome(code, _read(out), _read(err), seconds, hung or seconds > limits.processor)


def run_apart(args: Sequence[str], folder: Path, limits: Limits, settings: Mapping[str, str] = _SETTINGS) -> Outcome:
    """Runs a command as a person would, in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "reconcile", *args],
            cwd=folder,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=limits.clock,
            env={**os.environ, **settings},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(-signal.SIGKILL, "", "", limits.clock, hung=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    out, err = (stream.decode("utf-8", "backslashreplace") for stream in (done.stdout, done.stderr))
    return Outcome(done.returncode, out, err, seconds, seconds > limits.processor)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "backslashreplace")
