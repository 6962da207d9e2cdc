"""A finding that is not what its claims, its group and its code make of it is told, and why."""

import json
from datetime import date

import pytest
from verify_builder import STAGES, report

from reconcile import document
from reconcile.report.jsonform import json_text
from reconcile.verify.findings import Findings
from reconcile.verify.report import Report, read_report


def problems(data):
    """What is wrong with the findings of a report, each with its place."""
    read = read_report(data)
    assert isinstance(read, Report), read
    findings = Findings(read, STAGES.pack)
    checks = [findings.check(i, finding) for i, finding in enumerate(read.findings)]
    groups = [findings.check_group(group) for group in read.groups]
    return [str(problem) for check in (*checks, *groups, findings.check_order()) for problem in check]


def at(code):
    return next(i for i, finding in enumerate(report()["findings"]) if finding["code"] == code)


def altered(which, **changes):
    data = report()
    data["findings"][at(which)].update(changes)
    return problems(data)


def test_the_findings_of_a_report_follow():
    assert problems(report()) == []


@pytest.mark.parametrize(
    ("code", "changes", "words"),
    [
        ("RC101", {"code": "RC999"}, "code: no finding has the code “RC999”"),
        ("RC101", {"title": "odd"}, "title: is “odd”; findings RC101 are “"),
        ("RC101", {"severity_steps": []}, "severity: is not what its steps make"),
        ("RC101", {"severity_steps": ["note (base)"]}, "severity: is not what its steps make"),
        ("RC407", {"severity": "note"}, "severity: is not what its steps make"),
        ("RC101", {"fingerprint": "0" * 16}, "fingerprint: is not that of its claims or words"),
        ("RC101", {"group": "none"}, "group: is not in the report, or not that of its claims"),
        ("RC101", {"verdict": "revised"}, "verdict: no two of its claims are in relation “revised”"),
        ("RC101", {"message": "odd"}, "message: is “odd”; its claims make “"),
        ("RC407", {"verdict": "agree"}, "verdict: is “agree”; within one text it is “conflict”"),
        ("RC407", {"severity_steps": ["warning (base)", "note (odd)"]}, "severity_steps: has more than the base"),
        ("RC407", {"trail": []}, "trail: is not made of the steps of its claims, and its reason last"),
    ],
)
def test_what_a_finding_says_of_itself_is_checked(code, changes, words):
    told = altered(code, **changes)
    assert any(f"findings[{at(code)}].{words}" in one for one in told), told


def test_a_side_twice_is_told():
    sides = report()["findings"][at("RC407")]["evidence"]
    assert any("evidence: has one side twice" in one for one in altered("RC407", evidence=[*sides, sides[0]]))


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("source", "9.txt", "source: is “9.txt”, which the manifest does not name"),
        ("claim", "000000000000", "claim: “000000000000” is not in the report"),
        ("read_as", "odd", "read_as: is “odd”; its claim has “"),
    ],
)
def test_a_side_is_that_of_its_claim(key, value, words):
    data = report()
    data["findings"][at("RC101")]["evidence"][0][key] = value
    assert any(words in one for one in problems(data))


def test_a_finding_too_many_and_one_too_few_are_told():
    data = report()
    data["findings"].insert(at("RC101"), data["findings"][at("RC101")])
    assert any("the relations of its group make no such finding" in one for one in problems(data))
    data = report()
    (lost,) = [finding for finding in data["findings"] if finding["code"] == "RC101"]
    data["findings"].remove(lost)
    (told,) = problems(data)
    assert told.startswith(f"findings: one is missing: “{lost['message'][:40]}")
    assert told.endswith(" (RC101)")
    data["diagnostics"].append({"code": "internal.x", "severity": "error", "message": "m", "where": "0.txt:1:1"})
    assert not any("one is missing" in one for one in problems(data))


def test_the_gravest_stands_first():
    data = report()
    data["findings"].reverse()
    assert "findings: are not in order: the gravest first, then by code and fingerprint" in problems(data)


@pytest.mark.parametrize(
    ("text", "code", "broken", "mended"),
    [
        ("Kelby has 12 mills: 5 in the north and 6 in the south.", "RC405", "6", "7"),
        ("Odo Brandt was cleared on 12 of 17 charges and convicted of the remaining six.", "RC406", "six", "5"),
        ("Sony was ranked fifth among phone makers behind Apple, Samsung and Huawei.", "RC412", "fifth", "4"),
    ],
)
def test_a_law_of_one_text_is_replayed_from_its_claims(text, code, broken, mended):
    data = json.loads(json_text(STAGES.run([document(text, id="0.txt", published=date(2031, 3, 4))]).to_dict()))
    assert [finding["code"] for finding in data["findings"]] == [code]
    assert problems(data) == []
    claim = next(claim for claim in data["claims"] if claim["quote"] == broken)
    for value in (claim["value"], claim["normalised"]):
        (value or {}).update(low=mended, high=mended, ulp="1", loose_ulp="1")
    assert any("the claims it names can stand together" in one for one in problems(data))
