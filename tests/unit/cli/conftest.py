"""A command in process, with the rules that come with the tool loaded once."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from reconcile.cli import session
from reconcile.cli.main import command
from reconcile.pipeline import default_pipeline, pipeline, read_rules

ARTICLES = {
    "in/a.txt": (
        "Revenue of Acme Steel was about $41 million in 2030.\nThe mill has 12 gates.\n\nNothing here.\n"
        "It was shut on 3/4/2031 after six hours, at gate 4-5-6.\n"
    ),
    "in/b.txt": "Acme Steel reported revenue of $47 million in 2030.\n",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The working folder, with two articles that disagree."""
    for name, text in ARTICLES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def cli(folder, monkeypatch):
    """Runs a command in the folder; what it returns or raises stands in `return_value` and `exception`."""

    def known_rules(*folders: str | Path, follow_links: bool = False):
        if folders:
            return read_rules(*folders, follow_links=follow_links)
        return default_pipeline().pack, ()

    monkeypatch.setattr(session, "read_rules", known_rules)
    monkeypatch.setattr(
        session, "pipeline", lambda pack: default_pipeline() if pack is default_pipeline().pack else pipeline(pack)
    )

    def run(*arguments, stdin=None):
        return CliRunner().invoke(command, arguments, input=stdin, standalone_mode=False)

    return run
