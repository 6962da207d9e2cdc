"""A report as it was written follows from its claims, whatever its findings are made of; altered, it does not."""

import json
from datetime import date

import pytest
from verify_builder import STAGES, sealed_anew

from reconcile import document
from reconcile.report.jsonform import json_text
from reconcile.verify.hashes import check_seal, check_texts
from reconcile.verify.problem import place_in_words
from reconcile.verify.replay import judged, replay
from reconcile.verify.report import Report, read_report

FIRE = "A fire in the old mill of Kelby near the river killed about 40 workers late on Tuesday evening."
COPIED = FIRE.replace("about ", "")
CASES = {
    "a range that is a change": (("Output at Acme Steel rose 20%, from 1220 tonnes to 1525 tonnes.",), "RC402"),
    "two ends of one claim": (
        ("Odo Brandt was cleared on 12 of 17 charges and convicted of the remaining six.",),
        "RC406",
    ),
    "a metric in the words of the text": (
        ("The fire caused about $3 million worth of fire damage in Halden.", "A fire in Halden did damage."),
        None,
    ),
    "a passage in no claim": (("Borex Motors was founded in 1994 and closed in 1987.",), "RC410"),
    "a list of names": (("Sony was ranked fifth among phone makers behind Apple, Samsung and Huawei.",), "RC412"),
    "a headline that turns": (
        ("Pass rate falls at Halden school\n\nThe pass rate rose from 78.9 percent to 81.4 percent this year.",),
        "RC415",
    ),
    "two spellings": (
        ("Acme Steel chairman Odo Brandt spoke.", "Acme Steel chairman Odo Brant spoke on Friday."),
        "RC203",
    ),
    "two holders": (("Acme Steel chairman Odo Brandt spoke.", "Acme Steel chairman Lena Fisk spoke."), "RC202"),
    "a pronoun": (
        ("Acme Steel is old. Its revenue was $41 million in 2030.", "Revenue of Acme Steel was $47 million in 2030."),
        "RC101",
    ),
    "the wrong base": (
        ("Prices in Kelby rose 25% in 2030.", "Prices in Kelby rose 20% in 2030."),
        "RC101",
    ),
    "a change that turns": (("Sales of Acme Steel rose 12% in 2030.", "Sales of Acme Steel fell 14% in 2030."), None),
    "a copied number": ((FIRE, COPIED, COPIED), None),
    "a crowd": (tuple(f"Revenue of Acme Steel was ${40 + i % 3} million in 2030." for i in range(205)), "RC101"),
    "one thing twice": (("Ms Fisk spent the next four years in prison, a judge said in Halden.",), None),
}


def made(texts):
    documents = [document(text, id=f"{i}.txt", published=date(2031, 3, 4 + min(i, 9))) for i, text in enumerate(texts)]
    return STAGES.run(documents)


def problems(data):
    read = read_report(data)
    assert isinstance(read, Report)
    return [*check_seal(read), *replay(read, STAGES.pack)]


@pytest.mark.parametrize("name", CASES)
def test_a_report_as_written_follows(name):
    texts, code = CASES[name]
    run = made(texts)
    data = json.loads(json_text(run.to_dict()))
    assert code is None or code in {finding["code"] for finding in data["findings"]}
    assert [str(problem) for problem in problems(data)] == []
    read = read_report(data)
    assert list(check_texts(read, {document.id: document.text for document in run.documents})) == []


def altered(texts, alter):
    """Where a report does not follow after an alteration by somebody who makes its hashes anew."""
    data = json.loads(json_text(made(texts).to_dict()))
    alter(data)
    return [place_in_words(problem.path) for problem in problems(sealed_anew(data))]


def test_the_way_of_a_copied_number_follows():
    def alter(data):
        group = next(group for group in data["groups"] if any("40" in step for step in group["path"]))
        group["path"][0] = group["path"][0].replace("40", "41")

    (place,) = altered(CASES["a copied number"][0], alter)
    assert place.endswith("].path")


def test_the_gravest_findings_come_first():
    texts = (*CASES["two holders"][0], *CASES["a list of names"][0])
    assert altered(texts, lambda data: data["findings"].reverse()) == ["findings"]


def test_a_side_stands_where_its_claim_does():
    def alter(data):
        side = data["findings"][0]["evidence"][1]
        side["end"] += 1

    assert altered(CASES["a range that is a change"][0], alter)[0].startswith("findings[0].evidence[1]")


def test_what_names_stand_for_is_of_the_source_of_its_claim():
    def alter(data):
        side = next(f for f in data["findings"] if f["code"] == "RC203")["evidence"][0]
        side["source"] = "1.txt"

    assert "findings[0].evidence[0].source" in altered(CASES["two spellings"][0], alter)


def test_the_years_of_a_passage_make_its_fingerprint():
    def alter(data):
        data["findings"][0]["fingerprint"] = "0" * 16

    assert altered(CASES["a passage in no claim"][0], alter) == ["findings[0].fingerprint"]


def test_a_name_that_no_claim_gives_does_not_follow():
    def alter(data):
        group = data["groups"][0]
        group["about"] = group["about"].replace("Acme", "Cortal")

    assert "groups[0].about" in altered(CASES["a crowd"][0], alter)


def test_a_slip_that_words_of_change_may_make_is_the_only_other_one():
    texts = CASES["the wrong base"][0]
    slip = json.loads(json_text(made(texts).to_dict()))["findings"][0]["slip"]
    assert slip == "one side may have taken the change of the value after it"
    assert altered(texts, lambda data: data["findings"][0].update(slip=None)) == []
    assert altered(texts, lambda data: data["findings"][0].update(slip="a typing error")) == ["findings[0].slip"]


def test_what_the_tool_failed_on_stands_in_no_group_and_no_finding():
    texts = CASES["a pronoun"][0]

    def lost(data):
        data["groups"] = [group for group in data["groups"] if group["verdict"] != "conflict"]
        data["findings"] = []

    def failed(data):
        lost(data)
        fault = {"code": "internal.group", "severity": "error", "message": "left out", "where": "0.txt:1:1"}
        data["diagnostics"].append(fault)

    assert altered(texts, lost)
    assert altered(texts, failed) == []
    assert altered(texts, lambda data: data.update(findings=[]))


def test_values_that_no_law_can_take_are_a_problem_of_the_report():
    def check(number):
        yield 1 / number

    assert judged(("claims", 3), check, 1) == (1,)
    (problem,) = judged(("claims", 3), check, 0)
    assert str(problem) == "claims[3]: cannot be judged: ZeroDivisionError, division by zero"
