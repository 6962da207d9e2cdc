import pytest

from reconcile.model.mention import Kind
from reconcile.pipeline import document


def roles(stages, text):
    claims = stages.claims(document(text))
    return [
        (c.subject.label, c.organisation.label if c.organisation else None, c.titles)
        for c in claims
        if c.kind is Kind.ROLE
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("said Jane Marsh, chairman and CEO of Acme.", ("Jane Marsh", "Acme", ("chairman", "CEO"))),
        (
            "said Jane Marsh, vice chairman, group president and COO of Acme.",
            ("Jane Marsh", "Acme", ("vice chairman", "group president", "COO")),
        ),
        ("Jane Marsh, Nokia founder and CEO, agreed.", ("Jane Marsh", "Nokia", ("founder", "CEO"))),
        ("Nokia CEO Jane Marsh agreed.", ("Jane Marsh", "Nokia", ("CEO",))),
        ("Nokia’s CEO, Jane Marsh, agreed.", ("Jane Marsh", "Nokia", ("CEO",))),
        ("Nokia fell, and Jane Marsh, its founder, sold.", ("Jane Marsh", "Nokia", ("founder",))),
        ("Jane Marsh, chairman of the board of Nokia, agreed.", ("Jane Marsh", "Nokia", ("chairman of the board",))),
        ("Jane Marsh is the chief executive of Nokia.", ("Jane Marsh", "Nokia", ("chief executive",))),
        ("Jane Marsh, 52, president of Nokia, agreed.", ("Jane Marsh", "Nokia", ("president",))),
        ("Prime Minister Jane Marsh agreed.", ("Jane Marsh", None, ("Prime Minister",))),
    ],
)
def test_titles_in_every_order(stages, text, want):
    assert roles(stages, text) == [want]


@pytest.mark.parametrize("text", ["The CEO of Nokia agreed.", "A head of lettuce costs $2.", "They chair the talks."])
def test_no_person_no_role(stages, text):
    assert roles(stages, text) == []
