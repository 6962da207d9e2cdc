"""Examples of two sentences: asked of the reconciler, and told with their place when they come out otherwise."""

import pytest

from reconcile.errors import RuleError
from reconcile.pipeline import document, load_rules, pipeline
from reconcile.rules.load import load
from reconcile.rules.source import PackFile
from reconcile.rules.testing import ONE, OTHER, run_pairs
from reconcile.sources.packs import default_pack, read_pack

PAIR = """pairs:
  - one: "Acme Foods employs 5,200 people."
    other: "Acme Foods employs 6,900 people."
    quotes: ["5,200", "6,900"]
    relation: {relation}
"""


def outcome(text, only=None):
    pack = load([*read_pack(default_pack()), PackFile("pairs/mine.yaml", text, "mine/pairs/mine.yaml")])
    stages = pipeline(pack)
    return run_pairs(pack, lambda p: stages.run((document(p.one, id=ONE), document(p.other, id=OTHER))), only)


def test_the_pairs_of_the_default_pack_hold():
    found = outcome(PAIR.format(relation="conflict"))
    assert found.problems == ()
    assert found.run >= 4


@pytest.mark.parametrize("relation", ["agree", "apart", "revised", "undecided", "compatible"])
def test_a_pair_that_comes_out_otherwise_is_reported(relation):
    (problem,) = outcome(PAIR.format(relation=relation), "pairs/mine").problems
    assert str(problem).startswith("mine/pairs/mine.yaml:2:")
    assert f"should be {relation}, are conflict" in problem.message


def test_a_quote_that_is_no_claim_is_reported():
    (problem,) = outcome(PAIR.format(relation="conflict").replace('["5,200"', '["5,201"'), "pairs/mine").problems
    assert problem.message == "'5,201' is no claim"


def test_a_relation_that_nobody_knows_is_refused_with_its_place(tmp_path):
    folder = tmp_path / "pairs"
    folder.mkdir()
    (folder / "a.yaml").write_text(PAIR.format(relation="agrees"), encoding="utf-8")
    with pytest.raises(RuleError, match=r"a\.yaml:5:5: .*did you mean 'agree'"):
        load_rules(tmp_path)
