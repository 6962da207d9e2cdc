"""The page on reviewing as a reader follows it: its commands run in order, their output is what it shows."""

import pytest
from test_tutorial import BLOCK, ROOT, commands, run

pytestmark = pytest.mark.slow

PAGE = (ROOT / "docs" / "howto" / "review.md").read_text(encoding="utf-8")


def test_every_command_does_what_the_page_shows(tmp_path):
    ran = 0
    for kind, block in BLOCK.findall(PAGE):
        assert kind == "console", kind
        for command, wanted in commands(block):
            assert [line.rstrip() for line in run(command, tmp_path)] == wanted, command
            ran += 1
    assert ran >= 20
