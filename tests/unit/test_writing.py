"""Files are written whole or not at all, never through a link, and what a killed run left is swept."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reconcile.errors import UsageError
from reconcile.writing import TEMPORARY, remove_file, sweep, write_atomically, write_new

ROOT = Path(__file__).resolve().parents[2]


def left(folder):
    """The names in a folder that are temporary files."""
    return [path.name for path in folder.iterdir() if TEMPORARY.fullmatch(path.name)]


def test_a_set_is_written_over_what_is_there_and_keeps_its_permissions(tmp_path):
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "a.md").chmod(0o640)
    write_atomically({tmp_path / "a.md": "new\n", tmp_path / "deep/b.json": "{}\n"}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"new\n"
    assert (tmp_path / "deep/b.json").read_text() == "{}\n"
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640
    assert left(tmp_path) == left(tmp_path / "deep") == []


def test_a_new_file_has_the_permissions_that_others_have(tmp_path):
    (tmp_path / "usual").write_text("")
    write_atomically({tmp_path / "ours": ""}, tmp_path)
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_where_one_cannot_be_written_none_is(tmp_path):
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "c").mkdir()
    with pytest.raises(UsageError, match=r"cannot write .*c: it is no ordinary file"):
        write_atomically({tmp_path / "a.md": "new", tmp_path / "c": "new"}, tmp_path)
    with pytest.raises(UsageError, match=r"cannot write .*a\.md/b"):
        write_atomically({tmp_path / "new.md": "new", tmp_path / "a.md/b": "new"}, tmp_path)
    assert (tmp_path / "a.md").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "c"]


def test_a_device_or_a_pipe_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="no ordinary file"):
        write_atomically({tmp_path / "pipe": "x"}, tmp_path)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.parametrize("follow_links", [False, True])
def test_a_link_is_never_written_over_and_its_target_stays(tmp_path, follow_links):
    target = tmp_path / "elsewhere"
    target.write_text("precious")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/report.md").symlink_to(target)
    (tmp_path / "out/lost.md").symlink_to(tmp_path / "nowhere")
    for name in ("report.md", "lost.md"):
        with pytest.raises(UsageError, match=f"{name}: it is a link"):
            write_atomically({tmp_path / "out" / name: "x"}, tmp_path / "out", follow_links=follow_links)
        with pytest.raises(UsageError, match="there already"):
            write_new({tmp_path / "out" / name: "x"}, tmp_path / "out", follow_links=follow_links)
    assert target.read_text() == "precious"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("link", ["out", "out/metrics"])
def test_a_folder_that_is_a_link_is_written_to_only_where_that_is_asked_for(tmp_path, link):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "elsewhere")
    path = tmp_path / "out/metrics/a.yaml" if link != "out" else tmp_path / "out/a.yaml"
    with pytest.raises(UsageError, match=f"{link} is a link; --follow-links writes there"):
        write_atomically({path: "x"}, tmp_path / "out")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    write_atomically({path: "x"}, tmp_path / "out", follow_links=True)
    assert (tmp_path / "elsewhere/a.yaml").read_text() == "x"


def test_links_above_the_folder_are_none_of_our_business(tmp_path):
    (tmp_path / "real/out").mkdir(parents=True)
    (tmp_path / "home").symlink_to(tmp_path / "real")
    write_atomically({tmp_path / "home/out/a.md": "x"}, tmp_path / "home/out")
    assert (tmp_path / "real/out/a.md").read_text() == "x"


def test_new_files_are_all_new_or_none_is_written(tmp_path):
    (tmp_path / "b").write_text("mine")
    with pytest.raises(UsageError, match="b is there already; nothing was written"):
        write_new({tmp_path / "a": "1", tmp_path / "b": "2"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b"]
    assert write_new({tmp_path / "a": "1", tmp_path / "c": "3"}, tmp_path) == (tmp_path / "a", tmp_path / "c")
    assert (tmp_path / "c").read_text() == "3"
    assert left(tmp_path) == []


def test_a_new_file_that_another_makes_meanwhile_is_not_overwritten_and_the_set_is_taken_back(tmp_path, monkeypatch):
    link = os.link

    def another_is_quicker(source, target):
        if Path(target).name == "b":
            Path(target).write_text("theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", another_is_quicker)
    with pytest.raises(UsageError, match=r"cannot write .*b: File exists"):
        write_new({tmp_path / "a": "1", tmp_path / "b": "2"}, tmp_path)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"b": "theirs"}


def test_without_hard_links_new_files_are_written_all_the_same(tmp_path, monkeypatch):
    def refuse(_source, _target):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_new({tmp_path / "a": "1"}, tmp_path)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "1"}


def test_removing_takes_the_link_and_not_its_target(tmp_path):
    (tmp_path / "target").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    remove_file(tmp_path / "link")
    remove_file(tmp_path / "link")
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


KILLED_BEFORE_THE_FIRST_RENAME = """
import os, signal, sys
from pathlib import Path
from reconcile.writing import write_atomically
Path.replace = lambda self, target: os.kill(os.getpid(), signal.SIGKILL)
folder = Path(sys.argv[1])
write_atomically({folder / "a.md": "new", folder / "b.md": "new"}, folder)
"""
KILLED_BETWEEN = KILLED_BEFORE_THE_FIRST_RENAME.replace(
    "Path.replace =",
    "real = Path.replace\nPath.replace = lambda self, target: real(self, target) "
    "if target.name == 'a.md' else os.kill(os.getpid(), signal.SIGKILL)\n_unused =",
)


@pytest.mark.parametrize(
    ("script", "first", "others"), [(KILLED_BEFORE_THE_FIRST_RENAME, "old", 2), (KILLED_BETWEEN, "new", 1)]
)
def test_after_a_kill_every_file_is_whole_and_the_next_write_sweeps(tmp_path, script, first, others):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("old")
    killed = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert killed.returncode == -9
    assert [(tmp_path / name).read_text() for name in ("a.md", "b.md")] == [first, "old"]
    assert len(left(tmp_path)) == others
    write_atomically({tmp_path / "c.md": "x"}, tmp_path)
    assert left(tmp_path) == []


def test_what_a_living_writer_holds_is_not_swept_and_nothing_of_others_is(tmp_path, monkeypatch):
    held, go_on = threading.Event(), threading.Event()
    replace = Path.replace

    def wait(self, target):
        held.set()
        assert go_on.wait(20)
        return replace(self, target)

    (tmp_path / ".reconcile-notes.tmp").write_text("a name that is not ours")
    (tmp_path / ".hidden").write_text("x")
    monkeypatch.setattr(Path, "replace", wait)
    writer = threading.Thread(target=write_atomically, args=({tmp_path / "a.md": "whole"}, tmp_path))
    writer.start()
    assert held.wait(20)
    sweep(tmp_path)
    assert len(left(tmp_path)) == 1
    go_on.set()
    writer.join(20)
    assert (tmp_path / "a.md").read_text() == "whole"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", ".reconcile-notes.tmp", "a.md"]


def test_many_writers_at_once_leave_one_whole_file(tmp_path):
    texts = [f"{n}\n" * 5_000 for n in range(12)]
    writers = [threading.Thread(target=write_atomically, args=({tmp_path / "a": text}, tmp_path)) for text in texts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert (tmp_path / "a").read_text() in texts
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
