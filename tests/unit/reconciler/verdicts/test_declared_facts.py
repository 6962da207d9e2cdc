"""Declared facts: held against every claim, supporting what agrees, and no longer used once expired."""

from datetime import date

import pytest

from reconcile import reconcile

WORDS = "subject: Norland, metric: population, value: '{value}', period: '2030', source: Norland Survey{more}"
FACT = f"facts:\n  - {{{{{WORDS}}}}}\n"


def run(folder, *texts, value="8.1 million", more="", as_of=None):
    (folder / "facts").mkdir()
    (folder / "facts" / "norland.yaml").write_text(FACT.format(value=value, more=more), encoding="utf-8")
    for i, text in enumerate(texts):
        (folder / f"{'ab'[i]}.txt").write_text(text, encoding="utf-8")
    return reconcile([folder], as_of=as_of)


SAYS = "The population of Norland was {} million in 2030."


def test_a_claim_that_contradicts_the_fact_is_one_finding(tmp_path):
    found = run(tmp_path, SAYS.format("9.4"), SAYS.format("8.1"))
    assert [f.code for f in found.findings] == ["RC501"]
    message = found.findings[0].message
    assert "the declared fact says “8.1 million” (Norland Survey)" in message
    assert "9.4 million" in message
    assert [side.source for side in found.findings[0].evidence] == ["norland.yaml#Norland Survey", "a.txt"]


def test_what_agrees_with_a_fact_rests_on_it(tmp_path):
    found = run(tmp_path, SAYS.format("8.1"))
    assert found.findings == ()
    assert [str(g.support) for g in found.groups if len(g.claims) > 1] == ["reference"]


def test_a_coarser_figure_that_rounds_from_the_fact_agrees(tmp_path):
    found = run(tmp_path, SAYS.format("8.1"), value="8,123,400")
    assert found.findings == ()


def test_the_declared_precision_says_how_far_a_claim_may_be(tmp_path):
    assert run(tmp_path, SAYS.format("8.14"), value="8100000", more=", precision: 50000").findings == ()


def test_beyond_the_declared_precision_is_a_finding(tmp_path):
    found = run(tmp_path, SAYS.format("8.19"), value="8100000", more=", precision: 50000")
    assert [f.code for f in found.findings] == ["RC501"]


@pytest.mark.parametrize(
    ("expires", "as_of", "codes"),
    [
        ("2030-12-31", None, ["RC501"]),
        ("2030-06-30", None, ["RC502"]),
        ("2030-12-31", date(2031, 1, 1), ["RC502"]),
        ("2031-12-31", date(2031, 1, 1), ["RC501"]),
    ],
)
def test_an_expired_fact_is_reported_and_not_used(tmp_path, expires, as_of, codes):
    found = run(tmp_path, SAYS.format("9.4"), more=f", expires: {expires}", as_of=as_of)
    assert [f.code for f in found.findings] == codes


@pytest.mark.parametrize("more", [", expires: soon", ", flavour: salt", ", precision: wide"])
def test_a_mistake_in_a_fact_is_reported_by_line_and_column(tmp_path, more):
    found = run(tmp_path, SAYS.format("8.1"), more=more)
    line = FACT.format(value="8.1 million", more=more).split("\n")[1]
    column = line.index(more.strip(", ")) + 1
    assert [d.where.rpartition("/")[2] for d in found.diagnostics] == [f"norland.yaml:2:{column}"]


def test_facts_may_be_a_table(tmp_path):
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "norland.csv").write_text(
        "subject,metric,value,period,source,expires\nNorland,population,8.1 million,2030,Survey,2035-01-01\n",
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text(SAYS.format("9.4"), encoding="utf-8")
    found = reconcile([tmp_path / "a.txt"], facts=[tmp_path / "known"])
    assert [f.code for f in found.findings] == ["RC501"]


def test_a_folder_without_facts_is_reported(tmp_path):
    (tmp_path / "a.txt").write_text(SAYS.format("9.4"), encoding="utf-8")
    found = reconcile([tmp_path / "a.txt"], facts=[tmp_path / "none"])
    assert [d.code for d in found.diagnostics] == ["facts.missing"]
