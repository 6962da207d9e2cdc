"""Two runs over the same texts with different rules: what came, what went, what is read otherwise."""

import json

import pytest

from reconcile.pipeline import document, load_rules, pipeline
from reconcile.report.rule_changes import as_json, as_markdown, as_text, changes

TEXTS = {
    "crier": "Marl Pottery glazed 4,000 urns in 2031. It fired 12 kilns.",
    "echo": "Marl Pottery glazed 5,000 urns in 2031.",
}
RULES = """\
metrics:
  - id: urns-glazed
    label: urns glazed
    dimension: count
    nature: flow
    triggers: [glazed]
    nouns: [urn]
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("urns")
    (folder / "metrics").mkdir()
    (folder / "metrics" / "urns.yaml").write_text(RULES)
    documents = [document(text, id=name) for name, text in TEXTS.items()]
    return changes(pipeline(load_rules()).run(documents), pipeline(load_rules(folder)).run(documents))


def test_a_claim_that_a_rule_takes_over_is_changed_and_the_others_are_alike(found):
    taken = {c.where: c for c in found.claims if c.how == "changed"}
    assert set(taken) == {"crier:1:21", "echo:1:21"}
    assert "metric" in taken["echo:1:21"].differs
    assert not any("12" in (c.after or c.before).quote for c in found.claims)
    assert found.alike >= 1


def test_without_a_change_nothing_differs(stages):
    run = stages.run([document(text, id=name) for name, text in TEXTS.items()])
    same = changes(run, run)
    assert (same.claims, same.came, same.went, same.alike) == ((), (), (), len(run.claims))
    assert (
        as_text(same) == f"Claims: 0 added, 0 removed, 0 changed, {len(run.claims)} alike. Findings: 0 came, 0 went.\n"
    )


def test_a_text_taken_away_takes_its_claims_and_findings(stages):
    documents = [document(text, id=name) for name, text in TEXTS.items()]
    lost = changes(stages.run(documents), stages.run(documents[:1]))
    assert {c.how for c in lost.claims} == {"removed"}
    assert {c.before.source for c in lost.claims} == {"echo"}
    assert [f.code for f in lost.went] == ["RC101"]
    assert lost.came == ()


def test_the_three_forms_tell_the_same(found):
    text, page, data = as_text(found), as_markdown(found), json.loads(as_json(found))
    assert "~ echo:1:21  " in text
    assert "[open]" in text
    assert "[urns-glazed]" in text
    assert "| changed | echo:1:21 |" in page
    assert data["counts"]["changed"] == found.counted("changed") == text.count("\n~ ") + text.startswith("~ ")
    change = next(c for c in data["claims"] if c["where"] == "echo:1:21")
    assert (change["before"]["metric"]["id"], change["after"]["metric"]["id"]) == ("open", "urns-glazed")
