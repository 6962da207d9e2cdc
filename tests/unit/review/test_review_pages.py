"""What a reviewer reads round a value: whole words, the value inside, no more than fits."""

from __future__ import annotations

import pytest

from reconcile.errors import Severity
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding, Relation
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


WORDS = "".join(f"w{n:03d} " for n in range(600))


@pytest.mark.parametrize(
    ("text", "start", "before", "after"),
    [
        (WORDS, 1500, "… " + WORDS[1345:1500], WORDS[1504:1664] + " …"),
        (WORDS, 1503, "… " + WORDS[1345:1503], WORDS[1507:1664] + " …"),
        (WORDS, 5, "w000 ", WORDS[9:169] + " …"),
        (WORDS[:505], 500, "… " + WORDS[345:500], " "),
        ("x" * 3000, 1500, "… " + "x" * 160, "x" * 160 + " …"),
    ],
)
def test_160_characters_on_either_side_are_cut_to_whole_words(
    stages: Pipeline, text: str, start: int, before: str, after: str
) -> None:
    side = Evidence("a", start, start + 4, text[start : start + 4], "7")
    finding = Finding("RC1", "t", Severity.NOTE, Relation.CONFLICT, "", "", None, None, (side,), (), "f", ())
    run = stages.run([])
    (shown,) = passages(finding, Lookup(run, stages.pack, {}, {"a": Document("a", text)}, {}))
    assert (shown.before, shown.after) == (before, after)
    assert (shown.where, shown.who, shown.read_as, shown.trail) == ("a:1", "", ("7",), ())
