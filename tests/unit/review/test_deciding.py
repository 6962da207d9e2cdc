"""What a decision keeps of the claims it rests on, and how they are found again in a later run."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from reconcile.errors import Severity, UsageError
from reconcile.model.claim import Claim, Metric
from reconcile.model.decision import Judgement
from reconcile.model.document import Document, Source
from reconcile.model.finding import Evidence, Finding, Group, Option, Pair, Relation, Support
from reconcile.model.mention import Kind
from reconcile.model.period import Grain, Period
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.review.deciding import Finder, Lookup, Word, basis, decide, locate, rules_of

DAY = date(2031, 5, 3)
YEAR = Period(date(2030, 1, 1), date(2031, 1, 1), "2030", Grain.YEAR)
PACK = SimpleNamespace(metrics=SimpleNamespace(by_id={}))


def document(name, text, published=DAY):
    return Document(name, text, Source(published=published))


def claim(of, number, kind=Kind.COUNT, period=YEAR):
    at = of.text.index(number)
    sentence = Span(of.text.rfind(".", 0, at) + 1, of.text.index(".", at))
    return Claim(
        id=f"{of.id}:{at}",
        source=of.id,
        span=Span(at, at + len(number)),
        quote=number,
        sentence=sentence,
        kind=kind,
        rule="count.noun",
        trail=(),
        value=Value.exact(Decimal(number)),
        unit="boat",
        metric=Metric("open", "boats"),
        period=period,
    )


DOCUMENTS = {name: document(name, f"There were {n} boats.") for name, n in (("a", 40), ("b", 52), ("c", 40))}
CLAIMS = {name: claim(DOCUMENTS[name], n) for name, n in (("a", "40"), ("b", "52"), ("c", "40"))}
FINDING = Finding(
    "RC101", "t", Severity.ERROR, Relation.CONFLICT, " two  lines ", "", "g", None,
    tuple(Evidence(c.source, *c.span, c.quote, "", c.id) for c in CLAIMS.values()),
    (Option("keep-a", "keep “40”"), Option("keep-b", "keep “52”"), Option("keep-c", "?"), Option("both-stand", "both")),
    "f", (),
)  # fmt: skip


def group(*clashing):
    ids = {name: made.id for name, made in CLAIMS.items()}
    pairs = tuple(Pair(ids[one], ids[other], Relation.CONFLICT, "") for one, other in clashing)
    return Group("g", "boats", tuple(ids.values()), Relation.CONFLICT, Support.CORROBORATED, pairs)


def known(*clashing):
    groups = {"g": group(*clashing)} if clashing else {}
    return Lookup(None, PACK, {c.id: c for c in CLAIMS.values()}, DOCUMENTS, groups)


def word(option, reason="asked  them"):
    return Word(option, reason, "ada", DAY)


def test_claims_that_do_not_clash_are_on_one_side():
    both = decide(FINDING, word("both-stand"), known(("a", "b"), ("b", "c")))
    assert [side.side for side in both.claims] == [1, 2, 1]
    assert [side.side for side in decide(FINDING, word("both-stand"), known()).claims] == [0, 0, 0]
    all_three = decide(FINDING, word("both-stand"), known(("a", "b"), ("b", "c"), ("a", "c")))
    assert [side.side for side in all_three.claims] == [1, 2, 3]


@pytest.mark.parametrize(
    ("option", "right"),
    [
        ("keep-a", [True, False, True]),
        ("keep-b", [False, True, False]),
        ("keep-c", [None, None, None]),
        ("both-stand", [None, None, None]),
    ],
)
def test_the_side_that_was_kept_is_right_and_the_other_is_not(option, right):
    decision = decide(FINDING, word(option), known(("a", "b"), ("b", "c")))
    assert [side.right for side in decision.claims] == right
    assert decision.verdict is (Judgement.BOTH_STAND if option == "both-stand" else Judgement.KEEP)
    assert decision.keeps == {"keep-a": "keep “40”", "keep-b": "keep “52”", "keep-c": "?"}.get(option)
    assert (decision.about, decision.reason, decision.finding) == ("two lines", "asked them", "f")


def test_within_one_text_no_side_is_kept():
    within = replace(FINDING, group=None)
    assert {side.right for side in decide(within, word("keep-a"), known(("a", "b"))).claims} == {None}


def test_what_is_no_option_or_lacks_a_reason_is_refused():
    with pytest.raises(UsageError, match="no option 'keep-d' in this finding; there are: keep-a, keep-b"):
        decide(FINDING, word("keep-d"), known())
    with pytest.raises(UsageError, match="say why both stand"):
        decide(FINDING, word("both-stand", "  "), known())
    assert decide(FINDING, word("keep-a", " "), known()).reason == "no reason given"
    assert decide(FINDING, word("known"), known()).verdict is Judgement.KNOWN


def changed(text, *, published=DAY, **more):
    """What is said to have changed since a decision on the 40 boats of a."""
    now = document("a", text, published)
    claims = [replace(claim(now, number), **more) for number in ("40", "41", "12") if number in text]
    remembered = basis(CLAIMS["a"], DOCUMENTS["a"], 1)
    decision = replace(decide(FINDING, word("known"), known()), claims=(remembered,))
    (located,) = locate([decision], claims, {"a": now}, PACK)
    return located.changes


@pytest.mark.parametrize(
    ("text", "more", "change"),
    [
        ("There were 40 boats.", {}, None),
        ("A line above. There were 40 boats.", {"sentence": Span(14, 33)}, None),
        ("There were 41 boats.", {}, "the value of a moved from 40 boats to 41 boats"),
        ("There were 40 boats.", {"period": None}, "the time of a moved from 2030 to not known"),
        ("There were only 40 boats.", {}, "the sentence of a with “40” was rewritten"),
        ("There were 40 boats.", {"titles": ("x",)}, "“40” in a is read in another way now"),
        ("There were 40 boats.", {"published": None}, "the publication date of a moved from 2031-05-03 to not known"),
        ("There were no boats.", {}, "a no longer says “40”"),
    ],
)
def test_the_first_thing_that_differs_is_said(text, more, change):
    assert changed(text, **more) == (() if change is None else (change,))


def test_an_article_that_is_not_given_is_said_to_be_missing():
    remembered = basis(CLAIMS["a"], DOCUMENTS["a"])
    assert Finder([], {}, [remembered]).change(remembered, None) == "a is not among the articles"


def test_of_several_claims_the_most_alike_is_found():
    text = document("a", "There were 40 boats. Then 41 boats. Then 40 boats.")
    at = [n for n in range(len(text.text)) if text.text.startswith("40", n)]
    first = claim(text, "40")
    later = replace(first, id="later", span=Span(at[1], at[1] + 2), sentence=Span(at[1] - 5, at[1] + 8))
    other = claim(text, "41")
    remembered = basis(later, text)
    assert Finder([first, other, later], {"a": text}, [remembered]).find(remembered) is later
    # the value says more than the time
    moved = replace(later, period=None)
    assert Finder([other, moved], {"a": text}, [remembered]).find(remembered) is moved
    # of two alike the first counts
    twin = replace(first, id="twin")
    assert Finder([twin, first], {"a": text}, [basis(first, text)]).find(basis(first, text)).id == first.id
    assert Finder([replace(first, source="b")], {"b": text}, [remembered]).find(remembered) is None


def test_a_rule_that_the_pack_lacks_is_not_remembered_and_one_that_changed_is_reported(pack):
    employees = replace(CLAIMS["a"], metric=Metric("employees", "employees"))
    assert rules_of([CLAIMS["a"], employees], PACK) == {}
    (name, digest), = rules_of([employees], pack).items()  # fmt: skip
    assert (name, len(digest)) == ("employees", 12)
    decision = replace(decide(FINDING, word("known"), known()), claims=(), rules={"gone": "x", "employees": "y"})
    (located,) = locate([decision], [], {}, pack)
    assert located.changes == ("the rule employees was changed", "there is no rule gone any more")
