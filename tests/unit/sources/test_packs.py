import pytest

from reconcile.errors import RuleError
from reconcile.rules.load import load
from reconcile.sources.packs import default_pack, read_pack


def test_the_default_pack_loads():
    assert load(read_pack(default_pack())).digest


def test_files_are_named_from_the_folder_and_sorted(tmp_path):
    for name in ("b/x.yaml", "a.yaml", ".hidden/y.yaml", "b.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert [f.name for f in read_pack(tmp_path)] == ["a.yaml", "b.yaml", "b/x.yaml"]


def test_every_unreadable_file_is_named(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"x: 1\ny: \xff")
    (tmp_path / "b.yaml").write_bytes(b"\0")
    with pytest.raises(RuleError) as caught:
        read_pack(tmp_path)
    assert [p.where.rpartition("/")[2] for p in caught.value.problems] == ["a.yaml:2:4", "b.yaml:1:1"]


def test_a_folder_without_rules_is_refused(tmp_path):
    for folder in (tmp_path, tmp_path / "gone"):
        with pytest.raises(RuleError, match="rules"):
            read_pack(folder)
