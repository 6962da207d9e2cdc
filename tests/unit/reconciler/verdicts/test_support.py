"""Origins: who copies whom, what speaks for a value, and where a hedge was lost."""

from datetime import date
from decimal import Decimal

import pytest

from reconcile import document, reconcile
from reconcile.model.claim import Claim
from reconcile.model.document import Source
from reconcile.model.finding import Fact, FactKind
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.pipeline import default_pipeline
from reconcile.reconciler.verdicts.support import Origins, distinct_values
from reconcile.report.formats import FORMATS
from reconcile.sources.tables.read import Table, read_table

PACK = default_pipeline().pack


def group(*texts, published=()):
    days = dict(enumerate(published))
    documents = [document(text, id=f"{'abcdefgh'[i]}.txt", published=days.get(i)) for i, text in enumerate(texts)]
    run = reconcile(documents)
    return max(run.groups, key=lambda g: (len(g.claims), "revenue" in g.about))


LONG = "Revenue of Acme Steel, which runs old mills on the north bank of the Orm, was $40 million in 2030"


def test_a_long_run_of_shared_words_is_one_origin():
    found = group(f"{LONG}, it was learned.", f"On Monday one heard this: {LONG}.")
    assert (found.support, len(found.origins)) == ("echo", 1)


def test_own_words_are_two_origins():
    found = group(f"{LONG}.", "Acme Steel reported revenue of $40 million in 2030.")
    assert (found.support, len(found.origins)) == ("corroborated", 2)


def test_one_who_is_named_by_both_is_one_origin():
    found = group(
        "According to Odo Brandt, revenue of Acme Steel was $40 million in 2030.",
        "Acme Steel had revenue of $40 million in 2030, according to Odo Brandt.",
    )
    assert (found.support, len(found.origins)) == ("echo", 1)


def test_the_path_of_a_copied_number_says_where_its_hedge_was_lost():
    words = "Revenue of Acme Steel, which runs old mills on the north bank of the Orm, was"
    found = group(
        f"{words} about $40 million in 2030.",
        f"{words} $40 million in 2030.",
        published=(date(2031, 3, 1), date(2031, 3, 2)),
    )
    assert found.path == (
        "a.txt (2031-03-01): “about $40 million”",
        "b.txt (2031-03-02): “$40 million”, the hedge is lost",
    )


def claims(rows):
    table = Table("source,subject,metric,value\n" + "\n".join(rows) + "\n", "c.csv", Source(), {})
    documents, _ = read_table(table, "c.csv")
    run = default_pipeline().run(documents)
    by_id = {c.id: c for c in run.claims}
    return {d.id: d for d in documents}, [tuple(by_id[c] for c in g.claims) for g in run.groups]


def winner(rows, subject="Kelby"):
    documents, groups = claims(rows)
    origins = Origins((Fact(FactKind.VALUE, "", "", g) for g in groups), documents, PACK)
    [members] = [g for g in groups if g[0].subject.label == subject]
    in_order = sorted(members, key=lambda c: documents[c.source].line(c.span.start))
    best = max(distinct_values(in_order), key=lambda distinct: len(origins.parts(distinct.claims)))
    return str(best.value.low), len(origins.parts(best.claims))


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (("41", "41", "47"), ("41", 2)),
        (("47", "41", "41"), ("41", 2)),
        (("47", "41"), ("47", 1)),
        (("41,000", "41,210", "43,905"), ("41210", 2)),
        (("41,000", "41,210", "41,240", "41,240"), ("41240", 2)),
    ],
)
def test_values_that_agree_within_written_precision_are_one(values, wanted):
    rows = [f'Outlet {i},Kelby,ships,"{value}"' for i, value in enumerate(values)]
    assert winner(rows) == wanted


def test_sources_that_share_errors_have_one_vote():
    shared = [f"{who},Town {n},ships,{n}7" for n in range(3) for who in ("Copy", "Model")]
    others = [f"{who},Town {n},ships,{n}1" for n in range(3) for who in ("Ada", "Bert", "Cleo")]
    asked = ["Ada,Kelby,ships,41", "Copy,Kelby,ships,47", "Model,Kelby,ships,47"]
    assert winner(asked) == ("47", 2)
    assert winner([*shared, *others, *asked]) == ("41", 1)


def test_the_report_says_how_many_origins_and_how_the_number_came_down():
    words = "Revenue of Acme Steel, which runs old mills on the north bank of the Orm, was"
    texts = {
        "a.txt": f"{words} about $40 million in 2030.",
        "b.txt": f"{words} $40 million in 2030.",
        "c.txt": "Acme Steel reported revenue of $40 million in 2030.",
    }
    run = reconcile([document(t, id=id_, published=date(2031, 3, i)) for i, (id_, t) in enumerate(texts.items(), 1)])
    [row] = [line for line in FORMATS["md"].render(run).splitlines() if "origins" in line]
    assert "3 sources, 2 origins" in row
    assert "the hedge is lost" in row


def counted(number, ulp=1):
    value = Value.exact(Decimal(number), Decimal(ulp))
    return Claim(f"{number}/{ulp}", str(number), Span(0, 1), "x", Span(0, 1), Kind.COUNT, "t", (), value=value)


@pytest.mark.parametrize(("values", "ways"), [(59, 59), (60, 61)])
def test_a_coarser_figure_joins_the_one_it_fits_unless_there_is_a_crowd(values, ways):
    fine = [counted(1000 * i) for i in range(1, values + 1)]
    found = distinct_values([counted(1100, 1000), *fine])
    assert len(found) == ways
    assert found[0].value.number == (1000 if ways == 59 else 1100)


def test_a_coarser_figure_that_fits_two_stays_alone():
    found = distinct_values([counted(1000, 1000), counted(1100), counted(1200), counted(1100)])
    assert [(way.value.number, len(way.claims)) for way in found] == [(1000, 1), (1100, 2), (1200, 1)]
