"""What a reader is told of real texts: plain words, nothing said twice, nothing that is not so."""

from __future__ import annotations

import pytest

from reconcile.model.document import Document, Format
from reconcile.model.run import Run
from reconcile.pipeline import Pipeline
from reconcile.report.formats import FORMATS


def run_of(stages: Pipeline, **texts: str) -> Run:
    return stages.run(Document(f"{name}.txt", text, path=f"{name}.txt") for name, text in texts.items())


def test_equal_values_written_in_two_ways_are_one_choice(stages: Pipeline) -> None:
    run = run_of(
        stages,
        a="Nine people were killed in the fire at Holt in May 2031.",
        b="The fire at Holt killed nine people in May 2031.",
        c="The fire at Holt killed 7 people in May 2031.",
    )
    (finding,) = run.findings
    assert finding.message.endswith("is given as “Nine” and “7”.")
    assert [o.label for o in finding.options if o.key.startswith("keep-")] == ["keep “Nine”", "keep “7”"]


def test_a_value_that_fails_alone_is_not_stated_to_fail_with_another(stages: Pipeline) -> None:
    run = run_of(stages, a="The ferry had 400 million people aboard in May 2031.")
    page = FORMATS["md"].render(run)
    assert "Why it cannot stand: “people aboard” is taken to lie between 0 and 100,000." in page


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The flood of 1904 swept away 212 barns.", "flood swept 212 barns"),
        ("The barns collapsed in 1904.", "barns collapsed"),
        ("Acme has 300 vans.", "vans"),
        ("Some 40 barns were empty in 1904.", "barns"),
    ],
)
def test_an_open_metric_has_a_name_to_read(stages: Pipeline, text: str, label: str) -> None:
    assert label in {c.metric.label for c in run_of(stages, a=text).claims if c.metric is not None}


def test_footnotes_are_no_figures(stages: Pipeline) -> None:
    text = "The toll is 40 euros.[^3]\n\n[^3]: Bicycles pay 5 euros.\n"
    run = stages.run([Document("a.md", text, format=Format.MARKDOWN)])
    assert [c.quote for c in run.claims] == ["40 euros", "5 euros"]
