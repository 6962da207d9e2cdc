"""A finding becomes a rule: the alias, the tolerance, the words that part, the phrase that misleads."""

import msgspec
import pytest
from review_builder import documents, sit

from reconcile.errors import RuleError
from reconcile.pipeline import load_rules, pipeline
from reconcile.review.proposals import metric_file, proposals
from reconcile.review.rule_edits import adopt, effect
from reconcile.rules.testing import run_examples


def proposed(session, key):
    found = {p.key: p for f in session.findings for p in proposals(f, session.known)}
    assert key in found, sorted(found)
    return found[key]


def adopted(session, folder, key):
    """The pack with a proposal written to a folder, after its preview had nothing against it."""
    proposal = proposed(session, key)
    done = effect(proposal, folder, session.known)
    assert done.problems == ()
    assert not folder.exists() or not any(str(path) in done.files for path in folder.rglob("*"))
    paths = adopt(proposal, folder)
    assert {path.as_posix(): path.read_text(encoding="utf-8") for path in paths} == dict(done.files)
    return load_rules(folder), done


def test_a_tolerance_lets_both_stand_and_brings_the_pair_that_proves_it(stages, tmp_path):
    texts = {"north": "Acme Foods employs 5,200 people.", "south": "Acme Foods employs 5,300 people."}
    session = sit(stages, tmp_path / "decisions", **texts)
    pack, done = adopted(session, tmp_path / "rules", "tolerance")
    assert len(done.findings_gone) == 1
    assert done.findings_new == done.claims_new == done.claims_gone == ()
    assert pipeline(pack).run(documents(**texts)).findings == ()
    assert any("relation: agree" in text for text in done.files.values())
    # the next one, as far apart as the rule lets it be, agrees; one farther does not
    wider = {"north": "Acme Foods employs 5,200 people.", "south": "Acme Foods employs 6,300 people."}
    assert len(pipeline(pack).run(documents(**wider)).findings) == 1


def test_no_tolerance_is_proposed_where_values_are_far_apart(stages, tmp_path):
    texts = {"north": "Acme Foods employs 5,200 people.", "south": "Acme Foods employs 52,000 people."}
    session = sit(stages, tmp_path, **texts)
    assert "tolerance" not in {p.key for p in proposals(session.findings[0], session.known)}


SPLIT = {
    "north": "Visitors to Acme Park saw 52 wild otters this spring.",
    "south": "Visitors to Acme Park saw 69 tame otters this spring.",
}


def test_two_words_part_two_values_from_then_on(stages, tmp_path):
    session = sit(stages, tmp_path / "decisions", **SPLIT)
    proposal = proposed(session, "parting")
    assert proposal.label == "what stands next to “wild” is not what stands next to “tame”"
    pack, done = adopted(session, tmp_path / "rules", "parting")
    assert len(done.findings_gone) == 1
    assert any("relation: apart" in text for text in done.files.values())
    others = {
        "east": "Guests of Dale Zoo counted 30 wild foxes this year.",
        "west": "Guests of Dale Zoo counted 41 tame foxes this year.",
    }
    assert stages.run(documents(**others)).findings
    assert pipeline(pack).run(documents(**others)).findings == ()


def test_words_part_values_of_a_rule_too(stages, tmp_path):
    texts = {
        "north": "Acme Foods employs 5,200 foreign workers.",
        "south": "Acme Foods employs 6,900 local workers.",
    }
    session = sit(stages, tmp_path / "decisions", **texts)
    assert {c.metric.id for c in session.run.claims} == {"employees"}
    pack, done = adopted(session, tmp_path / "rules", "parting")
    assert len(done.findings_gone) == 1
    assert done.claims_gone == ()
    assert pipeline(pack).run(documents(**texts)).findings == ()


def test_an_exclusion_takes_the_claim_away_and_is_tried_on_its_own_sentence(stages, tmp_path):
    texts = {
        "north": "Acme Foods employs clever tricks on 5,200 people.",
        "south": "Acme Foods employs 6,900 people.",
    }
    session = sit(stages, tmp_path / "decisions", **texts)
    pack, done = adopted(session, tmp_path / "rules", "exclude-1")
    assert "employs clever" in pack.metrics.by_id["employees"].exclude
    assert any("5,200" in line for line in done.claims_gone)
    assert len(done.findings_gone) == 1
    own_stages = pipeline(pack)
    tried = run_examples(
        pack, lambda _say, _on: (), lambda say, _on: own_stages.claims(documents(x=say)[0]), only="employees"
    )
    assert tried.run >= 3
    assert tried.problems == ()


def test_an_alias_makes_two_names_one(stages, tmp_path):
    texts = {"north": "Zorvex employs 5,200 people.", "south": "The Zorvex Group employs 6,900 people."}
    session = sit(stages, tmp_path / "decisions", **texts)
    pack, _ = adopted(session, tmp_path / "rules", "alias-1")
    after = pipeline(pack).run(documents(**texts))
    assert len({c.subject.id for c in after.claims}) == 1


def test_a_metric_that_the_folder_has_already_is_changed_all_the_same(stages, tmp_path):
    folder = tmp_path / "rules"
    (folder / "metrics").mkdir(parents=True)
    own = (
        "metrics:\n  - {id: otters, label: otters, dimension: count, nature: constant, nouns: [otter],"
        " triggers: [saw], plausible: {low: 0, high: 999}}\n"
    )
    (folder / "metrics" / "wild.yaml").write_text(own, encoding="utf-8")
    own_stages = pipeline(load_rules(folder))
    texts = {"north": "Acme Park saw 520 otters.", "south": "Acme Park saw 530 otters."}
    session = sit(own_stages, tmp_path / "decisions", **texts)
    assert len(session.findings) == 1
    pack, _ = adopted(session, folder, "tolerance")
    assert pipeline(pack).run(documents(**texts)).findings == ()
    assert (folder / "metrics" / "wild.yaml").read_text(encoding="utf-8") == own


def test_no_name_of_a_rule_leads_out_of_the_folder(pack):
    rule = msgspec.structs.replace(pack.metrics.by_id["employees"], id="../../Etc/x y")
    assert metric_file(rule) == "metrics/zz-review--etc-x-y.yaml"


def test_a_file_of_a_person_is_added_to_and_nothing_else_in_it_moves(stages, tmp_path):
    session = sit(stages, tmp_path / "decisions", **SPLIT)
    folder = tmp_path / "rules"
    folder.mkdir()
    mine = (
        "# mine\ntolerance: 0.01\nexclusive_terms:\n  # kinds of tea\n  - [green, black]\nsynonyms:\n  - [tea, cha]\n"
    )
    (folder / "policy.yaml").write_text(mine, encoding="utf-8")
    adopt(proposed(session, "parting"), folder)
    text = (folder / "policy.yaml").read_text(encoding="utf-8")
    assert "  - [wild, tame]\n" in text
    assert text.replace("  - [wild, tame]\n", "") == mine


def test_a_file_that_cannot_be_read_is_left_alone_and_stated(stages, tmp_path):
    session = sit(stages, tmp_path / "decisions", **SPLIT)
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "policy.yaml").write_text("exclusive_terms: 3\n", encoding="utf-8")
    proposal = proposed(session, "parting")
    assert effect(proposal, folder, session.known).problems
    with pytest.raises(RuleError):
        adopt(proposal, folder)
    assert (folder / "policy.yaml").read_text(encoding="utf-8") == "exclusive_terms: 3\n"
