"""Pages on tables of claims, declared facts and own words, followed: files written, commands run, output as shown."""

import re

import pytest
from test_tutorial import ROOT, commands, run

pytestmark = pytest.mark.slow

# "```csv claims.csv": the language, then the name of the file
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = {"howto/your-own-sources.md": 4, "howto/reference-facts.md": 3, "howto/words-of-your-own.md": 6}


@pytest.mark.parametrize("page", PAGES)
def test_every_block_does_what_the_page_shows(page, tmp_path):
    ran = 0
    for kind, name, block in BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8")):
        if name:
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block, encoding="utf-8")
            continue
        assert kind == "console", kind
        for command, wanted in commands(block):
            assert [line.rstrip() for line in run(command, tmp_path)] == wanted, command
            ran += 1
    assert ran == PAGES[page]
