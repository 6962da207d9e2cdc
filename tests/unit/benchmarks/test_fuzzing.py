"""The laws of the fuzzer see what they look for, and a round depends on its number alone."""

import hashlib
import json
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "benchmarks"))

from fuzzing import laws
from fuzzing.base import Base
from fuzzing.case import Case, failures
from fuzzing.process import Limits, Outcome
from fuzzing.targets import TARGETS

TEXT = b"The quay of Kelby is 412 m long.\n"
SOUND = Outcome(0, "", "", 0.5)


def claim(source, quote="412 m", start=21):
    return {"source": source, "quote": quote, "start": start, "end": start + len(quote)}


def report(*claims, reviews=(), sha=None):
    names = dict.fromkeys(c["source"] for c in claims)
    digest = sha or hashlib.sha256(TEXT).hexdigest()
    sources = [{"id": name, "sha256": digest, "published": "2031-06-20"} for name in names]
    return {"manifest": {"sources": sources}, "claims": list(claims), "reviews": list(reviews)}


@pytest.fixture
def broken(tmp_path):
    """Kinds of failure that a law sees in a round; the base has a quay.txt and a towns.csv, both with one claim."""
    claims = {"quay.txt": [claim("quay.txt")], "towns.csv#Office": [claim("towns.csv#Office")]}
    base_report = report(*claims["quay.txt"], *claims["towns.csv#Office"])
    base = Base(tmp_path / "base", base_report, claims, Limits(8, 48))
    for folder in (base.folder, tmp_path / "round"):
        (folder / "articles").mkdir(parents=True)
        (folder / "reports").mkdir()
        (folder / "articles/quay.txt").write_bytes(TEXT)
        (folder / "articles/towns.csv").write_bytes(b"a,b\n1,2\n")

    def kinds(law, path, after, given, outcome=SOUND, before=b"", args=("report",)):
        folder = tmp_path / "round"
        (folder / "reports/report.json").write_text(json.dumps(given), encoding="utf-8")
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(after)
        case = Case(base, folder, args, Path(path), before, after, outcome)
        return [failure.kind for failure in failures(case, (law,))]

    return kinds


@pytest.mark.parametrize(
    ("outcome", "kinds"),
    [
        (Outcome(1, "", "", 1), []),
        (Outcome(2, "", "x.yaml:1:1: error: wrong [x]", 1), []),
        (Outcome(2, "", "", 1), ["no words"]),
        (Outcome(3, "", "\n", 1), ["no words"]),
        (Outcome(4, "", "internal error", 1), ["exit code"]),
        (Outcome(-9, "", "", 1), ["exit code"]),
        (Outcome(0, "", "", 99, hung=True), ["hang"]),
        (Outcome(4, "", "Traceback (most recent call last):\nValueError: x", 1), ["traceback"]),
        (Outcome(0, "", "x.txt:1:1: warning: \x1b[31m", 1), ["control character"]),
    ],
    ids=str,
)
def test_an_end_that_is_not_documented_is_seen(broken, outcome, kinds):
    assert broken(laws.ends_as_documented, "articles/quay.txt", TEXT, report(), outcome) == kinds


def test_a_file_that_is_lost_is_seen_unless_it_is_named(broken):
    given = report(claim("quay.txt"))
    law = laws.every_file_is_there_or_named
    assert broken(law, "articles/quay.txt", TEXT, given) == ["silent loss"]
    reported = Outcome(3, "", "articles/towns.csv:1:1: error: cannot be read [input.x]", 1)
    assert broken(law, "articles/quay.txt", TEXT, given, reported) == []


def test_claims_of_other_files_that_change_are_seen(broken):
    law = laws.other_files_are_untouched
    same = report(claim("quay.txt", "9 m"), claim("towns.csv#Office"))
    assert broken(law, "articles/quay.txt", TEXT, same) == []
    assert broken(law, "articles/quay.txt", TEXT, report(claim("towns.csv#Office", "7 m"))) == ["others changed"]
    assert broken(law, "articles/quay.txt", TEXT, report(claim("quay.txt"))) == ["others changed"]


def test_an_offset_or_a_text_that_is_not_the_files_is_seen(broken):
    law = laws.anchors_hold
    assert broken(law, "articles/quay.txt", TEXT, report(claim("quay.txt"))) == []
    assert broken(law, "articles/quay.txt", TEXT, report(claim("quay.txt", start=20))) == ["anchor"]
    assert broken(law, "articles/quay.txt", TEXT, report(claim("quay.txt"), sha="0")) == ["text altered"]


@pytest.mark.parametrize(
    ("path", "text", "rows"),
    [
        ("articles/towns.csv", b"a,b\n1,2\n3,4\n", 2),
        ("articles/ships.jsonl", b'{"a": 1}\n\n{"a": 2}\n', 2),
        ("articles/facts/x.yaml", b"facts:\n  - {a: 1}\n  - {a: 2}\n", 2),
    ],
)
def test_a_row_that_is_lost_is_seen_unless_it_is_named(broken, path, text, rows):
    source = f"{Path(path).name}#Office"
    law = laws.rows_are_claims_or_named
    assert broken(law, path, text, report(*[claim(source)] * rows)) == []
    assert broken(law, path, text, report(*[claim(source)] * (rows - 1))) == ["silent loss"]
    reported = Outcome(3, "", f"{path}:2:1: error: no number [claims.value]", 1)
    assert broken(law, path, text, report(*[claim(source)] * (rows - 1)), reported) == []


def test_a_decision_a_tick_and_a_rule_that_are_lost_are_seen(broken):
    entry = b"finding: f1\nby: ada\n"
    kept = report(reviews=[{"decision": {"finding": "f1", "by": "ada"}}])
    path = "articles/decisions/f1.yaml"
    assert broken(laws.decisions_are_kept_or_named, path, entry, kept) == []
    assert broken(laws.decisions_are_kept_or_named, path, entry, report()) == ["silent loss"]
    ticked = b"- [x] keep 4 <!-- option keep-a -->\n"
    for words, kinds in (("0 decisions written to d.", ["silent loss"]), ("1 decision written to d.", [])):
        assert broken(laws.ticks_are_decided_or_named, "reports/t.md", ticked, {}, Outcome(0, words, "", 1)) == kinds
    rule = b"metrics:\n  - id: quays\n"
    for words, kinds in (("metrics quays", []), ("metrics", ["silent loss"])):
        outcome = Outcome(0, words, "", 1)
        assert broken(laws.rules_are_listed_or_named, "rules/metrics/x.yaml", rule, {}, outcome) == kinds


def test_an_entry_of_sources_that_has_no_effect_is_seen(broken):
    law, path = laws.articles_with_the_same_entry_are_untouched, "articles/sources.yaml"
    given, before = report(claim("quay.txt")), b"quay.txt: {published: 2031-06-20}\n"
    assert broken(law, path, before, given, before=before) == []
    assert broken(law, path, before, report(claim("quay.txt", "9 m")), before=before) == ["others changed"]
    later = b"quay.txt: {published: 2031-06-22}\n"
    assert broken(law, path, later, given, before=before) == ["silent loss"]
    assert broken(law, path, b"lost.txt: {published: 2031-06-20}\n", given, before=before) == ["silent loss"]


def test_a_file_that_was_added_and_is_nowhere_is_seen(broken):
    law, path = laws.one_more_is_there_or_named, "articles/odd.txt"
    two = (claim("quay.txt"), claim("towns.csv#Office"))
    assert broken(law, path, TEXT, report(*two, claim("odd.txt"))) == []
    assert broken(law, path, TEXT, report(*two)) == ["silent loss"]


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_a_change_is_the_same_for_the_same_dice_and_mostly_is_one(target):
    base = Path(__file__).resolve().parents[3] / "benchmarks/fuzzing/base"
    paths = sorted(base.glob(target.files))
    data = paths[0].read_bytes() if paths else b'{"finding": "x", "claims": [1, 2]}\n- [ ] a <!-- option b -->\n'
    changed = [target.change(data, random.Random(n)) for n in range(40)]
    assert changed == [target.change(data, random.Random(n)) for n in range(40)]
    assert sum(each != data for each in changed) > 30
