"""No link in a folder is followed out of what was given, unless that is asked for; rings of links end."""

import os
from pathlib import Path

import pytest

from reconcile.errors import RuleError, Severity
from reconcile.review.ledger import read_ledger
from reconcile.sources.files import Fence
from reconcile.sources.packs import default_pack, read_pack
from reconcile.sources.read import read_inputs

SECRET = "The vault of Brack holds 7,311 coins.\n"
RULE = "metrics:\n  - id: coins-held\n    label: coins held\n    dimension: count\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in/a.txt", "The mill of Brack has 12 wheels.\n")
    write(tmp_path / "outside/vault.txt", SECRET)
    return tmp_path


def reported(problems):
    return [(p.code, p.severity, p.where) for p in problems]


def texts(documents):
    return [document.text for document in documents]


def test_a_file_that_a_link_leads_out_to_is_not_read(folder):
    (folder / "in/vault.txt").symlink_to(folder / "outside/vault.txt")
    documents, problems = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.txt"]
    assert reported(problems) == [("input.link", Severity.ERROR, "in/vault.txt:1:1")]
    assert "--follow-links" in problems[0].message
    documents, problems = read_inputs(["in"], follow_links=True)
    assert SECRET in texts(documents)
    assert problems == ()


def test_a_folder_that_a_link_leads_out_to_is_not_walked(folder):
    (folder / "in/more").symlink_to("../outside")
    documents, problems = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.txt"]
    assert reported(problems) == [("input.link", Severity.ERROR, "in/more:1:1")]
    documents, problems = read_inputs(["in"], follow_links=True)
    assert SECRET in texts(documents)
    assert problems == ()


def test_a_text_without_an_ending_behind_a_link_is_not_even_looked_into(folder):
    (folder / "outside/vault.txt").rename(folder / "outside/vault")
    (folder / "in/vault").symlink_to("../outside/vault")
    (folder / "outside/vault").chmod(0)
    assert reported(read_inputs(["in"])[1]) == [("input.link", Severity.ERROR, "in/vault:1:1")]


def test_a_link_out_to_what_no_one_would_read_is_let_be(folder):
    write(folder / "outside/logo.png", "x")
    (folder / "in/logo.png").symlink_to("../outside/logo.png")
    assert read_inputs(["in"])[1] == ()


def test_a_link_named_by_the_user_is_read(folder):
    (folder / "vault.txt").symlink_to("outside/vault.txt")
    (folder / "there").symlink_to("outside")
    for path in ("vault.txt", "there", "there/vault.txt"):
        documents, problems = read_inputs([path])
        assert texts(documents) == [SECRET], path
        assert problems == ()


def test_a_link_into_another_folder_given_is_inside_and_counts_once(folder):
    (folder / "in/vault.txt").symlink_to("../outside/vault.txt")
    documents, problems = read_inputs(["in", "outside"])
    assert texts(documents).count(SECRET) == 1
    assert problems == ()


def test_links_inside_count_once_and_rings_end(folder):
    write(folder / "in/deep/b.txt", "The mill of Brack has 14 wheels.\n")
    write(folder / "in/.kept/c.txt", "The mill of Brack has 15 wheels.\n")
    (folder / "in/again.txt").symlink_to("a.txt")
    (folder / "in/ring").symlink_to(".")
    (folder / "in/deep/up").symlink_to("..")
    (folder / "in/deep/self").symlink_to("self")
    (folder / "in/kept").symlink_to(".kept")
    (folder / "in/kept-too").symlink_to(".kept")
    documents, problems = read_inputs(["in"])
    assert [d.path for d in documents] == ["in/a.txt", "in/deep/b.txt", "in/kept/c.txt"]
    assert reported(problems) == [("input.unreadable", Severity.ERROR, "in/deep/self:1:1")]


def test_two_folders_that_lead_into_each_other_end(folder):
    write(folder / "one/x.txt", "The mill of Brack has 16 wheels.\n")
    write(folder / "two/y.txt", "The mill of Brack has 17 wheels.\n")
    (folder / "one/two").symlink_to("../two")
    (folder / "two/one").symlink_to("../one")
    documents, problems = read_inputs(["one"], follow_links=True)
    assert [d.id for d in documents] == ["x.txt", "y.txt"]
    assert problems == ()


@pytest.mark.parametrize("link", ["in/facts", "in/facts/more", "in/facts/vault.csv"])
def test_facts_are_not_taken_from_outside(folder, link):
    write(folder / "outside/vault.csv", "subject,metric,value\nBrack,coins,7311\n")
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(folder / "outside" / ("vault.csv" if link.endswith("csv") else ""))
    documents, problems = read_inputs(["in"])
    assert [d.id for d in documents] == ["a.txt"]
    assert ("facts.link", Severity.ERROR, f"{link}:1:1") in reported(problems)
    documents, problems = read_inputs(["in"], follow_links=True)
    assert any(d.source.declared for d in documents)
    assert problems == ()


def test_a_folder_of_facts_named_by_the_user_may_be_a_link(folder):
    write(folder / "outside/vault.csv", "subject,metric,value\nBrack,coins,7311\n")
    (folder / "known").symlink_to("outside")
    documents, problems = read_inputs(["in"], facts=["known"])
    assert any(d.source.declared for d in documents)
    assert problems == ()


@pytest.mark.parametrize(("name", "words"), [("gone", "no such folder"), ("bare", "no reference facts")])
def test_a_folder_of_facts_that_gives_none_is_reported_once(folder, name, words):
    (folder / "bare").mkdir()
    (problem,) = read_inputs(["in"], facts=[name])[1]
    assert (problem.code, problem.where) == ("facts.missing", f"{name}:1:1")
    assert words in problem.message


def test_facts_that_are_a_pipe_are_not_waited_for(folder):
    (folder / "in/facts").mkdir()
    os.mkfifo(folder / "in/facts/pipe.yaml")
    assert ("facts.unreadable", Severity.ERROR, "in/facts/pipe.yaml:1:1") in reported(read_inputs(["in"])[1])


def test_sources_are_not_taken_from_outside(folder):
    write(folder / "outside/sources.yaml", "a.txt: {publisher: The Brack Courier}\n")
    (folder / "in/sources.yaml").symlink_to("../outside/sources.yaml")
    for paths in (["in"], ["in/a.txt"]):
        (document,), problems = read_inputs(paths)
        assert document.source.publisher is None
        assert reported(problems) == [("sources.unreadable", Severity.ERROR, "in/sources.yaml:1:1")]
        (document,), problems = read_inputs(paths, follow_links=True)
        assert document.source.publisher == "The Brack Courier"
        assert problems == ()


@pytest.mark.parametrize("link", ["mine/metrics", "mine/metrics/coins.yaml"])
def test_rules_are_not_taken_from_outside(folder, link):
    write(folder / "mine/offices.yaml", "offices: []\n")
    write(folder / "outside/coins.yaml", RULE)
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(folder / "outside" / ("coins.yaml" if link.endswith("yaml") else ""))
    with pytest.raises(RuleError) as refused:
        read_pack(Path("mine"))
    assert [(p.code, p.where) for p in refused.value.problems] == [("rules.link", f"{link}:1:1")]
    assert [file.name for file in read_pack(Path("mine"), follow_links=True)] == [
        "metrics/coins.yaml", "offices.yaml",
    ]  # fmt: skip


def test_rules_that_a_link_inside_leads_to_as_well_count_once(folder):
    write(folder / "mine/metrics/coins.yaml", RULE)
    (folder / "mine/metrics/zz.yaml").symlink_to("coins.yaml")
    assert [file.name for file in read_pack(Path("mine"))] == ["metrics/coins.yaml"]


def test_the_rules_that_come_with_the_tool_may_be_installed_as_links(folder, monkeypatch):
    installed = folder / "site/_rules"
    for file in read_pack(default_pack()):
        (installed / file.name).parent.mkdir(parents=True, exist_ok=True)
        (installed / file.name).symlink_to(default_pack() / file.name)
    monkeypatch.setattr("reconcile.pipeline.default_pack", lambda: installed)
    from reconcile.pipeline import read_rules

    assert read_rules()[1] == ()


@pytest.mark.parametrize("link", ["in/decisions", "in/decisions/more", "in/decisions/one.yaml"])
def test_decisions_are_not_taken_from_outside(folder, link):
    write(folder / "outside/one.yaml", "finding: [\n")
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(folder / "outside" / ("one.yaml" if link.endswith("yaml") else ""))
    decisions = Path("in/decisions")
    shut = read_ledger((decisions,), Fence.around([Path("in")]))
    assert [(p.code, p.where) for p in shut.problems] == [("ledger.link", f"{link}:1:1")]
    followed = read_ledger((decisions,), Fence.around([Path("in")], follow_links=True))
    assert [p.code for p in followed.problems] == ["ledger.invalid"]
