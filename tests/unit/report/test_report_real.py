"""Reports of real runs: what the pipeline gives fits the schemas and reads well."""

from __future__ import annotations

import json
from datetime import date

import pytest
from report_reader import read
from test_report_json import problems

from reconcile.model.document import Document, Source
from reconcile.model.run import Run
from reconcile.pipeline import Pipeline
from reconcile.report.formats import FORMATS

TEXTS = {
    "quay.txt": (
        "Dale Phones sold 14.6 million handsets in 2019. It has more than 300 shops. "
        "Ana Roe, chief executive of Dale Phones, will open another on 4 May."
    ),
    "mill.md": (
        "# Dale Phones grows\n\nDale Phones sold 16.4 million handsets in 2019 and made $3 to $4 billion. "
        "It was ranked fourth behind Apple and Nokia, said Ben Hill, chief executive of Dale Phones."
    ),
    "none.txt": "",
}


@pytest.fixture(scope="module")
def run(stages: Pipeline) -> Run:
    source = Source(publisher="The Mill", published=date(2020, 3, 4), published_from="caller")
    return stages.run(
        Document(name, text, source if name == "mill.md" else Source(), path=f"in/{name}")
        for name, text in TEXTS.items()
    )


def test_the_texts_give_claims_findings_and_mentions(run: Run) -> None:
    assert run.claims
    assert run.findings
    assert any(run.mentions.values())


def test_the_run_fits_its_schema_exactly(run: Run) -> None:
    assert problems("run", json.loads(FORMATS["json"].render(run))) == []


def test_each_claim_and_mention_fits_its_schema_exactly(run: Run) -> None:
    for claim in run.claims:
        assert problems("claim", claim.to_dict()) == []
    for mentions in run.mentions.values():
        for mention in mentions:
            assert problems("mention", mention.to_dict()) == []


def test_every_claim_finding_and_unread_number_is_on_the_page(run: Run) -> None:
    shown = read(FORMATS["md"].render(run)).text
    for finding in run.findings:
        assert finding.message in shown
    for claim in run.claims:
        assert claim.quote in shown
    for coverage in run.coverage:
        for item in (*coverage.unread, *coverage.skipped):
            assert f"“{item.quote}”" in shown
    for diagnostic in run.diagnostics:
        assert diagnostic.message in shown


def test_no_judgement_of_truth(run: Run) -> None:
    words = set(FORMATS["md"].render(run).casefold().replace(".", " ").split())
    assert not {"true", "false"} & words
