import pytest

from reconcile.model.mention import Kind
from reconcile.pipeline import document


def ranks(stages, text):
    return [
        (c.subject.label, int(c.value.low), c.metric.label, c.ahead)
        for c in stages.claims(document(text))
        if c.kind is Kind.RANK
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Nokia was ranked fourth among the biggest phone makers behind Apple, Samsung and Huawei.",
            ("Nokia", 4, "biggest phone makers", ("Apple", "Samsung", "Huawei")),
        ),
        ("The plan was shown at Nokia’s first developer summit.", ("Nokia", 1, "developer summit", ())),
        ("It was shown at the second summit of makers of Nokia.", ("Nokia", 2, "summit of makers", ())),
    ],
)
def test_ranks(stages, text, want):
    assert want in ranks(stages, text)


@pytest.mark.parametrize("text", ["First, we eat.", "He came in the first place.", "They first met here."])
def test_no_rank_without_a_subject(stages, text):
    assert ranks(stages, text) == []
