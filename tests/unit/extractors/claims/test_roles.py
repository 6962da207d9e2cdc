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
        ("In some reports, geophysicist Jane Marsh agreed.", ("Jane Marsh", None, ("geophysicist",))),
        ("However, Nokia asteroid expert Jane Marsh agreed.", ("Jane Marsh", "Nokia", ("asteroid expert",))),
        ("It named the prominent rights activist Jane Marsh.", ("Jane Marsh", None, ("rights activist",))),
        (
            "Jane Marsh, a veteran project manager at Nokia, left.",
            ("Jane Marsh", "Nokia", ("project manager",)),
        ),
        ("The figures came from state government minister Jane Marsh.", ("Jane Marsh", None, ("minister",))),
        ("Bandied about is Orle quarterbacks coach Jane Marsh.", ("Jane Marsh", "Orle", ("quarterbacks coach",))),
        (
            "Jane Marsh, an Orle University professor emeritus, agreed.",
            ("Jane Marsh", "Orle University", ("professor emeritus",)),
        ),
        ("Jane Marsh, editor and Nokia director, agreed.", ("Jane Marsh", None, ("editor", "director"))),
        ("Mark Orr, a spokesman for Nokia, agreed.", ("Mark Orr", "Nokia", ("spokesman",))),
        ("Jane Marsh was named the 21st head coach of Orle.", ("Jane Marsh", "Orle", ("head coach",))),
    ],
)
def test_titles_in_every_order(stages, text, want):
    assert roles(stages, text) == [want]


@pytest.mark.parametrize("text", ["The CEO of Nokia agreed.", "A head of lettuce costs $2.", "They chair the talks."])
def test_no_person_no_role(stages, text):
    assert roles(stages, text) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Nokia named Jane Marsh chief executive.", ("Jane Marsh", "Nokia", ("chief executive",))),
        ("Nokia hired Jane Marsh as its new CFO.", ("Jane Marsh", "Nokia", ("CFO",))),
        ("Jane Marsh, who was hired as CEO in 2029, left.", ("Jane Marsh", None, ("CEO",))),
        ("Jane Marsh succeeded Lars Dahl as chairman of Nokia.", ("Jane Marsh", "Nokia", ("chairman",))),
        ("Jane Marsh has been chairwoman of Nokia for years.", ("Jane Marsh", "Nokia", ("chairwoman",))),
        ("Jane Marsh, vice president of marketing at Nokia, left.", ("Jane Marsh", "Nokia", ("vice president",))),
        ("Jane Marsh, Nokia's vice president for research, left.", ("Jane Marsh", "Nokia", ("vice president",))),
        ("Jane Marsh, Orle's minister for trade and industry, left.", ("Jane Marsh", "Orle", ("minister",))),
        ("Jane Marsh (chairwoman of Nokia) left.", ("Jane Marsh", "Nokia", ("chairwoman",))),
        ("Jane Marsh, owner of Gull Bakery, left.", ("Jane Marsh", "Gull Bakery", ("owner",))),
        ("The governor - general of Orle, Jane Marsh, left.", ("Jane Marsh", "Orle", ("governor-general",))),
    ],
)
def test_titles_given_by_a_verb_or_past_a_field(stages, text, want):
    assert roles(stages, text) == [want]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Jane Marsh stepped down as chair of Nokia.", "historical"),
        ("Jane Marsh was replaced as chair of Nokia.", "historical"),
        ("Jane Marsh, a former Nokia chairwoman, left.", "historical"),
        ("Jane Marsh will become chair of Nokia.", "forecast"),
        ("Jane Marsh was not named chair of Nokia.", "denied"),
        ("Analysts expect chairwoman Jane Marsh to leave.", "asserted"),
    ],
)
def test_how_a_role_is_held(stages, text, stance):
    found = [c for c in stages.claims(document(text)) if c.kind is Kind.ROLE]
    assert [c.factuality for c in found] == [stance]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Jane Marsh left. Later she was picked as coach of Nokia.", ("Jane Marsh", "Nokia", ("coach",))),
        ("Poet Jane Marsh left Orle. The poet met Nokia.", ("Jane Marsh", None, ("poet",))),
        ("Poet Jane Marsh left Orle. A poet met Nokia.", None),
        ("Jane Marsh left. The poet met Nokia.", None),
    ],
)
def test_a_title_of_one_named_before(stages, text, want):
    assert roles(stages, text)[-1:] == ([want] if want else roles(stages, text.split(". ")[0] + "."))
