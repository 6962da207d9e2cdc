"""Odd values in what a user writes: each is told with its place, and no other row or file is lost."""

import json

import pytest

from reconcile.cli.main import run
from reconcile.errors import UsageError
from reconcile.pipeline import document
from reconcile.sources.fact_imports import import_wikidata
from reconcile.sources.read import read_inputs

ROW = '{{"subject": "{}", "metric": "population", "value": "{}"}}\n'


def test_half_a_character_in_a_row_is_refused_at_its_column(tmp_path, stages):
    path = tmp_path / "t.jsonl"
    path.write_text(ROW.format("Oslo", "5") + ROW.format(r"A\ud800", "6") + ROW.format("Bergen 😀", "7"))
    (found,), (problem,) = read_inputs([path])
    assert problem.where == f"{path.as_posix()}:2:15"
    assert (problem.code, "half of a character" in problem.message) == ("claims.json", True)
    assert [c.subject.label for c in stages.run([found]).claims] == ["Oslo", "Bergen 😀"]


@pytest.mark.parametrize(
    "value",
    ["NaN", "Infinity", "-Infinity", "1e999999", "9" * 5000, "[]", "{}", '{"low": {}}', '{"low": "x"}', "true", "null",
     "[" * 500 + "]" * 500, '"1e999999"', '"10^10^10"', '"' + "9" * 5000 + '"', '"' + "1," * 3000 + '"', '"1/0"'],
)  # fmt: skip
def test_no_value_of_a_row_loses_another_row(tmp_path, stages, value):
    rows = [ROW.format("Oslo", "5"), f'{{"subject": "Bergen", "metric": "population", "value": {value}}}\n']
    (tmp_path / "t.jsonl").write_text("".join(rows))
    run_ = stages.run(*read_inputs([tmp_path]))
    assert "Oslo" in [c.subject.label for c in run_.claims]
    assert not [d for d in run_.diagnostics if d.code.endswith(".failed") or d.code.startswith("internal.")]
    json.dumps(run_.to_dict())


def test_half_a_character_in_an_import_is_refused_at_its_place(pack):
    found = import_wikidata('{"entities":\n {"Q1": "\\udc00"}}', "q.json", pack.imports)
    assert [(p.code, p.where) for p in found.problems] == [("facts.json", "q.json:2:10")]
    assert not found.facts


def test_half_a_character_is_no_text():
    with pytest.raises(UsageError, match=r"half of a character .* at offset 2"):
        document("ab\ud800")


def test_the_command_line_says_so(capsys):
    assert run(["explain", "Corvid sold \udc80 5 cars."]) == 2
    assert "half of a character" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["report", "a" * 5000], "file name too long"),
        (["report", ".", "--rules", "a" * 5000], "file name too long"),
        (["report", ".", "--facts", "a" * 5000], "file name too long"),
        (["report", ".", "--ledger", "a" * 5000], "file name too long"),
        (["report", "a\0b"], "null byte"),
        (["verify", "a" * 5000], "file name too long"),
    ],
)
def test_a_path_that_no_system_has_is_a_mistake_of_the_command(tmp_path, monkeypatch, capsys, args, words):
    monkeypatch.chdir(tmp_path)
    assert run(args) == 2
    stated = capsys.readouterr().err
    assert words in stated
    assert "Traceback" not in stated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x = " + "[" * 5000 + "]" * 5000, "reconcile.toml:1:1: error: not readable as TOML: nested too deeply"),
        ('rules = ["' + "a" * 5000 + '"]', "file name too long"),
        ('facts = ["\\u0000"]', "null byte"),
    ],
)
def test_a_configuration_with_odd_values_is_a_mistake_too(tmp_path, monkeypatch, capsys, text, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Corvid sold 5 cars.\n")
    (tmp_path / "reconcile.toml").write_text(text)
    assert run(["report", "."]) == 2
    stated = capsys.readouterr().err
    assert words in stated
    assert "Traceback" not in stated


def test_a_name_longer_than_the_system_allows_is_no_file(tmp_path):
    (tmp_path / "a.txt").write_text("Corvid sold 5 cars.\n")
    (tmp_path / "sources.yaml").write_text(f"a.txt: {{publisher: P}}\n? {'b' * 5000}\n: {{publisher: Q}}\n")
    (found,), (problem,) = read_inputs([tmp_path])
    assert found.source.publisher == "P"
    assert (problem.code, problem.where) == ("sources.no-such-file", f"{(tmp_path / 'sources.yaml').as_posix()}:2:3")
