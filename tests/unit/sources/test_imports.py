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


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (quantity("many"), "Q7 P1082: 'many' is not a number"),
        (quantity("+3", when="-030-00-00"), "Q7 P1082: a time that is no year, month or day after Christ"),
    ],
)
def test_a_statement_that_says_nothing_readable_is_reported(statement, words):
    found = import_wikidata(entity(P1082=[statement, quantity("+5")]), "q7.json", NAMES)
    assert [f["value"] for f in found.facts] == ["5"]
    assert [(p.message, str(p.severity)) for p in found.problems] == [(words, "warning")]


def test_unknown_values_are_let_pass_and_references_are_noted():
    url = {"P854": [{"datavalue": {"value": {"id": "Q1"}}}, {"datavalue": {"value": "https://stats.example/7"}}]}
    known = {**quantity("+5"), "references": [{"snaks": {"P1": []}}, {"snaks": url}]}
    found = import_wikidata(entity(P1082=[{"mainsnak": {"snaktype": "novalue"}}, known]), "q7.json", NAMES)
    assert [(f["value"], f["note"]) for f in found.facts] == [("5", "reference: https://stats.example/7")]
    assert found.problems == []


@pytest.mark.parametrize(("precision", "day"), [(9, "2030"), (10, "2030-04"), (11, "2030-04-05"), (7, None)])
def test_a_time_is_as_long_as_it_is_precise(precision, day):
    time = {"datavalue": {"value": {"time": "+2030-04-05T00:00:00Z", "precision": precision}}}
    statement = {**quantity("+5"), "qualifiers": {"P585": [time]}}
    found = import_wikidata(entity(P1082=[statement]), "q7.json", NAMES)
    assert [f["period"] for f in found.facts] == ([day] if day else [])
    assert len(found.problems) == (day is None)


def test_an_entity_is_named_in_english_or_not_at_all():
    labels = {"de": {"value": "Nordland"}, "en-gb": {"value": "North"}, "mul": {"value": "Nor"}}
    text = json.dumps({"entities": {"Q7": {"labels": labels, "claims": {"P1082": [quantity("+5")]}}}})
    assert [f["subject"] for f in import_wikidata(text, "q.json", NAMES).facts] == ["Nor"]
    text = json.dumps({"entities": {"Q7": {"labels": {"de": {"value": "N"}}, "claims": {}}}})
    (problem,) = import_wikidata(text, "q.json", NAMES).problems
    assert problem.message == "Q7 has no English label, so no article would name it so"


@pytest.mark.parametrize(
    ("unit", "ours"), [("USD", "USD"), ("shares", "shares"), ("USD/shares", "USD per share"), ("pure", None)]
)
def test_a_unit_of_a_report_is_written_as_ours(unit, ours):
    (fact,) = import_company(company({unit: [figure(5, "2030-12-31")]}), "c.json", NAMES).facts
    assert fact.get("unit") == ours


@pytest.mark.parametrize("unit", ["usd", "USDX", "acre"])
def test_a_unit_without_a_name_is_reported(unit):
    found = import_company(company({unit: [figure(5, "2030-12-31")]}), "c.json", NAMES)
    assert found.facts == []
    assert [p.message for p in found.problems] == [f"us-gaap:Revenues: no name for the unit {unit!r}"]


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [
        (None, "2030-12-31", "2030-12-31"),
        ("2030-01-01", "2030-12-31", "2030"),
        ("2030-04-01", "2030-06-30", "2030-Q2"),
        ("2030-10-01", "2030-12-31", "2030-Q4"),
        ("2030-02-01", "2030-04-30", "2030-02-01/2030-04-30"),
        ("2030-01-02", "2030-12-31", "2030-01-02/2030-12-31"),
        ("2029-07-01", "2030-06-30", "2029-07-01/2030-06-30"),
        ("2030-01-01", "2030-06-30", "2030-01-01/2030-06-30"),
    ],
)
def test_a_period_has_the_name_of_the_calendar_where_it_is_whole(start, end, period):
    (fact,) = import_company(company({"USD": [figure(5, end, start)]}), "c.json", NAMES).facts
    assert fact["period"] == period


@pytest.mark.parametrize("broken", [{"entityName": None, "facts": {}}, {"entityName": "A", "facts": []}])
def test_a_company_without_name_or_facts_is_an_error(broken):
    (problem,) = import_company(json.dumps(broken), "c.json", NAMES).problems
    assert (problem.code, str(problem.severity)) == ("facts.import", "error")
