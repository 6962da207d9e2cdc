"""Tables of claims: cells with their places, a document for each source, and trouble told by file, line and column."""

import pytest

from reconcile import read
from reconcile.errors import Severity
from reconcile.sources.read import read_inputs
from reconcile.sources.tables.delimited import UnclosedError, columns, records

HEAD = "source,subject,metric,value,unit,period\n"


def texts(table):
    return [[cell.text for cell in record] for record in records(table)]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n\n1\t\n", [["a", "b"], ["1", ""]]),
        ('a,b\n"x, ""y""\nz",2', [["a", "b"], ['x, "y"\nz', "2"]]),
        ("a,b\n1,", [["a", "b"], ["1", ""]]),
        ("a,b\n 1 , two words ", [["a", "b"], ["1", "two words"]]),
        ("", []),
    ],
)
def test_cells_are_read_as_rfc_4180_has_them(table, wanted):
    assert texts(table) == wanted


def test_every_cell_stands_where_it_says():
    table = 'source,value\n"Quay, Daily",  41 \nHarbour Post,"9,000"\n'
    for record in records(table):
        for cell in record:
            assert table[cell.span.start : cell.span.end] == cell.text


def test_a_cell_that_nothing_closes_is_reported_by_its_place():
    with pytest.raises(UnclosedError) as caught:
        texts('a,b\n1,"2\n3,4\n')
    assert caught.value.offset == 6


def test_columns_go_by_mapping_then_by_our_name_then_by_that_of_others():
    found = columns(["Place", "attribute", "Value", "entity"], {"subject": "place"})
    assert found.fields == {"Place": "subject", "attribute": "metric", "Value": "value"}
    assert found.missing == ()
    assert columns(["subject", "metric"], {}).missing == ("value or low or high",)
    assert columns(["high", "low"], {}).missing == ("subject", "metric")
    assert columns(["Amount", "value", "AS-OF", "as of"], {}).fields == {"value": "value", "as of": "as_of"}


def test_each_source_is_a_document_with_its_own_lines_of_the_file(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_text(
        HEAD + "Quay Daily,Kelby,population,41000,,2030\n"
        "Harbour Post,Kelby,population,42000,,2030\n"
        "Quay Daily,Halden,population,9000,,2030\n",
        encoding="utf-8",
    )
    documents, problems = read(file)
    assert problems == ()
    assert [d.id for d in documents] == ["claims.csv#Harbour Post", "claims.csv#Quay Daily"]
    quay = documents[1]
    assert [row.text("subject") for row in quay.rows] == ["Kelby", "Halden"]
    for row, line in zip(quay.rows, (2, 4), strict=True):
        cell = row.cells["value"]
        assert quay.text[cell.span.start : cell.span.end] == cell.text
        assert quay.where(cell.span.start) == f"{file.as_posix()}:{line}:{29 if line == 2 else 30}"


def test_a_publisher_with_two_days_in_one_table_is_one_origin(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_text(
        "source,published,subject,metric,value\nQuay,2031-01-02,Kelby,ships,4\nQuay,2031-01-03,Kelby,ships,5\n",
        encoding="utf-8",
    )
    documents, _ = read(file)
    assert [d.source.published.isoformat() for d in documents] == ["2031-01-02", "2031-01-03"]
    assert [d.source.origin for d in documents] == ["Quay", "Quay"]


def test_trouble_with_one_row_loses_no_other(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_text(
        "source,published,subject,metric,value\nQuay,someday,Kelby,ships,4\nQuay,2031-01-03,Kelby\nPost,,Kelby,ships,5\n",
        encoding="utf-8",
    )
    documents, problems = read(file)
    assert len(documents) == 2
    assert {p.where.removeprefix(f"{file.as_posix()}:"): p.code for p in problems} == {
        "2:6": "claims.published",
        "3:1": "claims.csv",
    }


def test_a_table_of_something_else_is_a_note_in_a_folder_and_an_error_by_name(tmp_path):
    (tmp_path / "a.txt").write_text("Kelby has a quay.", encoding="utf-8")
    file = tmp_path / "prices.csv"
    file.write_text("day,price\nMonday,4\n", encoding="utf-8")
    _, problems = read(tmp_path)
    assert [(p.code, p.severity) for p in problems] == [("claims.columns", Severity.NOTE)]
    _, problems = read(file)
    assert [p.severity for p in problems] == [Severity.ERROR]


def test_a_header_without_a_row_is_told(tmp_path):
    (tmp_path / "t.csv").write_text("subject,metric,value\n", encoding="utf-8")
    documents, problems = read_inputs([tmp_path])
    assert documents == ()
    assert [(p.code, p.where) for p in problems if p.code.startswith("claims.")] == [
        ("claims.empty", f"{tmp_path.as_posix()}/t.csv:1:1")
    ]


def test_json_lines_of_something_else_are_one_note_in_a_folder(tmp_path):
    (tmp_path / "a.txt").write_text("Kelby has a quay.", encoding="utf-8")
    (tmp_path / "log.jsonl").write_text('{"time": 1}\n{"time": 2}\n', encoding="utf-8")
    _, problems = read(tmp_path)
    assert [(p.code, p.severity) for p in problems] == [("claims.columns", Severity.NOTE)]


def test_json_lines_may_be_flat_or_as_extract_writes_them(tmp_path):
    file = tmp_path / "claims.jsonl"
    file.write_text(
        '{"source": "Quay", "subject": "Kelby", "metric": "ships", "value": 4}\n'
        '{"source": "Post", "subject": {"id": "kelby", "label": "Kelby"}, "metric": {"id": "open", "label": "ships"},'
        ' "value": {"low": "5", "high": null, "low_open": true}, "period": {"edtf": "2030"}}\n'
        "not json\n",
        encoding="utf-8",
    )
    documents, problems = read(file)
    post, quay = documents
    assert quay.rows[0].text("value") == "4"
    assert quay.text[slice(*quay.rows[0].cells["value"].span)] == "4"
    assert {n: post.rows[0].text(n) for n in ("subject", "low", "low_open", "period")} == {
        "subject": "Kelby",
        "low": "5",
        "low_open": "true",
        "period": "2030",
    }
    assert [p.where for p in problems] == [f"{file.as_posix()}:3:1"]


def test_columns_can_be_mapped_in_sources_yaml_or_by_the_caller(tmp_path):
    file = tmp_path / "places.csv"
    file.write_text("town,what,number\nKelby,ships,4\n", encoding="utf-8")
    wanted = {"subject": "town", "metric": "what", "value": "number"}
    documents, problems = read_inputs([file], columns=wanted)
    assert problems == ()
    assert documents[0].rows[0].text("subject") == "Kelby"
    (tmp_path / "sources.yaml").write_text(
        "places.csv:\n  publisher: Quay Office\n  columns: {subject: town, metric: what, value: number}\n",
        encoding="utf-8",
    )
    documents, problems = read(tmp_path)
    assert problems == ()
    assert (documents[0].id, documents[0].source.publisher) == ("places.csv#Quay Office", "Quay Office")
    _, problems = read_inputs([file], columns={"subjct": "town"})
    assert "did you mean 'subject'?" in problems[0].message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "subject,metric,value\nKelby,ships,4\n"),
        ("t.jsonl", '{"subject": "Kelby", "metric": "ships", "value": "4"}\n'),
    ],
)
def test_a_byte_order_mark_is_no_part_of_a_table(tmp_path, name, text):
    (tmp_path / name).write_text("\ufeff" + text, encoding="utf-8")
    (document,), problems = read(tmp_path / name)
    assert problems == ()
    assert {field: document.rows[0].text(field) for field in ("subject", "metric", "value")} == {
        "subject": "Kelby", "metric": "ships", "value": "4",
    }  # fmt: skip
