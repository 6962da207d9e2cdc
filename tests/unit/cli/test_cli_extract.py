"""What `extract` and `mentions` list, as a table and for other programs."""

import json

import pytest

from reconcile.cli.extract import read_as
from reconcile.model.mention import Kind
from reconcile.pipeline import recognise


def cells(line):
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def test_claims_stand_in_a_table_with_who_what_value_and_when(cli):
    done = cli("extract", "in")
    assert done.return_value == 0
    head, _, first, second, *_ = done.stdout.splitlines()
    assert head.split() == ["where", "kind", "about", "what", "value", "when", "quote"]
    assert cells(first) == [
        "a.txt:1", "money", "Acme Steel", "revenue", "about 41,000,000 USD (41 million)", "2030", "about $41 million",
    ]  # fmt: skip
    assert cells(second) == [
        "a.txt:2", "count", "mill", "gates", "12 gates", "12",
    ]  # fmt: skip
    assert done.stderr.startswith(f"{len(done.stdout.splitlines()) - 2} claims in 2 articles.")


def test_quiet_leaves_the_summary_out(cli):
    assert cli("extract", "in", "-q").stderr == cli("mentions", "in", "-q").stderr == ""


def test_claims_and_mentions_come_one_object_a_line(cli):
    claims = [json.loads(line) for line in cli("extract", "in/b.txt", "--format", "jsonl").stdout.splitlines()]
    assert [(claim["source"], claim["quote"], claim["metric"]["id"]) for claim in claims] == [
        ("b.txt", "$47 million", "revenue")
    ]
    mentions = [json.loads(line) for line in cli("mentions", "in/b.txt", "--format", "jsonl").stdout.splitlines()]
    assert [(mention["source"], mention["quote"]) for mention in mentions] == [
        ("b.txt", "$47 million"), ("b.txt", "2030")
    ]  # fmt: skip


def test_claims_come_as_csv(cli):
    assert cli("extract", "in/b.txt", "--format", "csv").stdout.splitlines()[1].count("$47 million") == 1


def test_mentions_stand_in_a_table_with_hedge_and_rule(cli):
    done = cli("mentions", "in/a.txt")
    rows = [cells(line) for line in done.stdout.splitlines()]
    assert rows[0] == ["where", "kind", "quote", "read as", "hedge", "rule"]
    assert rows[2] == [
        "a.txt:1:27", "money", "about $41 million", "about 41,000,000 USD (41 million)", "about", "money.sign",
    ]  # fmt: skip
    assert rows[4] == ["a.txt:2:14", "count", "12", "12 gates", "count.noun"]
    assert done.stderr == f"{len(rows) - 2} mentions in 1 article.\n"


def test_what_cannot_be_read_is_named_and_makes_the_exit_code(cli, folder):
    (folder / "in/old.pdf").write_bytes(b"%PDF-1.7")
    done = cli("extract", "in")
    assert done.return_value == 3
    assert done.stderr.endswith(" Not read: in/old.pdf.\n")
    assert cli("mentions", "in").return_value == 3


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [("It has 12 gates.", Kind.COUNT, "12 gates"), ("It met in 2030.", Kind.DATE, "2030")],
)
def test_a_mention_is_read_by_its_value_or_its_time(text, kind, words):
    (mention,) = recognise(text)
    assert (mention.kind, read_as(mention)) == (kind, words)
