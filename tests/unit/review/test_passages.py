"""What a reviewer reads round a value: whole words, the value inside, no more than fits."""

from __future__ import annotations

from reconcile.model.document import Document
from reconcile.pipeline import Pipeline
from reconcile.review.deciding import Lookup
from reconcile.review.pages import passages

ROUND = "The square was lined with onlookers from the neighbouring villages of Upper and Lower Dale that morning. " * 3


def test_a_passage_begins_and_ends_with_a_whole_word(stages: Pipeline) -> None:
    texts = {
        name: f"{ROUND}The fire at Holt killed {n} people in May 2031. {ROUND}" for name, n in (("a", 7), ("b", 9))
    }
    run = stages.run(Document(name, text) for name, text in texts.items())
    words = set(ROUND.split())
    (finding,) = (f for f in run.findings if f.code == "RC101")
    for side in passages(finding, Lookup.of(run, stages.pack)):
        assert side.before.startswith("… ")
        assert side.after.endswith(" …")
        assert side.before.split()[1] in words
        assert side.after.split()[-2] in words
