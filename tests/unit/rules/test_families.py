"""Verbs of one meaning, declared once: a reference stands for every form of them, wherever words are listed."""

import pytest

from reconcile.rules.check import check
from reconcile.rules.load import load
from reconcile.rules.source import PackFile

GRAMMAR = """\
verbs: [soar]
irregular_verbs: [[swim, swam, swum]]
families:
  moving: [soar, swim]
"""


def packed(**files):
    names = {"policy": "policy.yaml", "grammar": "lexicon/en/grammar.yaml", "hedges": "lexicon/en/hedges.yaml"}
    return load([PackFile(names[name], text, name) for name, text in files.items()])


def test_a_reference_stands_for_all_forms_regular_and_irregular():
    pack = packed(grammar=GRAMMAR, hedges='levels: [went, "@moving"]\n')
    regular, irregular = {"soar", "soars", "soared", "soaring"}, {"swim", "swims", "swam", "swum", "swimming"}
    assert pack.hedges.levels == {"went"} | regular | irregular


def test_finite_forms_leave_out_participles_of_their_own():
    pack = packed(grammar=GRAMMAR, hedges='levels: ["@moving.finite"]\n')
    assert pack.hedges.levels == {"soar", "soars", "soared", "swim", "swims", "swam"}
    pack = packed(grammar=GRAMMAR, hedges='levels: ["@moving.past"]\n')
    assert pack.hedges.levels == {"soared", "swam"}


def test_a_reference_may_stand_in_a_row_under_a_key_and_in_an_entry():
    grammar = GRAMMAR + 'attributes: [{name: height, before: ["@moving", up]}]\n'
    pack = packed(grammar=grammar, policy='synonyms: [[go, "@moving"]]\ncues:\n  moves: ["@moving", up]\n')
    assert {"swum", "up"} <= pack.policy.cues["moves"]
    assert pack.policy.synonyms["swam"] == "go"
    assert pack.language.attributes[0].before[-2:] == ("swimming", "up")


def test_files_add_to_a_family_of_each_other():
    more = PackFile("lexicon/fr/grammar.yaml", "families:\n  moving: [glide]\n", "more")
    hedges = PackFile("lexicon/en/hedges.yaml", 'levels: ["@moving"]\n', "hedges")
    pack = load([PackFile("lexicon/en/grammar.yaml", GRAMMAR, "grammar"), more, hedges])
    assert {"glided", "swam"} <= pack.hedges.levels


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({"hedges": 'levels: [went, "@moing"]\n'}, "hedges:1:16"),
        ({"policy": 'cues:\n  moves: [up, "@moving.ed"]\n'}, "policy:2:15"),
        ({"policy": 'synonyms: [[go, "@move"]]\n'}, "policy:1:17"),
        ({"hedges": 'levels: [went, "@moving"]\nglue: ["@"]\n'}, None),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(files, where):
    pack = packed(grammar=GRAMMAR, **files)
    found = [p.where for p in check(pack, bool) if p.code in ("rules.unknown-id", "rules.unused-word")]
    assert found == ([where] if where else [])
