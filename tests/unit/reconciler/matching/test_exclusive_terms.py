"""Words of which a thing is one at most part the values that stand next to them, rule or no rule."""

import pytest

from reconcile.pipeline import document
from reconcile.reconciler.matching.contexts import are_exclusive


def findings(stages, one, other):
    return stages.run((document(one, id="one"), document(other, id="other"))).findings


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Acme Foods employs 5,200 women.", "Acme Foods employs 6,900 men.", 0),
        ("Acme Foods employs 5,200 people.", "Acme Foods employs 6,900 people.", 1),
        ("Acme Foods employs 5,200 male workers.", "Acme Foods employs 6,900 female workers.", 0),
        ("Acme Foods employs 5,200 workers.", "Acme Foods employs 6,900 female workers.", 1),
    ],
)
def test_two_values_next_to_rivals_are_of_two_things(stages, one, other, found):
    assert len(findings(stages, one, other)) == found


def test_only_another_word_of_one_set_excludes():
    assert are_exclusive({1: "gross"}, {1: "net"})
    assert not are_exclusive({1: "gross"}, {1: "gross"})
    assert not are_exclusive({1: "gross"}, {2: "men"})
    assert not are_exclusive({}, {1: "net"})
