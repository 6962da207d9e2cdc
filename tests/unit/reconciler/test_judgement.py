"""All groups and findings of a run: the gravest first, and what fails takes nothing else with it."""

from dataclasses import replace
from datetime import date

import pytest

from reconcile.errors import Severity
from reconcile.model.claim import Metric, Subject
from reconcile.pipeline import document
from reconcile.reconciler import judgement
from reconcile.reconciler.matching.fact_groups import align, clearest_claim, names_of_facts

TEXTS = {
    "a": "Revenue of Acme Steel was $41 million in 2030. The meeting was held on Tuesday, March 5, 2014.",
    "b": "Acme Steel reported revenue of $47 million in 2030. Output fell from 40 tonnes to 50 tonnes.",
}


@pytest.fixture
def run(stages):
    documents = {name: document(text, id=name, published=date(2031, 5, 1)) for name, text in TEXTS.items()}
    claims = tuple(c for d in documents.values() for c in stages.claims(d))
    return lambda: judgement.judge(align(claims, stages.pack), claims, documents, stages.pack)


def test_the_gravest_come_first(run):
    found = run()
    assert [f.code for f in found.findings] == ["RC101", "RC403", "RC407"]
    assert [f.severity for f in found.findings] == [Severity.ERROR, Severity.WARNING, Severity.WARNING]
    assert found.faults == ()
    (pair,) = [g for g in found.groups if len(g.claims) == 2]
    assert (str(pair.kind), str(pair.support), len(pair.origins)) == ("value", "corroborated", 2)


def broken(*_):
    raise ValueError("odd")


@pytest.mark.parametrize(("table", "at", "gone"), [("CHECKS", 2, "RC407"), ("SENTENCE_CHECKS", 0, "RC403")])
def test_a_check_that_fails_takes_itself_alone(run, monkeypatch, table, at, gone):
    whole = run()
    checks = list(getattr(judgement, table))
    failing = lambda *given: broken(*given)  # noqa: E731
    failing.__module__ = checks[at].__module__
    checks[at] = failing
    monkeypatch.setattr(judgement, table, tuple(checks))
    found = run()
    assert found.findings == tuple(f for f in whole.findings if f.code != gone)
    name = failing.__module__.rpartition(".")[2]
    assert [f.where for f in found.faults] == ["a:1:1", "b:1:1"]
    assert all(f"while making the check '{name}' of this document" in f.message for f in found.faults)


def test_a_group_that_fails_takes_itself_alone(run, monkeypatch):
    monkeypatch.setattr(judgement, "judge_group", broken)
    found = run()
    assert found.groups == ()
    assert [f.code for f in found.findings] == ["RC403", "RC407"]
    assert {f.code for f in found.faults} == {"internal.group"}
    assert any("of a, b, which is left out" in f.message for f in found.faults)


def test_cells_of_a_table_are_held_against_ranges_alone(stages):
    text = "The meeting was held on Tuesday, March 5, 2014."
    article = document(text, id="a")
    claims = stages.claims(article)
    table = {"a": replace(article, rows=())}
    assert judgement.judge((), claims, {"a": article}, stages.pack).findings
    assert not judgement.judge((), claims, table, stages.pack).findings


def test_the_clearest_claim_is_named_by_a_rule_and_by_most(stages):
    claim = stages.claims(document(TEXTS["a"], id="a"))[0]
    opened = replace(claim, source="0", metric=Metric("open", "x"))
    weak = replace(claim, source="0", subject=Subject("acme-steel", "it", weak=True))
    bare = replace(claim, source="0", subject=None)
    rare = replace(claim, source="0", subject=Subject("bolt", "Bolt"))
    other = replace(claim, source="1")
    for less in (opened, weak, bare, rare, replace(claim, source="z"), replace(claim, source="0", metric=None)):
        assert clearest_claim((less, claim, other)) in (claim, other)
    assert clearest_claim((other, claim)) == other


def test_what_a_fact_may_be_called(stages):
    claims = stages.claims(document(TEXTS["a"], id="a"))
    words = {text for claim, kind, text in names_of_facts(claims, stages.pack) if str(kind) == "value"}
    assert "“revenue” of Acme Steel" in words
