"""What every command says of rules, articles and trouble, with --verbose, with --quiet, and where one article fails."""

import click
import pytest

from reconcile.cli import session
from reconcile.cli.options import SAY_MORE
from reconcile.cli.session import say, succeed, write_or_print
from reconcile.errors import Diagnostic, FilesError, Severity
from reconcile.pipeline import document

ERROR = Diagnostic("x.bad", Severity.ERROR, "a\x1b[1m fault", "a.txt:1:2", "Traceback\n  line")
WARNING = Diagnostic("x.odd", Severity.WARNING, "odd", "a.txt:3:4")


def test_what_is_read_is_said_to_those_who_ask_for_more(cli, folder):
    (folder / "in/sources.yaml").write_text("b.txt: {published: 2031-05-03}\n", encoding="utf-8")
    (folder / "reconcile.toml").write_text("quiet = false\n", encoding="utf-8")
    done = cli("extract", "in", "-v")
    lines = done.stderr.splitlines()
    assert lines[0] == "configuration: reconcile.toml"
    assert lines[1].startswith("rules: ")
    assert " files, digest " in lines[1]
    size = len((folder / "in/a.txt").read_text(encoding="utf-8"))
    assert lines[2] == f"article: a.txt, {size:,} characters, no date given"
    assert lines[3] == "article: b.txt, 52 characters, 2031-05-03 (sources.yaml)"
    assert done.stderr.count("configuration: ") == 1
    assert "article: " not in cli("extract", "in").stderr


def test_rules_of_a_folder_are_named_and_their_mistakes_said(cli, folder):
    (folder / "mine/metrics").mkdir(parents=True)
    (folder / "mine/metrics/x.yaml").write_text("metrics:\n  - id: x\n", encoding="utf-8")
    done = cli("extract", "in", "--rules", "mine", "-v")
    assert done.return_value == 2
    assert "mine/metrics/x.yaml:2:5: error: missing key 'label' [rules.missing-key]" in done.stderr
    assert ", with mine\n" in done.stderr


@pytest.mark.parametrize(
    ("quiet", "more", "shown"),
    [
        (False, False, ["a.txt:1:2: error: a\ufffd[1m fault [x.bad]", "a.txt:3:4: warning: odd [x.odd]"]),
        (True, False, ["a.txt:1:2: error: a\ufffd[1m fault [x.bad]"]),
        (True, True, ["a.txt:1:2: error: a\ufffd[1m fault [x.bad]", "    Traceback", "      line"]),
    ],
)
def test_trouble_is_said_one_a_line(capsys, quiet, more, shown):
    with click.Context(click.Command("x")) as context:
        context.meta[SAY_MORE] = more
        say((ERROR, WARNING), quiet=quiet)
        assert capsys.readouterr().err.splitlines() == shown
        say((WARNING,), err=False)
    assert capsys.readouterr().out == "a.txt:3:4: warning: odd [x.odd]\n"


def test_an_article_that_fails_is_said_and_left_out(capsys):
    def work(article):
        return 1 // len(article.text)

    read, failed = session.read_each([document("a", id="a"), document("", id="b")], work, quiet=False)
    assert [(article.id, done) for article, done in read] == [("a", 1)]
    assert [problem.where for problem in failed] == ["b:1:1"]
    assert "b:1:1: error: the tool failed while reading this article, which is left out" in capsys.readouterr().err


def test_work_without_which_nothing_can_be_done_ends_it():
    assert succeed(lambda: 4, "x.bad", "counting", "f:1:1") == 4
    with pytest.raises(FilesError) as caught:
        succeed(lambda: 1 // 0, "x.bad", "counting", "f:1:1")
    assert [(p.code, p.where) for p in caught.value.problems] == [("x.bad", "f:1:1")]


def test_a_text_goes_where_it_is_sent(tmp_path, capsys):
    write_or_print("one\n", None)
    assert capsys.readouterr().out == "one\n"
    write_or_print("two\n", str(tmp_path / "t.txt"))
    assert ((tmp_path / "t.txt").read_text(encoding="utf-8"), capsys.readouterr().out) == ("two\n", "")
