"""`review` in the terminal, from ticked boxes, as a baseline, and tidied; `page` serves until it is ended."""

import sys

import pytest

from reconcile.cli import review
from reconcile.errors import FilesError, UsageError


def decisions(folder):
    return sorted(path.name for path in (folder / "in/decisions").glob("*.yaml"))


def test_a_decision_in_the_terminal_is_kept_and_counted(cli, folder):
    done = cli("review", "--terminal", "in", "--by", "ada", stdin="1 asked them\nq\n")
    assert done.return_value == 0
    assert done.stdout.endswith("1 decision in in/decisions, 0 findings open.\n")
    (name,) = decisions(folder)
    text = (folder / "in/decisions" / name).read_text(encoding="utf-8")
    assert "ada" in text
    assert "asked them" in text
    done = cli("review", "--terminal", "in", "--by", "ada", "-q", stdin="")
    assert "findings open" not in done.stdout


def test_the_day_given_is_the_day_of_the_decision(cli, folder):
    cli("review", "--terminal", "in", "--as-of", "2031-05-03", stdin="1\nq\n")
    (name,) = decisions(folder)
    assert "2031-05-03" in (folder / "in/decisions" / name).read_text(encoding="utf-8")


def test_no_standard_input_ends_the_questions(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert review._ask("> ") is None
    assert capsys.readouterr().out == ""


class Terminal:
    def __init__(self, line, *, terminal):
        self.line, self.terminal = line, terminal

    def readline(self):
        return self.line

    def isatty(self):
        return self.terminal


@pytest.mark.parametrize(("terminal", "printed"), [(True, "> "), (False, "> \n")])
@pytest.mark.parametrize(("line", "answer"), [("q\n", "q"), ("", None)])
def test_an_answer_is_a_line_and_one_that_nobody_typed_ends_it(monkeypatch, capsys, terminal, printed, line, answer):
    monkeypatch.setattr(sys, "stdin", Terminal(line, terminal=terminal))
    assert review._ask("> ") == answer
    assert capsys.readouterr().out == printed


def test_ticked_boxes_are_decisions_once(cli, folder):
    cli("report", "in", "-o", "out", "--format", "md", "-q")
    report = folder / "out/report.md"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("- [ ]", "- [x]", 1), encoding="utf-8")
    done = cli("review", "apply", "out/report.md", "--by", "ida")
    assert (done.return_value, done.stdout) == (0, "1 decision written to in/decisions.\n")
    again = cli("review", "apply", "out/report.md", "in", "--by", "ida")
    assert again.stdout == "0 decisions written to in/decisions, 1 in the ledger already.\n"
    assert cli("review", "apply", "out/report.md", "-q").stdout == ""


def test_a_table_is_reviewed_by_the_columns_that_are_named(cli, folder):
    (folder / "t.csv").write_text(
        "source,town,what,number,period\nQuay,Kelby,ships,41,2030\nPost,Kelby,ships,57,2030\n", encoding="utf-8"
    )
    columns = ("--columns", "subject=town,metric=what,value=number")
    assert cli("report", "t.csv", *columns, "-q").return_value == 1
    assert cli("review", "baseline", "t.csv", *columns).stdout == "1 finding noted as known in decisions.\n"


def test_a_report_that_links_to_nothing_or_is_none_is_refused(cli, folder):
    done = cli("review", "apply", "in/a.txt")
    assert isinstance(done.exception, UsageError)
    assert str(done.exception) == "in/a.txt links to no article that is there; name the articles after the report"
    (folder / "r.md").write_bytes(b"\xff")
    assert str(cli("review", "apply", "r.md").exception).startswith("cannot read r.md: not UTF-8: byte 0xFF")


def test_a_fault_in_the_boxes_ends_with_its_place(cli, folder, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(review, "apply_ticks", fail)
    done = cli("review", "apply", "in/a.txt", "in")
    assert isinstance(done.exception, FilesError)
    assert done.exception.problems[0].where == "in/a.txt:1:1"


def test_a_decision_that_was_made_anew_is_removed(cli, folder):
    assert cli("review", "baseline", "in").stdout == "1 finding noted as known in in/decisions.\n"
    assert cli("review", "tidy", "in").stdout == ""
    (name,) = decisions(folder)
    (folder / "in/b.txt").write_text("Acme Steel reported revenue of $49 million in 2030.\n", encoding="utf-8")
    cli("review", "--terminal", "in", "--by", "ida", stdin="1\nq\n")
    (new,) = set(decisions(folder)) - {name}
    done = cli("review", "tidy", "in")
    assert (done.return_value, done.stdout) == (0, f"Removed in/decisions/{name}.\n")
    assert decisions(folder) == [new]


class Server:
    address = "http://127.0.0.1:1/x"
    closed = False

    def serve_forever(self):
        raise KeyboardInterrupt

    def server_close(self):
        self.closed = True


@pytest.mark.parametrize("opens", [True, False])
def test_the_page_is_served_until_it_is_ended(monkeypatch, capsys, opens):
    opened, server = [], Server()
    monkeypatch.setattr(review.webbrowser, "open", opened.append)
    review._serve(server, open_browser=opens)
    assert opened == ([server.address] if opens else [])
    assert server.closed
    assert capsys.readouterr().out.startswith(f"Review at {server.address}\nCtrl-C ends it; ")


def test_a_browser_is_opened_unless_that_is_not_wanted(cli, monkeypatch):
    served = []
    monkeypatch.setattr(review, "_serve", lambda _server, *, open_browser: served.append(open_browser))
    done = cli("review", "in")
    cli("review", "in", "--no-browser")
    assert served == [True, False]
    assert done.stdout == "0 decisions in in/decisions, 1 finding open.\n"


@pytest.mark.parametrize(
    ("options", "folder_of_rules"),
    [((), "in/rules"), (("--rules", "one", "--rules", "two"), "two"), (("--rules", "one", "--write-rules", "w"), "w")],
)
def test_rules_made_on_the_page_go_where_they_are_read(cli, folder, monkeypatch, options, folder_of_rules):
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "metrics.yaml").write_text("", encoding="utf-8")
    sites = []
    monkeypatch.setattr(review, "Site", lambda _session, rules: sites.append(rules.as_posix()))
    monkeypatch.setattr(review, "PageServer", lambda *_: None)
    monkeypatch.setattr(review, "_serve", lambda *_, **__: None)
    cli("review", "in", *options)
    assert sites == [folder_of_rules]
