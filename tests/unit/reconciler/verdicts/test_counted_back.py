"""A time counted back in whole years is compatible with the year beside it, and with no other."""

from __future__ import annotations

from datetime import date

from reconcile import document, reconcile


def relations(one: str, other: str) -> set[str]:
    docs = [document(t, id=f"{i}.txt", published=date(2031, 1, 5)) for i, t in enumerate((one, other))]
    return {str(p.relation) for g in reconcile(docs).groups for p in g.relations}


def test_years_ago_may_be_one_off():
    assert relations("The mill at Orle opened 42 years ago.", "The mill at Orle opened in 1988.") == {"compatible"}
    assert relations("The mill at Orle opened 42 years ago.", "The mill at Orle opened in 1989.") <= {
        "compatible",
        "agree",
    }


def test_other_years_stay_in_conflict():
    assert "compatible" not in relations("The mill at Orle opened 42 years ago.", "The mill at Orle opened in 1980.")
    assert "compatible" not in relations("The mill at Orle opened in 1989.", "The mill at Orle opened in 1988.")
