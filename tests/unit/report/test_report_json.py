"""The public JSON forms: schemas, stable bytes, and nothing that the schemas do not describe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from report_builder import EMPTY, claims, full, undated

from reconcile.report.formats import FORMATS

FOLDER = Path(__file__).parents[3] / "docs" / "schema"
# what the tool writes; a configuration is what it reads, and may hold nothing that is not described
SCHEMAS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.json"))
    if path.stem != "config"
}


def strict(schema: object) -> object:
    """The schema with nothing allowed beside what it describes."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(part) for key, part in schema.items()}
    if made.get("additionalProperties") is True:
        made["additionalProperties"] = False
    return made


def problems(name: str, instance: object, *, exact: bool = True) -> list[str]:
    schema = strict(deepcopy(SCHEMAS[name])) if exact else SCHEMAS[name]
    return [error.message for error in Draft202012Validator(schema).iter_errors(instance)]


def walk(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from walk(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from walk(part)


def test_there_is_a_schema_for_each_public_form() -> None:
    assert set(SCHEMAS) == {"claim", "mention", "run"}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"urn:reconcile:schema:{name}:1"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_objects_may_grow_and_say_what_they_are(name: str) -> None:
    for part in walk(SCHEMAS[name]):
        if part.get("type") == "object" and "required" in part:
            assert part["additionalProperties"] is True
            assert part["description"]


def test_the_run_holds_the_claim_schema_unchanged() -> None:
    assert SCHEMAS["run"]["$defs"]["claim"] == SCHEMAS["claim"]


@pytest.mark.parametrize("shared", ["decimal", "value", "timex", "reading"])
def test_claim_and_mention_share_their_parts(shared: str) -> None:
    assert SCHEMAS["claim"]["$defs"][shared] == SCHEMAS["mention"]["$defs"][shared]


@pytest.mark.parametrize("run", [EMPTY, full()], ids=["empty", "full"])
def test_a_run_fits_its_schema_exactly(run: object) -> None:
    assert problems("run", run.to_dict()) == []


@pytest.mark.parametrize("name", sorted(claims()))
def test_a_claim_fits_its_schema_exactly(name: str) -> None:
    assert problems("claim", claims()[name].to_dict()) == []


def test_a_mention_fits_its_schema_exactly() -> None:
    for mentions in undated().values():
        for mention in mentions:
            assert problems("mention", mention.to_dict()) == []


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("kind", "sum"), ("start", -1), ("trail", []), ("period", "2019"), ("value", {"low": 1}), ("factuality", None)],
)
def test_a_claim_that_breaks_the_contract_is_refused(field: str, wrong: object) -> None:
    broken = {**claims()["sales-a"].to_dict(), field: wrong}
    assert problems("claim", broken, exact=False)


def test_a_role_needs_its_titles_and_a_field_may_be_added() -> None:
    role = claims()["role"].to_dict()
    assert problems("claim", {**role, "later": 1}, exact=False) == []
    del role["titles"]
    assert problems("claim", role, exact=False)


def test_decimals_are_exact_strings() -> None:
    sales = claims()["sales-a"].to_dict()
    assert sales["value"]["low"] == "1200000000"
    assert problems("claim", {**sales, "value": {**sales["value"], "low": "1.2E+9"}})


def test_json_is_readable_and_the_same_each_time() -> None:
    run = full()
    text = FORMATS["json"].render(run)
    assert text == FORMATS["json"].render(replace(run))
    assert text.endswith("}\n")
    assert json.loads(text) == run.to_dict()


def test_json_keeps_characters_as_they_are() -> None:
    run = full()
    changed = replace(run, findings=(replace(run.findings[0], message="Zoë – “fünf”"),))
    assert "Zoë – “fünf”" in FORMATS["json"].render(changed)


def test_formats_name_their_files() -> None:
    names = {name: reporter.filename for name, reporter in FORMATS.items()}
    assert names | {"md": "report.md", "json": "report.json", "html": "report.html"} == names
    assert len(set(names.values())) == len(names)
