import os
from itertools import islice

import click
import pytest
from click.testing import CliRunner

from reconcile.cli import watch
from reconcile.cli.watch import changes, snapshot, watchable


def touch(path, text):
    path.write_text(text)
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 1))


def test_what_changes_comes_or_goes_is_reported_once(tmp_path):
    kept, gone = tmp_path / "kept.txt", tmp_path / "gone.txt"
    kept.write_text("1")
    gone.write_text("1")
    steps = iter([lambda: None, lambda: touch(kept, "2"), gone.unlink, lambda: touch(tmp_path / "new.txt", "3")])
    found = changes([tmp_path], None, lambda _seconds: next(steps)())
    assert list(islice(found, 3)) == [(kept,), (gone,), (tmp_path / "new.txt",)]


def test_hidden_files_and_the_report_itself_are_not_watched(tmp_path):
    for name in (".hidden", "out/report.md", "in/a.txt", ".git/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    assert {p.name for p in snapshot([tmp_path], tmp_path / "out")} == {"a.txt"}
    assert snapshot([tmp_path / "gone"]) == {}


@pytest.fixture
def counted(tmp_path, monkeypatch):
    """A watched command that counts its runs, in a world that changes twice and is then interrupted."""
    article = tmp_path / "a.txt"
    article.write_text("0")
    steps = iter([lambda: touch(article, "1"), lambda: None, lambda: touch(article, "2")])

    def wait(_seconds):
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr(watch.time, "sleep", wait)
    runs = []

    @click.command()
    @click.argument("paths", nargs=-1)
    @click.option("--rules", multiple=True)
    @watchable
    def command(paths, rules):
        runs.append(article.read_text())
        return 1

    return command, str(article), runs


def test_the_command_runs_again_at_each_change_until_interrupted(counted):
    command, article, runs = counted
    done = CliRunner().invoke(command, [article, "--watch"], standalone_mode=False)
    assert (runs, done.return_value) == (["0", "1", "2"], 1)
    assert done.stderr.count("Changed: ") == 2
    assert "Stopped watching." in done.stderr


def test_without_the_option_it_runs_once(counted):
    command, article, runs = counted
    assert CliRunner().invoke(command, [article], standalone_mode=False).return_value == 1
    assert runs == ["0"]


def test_standard_input_cannot_be_watched(counted):
    command, _, _ = counted
    done = CliRunner().invoke(command, ["-", "--watch"], standalone_mode=False)
    assert isinstance(done.exception, click.UsageError)
