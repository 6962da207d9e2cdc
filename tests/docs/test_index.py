"""The index of the documentation leads somewhere, and to every page."""

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
LINKS = re.findall(r"\]\(([^)#:]+)\)", (DOCS / "README.md").read_text(encoding="utf-8"))


def test_every_link_leads_somewhere():
    assert LINKS
    assert [link for link in LINKS if not (DOCS / link).exists()] == []


def test_every_page_is_in_the_index():
    pages = {p.relative_to(DOCS).as_posix() for p in (*DOCS.glob("*.md"), *DOCS.glob("howto/*.md"))}
    assert sorted(pages - {"README.md", *LINKS}) == []
