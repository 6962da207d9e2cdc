"""Pages as a reader follows them: their files are written, their commands run, their output is what they show."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from in_process import run_in_process

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# each page with the number of its commands, so that none is left out unseen
PAGES = {"tutorial.md": 12, "configuration.md": 5, "howto/ci.md": 11, "howto/files.md": 10}


SHELL_SIGNS = set("|&;<>$`*?#~")


def run(command, folder):
    """The lines that a command writes: one of ours by itself is run in process, anything else by a shell."""
    environment = {"NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "80"}
    if command.startswith("reconcile ") and not SHELL_SIGNS & set(command):
        done = run_in_process(*shlex.split(command)[1:], cwd=folder, env=environment, merged=True)
        return done.stdout.decode().splitlines()
    script = f'reconcile() {{ "{sys.executable}" -m reconcile "$@"; }}\n{command}'
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        ["sh", "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    return done.stdout.splitlines()


def commands(block):
    """The commands of a console block, each with the output shown below it."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_every_block_does_what_the_page_shows(page, tmp_path):
    ran = 0
    for kind, block in BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8")):
        if kind == "yaml":
            file = tmp_path / block.splitlines()[0].removeprefix("# ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block, encoding="utf-8")
            continue
        assert kind == "console", kind
        for command, wanted in commands(block):
            assert [line.rstrip() for line in run(command, tmp_path)] == wanted, command
            ran += 1
    assert ran >= PAGES[page]
