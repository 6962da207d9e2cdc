"""Facts taken over from JSON files of Wikidata and of company reports, and read back as declared facts."""

import json

import pytest

from reconcile import reconcile
from reconcile.pipeline import default_pipeline
from reconcile.sources.fact_imports import import_company, import_wikidata, written

NAMES = default_pipeline().pack.imports


def quantity(amount, unit="1", rank="normal", when=None, **bounds):
    statement = {
        "rank": rank,
        "mainsnak": {
            "snaktype": "value",
            "datavalue": {"type": "quantity", "value": {"amount": amount, "unit": unit, **bounds}},
        },
    }
    if when:
        time = {"time": f"+{when}T00:00:00Z", "precision": 9}
        statement["qualifiers"] = {"P585": [{"datavalue": {"type": "time", "value": time}}]}
    return statement


def entity(**claims):
    return json.dumps({"entities": {"Q7": {"labels": {"en": {"value": "Norland"}}, "claims": claims}}}, indent=1)


def test_preferred_statements_are_taken_with_their_day_and_unit():
    text = entity(
        P1082=[
            quantity("+8000000", when="2029-00-00"),
            quantity("+8100000", rank="preferred", when="2030-00-00"),
            quantity("+1", rank="deprecated"),
        ],
        P2046=[quantity("+412.5", "http://www.wikidata.org/entity/Q712226", upperBound="+413.0", lowerBound="+412.0")],
        P999999=[quantity("+3")],
    )
    found = import_wikidata(text, "q7.json", NAMES)
    assert found.problems == []
    shape = {"subject": "Norland", "source": "Wikidata"}
    url = "https://www.wikidata.org/wiki/Q7#"
    assert found.facts == [
        {**shape, "metric": "population", "value": "8100000", "period": "2030", "url": f"{url}P1082"},
        {
            **shape,
            "metric": "area",
            "value": "412.5",
            "unit": "square kilometers",
            "precision": "0.5",
            "url": f"{url}P2046",
        },
    ]


def test_what_cannot_be_taken_over_is_reported_by_its_place():
    found = import_wikidata(entity(P2048=[quantity("+3", "http://www.wikidata.org/entity/Q5")]), "q7.json", NAMES)
    assert found.facts == []
    assert [p.where for p in found.problems] == ["q7.json:10:5"]
    assert "Q5" in found.problems[0].message


@pytest.mark.parametrize("read", [import_wikidata, import_company])
@pytest.mark.parametrize(("text", "where"), [("{\n]", "f.json:2:1"), ("[]", "f.json:1:1"), ('{"a": 1}', "f.json:1:1")])
def test_a_file_of_something_else_is_one_error(read, text, where):
    found = read(text, "f.json", NAMES)
    assert [(p.where, str(p.severity)) for p in found.problems] == [(where, "error")]


def figure(value, end, start=None, filed="2031-02-01"):
    return {
        "val": value,
        "end": end,
        "filed": filed,
        "form": "10-K",
        "accn": "7-31-1",
        **({"start": start} if start else {}),
    }


def company(units, concept="Revenues"):
    return json.dumps({"entityName": "ACME STEEL", "facts": {"us-gaap": {concept: {"units": units}}}})


def test_a_restated_figure_is_taken_from_the_report_filed_last():
    text = company(
        {
            "USD": [
                figure(41_000_000, "2030-12-31", "2030-01-01", filed="2031-02-01"),
                figure(40_500_000, "2030-12-31", "2030-01-01", filed="2032-02-01"),
                figure(9_000_000, "2030-03-31", "2030-01-01"),
                figure(7_000_000, "2030-05-31", "2030-02-01"),
            ]
        }
    )
    found = import_company(text, "c.json", NAMES)
    assert found.problems == []
    assert [(f["subject"], f["metric"], f["value"], f["unit"], f["period"]) for f in found.facts] == [
        ("Acme Steel", "revenue", "40500000", "USD", "2030"),
        ("Acme Steel", "revenue", "7000000", "USD", "2030-02-01/2030-05-31"),
        ("Acme Steel", "revenue", "9000000", "USD", "2030-Q1"),
    ]


def test_a_figure_without_a_day_loses_no_other():
    found = import_company(company({"USD": [{"val": 4}, figure(5, "2030-12-31")]}), "c.json", NAMES)
    assert [f["value"] for f in found.facts] == ["5"]
    assert len(found.problems) == 1


def test_what_is_written_is_read_back_and_held_against_an_article(tmp_path):
    found = import_company(company({"USD": [figure(40_500_000, "2030-12-31", "2030-01-01")]}), "c.json", NAMES)
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "acme.yaml").write_text(written(found.facts, "a test"), encoding="utf-8")
    (tmp_path / "a.txt").write_text("Acme Steel reported revenue of $48.5 million in 2030.", encoding="utf-8")
    run = reconcile([tmp_path])
    assert run.diagnostics == ()
    assert [f.code for f in run.findings] == ["RC501"]
    assert "“$48.5 million”" in run.findings[0].message
