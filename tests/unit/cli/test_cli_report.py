"""What `report` writes or prints, its last line, and what it refuses; `inputs` opens what it is made from."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click
import pytest

from reconcile.cli import report as command
from reconcile.cli.inputs import Options, folder_for_links, today
from reconcile.errors import UsageError
from reconcile.model.run import Run
from reconcile.pipeline import default_pipeline, document


def test_a_conflict_is_written_with_its_reason(cli, folder):
    done = cli("report", "in", "-o", "out")
    assert done.return_value == 1
    claims = len(cli("extract", "in", "--format", "jsonl", "-q").stdout.splitlines())
    assert done.stdout == (
        f"2 articles, {claims} claims, 1 finding, 1 conflict among them. "
        "Wrote out/report.md, out/report.json, out/report.html. Exit 1: 1 conflict (--fail-on conflict).\n"
    )
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["report.html", "report.json", "report.md"]


def test_without_a_folder_one_format_is_printed_and_the_summary_goes_to_the_other_stream(cli, folder):
    done = cli("report", "in", "--fail-on", "never")
    assert done.stdout.startswith("# Reconciliation report\n")
    assert done.stderr.endswith("Exit 0: findings never fail (--fail-on never).\n")
    assert "Wrote" not in done.stderr
    assert cli("report", "in", "-q").stderr == ""
    assert sorted(path.name for path in folder.iterdir()) == ["in"]


@pytest.mark.parametrize("formats", ["md,json", " md , html "])
def test_two_formats_cannot_both_be_printed(cli, formats):
    done = cli("report", "in", "--format", formats)
    assert isinstance(done.exception, click.UsageError)
    assert "two formats cannot both be printed" in str(done.exception)
    assert cli("report", "in", "--format", "md,md").return_value == 1


def test_a_format_that_is_none_is_refused(cli):
    done = cli("report", "in", "--format", "md,mdd")
    assert str(done.exception).startswith("'mdd' is not one of md, json, html, ")


def test_where_nothing_is_read_nothing_is_written(cli, folder):
    (folder / "in/sources.yaml").write_text("'*.txt': {article: false}\n", encoding="utf-8")
    done = cli("report", "in", "-o", "out")
    assert done.return_value == 3
    assert "in:1:1: error: nothing in it to read [input.nothing]" in done.stderr
    assert "0 articles, 0 claims, 0 findings, 0 conflicts among them." in done.stdout
    assert "Nothing was read, so nothing was written to out." in done.stdout
    assert not (folder / "out").exists()


def test_tables_and_declared_facts_are_counted_apart(cli, folder):
    (folder / "in/t.csv").write_text("source,subject,metric,value\nQuay,Kelby,ships,4\n", encoding="utf-8")
    (folder / "in/facts").mkdir()
    (folder / "in/facts/f.csv").write_text("source,subject,metric,value\nPort,Kelby,quays,2\n", encoding="utf-8")
    summary = cli("report", "in", "-o", "out").stdout
    assert summary.startswith("2 articles, 1 source in tables, 1 source of declared facts, ")


def test_what_somebody_decided_is_counted_and_does_not_fail(cli):
    assert "1 finding noted as known in in/decisions." in cli("review", "baseline", "in").stdout
    done = cli("report", "in", "-o", "out")
    assert done.return_value == 0
    assert "1 conflict among them, 1 known. " in done.stdout
    assert done.stdout.endswith("Exit 0: no conflict left, 1 known (--fail-on conflict).\n")


def test_a_format_that_fails_loses_no_other(cli, folder, monkeypatch):
    def fail(run: Run, folder: str) -> str:
        raise ZeroDivisionError

    broken = replace(command.FORMATS["md"], render=fail)
    monkeypatch.setattr(command, "FORMATS", {**command.FORMATS, "md": broken})
    done = cli("report", "in", "-o", "out", "--format", "md,json")
    assert done.return_value == 4
    assert "out/report.md:1:1: error: the tool failed while making this report (ZeroDivisionError)" in done.stderr
    assert [path.name for path in (folder / "out").iterdir()] == ["report.json"]


def test_a_day_and_a_ledger_that_are_none_are_refused(cli, folder):
    assert "'soon' is not a date" in str(cli("report", "in", "--as-of", "soon").exception)
    (folder / "d").write_text("x", encoding="utf-8")
    assert isinstance(cli("report", "in", "--ledger", "in/a.txt").exception, click.UsageError | UsageError)
    assert "expected FIELD=COLUMN" in str(cli("report", "in", "--columns", "subject").exception)


@pytest.mark.parametrize(("as_of", "day"), [(date(2031, 5, 3), date(2031, 5, 3)), (None, None)])
def test_the_day_is_the_one_given_or_this_one(as_of, day):
    assert Options((), {}, None, as_of, (), quiet=False).day == (day or today())


@pytest.mark.parametrize("absolute", [False, True])
def test_links_lead_from_the_report_as_the_articles_were_given(tmp_path, monkeypatch, absolute):
    monkeypatch.chdir(tmp_path)
    run = default_pipeline().run([document("It has 12 gates.")])
    if absolute:
        run = replace(run, documents=(replace(run.documents[0], path=str(tmp_path / "a.txt")),))
    assert folder_for_links("out/", run) == ((tmp_path / "out").as_posix() if absolute else "out")
    assert Path(folder_for_links("../out", run)).name == "out"
