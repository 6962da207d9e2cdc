"""Rows to claims: cells read with the recognisers, names and metrics looked up, what cannot be read told."""

from decimal import Decimal

import pytest

from reconcile import reconcile
from reconcile.model.document import Source
from reconcile.pipeline import default_pipeline
from reconcile.sources.tables.read import Table, read_table


def run(text):
    documents, problems = read_table(Table(text, "claims.csv", Source(), {}), "claims.csv")
    return default_pipeline().run(documents, problems)


def one(cells, head="subject,metric,value,unit,period"):
    found = run(f"{head}\n{cells}\n")
    assert len(found.claims) == 1, found.diagnostics
    return found.claims[0]


@pytest.mark.parametrize(
    ("cells", "kind", "unit", "low", "ulp"),
    [
        ("Kelby,ships,41000,,", "number", None, "41000", "1"),
        ("Kelby,ships,1999,,", "number", None, "1999", "1"),
        ("Kelby,ships,19701120,employees,", "count", "employee", "19701120", "1"),
        ("Kelby,cost,3.2,million USD,", "money", "USD", "3200000", "100000"),
        ("Kelby,cost,3.2,USD million,", "money", "USD", "3200000", "100000"),
        ("Kelby,cost,€40 million,,", "money", "EUR", "40000000", "1000000"),
        ("Kelby,width,41.5,km,", "measure", "kilometer", "41.5", "0.1"),
        ("Kelby,turnout,61,%,", "percent", "percent", "61", "1"),
        ('Kelby,fee,12,"USD per barrel",', "money", "USD", "12", "1"),
    ],
)
def test_a_value_is_read_with_its_unit(cells, kind, unit, low, ulp):
    claim = one(cells)
    assert (claim.kind, claim.unit, claim.value.low, claim.value.ulp) == (kind, unit, Decimal(low), Decimal(ulp))
    assert claim.trail


def test_names_and_metrics_of_the_rules_are_known_by_their_names():
    claim = one("United States,Population,8.1 million,,2030")
    assert (claim.metric.id, claim.kind, claim.period.edtf) == ("population", "count", "2030")
    assert claim.subject.id == default_pipeline().claims(_article())[0].subject.id


def _article():
    from reconcile import document

    return document("The population of the United States was 8.1 million in 2030.")


@pytest.mark.parametrize(
    ("metric", "period", "label", "when"),
    [
        ("Ships2006", "", "Ships", "2006"),
        ("Ships/2006", "", "Ships", "2006"),
        ("Ships2006", "2007", "Ships2006", "2007"),
        ("Ships0013", "", "Ships0013", None),
        ("ships", "2030-03", "ships", "2030-03"),
        ("ships", "Q1 2030", "ships", "2030-01-01/2030-03-31"),
    ],
)
def test_a_year_that_closes_the_name_of_a_metric_is_its_period(metric, period, label, when):
    claim = one(f"Kelby,{metric},4,,{period}")
    assert claim.metric.label == label
    assert (claim.period.edtf if claim.period else None) == when


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ("Kelby,ships,many,,", "claims.value", 13),
        ("Kelby,ships,4,flurbs per gnat,", "claims.unit", 15),
        ("Kelby,ships,4,,when it rained", "claims.period", 16),
        (",ships,4,,", "claims.subject", 1),
    ],
)
def test_a_row_that_cannot_be_read_is_reported_by_its_cell(cells, code, column):
    found = run(f"subject,metric,value,unit,period\n{cells}\nKelby,ships,9,,\n")
    assert [(p.code, p.where) for p in found.diagnostics] == [(code, f"claims.csv:2:{column}")]
    assert len(found.claims) == 1


def test_bounds_may_stand_for_a_value():
    claim = one("Kelby,ships,130,,true", "subject,metric,low,high,low_open")
    assert (claim.value.low, claim.value.high, claim.value.bounds.low_open) == (Decimal(130), None, True)
    assert run("subject,metric,low,high\nKelby,ships,9,4\n").diagnostics[0].code == "claims.low"


def test_rows_of_two_sources_and_an_article_meet(tmp_path):
    (tmp_path / "a.txt").write_text("The population of Norland was 8.1 million in 2030.", encoding="utf-8")
    (tmp_path / "b.csv").write_text(
        "source,subject,metric,value,period\nQuay,Norland,population,8.1 million,2030\n"
        "Post,Norland,population,9400000,2030\n",
        encoding="utf-8",
    )
    run = reconcile([tmp_path])
    [group] = [g for g in run.groups if len(g.claims) > 1]
    assert (len(group.claims), group.verdict, group.support) == (3, "conflict", "corroborated")
    assert [f.code for f in run.findings] == ["RC101"]
