import pytest

from reconcile.model.finding import Fact, FactKind
from reconcile.pipeline import document
from reconcile.reconciler.verdicts.groups import judge_fact


@pytest.mark.parametrize(
    ("other", "loose", "parts"),
    [
        ("Acme keeps 9 hens.", True, 2),
        ("Acme keeps 5 hens.", True, 1),  # agreement holds them together
        ("Acme keeps 9 hens.", False, 1),  # a conflict of one thing is no reason to part
    ],
)
def test_what_is_alike_in_words_only_is_split_unless_it_fits(stages, pack, other, loose, parts):
    documents = [document("Acme keeps 5 hens.", id="a"), document(other, id="b")]
    claims = tuple(c for d in documents for c in stages.claims(d))
    pair = frozenset({frozenset(c.id for c in claims)}) if loose else frozenset()
    fact = Fact(FactKind.VALUE, "value:hens", "hens", claims, weak_links=pair)
    found = list(judge_fact(fact, {d.id: d for d in documents}, pack))
    assert len(found) == parts
    assert sorted(c for _, group in found for c in group.claims) == sorted(c.id for c in claims)
