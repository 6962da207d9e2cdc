"""Two forms of one thing: each difference is told at its place, and one that is missing is told alone."""

import pytest

from reconcile.verify.compare import differences


def replayed(reported, made):
    return [str(problem) for problem in differences(reported, made, ("x",), "the texts give")]


def finding(fingerprint, message="m"):
    return {"code": "RC101", "fingerprint": fingerprint, "group": None, "message": message}


@pytest.mark.parametrize("same", [{}, [], {"a": [1, {"b": None}]}, [finding("1"), finding("2")]])
def test_what_is_the_same_has_no_difference(same):
    assert replayed(same, same) == []


ONCE_TOO_OFTEN = "stands here once too often; the texts give none like it (“m”)"
ONE, TWO, THREE = finding("1"), finding("2"), finding("3")


def covered(total):
    return {"source": "a", "in_claims": [], "total": total}


@pytest.mark.parametrize(
    ("reported", "made", "wanted"),
    [
        ({"a": "b"}, {"a": "c"}, "x.a: is “b”; the texts give “c”"),
        ({"a": 1}, {"a": True}, "x.a: is 1; the texts give true"),
        ({"a": 1}, {"a": 1.0}, "x.a: is 1; the texts give 1.0"),
        ({}, {"a": 1}, "x: the key “a” is missing; the texts give 1"),
        ({"a": 1}, {}, "x.a: is 1; the texts give nothing of this name"),
        ([1], [1, 2], "x: has 1 entries; the texts give 2"),
        ([1, 3], [1, 2], "x[1]: is 3; the texts give 2"),
        ({"a": "z" * 200}, {"a": None}, f"x.a: is “{'z' * 89}…; the texts give null"),
        ([ONE], [ONE, finding("2", "n")], "x: one is missing; the texts give also “n”"),
        ([TWO, THREE], [ONE, TWO, THREE], "x: one is missing; the texts give also “m”"),
        ([ONE], [], f"x[0]: {ONCE_TOO_OFTEN}"),
        ([ONE, ONE], [ONE], f"x[1]: {ONCE_TOO_OFTEN}"),
        ([finding("1", "n"), TWO], [ONE, TWO], "x[0].message: is “n”; the texts give “m”"),
        ([TWO, ONE], [ONE, TWO], "x: stand in another order than the texts give"),
        ([covered(1)], [covered(2)], "x[0].total: is 1; the texts give 2"),
    ],
)
def test_a_difference_is_reported_at_its_place(reported, made, wanted):
    assert replayed(reported, made) == [wanted]
