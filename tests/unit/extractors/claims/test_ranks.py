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
        ("Nokia, the third-largest maker of boots, grew.", ("Nokia", 3, "maker of boots", ())),
        ("Norway's second-largest bank, Dale Credit, grew.", ("Dale Credit", 2, "bank Norway", ())),
        ("Nokia closed the biggest deal in its history.", ("Nokia", 1, "deal in its history", ())),
        ("Nokia is a clear No. 1.", ("Nokia", 1, "place", ())),
        ("Ann Marsh finished third.", ("Ann Marsh", 3, "place", ())),
        ("Nokia is second only to Apple.", ("Nokia", 2, "place", ("Apple",))),
        ("It was shown at the second summit of makers of Nokia.", ("Nokia", 2, "summit of makers", ())),
    ],
)
def test_ranks(stages, text, want):
    assert want in ranks(stages, text)


@pytest.mark.parametrize(
    "text",
    [
        "First, we eat.",
        "He came for a second time, Ann Marsh said.",
        "Nokia was first to go.",
        "Nokia met the first lady.",
        "He came in the first place.",
        "They first met here.",
    ],
)
def test_no_rank_without_a_subject(stages, text):
    assert ranks(stages, text) == []
