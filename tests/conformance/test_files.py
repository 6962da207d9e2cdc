"""What the command does with files: none unread without a word, none written through a link, none half-written."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from reconcile.cli.main import command, main
from reconcile.report.formats import FORMATS

ONE = "Dunmore Dairy employs 5,200 people.\n"
OTHER = "Dunmore Dairy employs 6,900 people.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(ONE)
    return tmp_path


@pytest.fixture
def run(folder, capsys):
    """Runs the command; gives its exit code, what it printed, and what it said."""

    def ran(*args):
        with pytest.raises(SystemExit) as left:
            main([str(arg) for arg in args])
        done = capsys.readouterr()
        return left.value.code, done.out, done.err

    return ran


def test_one_text_and_one_page_is_exit_3_and_the_last_line_says_so(run, folder):
    (folder / "in/b.html").write_text("<html><p>Dunmore Dairy employs 6,900 people.</p></html>")
    code, out, err = run("report", "in", "-o", "out")
    assert code == 3
    last = out.splitlines()[-1]
    assert "Not read: in/b.html." in last
    assert last.endswith("Exit 3: 1 input could not be read.")
    assert "in/b.html:1:1: error: a web page, which is not read" in err
    assert json.loads((folder / "out/report.json").read_text())["unread_files"][0]["path"] == "in/b.html"
    for never in ("never", "error"):
        assert run("report", "in", "--fail-on", never)[0] == 3
    assert run("report", "in", "--quiet")[0] == 3


def test_a_file_declared_no_article_fails_nothing(run, folder):
    (folder / "in/b.html").write_text("<html></html>")
    (folder / "in/sources.yaml").write_text('"*.html": {article: false}\n')
    code, out, err = run("report", "in", "-o", "out")
    assert (code, err) == (0, "")
    assert "Not read" not in out


@pytest.mark.parametrize(
    "args", [("extract",), ("mentions",), ("report",), ("review", "--terminal"), ("review", "baseline")]
)
def test_every_command_that_reads_articles_names_what_it_did_not_read(run, folder, args):
    for name in "bcdef":
        (folder / f"in/{name}.pdf").write_bytes(b"%PDF-1.7")
    code, out, err = run(*args, "in")
    assert code == 3
    assert "Not read: in/b.pdf, in/c.pdf, in/d.pdf and 2 more." in "".join(
        stream.splitlines()[-1] for stream in (out, err) if stream
    )


def test_a_mistake_in_sources_goes_before_an_unread_file_and_that_before_a_conflict(run, folder):
    (folder / "in/b.txt").write_text(OTHER)
    assert run("report", "in")[0] == 1
    (folder / "in/c.pdf").write_bytes(b"%PDF-1.7")
    code, _, err = run("report", "in")
    assert code == 3
    assert "1 conflict among them. Not read: in/c.pdf. Exit 3" in err
    (folder / "in/sources.yaml").write_text("a.txt: {publishd: x}\n")
    code, _, err = run("report", "in")
    assert code == 2
    assert "Not read: in/c.pdf. Exit 2" in err


@pytest.mark.parametrize("args", [("inn",), ("inn", "--facts", "facts"), ("empty",), ("none",)])
def test_a_good_report_is_never_replaced_by_an_empty_one(run, folder, args):
    (folder / "empty").mkdir()
    (folder / "none").mkdir()
    (folder / "none/c.txt").write_text(ONE)
    (folder / "none/sources.yaml").write_text("c.txt: {article: false}\n")
    (folder / "facts").mkdir()
    (folder / "facts/f.csv").write_text("subject,metric,value\nDunmore Dairy,staff,5200\n")
    run("report", "in", "-o", "out", "--format", "md,json,csv")
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    code, out, err = run("report", *args, "-o", "out", "--format", "md,json,csv")
    assert code == 3
    assert "Nothing was read, so nothing was written to out." in out.splitlines()[-1]
    assert "error" in err
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == before


def test_a_format_that_cannot_be_made_leaves_its_file_as_it_was(run, folder, monkeypatch):
    run("report", "in", "-o", "out")
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    (folder / "in/a.txt").write_text(OTHER)

    def fail(run, folder="reports"):
        raise ZeroDivisionError

    monkeypatch.setattr("reconcile.cli.report.FORMATS", {**FORMATS, "html": replace(FORMATS["html"], render=fail)})
    code, out, _ = run("report", "in", "-o", "out")
    assert code == 4
    assert "Wrote out/report.md, out/report.json. Exit 4" in out
    after = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    assert sorted(after) == sorted(before)
    assert {name for name in after if after[name] == before[name]} == {"report.html"}


@pytest.mark.parametrize("link", ["out", "out/report.md"])
def test_no_report_is_written_through_a_link(run, folder, link):
    (folder / "else").mkdir()
    (folder / "else/report.md").write_text("precious")
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(folder / "else" / ("" if link == "out" else "report.md"))
    code, _, err = run("report", "in", "-o", "out")
    assert code == 2
    assert f"cannot write out/report.md: {'out' if link == 'out' else 'it'} is a link" in err
    assert {path.name: path.read_text() for path in (folder / "else").iterdir()} == {"report.md": "precious"}


def test_a_folder_that_is_a_link_is_written_to_where_the_user_says_so(run, folder):
    (folder / "else").mkdir()
    (folder / "out").symlink_to("else")
    assert run("report", "in", "-o", "out", "--follow-links")[0] == 0
    assert (folder / "else/report.md").read_text().startswith("# Reconciliation report")


def test_links_out_of_a_folder_are_exit_3_and_their_text_is_nowhere(run, folder):
    (folder / "else").mkdir()
    (folder / "else/secret.txt").write_text("The Marrow account holds $7,311.\n")
    (folder / "in/b.txt").symlink_to(folder / "else/secret.txt")
    (folder / "in/more").symlink_to(folder / "else")
    code, out, err = run("report", "in", "-o", "out")
    assert code == 3
    assert "Not read: in/b.txt, in/more." in out
    assert not any("Marrow" in text for text in (out, err, *(p.read_text() for p in (folder / "out").iterdir())))
    code, out, _ = run("extract", "in", "--follow-links")
    assert code == 0
    assert "7,311" in out


def test_no_configuration_lets_links_lead_out(run, folder):
    (folder / "else").mkdir()
    (folder / "else/secret.txt").write_text("The Marrow account holds $7,311.\n")
    (folder / "in/b.txt").symlink_to(folder / "else/secret.txt")
    for text in ("follow-links = true\n", "[report]\nfollow-links = true\n"):
        (folder / "reconcile.toml").write_text(text)
        code, out, err = run("report", "in")
        assert code == 2
        assert "unknown key 'follow-links'" in err
        assert "Marrow" not in out


@pytest.mark.parametrize("command_name", [("extract", "in"), ("rules", "check")])
def test_rules_behind_links_are_refused_unless_followed(run, folder, command_name):
    (folder / "else").mkdir()
    (folder / "else/offices.yaml").write_text("offices: []\n")
    (folder / "mine").mkdir()
    (folder / "mine/offices.yaml").symlink_to("../else/offices.yaml")
    code, _, err = run(*command_name, "--rules", "mine")
    assert code == 2
    assert "mine/offices.yaml:1:1: error: a link that leads out" in err
    assert run(*command_name, "--rules", "mine", "--follow-links")[0] == 0


def test_decisions_are_neither_read_nor_written_through_a_link(run, folder):
    (folder / "in/b.txt").write_text(OTHER)
    (folder / "else").mkdir()
    (folder / "in/decisions").symlink_to(folder / "else")
    code, _, err = run("review", "baseline", "in")
    assert code == 2
    assert "in/decisions is a link" in err
    assert list((folder / "else").iterdir()) == []
    assert run("report", "in")[0] == 2
    assert run("review", "baseline", "in", "--follow-links")[0] == 0
    assert [path.suffix for path in (folder / "else").iterdir()] == [".yaml"]
    assert run("report", "in", "--follow-links")[0] == 0


def test_a_file_of_the_ledger_that_is_a_link_keeps_its_target(run, folder):
    (folder / "in/b.txt").write_text(OTHER)
    run("review", "baseline", "in")
    (written,) = (folder / "in/decisions").iterdir()
    written.rename(folder / "else.yaml")
    written.symlink_to(folder / "else.yaml")
    before = (folder / "else.yaml").read_text()
    code, _, err = run("review", "baseline", "in", "--reason", "another")
    assert code == 2
    assert "it is a link" in err
    assert (folder / "else.yaml").read_text() == before


def test_what_a_killed_run_left_is_swept_by_the_next_and_never_read(run, folder):
    for place in ("out", "in", "in/decisions"):
        (folder / place).mkdir(exist_ok=True)
        (folder / place / ".reconcile-0123456789abcdef.tmp").write_text("half of a rep")
    code, out, _ = run("report", "in", "-o", "out")
    assert code == 0
    assert out.startswith("1 article,")
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["report.html", "report.json", "report.md"]
    run("review", "--terminal", "in")
    assert list((folder / "in/decisions").iterdir()) == []


@pytest.mark.parametrize(
    "args",
    [
        ("rules", "schema", "-o", "there"),
        ("rules", "docs", "-o", "there/rules.md"),
        ("facts", "import", "wikidata", "q.json", "-o", "there/facts.yaml"),
        ("init", "there"),
        ("rules", "new", "--yes", "--say", "Dale Orchards planted 4,000 trees in 2031.", "--leave",
         "Dale Orchards sold 4,000 trees in 2031.", "-o", "there"),
    ],
)  # fmt: skip
def test_every_command_that_writes_refuses_links_and_leaves_nothing_behind(run, folder, args):
    (folder / "q.json").write_text('{"entities": {}}')
    (folder / "else").mkdir()
    (folder / "there").symlink_to("else")
    code, _, err = run(*args)
    assert code == 2, err
    assert "there is a link" in err
    assert list((folder / "else").iterdir()) == []
    (folder / "there").unlink()
    run(*args)
    assert list(Path("there").rglob(".*")) == []
    assert any(path.is_file() for path in Path("there").rglob("*"))


def test_every_command_that_reads_folders_takes_the_option():
    import click

    def commands(group, context):
        for name in group.list_commands(context):
            found = group.get_command(context, name)
            yield from commands(found, context) if isinstance(found, click.Group) else [found]

    reading = {"paths", "rules", "articles", "corpora", "folders"}
    for found in commands(command, click.Context(command)):
        names = {param.name for param in found.params}
        if names & reading:
            assert "follow_links" in names, found.name
            assert "--follow-links" in CliRunner().invoke(found, ["--help"]).output


def test_a_device_is_not_replaced_by_a_report(run, folder):
    (folder / "out").mkdir()
    os.mkfifo(folder / "out/report.md")
    code, _, err = run("report", "in", "-o", "out")
    assert code == 2
    assert "no ordinary file" in err
